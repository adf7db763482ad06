package wise_test

import (
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"transferdesk/internal/activity"
	"transferdesk/internal/evidence"
	"transferdesk/internal/wise"
)

func TestADisputeIsReadInEveryVersion(t *testing.T) {
	created := time.Date(2026, 9, 20, 6, 17, 12, 0, time.UTC)
	d := activity.DisputeDetail{Transaction: "88001", Reason: "WRONG_AMOUNT", Status: "CLOSED", SubStatus: "WITHDRAWN", Message: "Withdrawn", CreatedAt: created, CanWithdraw: true}
	want := named(activity.Dispute, "39f893e3-4b0c", "WITHDRAWN", "222\x1f88001\x1fWRONG_AMOUNT\x1fCLOSED\x1ftrue\x1f2026-09-20T06:17:12Z", activity.Detail{Dispute: &d})
	readsBoth(t, dispute, want)
	leads(t, dispute, wise.Handle{Kind: wise.HandleDispute, Text: "39f893e3-4b0c"}, wise.Handle{Kind: wise.HandlePayment, Text: "88001"})
	for _, none := range []string{`"sub_status":null,`, `"sub_status":"",`, ""} {
		got := decode(swap(t, dispute, `"sub_status":"WITHDRAWN",`, none))
		if got.Activity == nil || got.Activity.State != "CLOSED" || len(flags(got)) != 0 {
			t.Errorf("with %q the state is %+v, why %q", none, got.Activity, got.Why)
		}
	}
}

func TestASupportCaseIsReadInEveryVersion(t *testing.T) {
	c := activity.CaseDetail{Types: []string{"GENERAL_ENQUIRY"}, Changes: []string{"NEW_CASE"}}
	want := named(activity.SupportCase, "136", "PENDING", "222\x1f333\x1f12345678\x1fGENERAL_ENQUIRY\x1fNEW_CASE", activity.Detail{Case: &c})
	want.Transfer, want.User = 12345678, 333
	readsBoth(t, supportCase4, want)
	leads(t, supportCase4, wise.Handle{Kind: wise.HandleCase, Text: "136"})

	early := time.Date(2026, 9, 20, 8, 0, 0, 0, time.UTC)
	c = activity.CaseDetail{
		Types: []string{"FREEFORM", "PAYMENTS", "RECALL", "RECIPIENT_SANCTION_HIT_REQUEST"}, External: "desk-9", RefType: "TRANSFER", RefID: "12345678", CreatedAt: early,
		Messages: []activity.CaseMessage{{ID: "m-1", Type: "FREEFORM", Author: "PARTNER", At: early},
			{ID: "m-2", Type: "RECIPIENT_SANCTION_HIT_REQUEST", Author: "WISE_AGENT", At: occurred.Add(-2 * time.Second)}},
	}
	want = named(activity.SupportCase, "136", "WAITING_CUSTOMER_INPUT", "222\x1fPAYMENTS,RECALL\x1fdesk-9\x1fTRANSFER\x1f12345678\x1fm-1,m-2", activity.Detail{Case: &c})
	want.Transfer = 12345678
	got := reads(t, supportCase5, said(supportCase5, "5.0.0", millis, want))
	leads(t, supportCase5, wise.Handle{Kind: wise.HandleCase, Text: "136"}, wise.Handle{Kind: wise.HandleCase, Text: "desk-9"})
	if !got.OccurredAt.Equal(occurred) {
		t.Errorf("occurred at %v", got.OccurredAt)
	}
}

func TestWhatLocksASupportCaseIsNeverLost(t *testing.T) {
	for name, tt := range map[string]struct {
		body string
		want []string
	}{
		"the type that Wise documents, where it sends another name": {swap(t, supportCase4, `"partner-support-case"`, `"SANCTIONS"`), []string{"GENERAL_ENQUIRY", "SANCTIONS"}},
		"that type alone":       {swap(t, supportCase4, `"partner-support-case"`, `"SANCTIONS"`, `"case_type":"GENERAL_ENQUIRY",`, ""), []string{"SANCTIONS"}},
		"the sub-type":          {swap(t, supportCase5, "RECALL", "REFERENCE_LOCATION_HIT"), []string{"FREEFORM", "PAYMENTS", "RECIPIENT_SANCTION_HIT_REQUEST", "REFERENCE_LOCATION_HIT"}},
		"a message's type":      {supportCase5, []string{"FREEFORM", "PAYMENTS", "RECALL", "RECIPIENT_SANCTION_HIT_REQUEST"}},
		"a version to come":     {swap(t, supportCase4, `"4.0.0"`, `"6.0.0"`), []string{"GENERAL_ENQUIRY"}},
		"the new names to come": {swap(t, supportCase5, `"5.0.0"`, `"6.0.0"`, "RECALL", "SANCTIONS"), []string{"FREEFORM", "PAYMENTS", "RECIPIENT_SANCTION_HIT_REQUEST", "SANCTIONS"}},
	} {
		got := decode(tt.body)
		if got.Verdict != wise.Readable {
			t.Errorf("%s: %v, why %q", name, got.Verdict, got.Why)
			continue
		}
		if d := cmp.Diff(tt.want, got.Activity.Detail.Case.Types); d != "" {
			t.Errorf("%s (-want +got):\n%s", name, d)
		}
	}
	check(t, []badInput{
		{"a case without any type could be one for compliance", swap(t, supportCase4, `"case_type":"GENERAL_ENQUIRY",`, ""), wise.Unreadable, "field_missing:data.resource.case_type"},
		{"so could one of 5.0.0", swap(t, supportCase5, `"type":"PAYMENTS",`, ""), wise.Unreadable, "field_missing:data.resource.type"},
	})
}

