package wisesim

import (
	"encoding/json"
	"fmt"
	"strconv"
	"time"

	"github.com/shopspring/decimal"

	"transferdesk/internal/transfer"
)

// seconds and millis are how the older and the newer schema versions write times.
const (
	seconds = "2006-01-02T15:04:05Z"
	millis  = "2006-01-02T15:04:05.000Z"
	offset  = "2006-01-02T15:04:05.000+00:00" // payout-failure 2.0.0
)

// timeForm gives the form of a schema version.
func timeForm(version string) string {
	if version >= "4" {
		return millis
	}
	return seconds
}

// seal makes the body of an event from its data, in Wise's order.
func seal(eventType, version, subscription string, data json.RawMessage, sent time.Time) []byte {
	return fmt.Appendf(nil, `{"data":%s,"subscription_id":%s,"event_type":%s,"schema_version":%s,"sent_at":%s}`,
		data, quote(subscription), quote(eventType), quote(version), quote(sent.UTC().Format(timeForm(version))))
}

// seal makes the body of an event that the application's own subscription hears of.
func (w *world) seal(eventType, version string, data json.RawMessage, sent time.Time) []byte {
	return seal(eventType, version, w.app.of(eventType).id, data, sent)
}

// quote writes a text, or null for "", as JSON.
func quote[T ~string](s T) string {
	if s == "" {
		return "null"
	}
	quoted, _ := json.Marshal(string(s)) // a string always marshals
	return string(quoted)
}

// resource begins the data of the transfer events that carry a resource, up to
// its closing brace.
func (p *payment) resource() string {
	return fmt.Sprintf(`{"resource":{"id":%d,"profile_id":%d,"account_id":%d,"type":"transfer"`,
		p.id, p.from.id, p.to.account)
}

// body writes one step of a payment's life as a subscription of some generation
// hears of it.
func (p *payment) body(s step, at, sent time.Time, sub subscription) []byte {
	return p.write(s, at, sent, subscription{sub.of(eventOf(s.kind)).id, versionOf(s, sub.version)})
}

// write writes one step in the subscription's very version.
func (p *payment) write(s step, at, sent time.Time, sub subscription) []byte {
	version := sub.version
	when := at.UTC().Format(timeForm(version))
	switch s.kind {
	case transfer.ActiveCases:
		cases, _ := json.Marshal(append([]string{}, s.cases...)) // strings always marshal
		return seal("transfers#active-cases", version, sub.id, json.RawMessage(fmt.Sprintf(`%s},"active_cases":%s}`, p.resource(), cases)), sent)
	case transfer.PayoutFailure:
		if version == "2.0.0" {
			when = at.UTC().Format(offset)
		}
		return seal("transfers#payout-failure", version, sub.id, json.RawMessage(fmt.Sprintf(
			`{"transfer_id":%d,"profile_id":%d,"failure_reason_code":%s,"failure_description":%s,"occurred_at":"%s"}`,
			p.id, p.from.id, quote(s.code), quote(describe(s.code)), when)), sent)
	case transfer.RefundIssued:
		return seal("transfers#refund", version, sub.id, json.RawMessage(fmt.Sprintf(
			`%s,"refund_amount":%s,"refund_currency":"%s"},"occurred_at":"%s"}`,
			p.resource(), p.part(s.share), p.from.currency, when)), sent)
	case transfer.BalanceUpdate:
		m := movement{p.from, s.credit, p.part(s.share), strconv.FormatInt(p.id, 10), p.id*10 + int64(s.share%7) + 1}
		return m.body(version, when, sent, sub)
	default:
		return seal("transfers#state-change", version, sub.id, json.RawMessage(fmt.Sprintf(
			`%s},"current_state":%s,"previous_state":%s,"occurred_at":"%s"}`,
			p.resource(), quote(s.to), quote(s.from), when)), sent)
	}
}

// versionOf gives the version in which a subscription of that generation hears
// of a step.
func versionOf(s step, generation string) string {
	old := generation != "4.0.0"
	switch {
	case s.kind == transfer.PayoutFailure && (s.code == "TECHNICAL_ISSUE" || s.code == "TECHNICAL_ISSUE_RETRYABLE"):
		return "5.0.0"
	case s.kind == transfer.RefundIssued && old:
		return "1.0.0"
	case s.kind == transfer.BalanceUpdate && old:
		return "2.2.0"
	default:
		return generation
	}
}

// part gives so many per mille of what was paid in.
func (p *payment) part(share int) decimal.Decimal {
	part := p.amount.Mul(decimal.New(int64(share), -3))
	return part.Round(digitsOf(p.from.currency))
}

// movement is money in or out of a balance.
type movement struct {
	of        *profile
	credit    bool
	amount    decimal.Decimal
	reference string
	step      int64
}

// body writes a movement as balances#update.
func (m movement) body(version, when string, sent time.Time, sub subscription) []byte {
	direction := "debit"
	if m.credit {
		direction = "credit"
	}
	rest := m.of.balance % 9973 // what was on the balance besides
	after := strconv.FormatInt(rest, 10)
	if m.credit {
		after = m.amount.Add(decimal.NewFromInt(rest)).String()
	}
	more := ""
	if version != "2.1.0" {
		more += fmt.Sprintf(`,"balance_id":%d`, m.of.balance)
	}
	if version >= "3" {
		more += fmt.Sprintf(`,"step_id":%d,"post_transaction_balance_amount":%s`, m.step, after)
	}
	return seal("balances#update", version, sub.id, json.RawMessage(fmt.Sprintf(
		`{"resource":{"id":%d,"profile_id":%d,"type":"balance-account"},"amount":%s,"currency":"%s","transaction_type":"%s",`+
			`"occurred_at":"%s","transfer_reference":%s,"channel_name":"TRANSFER"%s}`,
		m.of.account, m.of.id, m.amount, m.of.currency, direction, when, quote(m.reference), more)), sent)
}
