package activity_test

import (
	"encoding/json"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"transferdesk/internal/activity"
)

// of is an event of a kind with a detail, so many seconds after ten o'clock.
func of(kind activity.Kind, schema string, seconds int, d activity.Detail) activity.Event {
	e := version(in(activity.Key{Kind: kind, ID: "1"}, "18 10:00:00", "S"), schema)
	e.At.Time = e.At.Time.Add(time.Duration(seconds) * time.Second)
	e.Detail = d
	return e
}

func TestWhatLastsIsKeptAndTheLastEventSaysTheRest(t *testing.T) {
	yes, created := true, clock("1 08:00:00")
	message := func(id, by string, at string) activity.CaseMessage {
		return activity.CaseMessage{ID: id, Type: "FREEFORM", Author: by, At: clock(at)}
	}
	for _, tt := range []struct {
		kind               activity.Kind
		first, later, want activity.Detail
	}{
		{activity.Card, activity.Detail{Card: &activity.CardDetail{Token: "t", LastDigits: "1234", Program: "VISA", ChangedBy: "WISE"}},
			activity.Detail{Card: &activity.CardDetail{Token: "t"}},
			activity.Detail{Card: &activity.CardDetail{Token: "t", LastDigits: "1234", Program: "VISA"}}},
		{activity.CardTransaction, activity.Detail{Transaction: &activity.TransactionDetail{
			Type: "POS_PURCHASE", Decline: "SUSPECTED_FRAUD_SANCTIONS", Reasons: []string{"SUSPECTED_FRAUD_SANCTIONS"}, Debit: &yes,
			Merchant: activity.Merchant{Name: "Shop", City: "Oslo"}, CreatedAt: created, Amount: amount("5", "EUR"), Fees: []activity.Fee{{Type: "ATM"}}}},
			activity.Detail{Transaction: &activity.TransactionDetail{Decline: "CARD_FROZEN", Reasons: []string{"CARD_FROZEN"},
				Merchant: activity.Merchant{Name: "Shop AS"}, Amount: amount("6", "EUR")}},
			activity.Detail{Transaction: &activity.TransactionDetail{
				Type: "POS_PURCHASE", Decline: "CARD_FROZEN", Reasons: []string{"CARD_FROZEN", "SUSPECTED_FRAUD_SANCTIONS"}, Debit: &yes,
				Merchant: activity.Merchant{Name: "Shop AS", City: "Oslo"}, CreatedAt: created, Amount: amount("6", "EUR")}}},
		{activity.SupportCase, activity.Detail{Case: &activity.CaseDetail{Types: []string{"SANCTIONS"}, Changes: []string{"NEW_CASE"}, External: "x-1",
			RefType: "TRANSFER", RefID: "9", CreatedAt: created, Messages: []activity.CaseMessage{message("m1", "PARTNER", "18 09:00:00")}}},
			activity.Detail{Case: &activity.CaseDetail{Types: []string{"OTHER"}, Changes: []string{"NEW_COMMENT"},
				Messages: []activity.CaseMessage{message("m2", "WISE_AGENT", "18 08:00:00"), message("m1", "WISE_AGENT", "18 09:00:00")}}},
			activity.Detail{Case: &activity.CaseDetail{Types: []string{"OTHER", "SANCTIONS"}, Changes: []string{"NEW_COMMENT"}, External: "x-1",
				RefType: "TRANSFER", RefID: "9", CreatedAt: created,
				Messages: []activity.CaseMessage{message("m2", "WISE_AGENT", "18 08:00:00"), message("m1", "WISE_AGENT", "18 09:00:00")}}}},
		{activity.Dispute, activity.Detail{Dispute: &activity.DisputeDetail{Transaction: "t", Reason: "FRAUD", Status: "ACTIVE", SubStatus: "SUBMITTED", CreatedAt: created, CanWithdraw: true}},
			activity.Detail{Dispute: &activity.DisputeDetail{Transaction: "t", Status: "CLOSED"}},
			activity.Detail{Dispute: &activity.DisputeDetail{Transaction: "t", Reason: "FRAUD", Status: "CLOSED", CreatedAt: created}}},
		{activity.KYCReview, activity.Detail{Review: &activity.ReviewDetail{RequiredBy: created, CreatedAt: created, Requirements: []activity.Requirement{{Key: "a"}, {Key: "b"}}}},
			activity.Detail{Review: &activity.ReviewDetail{Requirements: []activity.Requirement{{Key: "b", State: "VERIFIED"}}}},
			activity.Detail{Review: &activity.ReviewDetail{CreatedAt: created, Requirements: []activity.Requirement{{Key: "b", State: "VERIFIED"}}}}},
		{activity.CDDCheck, activity.Detail{CDD: &activity.CDDDetail{Outcome: "OTHER", Required: []string{"x"}, SourceOfIncome: "SALARY"}},
			activity.Detail{CDD: &activity.CDDDetail{}},
			activity.Detail{CDD: &activity.CDDDetail{SourceOfIncome: "SALARY"}}},
		{activity.SwiftCredit, activity.Detail{Swift: &activity.SwiftDetail{Message: "{1:F01", Sender: activity.Party{Name: "A", Bank: "B"}}},
			activity.Detail{Swift: &activity.SwiftDetail{UETR: "u", Sender: activity.Party{Name: "AA"}, Settled: amount("5", "EUR")}},
			activity.Detail{Swift: &activity.SwiftDetail{Message: "{1:F01", UETR: "u", Sender: activity.Party{Name: "AA", Bank: "B"}, Settled: amount("5", "EUR")}}},
		{activity.ProfileState, activity.Detail{Profile: &activity.ProfileDetail{ByCustomer: &yes}},
			activity.Detail{Profile: &activity.ProfileDetail{}}, activity.Detail{Profile: &activity.ProfileDetail{}}},
		{activity.Batch, activity.Detail{Batch: &activity.BatchDetail{Group: "g", ReturnCode: "200"}},
			activity.Detail{Batch: &activity.BatchDetail{}}, activity.Detail{Batch: &activity.BatchDetail{Group: "g"}}},
	} {
		t.Run(string(tt.kind), func(t *testing.T) {
			facts := fold(t, of(tt.kind, "4.0.0", 60, tt.later), of(tt.kind, "4.0.0", 0, tt.first))
			if diff := cmp.Diff(text(t, tt.want), text(t, facts.Detail)); diff != "" {
				t.Errorf("detail (-want +got):\n%s", diff)
			}
		})
	}
}

