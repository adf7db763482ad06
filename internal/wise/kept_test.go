package wise_test

import (
	"testing"

	"transferdesk/internal/wise"
)

func TestABodyThatIsKeptNamesWhomItIsAbout(t *testing.T) {
	type ids struct{ transfer, profile, user int64 }
	tests := []struct {
		name, eventType, data string
		want                  ids
	}{
		{"a profile by its resource", "profiles#verification-state-change", `{"resource":{"type":"profile","id":111}}`, ids{profile: 111}},
		{"a profile without a resource type", "profiles#overdraft-limit-threshold", `{"resource":{"id":111}}`, ids{profile: 111}},
		{"a user of a type to come", "users#renamed", `{"resource":{"id":7}}`, ids{user: 7}},
		{"a transfer of a type to come", "transfers#transfer-suspension", `{"resource":{"type":"transfer","id":5,"profile_id":6}}`, ids{5, 6, 0}},
		{"an owner beside the resource", "account-details-order#order-state-change", `{"profile_id":6}`, ids{profile: 6}},
		{"camel case", "kyc-reviews#state-change", `{"resource":{"id":"8d0c","profileId":6}}`, ids{profile: 6}},
		{"a recipient's profile", "recipients#state-change", `{"resource":{"id":"x","data":{"recipientId":9,"profileId":6}}}`, ids{profile: 6}},
		{"a support case", "partner-support#case-changed", `{"resource":{"case_id":1,"details":{"transfer_id":5,"user_id":7,"profile_id":6}}}`, ids{5, 6, 7}},
		{"a support case without a transfer", "partner-support#case-changed", `{"resource":{"details":{"transfer_id":null,"user_id":7,"profile_id":6}}}`, ids{0, 6, 7}},
		{"a payment from abroad of a type to come", "swift-in#recalled", `{"action":{"id":5,"profile_id":6,"account_id":9},"resource":{"id":"55555"}}`, ids{5, 6, 0}},
		{"a card order, whose profile is a text", "cards#card-order-status-change", `{"resource":{"type":"card","profile_id":"123456"}}`, ids{profile: 123456}},
		{"two different profiles", "cards#made-up", `{"profile_id":1,"resource":{"profile_id":2}}`, ids{}},
		{"one profile twice", "cards#made-up", `{"profile_id":1,"resource":{"profile_id":1}}`, ids{profile: 1}},
		{"ids that are none", "cards#made-up", `{"profile_id":1.5,"transfer_id":-3,"user_id":"x7"}`, ids{}},
		{"no data", "cards#made-up", `null`, ids{}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got := decode(`{"data":` + test.data + `,"event_type":"` + test.eventType + `","schema_version":"3.0.0"}`)
			if got.Verdict != wise.Kept {
				t.Fatalf("%v, why %q", got.Verdict, got.Why)
			}
			if has := (ids{got.TransferID, got.ProfileID, got.UserID}); has != test.want {
				t.Errorf("names %+v, want %+v", has, test.want)
			}
		})
	}
}

func TestAKeptBodyIsPlacedByItsOwnTime(t *testing.T) {
	for _, data := range []string{
		`{"occurred_at":"2026-09-22T12:51:02Z"}`, `{"occurredAt":"2026-09-22T12:51:02Z"}`, `{"modification_time":"2026-09-22T12:51:02Z"}`,
		`{"resource":{"updatedAt":"2026-09-22T12:51:02Z"}}`, `{"resource":{"occurred_at":"2026-09-22T12:51:02Z"}}`,
	} {
		got := decode(`{"data":` + data + `,"event_type":"a#b","sent_at":"2026-09-22T12:51:03Z"}`)
		if !got.OccurredAt.Equal(occurred) {
			t.Errorf("%s: occurred at %v", data, got.OccurredAt)
		}
	}
}

func TestTheEnvelopeIsCut(t *testing.T) {
	long := make([]byte, 10_000)
	for i := range long {
		long[i] = "é"[i%2]
	}
	got := decode(`{"event_type":"` + string(long) + `","schema_version":"` + string(long) + `","subscription_id":"` + string(long) + `"}`)
	for _, text := range []string{got.EventType, got.SchemaVersion, got.Subscription} {
		if len(text) != 203 { // 200 bytes and an ellipsis
			t.Errorf("kept %d bytes", len(text))
		}
	}
}