func TestASupportCaseNamesATransferOnlyWhereItIsOne(t *testing.T) {
	reference := func(kind, id string) string {
		return swap(t, supportCase5, `{"type":"TRANSFER","referenceId":"12345678"}`, `{"type":"`+kind+`","referenceId":"`+id+`"}`)
	}
	for _, tt := range []struct {
		body string
		want int64
	}{
		{reference("transfer", "7"), 7}, {reference("TRANSFER", "BNK-7"), 0}, {reference("TRANSFER", "07"), 0}, {reference("CARD", "7"), 0},
		{reference("TRANSFER", "9223372036854775808"), 0}, {swap(t, supportCase4, "12345678", "null"), 0},
	} {
		if got := decode(tt.body); got.Verdict != wise.Readable || got.TransferID != tt.want {
			t.Errorf("%v names transfer %d, want %d:\n%s", got.Verdict, got.TransferID, tt.want, tt.body)
		}
	}
}

func TestTheFundingOfABatchIsReadInEveryVersion(t *testing.T) {
	want := named(activity.Batch, "12345", "PROCESSING", "222\x1f068e186d-9632\x1f200", activity.Detail{Batch: &activity.BatchDetail{Group: "068e186d-9632", ReturnCode: "200"}})
	want.From = "NEW"
	reads(t, batchPayment, said(batchPayment, "4.0.0", millis, want))
	leads(t, batchPayment, wise.Handle{Kind: wise.HandleBatch, Text: "068e186d-9632"}, wise.Handle{Kind: wise.HandlePayment, Text: "12345"})
	example := said(batchPayment2, "2.0.0", "2026-09-22T12:51:02.423404Z", want)
	example.At.Time = occurred.Add(423404 * time.Microsecond)
	reads(t, batchPayment2, example)
	listed := swap(t, batchPayment2, "newStatus", "currentStatus")
	reads(t, listed, &activity.Event{Key: want.Key, Profile: 222, From: "NEW", State: "PROCESSING", Shared: want.Shared, Detail: want.Detail,
		At: example.At, Source: example.Source, Hash: decode(listed).Activity.Hash})
	if !activity.IsCopy([]activity.Event{*decode(batchPayment2).Activity}, *decode(batchPayment).Activity) {
		t.Error("the same event in another version is no copy")
	}
	check(t, []badInput{
		{"both names and one state", swap(t, batchPayment2, `"newStatus"`, `"currentStatus":"PROCESSING","newStatus"`), wise.Readable, ""},
		{"both names and two states", swap(t, batchPayment2, `"newStatus"`, `"currentStatus":"FAILED","newStatus"`), wise.Unreadable, "two_states:data.newStatus"},
		{"no state before", swap(t, batchPayment, `"NEW"`, "null"), wise.Readable, ""},
		{"the state before a number", swap(t, batchPayment, `"NEW"`, "1"), wise.Unreadable, "field_of_wrong_type:data.previous_status"},
	})
}

func TestASettlementIsReadInEveryVersion(t *testing.T) {
	s := activity.SettlementDetail{Source: amount("-100.1", "GBP"), Target: "100.10"}
	want := named(activity.Settlement, "TPFB1111111", "", "-100.1 GBP\x1f100.1 GBP\x1ffalse", activity.Detail{Settlement: &s})
	want.Profile = 0
	reads(t, settlement, said(settlement, "4.0.0", millis, want))
	leads(t, settlement, wise.Handle{Kind: wise.HandleReference, Text: "TPFB1111111"})
	three := older(t, settlement, "3.0.0")
	reads(t, three, said(three, "3.0.0", seconds, want))
	two := swap(t, older(t, settlement, "2.0.0"), `"source_amount"`, `"received_amount":10.1,"source_amount"`)
	s.Received = amount("10.1", "GBP")
	reads(t, two, said(two, "2.0.0", seconds, want))
	if matched := decode(swap(t, settlement, "false", "true")); !matched.Activity.Detail.Settlement.Matched {
		t.Error("a match is read as none")
	}
	check(t, []badInput{
		{"a match that is not said", swap(t, settlement, `,"amount_matched":false`, ""), wise.Unreadable, "field_missing:data.resource.amount_matched"},
		{"a match that is null", swap(t, settlement, "false", "null"), wise.Unreadable, "field_missing:data.resource.amount_matched"},
		{"a match that is a text", swap(t, settlement, "false", `"false"`), wise.Unreadable, "field_of_wrong_type:data.resource.amount_matched"},
		{"a target that is a text", swap(t, settlement, "100.10", `"100.10"`), wise.Unreadable, "field_of_wrong_type:data.resource.target_amount"},
		{"amounts without a currency", swap(t, settlement, `"GBP"`, "null"), wise.Unreadable, "field_missing:data.resource.source_currency"},
	})
}

