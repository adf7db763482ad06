package answer_test

import (
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"transferdesk/internal/activity"
	"transferdesk/internal/answer"
	"transferdesk/internal/reason"
)

// lockedCodes are all that only compliance may know, in Wise's spelling and others.
func lockedCodes() []string {
	codes := []string{
		"PARTNER_SUSPENDED", "CARD_PARTNER_SUSPENDED", "SUSPECTED_FRAUD_AML", "SUSPECTED_FRAUD_COMPLIANCE", "SUSPECTED_FRAUD_SANCTIONS", "ACCOUNT_SUSPENDED",
		"SANCTIONS", "RECIPIENT_LOCATION_HIT_REQUEST", "REFERENCE_LOCATION_HIT_REQUEST", "RECIPIENT_SANCTION_HIT_REQUEST", "REFERENCE_SANCTION_HIT_REQUEST",
		"DEPOSIT_SANCTION_HIT_REQUEST", "DEPOSIT_SANCTION_HIT_SUBMISSION", "REFERENCE_SANCTION_HIT_SUBMISSION", "RECIPIENT_SANCTION_HIT_SUBMISSION",
		"REFERENCE_LOCATION_HIT_SUBMISSION", "RECIPIENT_LOCATION_HIT_SUBMISSION",
	}
	for _, code := range slices.Clone(codes) {
		codes = append(codes, strings.ToLower(strings.ReplaceAll(code, "_", " ")), strings.Repeat("X-", 15)+code)
	}
	return codes
}

// telling are the words that give something locked away.
var telling = []string{"sanction", "aml", "suspend", "location", "fraud", "suspect", "partner_", "hit"}

// leak gives the first telling word in what is said, "" when there is none.
func leak(a answer.ActivityAnswer) string {
	for _, text := range texts(a) {
		said := strings.ToLower(withoutCompliance(text))
		for _, word := range append(telling, "compliance") {
			if strings.Contains(said, word) {
				return word + " in " + text
			}
		}
	}
	return ""
}

// details are a detail of each sort with something in every list.
func details() map[activity.Kind]activity.Detail {
	yes := true
	fees, legs := []activity.Fee{{Type: "t", Amount: sum("1", "EUR")}}, []activity.Leg{{Balance: "b", Amount: sum("1", "EUR"), Rate: "1"}}
	asked := []activity.Requirement{{Key: "k", State: "s"}}
	card := activity.Detail{Card: &activity.CardDetail{Amount: sum("1", "EUR")}}
	return map[activity.Kind]activity.Detail{
		activity.Batch: {Batch: &activity.BatchDetail{}}, activity.Card: card, activity.CardOrder: card, activity.CardProduction: card,
		activity.CardChallenge: card, activity.CardWallet: card,
		activity.CardTransaction: {Transaction: &activity.TransactionDetail{Reasons: []string{"r"}, Debit: &yes, Amount: sum("12", "EUR"), Fees: fees, Debits: legs, Credits: legs}},
		activity.CDDCheck:        {CDD: &activity.CDDDetail{Required: []string{"r"}}},
		activity.DetailsOrder:    {Order: &activity.OrderDetail{Requirements: asked}},
		activity.DetailsPayment:  {Payment: &activity.PaymentDetail{Amount: sum("1", "EUR")}},
		activity.Dispute:         {Dispute: &activity.DisputeDetail{}}, activity.HoldLimit: {HoldLimit: &activity.HoldLimitDetail{}},
		activity.KYCReview: {Review: &activity.ReviewDetail{Triggers: []string{"t"}, Requirements: asked}},
		activity.Overdraft: {Overdraft: &activity.OverdraftDetail{}}, activity.ProfileState: {Profile: &activity.ProfileDetail{ByCustomer: &yes}},
		activity.RecipientAccount: {Recipient: &activity.RecipientDetail{}}, activity.Settlement: {Settlement: &activity.SettlementDetail{Source: sum("1", "EUR")}},
		activity.SupportCase:  {Case: &activity.CaseDetail{Types: []string{"GENERAL_ENQUIRY", "t"}, Changes: []string{"c"}, Messages: []activity.CaseMessage{{At: now}}}},
		activity.SwiftCredit:  {Swift: &activity.SwiftDetail{Instructed: sum("2", "USD"), Settled: sum("1", "EUR"), WiseFees: fees, Correspondent: fees, Agents: []string{"a"}}},
		activity.SwiftMessage: {Message: &activity.MessageDetail{}},
	}
}

// strings within a value, each settable.
func settable(v reflect.Value) []reflect.Value {
	var out []reflect.Value
	switch v.Kind() {
	case reflect.String:
		return []reflect.Value{v}
	case reflect.Pointer:
		if !v.IsNil() {
			out = settable(v.Elem())
		}
	case reflect.Slice:
		for i := range v.Len() {
			out = append(out, settable(v.Index(i))...)
		}
	case reflect.Struct:
		if v.Type() == reflect.TypeFor[time.Time]() {
			return nil
		}
		for i := range v.NumField() {
			if v.Field(i).CanSet() {
				out = append(out, settable(v.Field(i))...)
			}
		}
	}
	return out
}

