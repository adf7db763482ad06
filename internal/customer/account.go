package customer

import (
	"time"

	"transferdesk/internal/when"
)

// WithdrawDays is how long a WITHDRAW_ONLY account may still be used (seeds:
// operations guide), in calendar days.
const WithdrawDays = 90

// Held is the stay in the state that the account is in now; false when no state
// event with a usable time is held.
func (f UserFacts) Held() (UserVisit, bool) {
	if len(f.History) == 0 {
		return UserVisit{}, false
	}
	return f.History[len(f.History)-1], true
}

// State is the state of the account now, "" when none is known.
func (f UserFacts) State() UserState {
	held, _ := f.Held()
	return held.State
}

// Restricted says whether the account is known to be WITHDRAW_ONLY or DEACTIVATED.
func (f UserFacts) Restricted() bool {
	state := f.State()
	return state == WithdrawOnly || state == Deactivated
}

// Until is the date in UTC, at 00:00, on which the 90 calendar days end that
// began with the first event of the unbroken WITHDRAW_ONLY stay; false in every
// other state.
func (f UserFacts) Until() (time.Time, bool) {
	held, _ := f.Held()
	if held.State != WithdrawOnly {
		return time.Time{}, false
	}
	return when.AddDays(held.At, WithdrawDays), true
}

// Appealable says whether the restriction may be appealed: true for a suspension,
// false for a closure, nil when the type is missing or unknown, or when the
// account is not restricted.
func (f UserFacts) Appealable() *bool {
	held, _ := f.Held()
	if !f.Restricted() {
		return nil
	}
	may := held.Type == AccountSuspension
	if !may && held.Type != AccountClosure {
		return nil
	}
	return &may
}

// EverDeactivated says whether the account was ever DEACTIVATED: tokens from
// before stay dead even when it is ACTIVE again.
func (f UserFacts) EverDeactivated() bool {
	for _, v := range f.History {
		if v.State == Deactivated || v.From == Deactivated {
			return true
		}
	}
	return false
}
