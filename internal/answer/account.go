package answer

import (
	"time"

	"transferdesk/internal/customer"
	"transferdesk/internal/evidence"
	"transferdesk/internal/reason"
)

// Account is everything that can be said about the state of a customer's account.
type Account struct {
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
	Works        Sentence   // what works until then, and what does not
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
	return Account{}
}
