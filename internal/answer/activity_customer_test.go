package answer_test

import (
	"strings"
	"testing"
	"time"

	"transferdesk/internal/activity"
	"transferdesk/internal/answer"
	"transferdesk/internal/money"
	"transferdesk/internal/reason"
)

// declined is a card payment that was declined for a reason.
func declined(plain, detailed string) activity.Facts {
	amount, _ := money.Parse("12.00", "EUR")
	return thing(activity.CardTransaction, activity.Detail{Transaction: &activity.TransactionDetail{
		Decline: plain, Detailed: detailed, Reasons: []string{plain, detailed}, Amount: amount,
		Merchant: activity.Merchant{Name: "Canary Stores"},
	}}, "DECLINED")
}

// toldOf is the text for the customer, and the whole answer.
func toldOf(f activity.Facts) (string, answer.ActivityAnswer) {
	a := answer.ForActivity(answer.ActivityInput{Facts: f, Catalogue: builtin, Now: now, Zone: time.UTC, Company: time.UTC})
	return a.Customer.Text, a
}

func TestACustomerHearsOfADeclineOnlyWhatItsRowLetsThem(t *testing.T) {
	for _, w := range append(builtin.Words(reason.Declines), reason.Word{Code: "A_NEW_REASON"}, reason.Word{}) {
		code := strings.ReplaceAll(w.Code, "*", "SOME")
		for _, f := range []activity.Facts{declined(code, ""), declined("INSUFFICIENT_FUNDS", code)} {
			text, a := toldOf(f)
			if may := a.Openness == reason.Tell || a.Openness == reason.Softly; (text != "") != may {
				t.Errorf("%s (%s): the customer is told %q", code, a.Openness, text)
			}
			if found := append(hushedIn(text), forbidden(text)...); found != nil {
				t.Errorf("%s: %q in %q", code, found, text)
			}
		}
	}
	for _, code := range lockedAs[1:] {
		for _, f := range []activity.Facts{declined(code, ""), declined("INSUFFICIENT_FUNDS", code), declined(code, "INSUFFICIENT_FUNDS")} {
			if text, _ := toldOf(f); text != "" {
				t.Errorf("%s: the customer is told %q", code, text)
			}
		}
	}
	text, a := toldOf(declined("", "INSUFFICIENT_FUNDS"))
	if !strings.HasPrefix(text, "Your card payment of 12.00 EUR on ") || !strings.Contains(text, "was declined. The balance") || len(a.Customer.Evidence) == 0 {
		t.Errorf("the customer is told %q, resting on %v", text, a.Customer.Evidence)
	}
}

func TestACustomerHearsHowADisputeStandsAndNoPromise(t *testing.T) {
	for _, w := range append(builtin.Words(reason.DisputeStates), reason.Word{Code: "NEW_STATE"}, reason.Word{Code: "SUSPECTED_FRAUD_AML"}) {
		text, a := toldOf(thing(activity.Dispute, activity.Detail{Dispute: &activity.DisputeDetail{Reason: "CANARY", SubStatus: w.Code}}, w.Code))
		if may := a.Openness == reason.Tell || a.Openness == reason.Softly; text != "" && !may || a.Openness == reason.Tell && text == "" {
			t.Errorf("%s (%s): the customer is told %q", w.Code, a.Openness, text)
		}
		if found := append(hushedIn(text), forbidden(text)...); found != nil || strings.Contains(text, "will") {
			t.Errorf("%s: %q in %q", w.Code, found, text)
		}
	}
}

func TestACustomerHearsOfASwiftCreditByItsAmount(t *testing.T) {
	amount, _ := money.Parse("786.54", "GBP")
	at := clock("16 Nov 11:58")
	for name, test := range map[string]struct {
		detail activity.SwiftDetail
		want   string
	}{
		"spelled out":         {activity.SwiftDetail{Action: "credit", Settled: amount, At: at}, "of 786.54 GBP was credited by Wise"},
		"by message alone":    {activity.SwiftDetail{Settled: amount, Message: ":32A:"}, "A payment to you was credited by Wise"},
		"an unknown action":   {activity.SwiftDetail{Action: "CANARY", Settled: amount}, ""},
		"a name in a field":   {activity.SwiftDetail{Settled: amount, At: at, Reference: "canary", Type: "canary"}, "of 786.54 GBP was credited"},
		"an unknown currency": {activity.SwiftDetail{Settled: money.Amount{Value: amount.Value, Currency: "AML"}, At: at}, "A payment to you was credited by Wise"},
	} {
		text, _ := toldOf(thing(activity.SwiftCredit, activity.Detail{Swift: &test.detail}))
		if (text == "") != (test.want == "") || !strings.Contains(text, test.want) || len(hushedIn(text))+len(forbidden(text)) > 0 {
			t.Errorf("%s: the customer is told %q, want %q in it", name, text, test.want)
		}
	}
}

// TestOfNothingElseACustomerHears: cards, cases, requests and limits have no text yet.
func TestOfNothingElseACustomerHears(t *testing.T) {
	for _, kind := range []activity.Kind{activity.Card, activity.SupportCase, activity.KYCReview, activity.CDDCheck, activity.HoldLimit, activity.ProfileState, activity.CardOrder} {
		if kind == activity.CardTransaction || kind == activity.Dispute || kind == activity.SwiftCredit {
			continue
		}
		if text, _ := toldOf(thing(kind, activity.Detail{}, "ACTIVE")); text != "" {
			t.Errorf("%s: the customer is told %q", kind, text)
		}
	}
}
