package wisesim

import (
	"encoding/json"
	"fmt"
	"time"
)

// others sends what is no transfer's life: top-ups, other types of events, test
// notifications, and bodies that are hard or impossible to read.
func (w *world) others(p Plan, post *postman) {
	for i := range max(3, p.Transfers/12) {
		at := p.ago(w.within(time.Hour, day(p.Days)))
		w.topUp(w.profiles[w.rng.IntN(len(w.profiles))], i, at, post)
	}
	for i := range max(len(otherTypes()), p.Transfers/20) {
		types := otherTypes()
		at := p.ago(w.within(time.Hour, day(p.Days))).Truncate(time.Second)
		o := types[i%len(types)]
		owner := w.profiles[w.rng.IntN(len(w.profiles))]
		post.post(seal(o.name, o.version, w.app.id, o.data(owner, at, i), at.Add(time.Second)), at.Add(time.Second))
	}
	for i := range 4 {
		at := p.ago(day(i * p.Days / 4)).Add(-time.Hour)
		post.test(testNotification(at, i), at)
	}
	at := p.ago(26 * time.Hour).Truncate(time.Second)
	for i, body := range w.strange(at) {
		post.post(body, at.Add(time.Duration(i)*time.Second))
	}
}

// topUp credits a balance; in all four versions of balances#update.
func (w *world) topUp(owner *profile, i int, at time.Time, post *postman) {
	version := []string{"2.1.0", "2.2.0", "3.0.0", "4.0.0"}[i%4]
	m := movement{owner, true, w.amount(owner.currency), w.topUpReference(), 700_000 + int64(i)}
	post.post(m.body(version, at.UTC().Format(timeForm(version)), at.Add(time.Second), w.app), at.Add(time.Second))
}

// otherType is an event type that carries no transfer's life.
type otherType struct {
	name, version string
	data          func(owner *profile, at time.Time, n int) json.RawMessage
}

// otherTypes are some of Wise's other event types.
func otherTypes() []otherType {
	return []otherType{
		{"profiles#verification-state-change", "2.0.0", func(o *profile, at time.Time, n int) json.RawMessage {
			state := []string{"verified", "not_verified"}[n/9%2]
			return json.RawMessage(fmt.Sprintf(`{"resource":{"type":"profile","id":%d},"current_state":"%s","occurred_at":"%s"}`, o.id, state, at.UTC().Format(seconds)))
		}},
		{"profiles#cdd-check-state-change", "2.0.0", func(o *profile, at time.Time, _ int) json.RawMessage {
			return json.RawMessage(fmt.Sprintf(`{"resource":{"type":"profile","id":%d},"current_state":"EVIDENCE_REQUIRED","review_outcome":"DOCUMENT_POOR_QUALITY",`+
				`"required_evidences":["SOURCE_OF_INCOME"],"source_of_income":"SALARY","occurred_at":"%s"}`, o.id, at.UTC().Format(seconds)))
		}},
		{"cards#card-order-status-change", "2.0.0", func(o *profile, at time.Time, n int) json.RawMessage {
			return json.RawMessage(fmt.Sprintf(`{"resource":{"type":"card","profile_id":"%d","client_id":"our-desk","card_token":"3f0a9c51-0000-4000-8000-%012d"},`+
				`"order_id":"%dL","order_status":"PRODUCED","delivery_vendor":"DHL","occurred_at":"%s"}`, o.id, n, 1000+n, at.UTC().Format(seconds)))
		}},
		{"cards#transaction-state-change", "2.0.0", func(o *profile, at time.Time, n int) json.RawMessage {
			return json.RawMessage(fmt.Sprintf(`{"resource":{"profile_id":%d,"client_id":"our-desk","card_token":"3f0a9c51-0000-4000-8000-%012d","card_last_digits":"4417","type":"card"},`+
				`"transaction_id":%d,"transaction_type":"POS_PURCHASE","transaction_state":"COMPLETED","decline_reason":null,`+
				`"transaction_amount":{"value":%d.20,"currency":"%s"},"occurred_at":"%s"}`, o.id, n, 880_000+n, 3+n%90, o.currency, at.UTC().Format(seconds)))
		}},
		{"batch-payment-initiations#state-change", "2.0.0", func(o *profile, at time.Time, n int) json.RawMessage {
			return json.RawMessage(fmt.Sprintf(`{"resource":{"id":%d,"batchGroupId":"7c1e186d-9632-4937-b753-%012d","profileId":%d},"previousStatus":"NEW",`+
				`"newStatus":"COMPLETED","occurredAt":"%s","returnCode":"200"}`, 60_000+n, n, o.id, at.UTC().Format("2006-01-02T15:04:05.000000Z")))
		}},
		{"bulk-settlement#payment-received", "3.0.0", func(_ *profile, at time.Time, n int) json.RawMessage {
			return json.RawMessage(fmt.Sprintf(`{"resource":{"settlement_reference":"TPFB%07d","source_currency":"GBP","source_amount":-%d.1,"target_amount":%d.1,`+
				`"amount_matched":true},"occurred_at":"%s"}`, n, 1000+n, 1000+n, at.UTC().Format(seconds)))
		}},
	}
}
