package wise

import (
	"testing"
	"time"

	"transferdesk/internal/evidence"
)

// BenchmarkDecode measures what the projector pays for one state change.
func BenchmarkDecode(b *testing.B) {
	body := []byte(`{"data":{"resource":{"id":50000231,"profile_id":16454512,"account_id":14203630,"type":"transfer"},` +
		`"current_state":"processing","previous_state":"incoming_payment_waiting","occurred_at":"2026-09-22T12:51:02Z"},` +
		`"subscription_id":"7aa8c662-a2dc-4741-8c09-84101c92109f","event_type":"transfers#state-change",` +
		`"schema_version":"2.0.0","sent_at":"2026-09-22T12:51:03Z"}`)
	src := evidence.Source{ReceivedAt: time.Date(2026, 9, 22, 12, 51, 4, 0, time.UTC)}
	b.ReportAllocs()
	for b.Loop() {
		if Decode(body, src).Verdict != Readable {
			b.Fatal("not readable")
		}
	}
}