func text(t *testing.T, d activity.Detail) string {
	t.Helper()
	out, err := json.MarshalIndent(d, "", " ")
	if err != nil {
		t.Fatal(err)
	}
	return string(out)
}

func TestVersionsOfOneEventCompleteEachOther(t *testing.T) {
	yes := true
	old := of(activity.CardTransaction, "2.0.0", 0, activity.Detail{Transaction: &activity.TransactionDetail{
		Confirmed: &yes, Decline: "CARD_FROZEN", Billing: amount("5.1", "EUR"), Amount: amount("5", "GBP")}})
	recent := of(activity.CardTransaction, "10.0.0", 0, activity.Detail{Transaction: &activity.TransactionDetail{Amount: amount("5.00", "GBP"), Step: "AUTH"}})
	facts, entries := activity.Fold(old.Key, deliver(recent, old))
	want := activity.Detail{Transaction: &activity.TransactionDetail{
		Confirmed: &yes, Decline: "CARD_FROZEN", Billing: amount("5.1", "EUR"), Amount: amount("5.00", "GBP"), Step: "AUTH"}}
	if diff := cmp.Diff(text(t, want), text(t, facts.Detail)); diff != "" {
		t.Errorf("facts (-want +got):\n%s", diff)
	}
	if len(entries) != 1 || text(t, entries[0].Detail) != text(t, want) {
		t.Errorf("entries %+v", entries)
	}
}

func TestAWordThatLocksStaysWhateverPlacesIt(t *testing.T) {
	locked := byNothing(of(activity.SupportCase, "2.0.0", 0, activity.Detail{Case: &activity.CaseDetail{Types: []string{"SANCTIONS"}, External: "x"}}))
	plain := of(activity.SupportCase, "2.0.0", 0, activity.Detail{Case: &activity.CaseDetail{Types: []string{"OTHER"}}})
	facts := fold(t, plain, locked)
	if diff := cmp.Diff([]string{"OTHER", "SANCTIONS"}, facts.Detail.Case.Types); diff != "" || facts.Detail.Case.External != "" {
		t.Errorf("external %q, types (-want +got):\n%s", facts.Detail.Case.External, diff)
	}
	declined := byNothing(of(activity.CardTransaction, "2.0.0", 0, activity.Detail{Transaction: &activity.TransactionDetail{Reasons: []string{"SUSPECTED_FRAUD_AML"}, Decline: "SUSPECTED_FRAUD_AML"}}))
	if d := fold(t, declined).Detail.Transaction; d == nil || len(d.Reasons) != 1 || d.Decline != "" {
		t.Errorf("detail %+v, want the reason and nothing else", d)
	}
}