// TestNothingLockedIsEverSaid puts every locked code, in every spelling, into every
// text of every kind, and looks for it and for its words in all that is said.
func TestNothingLockedIsEverSaid(t *testing.T) {
	tried := 0
	for kind, table := range kinds {
		state := "NEW"
		if words := builtin.Words(table); len(words) > 0 {
			state = words[0].Code
		}
		n := len(settable(reflect.ValueOf(&activity.Facts{Detail: details()[kind], Visits: make([]activity.Visit, 2)})))
		for i := range n {
			for _, code := range lockedCodes() {
				facts := thing(kind, details()[kind], state, "DECLINED")
				field := settable(reflect.ValueOf(&facts))[i]
				if field.Type() == reflect.TypeFor[activity.Kind]() {
					continue
				}
				field.SetString(code)
				tried++
				var entries []activity.Entry
				if tried%2 == 0 {
					entries = entriesOf(facts)
				}
				a := answer.ForActivity(answer.ActivityInput{Facts: facts, Entries: entries, Catalogue: builtin, Now: now, Zone: time.UTC, Company: time.UTC})
				if found := leak(a); found != "" {
					t.Fatalf("%s with %q in text %d: %s", kind, code, i, found)
				}
			}
		}
	}
	if tried < 8_000 {
		t.Errorf("only %d were tried", tried)
	}
}

// TestWhatIsLockedSaysSo: whichever field gives it away, the thing is locked, and
// what is left of it is what an agent may know.
func TestWhatIsLockedSaysSo(t *testing.T) {
	declined := func(d activity.TransactionDetail) activity.Facts {
		d.Amount, d.Merchant.Name = sum("12", "EUR"), "Bakery"
		return thing(activity.CardTransaction, activity.Detail{Transaction: &d}, "IN_PROGRESS", "DECLINED")
	}
	question := func(d activity.CaseDetail) activity.Facts {
		return thing(activity.SupportCase, activity.Detail{Case: &d}, "OPEN", "WAITING_CUSTOMER_INPUT")
	}
	const paid = `
Card transaction, 12.00 EUR at Bakery
Not paid. Handled by compliance.
Handled by compliance; final, us, locked
ask: Ask compliance. Say nothing of a cause.
Amount: 12.00 EUR
Merchant: Bakery
`
	const asked = `
A question from Wise
Wise has a question, handled by compliance.
Handled by compliance; waiting, us, locked, open
ask: Ask compliance. Say nothing of a cause.
`
	for _, c := range []struct {
		name string
		of   activity.Facts
		want string
	}{
		{"a card", thing(activity.Card, activity.Detail{Card: &activity.CardDetail{Token: "ABCD-1234", ChangedBy: "WISE"}}, "ACTIVE", "PARTNER_SUSPENDED"), `
Card (token …136)
The card cannot be used at present; we are on it. Handled by compliance.
Handled by compliance; waiting, us, locked, open
ask: Ask compliance. Say nothing of a cause.
Card token: ABCD-1234
`},
		{"the plain reason", declined(activity.TransactionDetail{Decline: "SUSPECTED_FRAUD_AML"}), paid},
		{"the detailed reason, with a harmless plain one", declined(activity.TransactionDetail{Decline: "INSUFFICIENT_FUNDS", Detailed: "ACCOUNT_SUSPENDED"}), paid},
		{"the plain reason, with a harmless detailed one", declined(activity.TransactionDetail{Decline: "SUSPECTED_FRAUD_SANCTIONS", Detailed: "INSUFFICIENT_FUNDS"}), paid},
		{"a reason of an earlier event", declined(activity.TransactionDetail{Decline: "INSUFFICIENT_FUNDS", Reasons: []string{"CARD_PARTNER_SUSPENDED", "INSUFFICIENT_FUNDS"}}), paid},
		{"a new code of the family", declined(activity.TransactionDetail{Decline: "SUSPECTED_FRAUD_BRAND_NEW"}), paid},
		{"a case by its type", question(activity.CaseDetail{Types: []string{"SANCTIONS"}}), asked},
		{"a case by an earlier type", question(activity.CaseDetail{Types: []string{"GENERAL_ENQUIRY", "RECIPIENT_LOCATION_HIT"}}), asked},
		{"a case by one message", question(activity.CaseDetail{Types: []string{"GENERAL_ENQUIRY"}, Messages: []activity.CaseMessage{{Type: "FREEFORM"}, {Type: "DEPOSIT_SANCTION_HIT_SUBMISSION"}}}), asked},
	} {
		t.Run(c.name, func(t *testing.T) {
			a := saidOf(c.of)
			if c.name == "a card" {
				c.want = strings.Replace(c.want, "Card (token …136)", "Card", 1)
			}
			same(t, printActivity(a), c.want)
			if !a.Locked {
				t.Error("it is not locked")
			}
		})
	}
}

// TestWhatWasLockedOnceIsNotToldByItsHistory: the card can be used again, and the
// time in between says no more than that compliance handled it.
func TestWhatWasLockedOnceIsNotToldByItsHistory(t *testing.T) {
	a := saidOf(thing(activity.Card, activity.Detail{}, "ACTIVE", "PARTNER_SUSPENDED", "ACTIVE"))
	if a.Locked || a.Headline.Text != "The card can be used." || a.History[1].Text != reason.HandledByCompliance || leak(a) != "" {
		t.Errorf("%+v", a)
	}
}

// TestAClosedCaseOfComplianceIsNotOpen: that it is over is no secret.
func TestAClosedCaseOfComplianceIsNotOpen(t *testing.T) {
	a := saidOf(thing(activity.SupportCase, activity.Detail{Case: &activity.CaseDetail{Types: []string{"SANCTIONS"}}}, "OPEN", "CLOSED"))
	if a.Open || !a.Locked || a.Rows != nil || a.History != nil {
		t.Errorf("%+v", a)
	}
}
