package answer

import (
	"time"

	"transferdesk/internal/customer"
	"transferdesk/internal/evidence"
	"transferdesk/internal/reason"
	"transferdesk/internal/when"
)

// Account is everything that can be said about the state of a customer's account:
// of the user's, or of one profile's.
type Account struct {
	OfProfile    bool               // false: the user's
	State        customer.UserState // as Wise spells it; "" when no event has told
	Type         string             // deactivation_type as sent; "" when absent
	Reason       string             // deactivation_reason as sent; "" when absent
	Label        string             // the state in words: "Can withdraw only"
	Tone         Tone
	Headline     Sentence
	SinceAt      time.Time  // when the state began; zero when no event has told
	Until        *time.Time // the UTC day on which 90 calendar days end; nil unless WITHDRAW_ONLY
	DaysLeft     int        // calendar days (UTC) to Until; negative when over
	Over         bool       // Until has passed, and Wise has not reported the closing
	TokensDead   bool       // it was deactivated before: tokens from then stay dead
	Works        Sentence   // what works now, and what does not
	WhoActs      reason.Who // who can do something about it
	Appealable   *bool      // nil: the deactivation type is missing, or there is nothing to appeal
	Appeal       Sentence   // what may be done about it; empty when the account is active
	Why          Sentence   // the reason, or that there is none to pass on; empty when the account is active
	CustomerText Sentence   // the only text that may go to a customer
	Flags        []Flag
	Evidence     evidence.IDs // of all sentences
}

// ForAccount says what the user's account can do, until when, and what may be
// done about it. The 90 days count in UTC; other dates are in zone.
func ForAccount(f customer.UserFacts, now time.Time, zone *time.Location) Account {
	return forAccount(f, false, now, zone)
}

// forAccount speaks of a user's account or of a profile.
func forAccount(f customer.UserFacts, ofProfile bool, now time.Time, zone *time.Location) Account {
	held, _ := f.Held()
	a := Account{
		OfProfile: ofProfile,
		State:     held.State, Type: held.Type, Reason: held.Reason, SinceAt: held.At,
		Label: stateLabel(held.State, ofProfile), Tone: Neutral, WhoActs: reason.Us,
		Appealable: f.Appealable(), TokensDead: f.EverDeactivated(), Flags: historyFlags(f, zone), Evidence: held.Evidence,
	}
	a.countDown(f, now)
	words := a.sayState(f, when.Date(held.At, now, zone))
	a.Headline = sentence(fit([]string{words.headline}), held.Evidence)
	a.Works = sentence(words.works, held.Evidence)
	a.CustomerText = sentence(string(words.customer), held.Evidence)
	if a.Restricted() {
		a.Appeal = sentence(a.appeal(), held.Evidence)
		a.Why = sentence(a.why(), held.Evidence)
	}
	for _, flag := range a.Flags {
		a.Evidence = evidence.Union(a.Evidence, flag.Evidence)
	}
	return a
}

// Restricted says whether not everything works: WITHDRAW_ONLY, DEACTIVATED, or a
// profile that is VIEW_ONLY.
func (a *Account) Restricted() bool {
	return a.State == customer.WithdrawOnly || a.State == customer.Deactivated || a.OfProfile && a.State == customer.ViewOnly
}

// stateLabel is AccountLabel, with the state that only a profile can be in.
func stateLabel(s customer.UserState, ofProfile bool) string {
	if ofProfile && s == customer.ViewOnly {
		return "View only"
	}
	return AccountLabel(s)
}

// AccountLabel is an account state in words. One that we do not know is shown as
// it came, made visible.
func AccountLabel(s customer.UserState) string {
	switch s {
	case customer.Active:
		return "Active"
	case customer.WithdrawOnly:
		return "Can withdraw only"
	case customer.Deactivated:
		return "Deactivated"
	case "":
		return "Not known"
	}
	return reason.Visible(string(s))
}

// countDown sets the day on which the 90 calendar days end, and what is left of them.
func (a *Account) countDown(f customer.UserFacts, now time.Time) {
	until, ok := f.Until()
	if !ok {
		return
	}
	a.Until = &until
	a.DaysLeft = when.Days(now, until)
	a.Over = a.DaysLeft < 0
}
