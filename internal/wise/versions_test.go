package wise_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"transferdesk/internal/wise"
)

// documented are all event types with the schema versions that Wise documents;
// refund 1.0.0, swift-in#credit 2.0.0 and balances#credit are of its older pages.
var documented = map[string]string{
	"account-details-order#order-state-change": "2.0.0 4.0.0",
	"account-details-payment#state-change":     "2.0.0 4.0.0",
	"balances#account-state-change":            "2.0.0 4.0.0",
	"balances#credit":                          "2.0.0",
	"balances#update":                          "2.1.0 2.2.0 3.0.0 4.0.0",
	"batch-payment-initiations#state-change":   "2.0.0 4.0.0",
	"bulk-settlement#payment-received":         "2.0.0 3.0.0 4.0.0",
	"cards#3ds-challenge":                      "2.0.0 4.0.0",
	"cards#card-order-status-change":           "2.0.0 4.0.0",
	"cards#card-production-status-change":      "2.0.0 4.0.0",
	"cards#card-status-change":                 "2.0.0 4.0.0",
	"cards#manual-provisioning-verification":   "2.0.0",
	"cards#transaction-state-change":           "2.0.0 2.1.0 4.0.0",
	"hold-limit-breach#update":                 "4.0.0",
	"incoming-transfer#credited":               "4.0.0",
	"kyc-reviews#state-change":                 "2.0.0 4.0.0 5.0.0",
	"partner-support#case-changed":             "2.0.0 4.0.0 5.0.0",
	"profiles#cdd-check-state-change":          "2.0.0 4.0.0",
	"profiles#overdraft-limit-threshold":       "2.0.0 4.0.0",
	"profiles#state-change":                    "2.0.0 4.0.0",
	"profiles#verification-state-change":       "2.0.0 4.0.0",
	"recipients#state-change":                  "4.0.0",
	"swift#message-received":                   "4.0.0",
	"swift-in#credit":                          "2.0.0 3.0.0 4.0.0 4.1.0 4.2.0",
	"transaction-disputes#update":              "2.0.0 4.0.0",
	"transfers#active-cases":                   "2.0.0 4.0.0",
	"transfers#payout-failure":                 "2.0.0 4.0.0 5.0.0",
	"transfers#refund":                         "1.0.0 2.0.0 4.0.0",
	"transfers#state-change":                   "2.0.0 4.0.0",
	"users#state-change":                       "2.0.0 4.0.0",
}

// TestExactlyTheDocumentedVersionsAreKnown shows of every type which versions are
// known: of a known one an empty body is unreadable, of any other it is kept.
func TestExactlyTheDocumentedVersionsAreKnown(t *testing.T) {
	types := wise.EventTypes()
	if len(types) != len(documented) {
		t.Errorf("%d types are read, %d are documented", len(types), len(documented))
	}
	for eventType, versions := range documented {
		if !slices.Contains(types, eventType) {
			t.Errorf("%s is not read", eventType)
		}
		for _, version := range strings.Fields("1.0.0 2.0.0 2.1.0 2.2.0 3.0.0 4.0.0 4.1.0 4.2.0 5.0.0 6.0.0") {
			got := decode(fmt.Sprintf(`{"data":{},"event_type":%q,"schema_version":%q}`, eventType, version))
			known := slices.Contains(strings.Fields(versions), version)
			if (got.Verdict == wise.Unreadable && strings.HasPrefix(got.Why, "field_missing:")) != known || (got.Why == "unknown_version") == known {
				t.Errorf("%s %s: %v, why %q; documented: %v", eventType, version, got.Verdict, got.Why, known)
			}
		}
	}
}

// TestEveryTypeIsReadWithoutAFlag holds that an example of each type is as it should be.
func TestEveryTypeIsReadWithoutAFlag(t *testing.T) {
	seen := map[string]bool{}
	for _, body := range bodies() {
		got := decode(body)
		seen[got.EventType] = true
		if odd := slices.DeleteFunc(flags(got), func(flag string) bool { return flag == "odd_uetr" }); got.Verdict != wise.Readable || len(odd) > 0 {
			t.Errorf("%s %s: %v, why %q, flags %v", got.EventType, got.SchemaVersion, got.Verdict, got.Why, odd)
		}
	}
	for eventType := range documented {
		if !seen[eventType] {
			t.Errorf("no example of %s", eventType)
		}
	}
}

// TestATypeInAVersionToComeIsReadWhereItSaysTheSame holds for every type that what
// says the same under a new number is applied, and flagged.
func TestATypeInAVersionToComeIsReadWhereItSaysTheSame(t *testing.T) {
	for _, body := range bodies() {
		now := decode(body)
		then := decode(swap(t, body, `"schema_version":"`+now.SchemaVersion, `"schema_version":"9.0.0`))
		if then.Verdict != wise.Readable || !slices.Contains(flags(then), "unknown_version") {
			t.Errorf("%s: %v, why %q, flags %v", now.EventType, then.Verdict, then.Why, flags(then))
		}
		if then.TransferID != now.TransferID || then.ProfileID != now.ProfileID || !then.OccurredAt.Equal(now.OccurredAt) {
			t.Errorf("%s: transfer %d, profile %d at %v, was %d, %d at %v", now.EventType,
				then.TransferID, then.ProfileID, then.OccurredAt, now.TransferID, now.ProfileID, now.OccurredAt)
		}
	}
}
