package wisesim

import (
	"fmt"
	"strconv"
	"time"

	"github.com/shopspring/decimal"
)

// micros is how batch-payment-initiations 2.0.0 writes times.
const micros = "2006-01-02T15:04:05.000000Z"

// batch tells how the funding of a batch goes on. The old version writes newStatus,
// as in Wise's own example.
func (t *tale) batch(least, most time.Duration, group, from, to, code string) {
	t.tell(least, most, "batch-payment-initiations#state-change", twice, func(s stamp) string {
		form := `{"resource":{"id":%d,"batch_group_id":"%s","profile_id":%d},"previous_status":"%s","current_status":"%s","occurred_at":"%s","return_code":"%s"}`
		when := s.when()
		if s.version == "2.0.0" {
			form = `{"resource":{"id":%d,"batchGroupId":"%s","profileId":%d},"previousStatus":"%s","newStatus":"%s","occurredAt":"%s","returnCode":"%s"}`
			when = s.at.UTC().Format(micros)
		}
		return fmt.Sprintf(form, 60_000+t.n, group, t.of.id, from, to, when, code)
	})
}

// settle tells that our money has come to Wise. It names no customer.
func (t *tale) settle(least, most time.Duration, short int64) {
	t.of = nil
	paid := decimal.New(10_000_00+t.rng.Int64N(900_000_00), -2)
	came := paid.Sub(decimal.New(short, -2))
	t.tell(least, most, "bulk-settlement#payment-received", []string{"2.0.0", "3.0.0", "4.0.0"}, func(s stamp) string {
		received := ""
		if s.version == "2.0.0" {
			received = fmt.Sprintf(`"received_amount":%s,`, came.Div(decimal.New(2, 0)).StringFixed(2))
		}
		return fmt.Sprintf(`{"resource":{"settlement_reference":"TPFB%07d","source_currency":"GBP",%s"source_amount":%s,"target_amount":%s,"amount_matched":%t},"occurred_at":"%s"}`,
			t.n, received, paid.Neg().StringFixed(2), came.StringFixed(2), short == 0, s.when())
	})
}

// account tells of one of the customer's recipients, or of one of its own.
func (t *tale) account(least, most time.Duration, to recipient, state string) {
	id := uuidFrom(t.rng)
	t.tell(least, most, "recipients#state-change", []string{"4.0.0"}, func(s stamp) string {
		return fmt.Sprintf(`{"resource":{"id":"%s","occurred_at":"%s","data":{"recipientId":%d,"profileId":%d,"currency":"%s","state":"%s","clientId":"our-desk"}}}`,
			id, s.when(), to.account, t.of.id, to.currency, state)
	})
}

// breach tells that a customer holds more than the law lets, or no longer.
func (t *tale) breach(least, most, since time.Duration, state, closing string) {
	pause := t.between(least, most)
	t.tell(pause, pause, "hold-limit-breach#update", []string{"4.0.0"}, func(s stamp) string {
		created := since
		if state == "CLOSED" {
			created += pause
		}
		return fmt.Sprintf(`{"resource":{"type":"hold-limit-breach","hold_limit_breach_id":%d,"profile_id":%d},"amount":%d.50,"currency":"MYR","state":"%s",`+
			`"closing_reason":%s,"created_at":"%s","updated_at":"%s","occurred_at":"%s"}`,
			7000+t.n, t.of.id, 900+t.n%700, state, quote(closing), s.write(created), s.when(), s.when())
	})
}

// overdraft tells how much of the overdraft is used; the event has no time of its own.
func (t *tale) overdraft(least, most time.Duration, percent int64) {
	t.tell(least, most, "profiles#overdraft-limit-threshold", twice, func(stamp) string {
		return fmt.Sprintf(`{"resource":{"type":"profile","id":%d},"overdraft":{"used":%d.00,"limit":5000.00,"profile_limit_currency":"%s","limit_usage_percentage":%s}}`,
			t.of.id, 50*percent, t.of.currency, strconv.FormatInt(percent, 10)+".0")
	})
}

// moneyTales are batches, settlements, recipients and limits.
func moneyTales() []taleKind {
	return []taleKind{
		{"a batch is funded", 5, anyTime, func(t *tale) {
			group := uuidFrom(t.rng)
			t.batch(0, 0, group, "NEW", "PROCESSING", "200")
			t.batch(time.Minute, 5*time.Hour, group, "PROCESSING", "COMPLETED", "200")
		}},
		{"a batch is not funded", 2, weeks, func(t *tale) {
			group := uuidFrom(t.rng)
			t.batch(0, 0, group, "NEW", "PROCESSING", "200")
			if t.turn%2 == 0 {
				t.batch(time.Minute, 5*time.Hour, group, "PROCESSING", "FAILED", "AM04")
				return
			}
			t.batch(time.Minute, 5*time.Hour, group, "PROCESSING", "COMPLETED", "200")
			t.batch(50*time.Hour, 200*time.Hour, group, "COMPLETED", "CHARGED_BACK", "MD06")
		}},
		{"a settlement matches", 6, anyTime, func(t *tale) { t.settle(0, 0, 0) }},
		{"a settlement does not match", 2, weeks, func(t *tale) { t.settle(0, 0, 12_50) }},
		{"a recipient is made and changed", 6, anyTime, func(t *tale) {
			to := recipient{account: 19_000_000 + t.n, currency: t.of.currency}
			t.account(0, 0, to, "CREATE")
			t.account(time.Hour, 200*time.Hour, to, "UPDATE")
		}},
		{"a recipient is removed", 3, weeks, func(t *tale) {
			to := t.of.recipients[len(t.of.recipients)-1]
			t.account(0, 0, to, []string{"DEACTIVATE", "DELETE", "OBFUSCATE"}[t.turn%3])
		}},
		{"a customer holds too much", 2, days, func(t *tale) { t.breach(0, 0, 0, "OPEN", "") }},
		{"a customer held too much", 2, weeks, func(t *tale) {
			t.breach(0, 0, 0, "OPEN", "")
			t.breach(20*time.Hour, 90*time.Hour, 0, "CLOSED", []string{"AUTOMATICALLY_RESOLVED", "MANUALLY_RESOLVED"}[t.turn%2])
		}},
		{"an overdraft is used up", 2, weeks, func(t *tale) {
			for _, percent := range []int64{50, 80, 100} {
				t.overdraft(20*time.Hour, 50*time.Hour, percent)
			}
		}},
	}
}
