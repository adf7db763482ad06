package wisesim_test

import (
	"slices"
	"testing"

	"transferdesk/internal/activity"
	"transferdesk/internal/transfer"
	"transferdesk/internal/wise"
)

// incomingTypes are the event types of incoming money, with their versions.
var incomingTypes = map[string][]string{
	"swift-in#credit":                          {"2.0.0", "3.0.0", "4.0.0", "4.1.0", "4.2.0"},
	"balances#credit":                          {"2.0.0"},
	"balances#account-state-change":            {"2.0.0", "4.0.0"},
	"account-details-order#order-state-change": {"2.0.0", "4.0.0"},
	"account-details-payment#state-change":     {"2.0.0", "4.0.0"},
	"incoming-transfer#credited":               {"4.0.0"},
	"kyc-reviews#state-change":                 {"2.0.0", "4.0.0", "5.0.0"},
	"swift#message-received":                   {"4.0.0"},
}

func TestIncomingMoneyComesInEveryVersionAndIsReadAsItIs(t *testing.T) {
	seen := map[string]bool{}
	for _, d := range lives(100) {
		if _, incoming := incomingTypes[d.EventType]; !incoming {
			continue
		}
		seen[d.EventType+" "+d.SchemaVersion] = true
		if d.Verdict != wise.Readable || d.Activity != nil && len(d.Activity.Flags) > 0 || d.Transfer != nil && len(d.Transfer.Flags) > 0 {
			t.Fatalf("%v, why %q:\n%s", d.Verdict, d.Why, d.Body)
		}
	}
	for eventType, versions := range incomingTypes {
		for _, version := range versions {
			if !seen[eventType+" "+version] {
				t.Errorf("nobody hears of %s %s", eventType, version)
			}
		}
	}
}

func TestStatesOfAccountDetailsAndReviewsAreAllLived(t *testing.T) {
	events := map[activity.Key][]activity.Event{}
	for _, d := range lives(400) {
		if d.Activity != nil {
			events[d.Activity.Key] = append(events[d.Activity.Key], *d.Activity)
		}
	}
	held := map[string]bool{}
	for key, of := range events {
		facts, _ := activity.Fold(key, of)
		held[string(key.Kind)+" "+facts.State()] = true
	}
	for _, want := range []string{
		"details_order PENDING_USER", "details_order PENDING_TW", "details_order REQUIREMENTS_FULFILLED", "details_order DONE",
		"details_payment COMPLETED", "details_payment REFUNDED", "details_payment CANCELLED", "balance INACTIVE", "balance ACTIVE",
		"kyc_review NEW", "kyc_review WAITING_CUSTOMER_INPUT", "kyc_review PROCESSING", "kyc_review PASSED",
	} {
		if !held[want] {
			t.Errorf("nothing ends as %s", want)
		}
	}
}

func TestASwiftCreditAddsUpAndIsBookedAsIsSaid(t *testing.T) {
	type key struct{ profile, second int64 }
	moved := map[key][]transfer.Event{}
	for _, d := range lives(400) {
		if d.Transfer != nil && d.Transfer.Kind.IsMovement() {
			k := key{d.ProfileID, d.Transfer.At.Second().Unix()}
			moved[k] = append(moved[k], *d.Transfer)
		}
	}
	booked, twice, sums := 0, 0, 0
	for _, d := range lives(400) {
		if d.EventType != "swift-in#credit" || d.SchemaVersion == "2.0.0" {
			continue
		}
		s := d.Activity.Detail.Swift
		left := s.Instructed.Value
		for _, fee := range s.Correspondent {
			left = left.Sub(fee.Amount.Value)
		}
		sums += count(!s.Settled.Value.IsPositive() || left.GreaterThan(s.Instructed.Value))
		_, entries := transfer.Fold(0, moved[key{d.ProfileID, d.Activity.At.Second().Unix()}])
		i := slices.IndexFunc(entries, func(e transfer.Entry) bool { return e.Movement.Amount.Equal(s.Settled) })
		booked += count(i >= 0)
		twice += count(i >= 0 && len(entries[i].Sources) > 1)
	}
	if booked < 10 || twice < 3 || sums > 0 {
		t.Errorf("%d credits are booked as they were settled, %d of them told twice, %d do not add up", booked, twice, sums)
	}
}