func TestARecipientAndAHoldLimitAreRead(t *testing.T) {
	reads(t, recipientChange, said(recipientChange, "4.0.0", millis, named(activity.RecipientAccount, "14203630", "DEACTIVATE", "222\x1fEUR",
		activity.Detail{Recipient: &activity.RecipientDetail{Currency: "EUR"}})))
	leads(t, recipientChange, wise.Handle{Kind: wise.HandleRecipient, Text: "14203630"})
	limit := activity.HoldLimitDetail{Amount: amount("1500.5", "MYR"), ClosingReason: "AUTOMATICALLY_RESOLVED", CreatedAt: time.Date(2026, 9, 20, 8, 0, 0, 0, time.UTC)}
	reads(t, holdLimit, said(holdLimit, "4.0.0", millis, named(activity.HoldLimit, "77", "CLOSED", "222\x1f1500.5 MYR\x1fAUTOMATICALLY_RESOLVED\x1f2026-09-20T08:00:00Z",
		activity.Detail{HoldLimit: &limit})))
	for _, none := range []string{"null", `"None"`, `""`} {
		if got := decode(swap(t, holdLimit, `"AUTOMATICALLY_RESOLVED"`, none)); got.Activity == nil || got.Activity.Detail.HoldLimit.ClosingReason != "" {
			t.Errorf("the closing reason %s is read as %+v, why %q", none, got.Activity, got.Why)
		}
	}
	if got := decode(swap(t, recipientChange, `"EUR"`, `"XYZ"`)); !slices.Contains(flags(got), "unknown_currency") || got.Activity.Detail.Recipient.Currency != "XYZ" {
		t.Errorf("an unknown currency: %+v", got.Activity)
	}
}

func TestWhatConcernsAProfileIsReadInEveryVersion(t *testing.T) {
	no := false
	profile := func(kind activity.Kind, state, shared string, d activity.Detail) activity.Event {
		return named(kind, "222", state, shared, d)
	}
	readsBoth(t, profileState, profile(activity.ProfileState, "VIEW_ONLY", "false", activity.Detail{Profile: &activity.ProfileDetail{ByCustomer: &no}}))
	readsBoth(t, verification, profile(activity.Verification, "not_verified", "", activity.Detail{}))
	readsBoth(t, cddCheck, profile(activity.CDDCheck, "EVIDENCE_REQUIRED", "Document is not acceptable\x1fSOURCE_OF_INCOME,SOURCE_OF_WEALTH\x1fINVESTMENTS\x1fLOAN",
		activity.Detail{CDD: &activity.CDDDetail{Outcome: "Document is not acceptable", Required: []string{"SOURCE_OF_INCOME", "SOURCE_OF_WEALTH"},
			SourceOfIncome: "INVESTMENTS", SourceOfFunding: "LOAN"}}))
	unsaid := decode(swap(t, profileState, `,"requested_by_customer":false`, ""))
	if unsaid.Activity == nil || unsaid.Activity.Detail.Profile.ByCustomer != nil {
		t.Errorf("who asked is not said, and read as %+v", unsaid.Activity)
	}
	other := swap(t, cddCheck, `["SOURCE_OF_INCOME","SOURCE_OF_WEALTH"]`, `["SOURCE_OF_WEALTH","SOURCE_OF_INCOME"]`)
	if !activity.IsCopy([]activity.Event{*decode(cddCheck).Activity}, *decode(other).Activity) {
		t.Error("the order of the evidences tells events apart")
	}
}

func TestAnOverdraftIsPlacedBySentAtInEveryVersion(t *testing.T) {
	want := named(activity.Overdraft, "222", "", "850 GBP\x1f1000 GBP", activity.Detail{
		Overdraft: &activity.OverdraftDetail{Used: amount("850.00", "GBP"), Limit: amount("1000", "GBP"), Percent: "85.0"}})
	for _, version := range []string{"2.0.0", "4.0.0"} {
		body := swap(t, overdraft, "4.0.0", version)
		event := said(body, version, "", want)
		event.At = evidence.Moment{Time: sent, By: evidence.Sent, Aside: evidence.TimeMissing}
		if got := reads(t, body, event); !got.OccurredAt.IsZero() {
			t.Errorf("occurred at %v", got.OccurredAt)
		}
	}
}
