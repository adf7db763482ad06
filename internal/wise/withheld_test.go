package wise_test

import (
	"encoding/json"
	"strings"
	"testing"

	"transferdesk/internal/reason"
	"transferdesk/internal/wise"
)

// Where nobody expects a code, one that is for compliance alone is withheld too: a
// currency and the name of an event's type are on every list.
func TestALockedCodeIsWithheldWhereverItStands(t *testing.T) {
	got := decode(swap(t, refund, `"EUR"`, `"SANCTIONS"`))
	if got.Verdict != wise.Readable || got.Transfer.Refund.Currency != reason.LockedCode {
		t.Errorf("the currency: %v, %+v", got.Verdict, got.Transfer)
	}
	got = decode(`{"data":{"resource":{"id":1}},"event_type":"recipients#Location-Hit","schema_version":"1.0.0","sent_at":"2026-11-20T10:00:00Z"}`)
	told, err := json.Marshal(got)
	if err != nil {
		t.Fatal(err)
	}
	if got.EventType != reason.LockedCode || strings.Contains(string(told), "Location-Hit") {
		t.Errorf("the type: %s", told)
	}
	if got := decode(strings.Replace(refund, "transfers#refund", "Transfers#Refund", 1)); reason.IsLocked(got.EventType) {
		t.Errorf("an ordinary type is withheld: %s", got.EventType)
	}
}
