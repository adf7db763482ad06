package transfer

import (
	"slices"
	"time"

	"transferdesk/internal/money"
)

// Held is the visit in the state that the transfer is in now; false when no
// state event with a usable time is held.
func (f Facts) Held() (Visit, bool) {
	if len(f.Visits) == 0 {
		return Visit{}, false
	}
	return f.Visits[len(f.Visits)-1], true
}

// EarliestHeld is the first moment at which the state held can have begun: its own
// time or, where only asking told of it, that of the state before; zero: not known.
func (f Facts) EarliestHeld() time.Time {
	if len(f.Visits) == 0 {
		return time.Time{}
	}
	return earliest(f.Visits, len(f.Visits)-1)
}

// State is the state that the transfer is in now, "" when none is known.
func (f Facts) State() State {
	held, _ := f.Held()
	return held.State
}

// CreatedAt is when the transfer was created; false when Wise's event of the
// creation is not held.
func (f Facts) CreatedAt() (time.Time, bool) {
	if !f.Created || len(f.Visits) == 0 {
		return time.Time{}, false
	}
	return f.Visits[0].At, true
}

// LastSent is the last visit in outgoing_payment_sent that was reported, or seen.
func (f Facts) LastSent() (Visit, bool) { return f.lastVisit(OutgoingPaymentSent) }

// LastBounce is the last visit in bounced_back that was reported, or seen.
func (f Facts) LastBounce() (Visit, bool) { return f.lastVisit(BouncedBack) }

// EverSent says whether the money had ever been paid out. What came back had
// been sent, also when the event that said so is missing.
func (f Facts) EverSent() bool {
	path := f.path()
	return lastStep(path, OutgoingPaymentSent) >= 0 || lastStep(path, BouncedBack) >= 0
}

// EverBounced says whether the money had ever come back, by a state or by the
// previous_state of a later one.
func (f Facts) EverBounced() bool { return lastStep(f.path(), BouncedBack) >= 0 }

// BouncedSinceSent says whether the money came back after it was last paid out.
func (f Facts) BouncedSinceSent() bool {
	path := f.path()
	bounced := lastStep(path, BouncedBack)
	return bounced >= 0 && bounced > lastStep(path, OutgoingPaymentSent)
}

// ShowsFunding says whether anything shows that the money had arrived at Wise:
// processing or a later state, also as a previous_state, a payout that failed,
// or a refund.
func (f Facts) ShowsFunding() bool {
	if len(f.Failures) > 0 || len(f.Refunds) > 0 {
		return true
	}
	return slices.ContainsFunc(f.path(), func(s step) bool { return s.state.showsFunding() })
}

// NeverFunded says whether a cancelled transfer may be called unfunded: it was
// seen waiting or initiated right before, no event is missing, and nothing shows
// that money had come in or was taken from a balance.
func (f Facts) NeverFunded() bool {
	n := len(f.Visits)
	if n < 2 || f.Visits[n-1].State != Cancelled || f.HasGap() || f.ShowsFunding() || f.Debited() {
		return false
	}
	before := f.Visits[n-2].State
	return before == IncomingPaymentWaiting || before == IncomingPaymentInitiated
}

// HasGap says whether an event is missing somewhere in the history.
func (f Facts) HasGap() bool {
	return slices.ContainsFunc(f.Visits, func(v Visit) bool { return v.Gap })
}

// Debited says whether a balance is known to have been debited for the transfer.
func (f Facts) Debited() bool {
	return slices.ContainsFunc(f.Movements, func(m Moved) bool { return !m.Credit })
}

// Amount is what was debited for the transfer; false unless exactly one debit is
// known, since state events carry no amount and a sum would be a guess.
func (f Facts) Amount() (money.Amount, bool) {
	found := money.Amount{}
	for _, m := range f.Movements {
		if m.Credit {
			continue
		}
		if found.Known() {
			return money.Amount{}, false
		}
		found = m.Amount
	}
	return found, found.Known()
}
