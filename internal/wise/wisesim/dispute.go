package wisesim

import (
	"fmt"
	"time"
)

// dispute is a claim of a customer about a card payment.
type dispute struct {
	*purchase
	id, reason string
	since      time.Duration
}

// claim disputes a payment.
func (p *purchase) claim(reason string) *dispute {
	return &dispute{purchase: p, id: uuidFrom(p.rng), reason: reason}
}

// says tells how a dispute stands.
func (d *dispute) says(least, most time.Duration, status, sub, message string, canWithdraw bool) {
	pause := d.between(least, most)
	if sub != "SUBMITTED" {
		d.since += pause
	}
	since := d.since
	d.tell(pause, pause, "transaction-disputes#update", twice, func(s stamp) string {
		return fmt.Sprintf(`{"resource":{"id":"%s","profile_id":%d,"transaction_id":%d,"type":"transaction-dispute"},"reason":"%s","status":"%s","sub_status":"%s",`+
			`"status_message":"%s","created_at":"%s","created_by":"%d","can_withdraw":%t,"occurred_at":"%s"}`,
			d.id, d.of.id, d.purchase.id, d.reason, status, sub, message, s.write(since), d.of.user, canWithdraw, s.when())
	})
}

// endings are how disputes end.
var endings = [][2]string{
	{"REFUNDED", "Refunded"}, {"REJECTED", "Rejected"}, {"WITHDRAWN", "Withdrawn"}, {"CONFIRMED", "Transaction confirmed"}, {"RECOVERY_UNSUCCESSFUL", "Recovery unsuccessful"},
}

// disputeTales are card payments that the customer disputes.
func disputeTales() []taleKind {
	open := func(t *tale, kind, reason string) *dispute {
		p := t.newCard().use(0, kind)
		p.bought(0, 0)
		d := p.claim(reason)
		d.says(20*time.Hour, 90*time.Hour, "ACTIVE", "SUBMITTED", "Submitted", true)
		return d
	}
	return []taleKind{
		{"a dispute is open", 4, days, func(t *tale) {
			d := open(t, "ECOM_PURCHASE", []string{"NO_REFUND", "WRONG_AMOUNT", "UNWANTED_SUBSCRIPTION"}[t.turn%3])
			d.says(time.Hour, 50*time.Hour, "ACTIVE", "IN_REVIEW", "In review", true)
			d.says(time.Hour, 20*time.Hour, "ACTIVE", "IN_REVIEW", "In review", true)
			if next := []string{"", "REFUND_IN_PROGRESS", "ATTEMPTING_RECOVERY"}[t.turn%3]; next != "" {
				d.says(time.Hour, 20*time.Hour, "ACTIVE", next, "In progress", false)
			}
		}},
		{"a dispute is over", 5, weeks, func(t *tale) {
			d := open(t, "CASH_WITHDRAWAL", "ATM_DISPENSED_NO_FUNDS")
			d.says(time.Hour, 50*time.Hour, "ACTIVE", "IN_REVIEW", "In review", true)
			end := endings[t.turn%len(endings)]
			d.says(90*time.Hour, 200*time.Hour, "CLOSED", end[0], end[1], false)
		}},
	}
}
