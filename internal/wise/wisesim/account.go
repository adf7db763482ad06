package wisesim

import (
	"encoding/json"
	"fmt"
	"time"

	"transferdesk/internal/customer"
)

// change is one users#state-change.
type change struct {
	ago          time.Duration
	from, to     customer.UserState
	kind, reason string // deactivation_type and deactivation_reason; "" leaves them out
	impossible   bool   // occurred_at is written as in Wise's own example: 12:34:567Z
}

// accountLives are the ways in which an account gets restricted, and out of it.
func accountLives() [][]change {
	const active, only, gone = customer.Active, customer.WithdrawOnly, customer.Deactivated
	return [][]change{
		{{day(20), active, only, customer.AccountSuspension, "", false}, {day(12), only, only, customer.AccountSuspension, "", false}},
		{{day(57), active, only, customer.AccountClosure, "", false}},
		{{day(9), active, only, "", "", false}},
		{{day(44), active, only, customer.AccountClosure, "REQUESTED_BY_CUSTOMER_CS", false}, {day(6), only, gone, customer.AccountClosure, "REQUESTED_BY_CUSTOMER_CS", false}},
		{{day(30), active, gone, customer.AccountSuspension, "", false}, {day(15), gone, active, "", "", false}},
		{{day(3), active, only, customer.AccountSuspension, "REQUESTED_BY_CUSTOMER_CS", true}},
		{{day(25), active, only, customer.AccountSuspension, "", false}, {day(21), only, active, "", "", false}},
	}
}

// accounts restricts some customers' accounts, and opens a support case that
// tells which user has which profile.
func (w *world) accounts(p Plan, post *postman) {
	lives := accountLives()
	for i := range max(1, p.Transfers/100) {
		owner := w.profiles[(3+i*5)%len(w.profiles)]
		for _, c := range lives[i%len(lives)] {
			if c.ago > day(p.Days) {
				continue
			}
			at := p.ago(c.ago).Add(w.within(0, 6*time.Hour)).Truncate(time.Second)
			post.post(c.body(owner, at, w.app.of("users#state-change")), at.Add(time.Second))
		}
		at := p.ago(day(min(p.Days, 2))).Add(w.within(0, time.Hour)).Truncate(time.Second)
		post.post(openedCase(owner, 100+i, at, w.app.of("partner-support#case-changed")), at.Add(2*time.Second))
	}
}

// body writes the change.
func (c change) body(owner *profile, at time.Time, sub subscription) []byte {
	when := at.UTC().Format(seconds)
	if c.impossible {
		when = at.UTC().Format("2006-01-02T15:04:05") + "7Z"
	}
	more := ""
	if c.kind != "" {
		more += `,"deactivation_type":` + quote(c.kind)
	}
	if c.reason != "" {
		more += `,"deactivation_reason":` + quote(c.reason)
	}
	return seal("users#state-change", "2.0.0", sub.id, json.RawMessage(fmt.Sprintf(
		`{"resource":{"id":%d,"type":"user"},"previous_state":%s,"current_state":%s%s,"occurred_at":"%s"}`,
		owner.user, quote(c.from), quote(c.to), more, when)), at.Add(time.Second))
}

// openedCase writes a case about a customer.
func openedCase(owner *profile, id int, at time.Time, sub subscription) []byte {
	return seal("partner-support#case-changed", "2.0.0", sub.id, json.RawMessage(fmt.Sprintf(
		`{"resource":{"case_id":%d,"case_type":"GENERAL_ENQUIRY","details":{"transfer_id":null,"user_id":%d,"profile_id":%d},`+
			`"status":"OPEN","type":"partner-support-case"},"type":"NEW_CASE","occurred_at":"%s"}`,
		id, owner.user, owner.id, at.UTC().Format(seconds))), at.Add(2*time.Second))
}
