package wise_test

import (
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"transferdesk/internal/activity"
	"transferdesk/internal/wise"
)

// named is an event of a thing of profile 222.
func named(kind activity.Kind, id, state, shared string, d activity.Detail) activity.Event {
	return activity.Event{Key: activity.Key{Kind: kind, ID: id}, Profile: 222, State: state, Shared: shared, Detail: d}
}

// readsBoth compares a body of 4.0.0 and the same of 2.0.0, whose time is by the
// second; want is what both say.
func readsBoth(t *testing.T, body string, want activity.Event) {
	t.Helper()
	reads(t, body, said(body, "4.0.0", millis, want))
	old := older(t, body, "2.0.0")
	reads(t, old, said(old, "2.0.0", seconds, want))
}

// leads holds by what else the event of a body can be found.
func leads(t *testing.T, body string, want ...wise.Handle) {
	t.Helper()
	if d := cmp.Diff(want, decode(body).Handles); d != "" {
		t.Errorf("handles (-want +got):\n%s", d)
	}
}

func TestACardIsReadInEveryVersion(t *testing.T) {
	want := named(activity.Card, "3f0a9c51-1", "FROZEN", "222", activity.Detail{Card: &activity.CardDetail{Token: "3f0a9c51-1", ChangedBy: "CUSTOMER"}})
	readsBoth(t, cardStatus, want)
	leads(t, cardStatus, wise.Handle{Kind: wise.HandleCard, Text: "3f0a9c51-1"})
	first := swap(t, older(t, cardStatus, "2.0.0"), `"changed_by":"CUSTOMER",`, "")
	want.Detail.Card = &activity.CardDetail{Token: "3f0a9c51-1"}
	reads(t, first, said(first, "2.0.0", seconds, want))
	check(t, []badInput{{"Wise's own example, whose JSON has a comma too many", swap(t, cardStatus, `000Z"}`, `000Z",}`), wise.Unreadable, "not_json"}})
}

func TestACardOrderIsReadInEveryVersion(t *testing.T) {
	want := named(activity.CardOrder, "1001L", "PRODUCED", "222\x1f3f0a9c51-1\x1fVISA_DEBIT_UK\x1fDHL",
		activity.Detail{Card: &activity.CardDetail{Token: "3f0a9c51-1", Program: "VISA_DEBIT_UK", Vendor: "DHL"}})
	readsBoth(t, cardOrder, want)
	leads(t, cardOrder, wise.Handle{Kind: wise.HandleOrder, Text: "1001L"}, wise.Handle{Kind: wise.HandleCard, Text: "3f0a9c51-1"})
	example := swap(t, older(t, cardOrder, "2.0.0"), `"profile_id":222`, `"profile_id":"222"`)
	reads(t, example, said(example, "2.0.0", seconds, want))
	plain := swap(t, cardOrder, `"3f0a9c51-1"`, "null", `"DHL"`, "null", `"1001L"`, "1001")
	want = named(activity.CardOrder, "1001", "PRODUCED", "222\x1f\x1fVISA_DEBIT_UK\x1f", activity.Detail{Card: &activity.CardDetail{Program: "VISA_DEBIT_UK"}})
	reads(t, plain, said(plain, "4.0.0", millis, want))
	if got := decode(swap(t, cardOrder, "PRODUCED", "REQUIREMENT_FULFILLED")); got.Activity.State != "REQUIREMENTS_FULFILLED" || len(flags(got)) != 0 {
		t.Errorf("Wise's slip is read as %q, flags %v", got.Activity.State, flags(got))
	}
	profile := func(as string) string { return swap(t, cardOrder, `"profile_id":222`, `"profile_id":`+as) }
	check(t, []badInput{
		{"the largest profile as a text", profile(`"9223372036854775807"`), wise.Readable, ""},
		{"a profile beyond int64 as a text", profile(`"9223372036854775808"`), wise.Unreadable, "not_an_id:data.resource.profile_id"},
		{"a profile with a sign as a text", profile(`"+222"`), wise.Unreadable, "not_an_id:data.resource.profile_id"},
		{"a profile with a zero before it", profile(`"0222"`), wise.Unreadable, "not_an_id:data.resource.profile_id"},
		{"a profile with a space as a text", profile(`" 222"`), wise.Unreadable, "not_an_id:data.resource.profile_id"},
		{"a profile that is a fraction as a text", profile(`"2.0"`), wise.Unreadable, "not_an_id:data.resource.profile_id"},
		{"a profile that is empty", profile(`""`), wise.Unreadable, "not_an_id:data.resource.profile_id"},
		{"a profile of zero as a text", profile(`"0"`), wise.Unreadable, "not_an_id:data.resource.profile_id"},
	})
}

func TestACardProductionIsReadInEveryVersion(t *testing.T) {
	card := activity.CardDetail{Token: "3f0a9c51-1", Kiosk: "K7", ErrorCode: "RIBBON", Description: "The ribbon is empty"}
	readsBoth(t, cardProduction, named(activity.CardProduction, "3f0a9c51-1", "PRODUCTION_ERROR", "222\x1fK7\x1fRIBBON\x1fThe ribbon is empty", activity.Detail{Card: &card}))
	leads(t, cardProduction, wise.Handle{Kind: wise.HandleCard, Text: "3f0a9c51-1"})
	none := swap(t, cardProduction, `"3f0a9c51-1"`, "null", `"K7"`, "null", `"RIBBON"`, "null", "PRODUCTION_ERROR", "READY")
	reads(t, none, said(none, "4.0.0", millis, named(activity.CardProduction, "222", "READY", "222\x1f\x1f\x1fThe ribbon is empty",
		activity.Detail{Card: &activity.CardDetail{Description: "The ribbon is empty"}})))
	leads(t, none)
}

func TestAChallengeIsReadInEveryVersion(t *testing.T) {
	card := activity.CardDetail{Token: "3f0a9c51-1", Method: "PUSH", Minutes: 5, Channel: "ECOM", Amount: amount("12.30", "GBP"),
		Merchant: activity.Merchant{Name: "Shop Ltd", Country: "GB", Category: "5732", Site: "https://shop.example"}}
	readsBoth(t, cardChallenge, named(activity.CardChallenge, "8f2c-77", "", "222\x1f3f0a9c51-1\x1fPUSH\x1f5\x1fECOM\x1f12.3 GBP\x1fShop Ltd", activity.Detail{Card: &card}))
	leads(t, cardChallenge, wise.Handle{Kind: wise.HandleReference, Text: "8f2c-77"}, wise.Handle{Kind: wise.HandleCard, Text: "3f0a9c51-1"})
	check(t, []badInput{
		{"minutes that are a fraction", swap(t, cardChallenge, `after":5`, `after":5.5`), wise.Unreadable, "not_a_count:data.challenge_expires_after"},
		{"minutes below zero", swap(t, cardChallenge, `after":5`, `after":-5`), wise.Unreadable, "not_a_count:data.challenge_expires_after"},
		{"minutes as a text", swap(t, cardChallenge, `after":5`, `after":"5"`), wise.Unreadable, "field_of_wrong_type:data.challenge_expires_after"},
		{"no minutes", swap(t, cardChallenge, `"challenge_expires_after":5,`, ""), wise.Readable, ""},
	})
}

func TestAWalletIsReadByWhenItWasMade(t *testing.T) {
	want := named(activity.CardWallet, "DAPL-1", "", "222\x1f3f0a9c51-1\x1f4417\x1fApple Pay",
		activity.Detail{Card: &activity.CardDetail{Token: "3f0a9c51-1", LastDigits: "4417", Wallet: "Apple Pay"}})
	got := reads(t, cardWallet, said(cardWallet, "2.0.0", seconds, want))
	leads(t, cardWallet, wise.Handle{Kind: wise.HandleReference, Text: "DAPL-1"}, wise.Handle{Kind: wise.HandleCard, Text: "3f0a9c51-1"})
	if !got.OccurredAt.Equal(occurred) {
		t.Errorf("occurred at %v", got.OccurredAt)
	}
}

func TestACardTransactionIsReadInEveryVersion(t *testing.T) {
	yes := true
	created := time.Date(2026, 9, 22, 12, 51, 0, 0, time.UTC)
	leg := activity.Leg{Balance: "123", Amount: amount("165.96", "AUD"), For: amount("101.00", "EUR"), Rate: "0.61223252", Fee: amount("0.99", "AUD")}
	d := activity.TransactionDetail{
		Token: "3f0a9c51-1", LastDigits: "4417", Type: "POS_PURCHASE", Step: "AUTH", Decline: "SUSPECTED_FRAUD", Detailed: "SUSPECTED_FRAUD_REVIEW_ACTIVITY",
		Reasons: []string{"SUSPECTED_FRAUD", "SUSPECTED_FRAUD_REVIEW_ACTIVITY"},
		Amount:  amount("-100.00", "EUR"), WithFees: amount("-101.00", "EUR"), Billing: amount("-100.00", "EUR"),
		Fees: []activity.Fee{{Type: "ATM_WITHDRAWAL", Amount: amount("1.00", "EUR")}}, Debits: []activity.Leg{leg},
		Credits:  []activity.Leg{{Balance: "124", Amount: amount("5", "EUR")}},
		Merchant: activity.Merchant{Name: "Shop Ltd", City: "Tallinn", Country: "EE", Code: "6011", Category: "6011 Z Member"},
		Method:   "CHIP_AND_PIN", PIN: "VALID", Approval: "A1B2C3", Relay: "05", Reference: "CARD-9", ARN: "04300014127798385983852", CreatedAt: created,
	}
	want := named(activity.CardTransaction, "88001", "DECLINED", "222\x1fPOS_PURCHASE\x1fAUTH\x1fSUSPECTED_FRAUD\x1f100 EUR", activity.Detail{Transaction: &d})
	reads(t, cardTransaction, said(cardTransaction, "4.0.0", millis, want))
	middle := swap(t, cardTransaction, `"4.0.0"`, `"2.1.0"`, `"occurred_at":"`+millis, `"occurred_at":"`+seconds)
	reads(t, middle, said(middle, "2.1.0", seconds, want))
	leads(t, cardTransaction, wise.Handle{Kind: wise.HandlePayment, Text: "88001"}, wise.Handle{Kind: wise.HandleReference, Text: "CARD-9"},
		wise.Handle{Kind: wise.HandleReference, Text: "04300014127798385983852"})

	first := activity.TransactionDetail{
		Token: "ABCD-1234-ABCD-1234-ABCD", LastDigits: "1234", Type: "CASH_WITHDRAWAL", Step: "AUTH", Debit: &yes, Confirmed: &yes,
		Amount: amount("100.00", "EUR"), WithFees: amount("101.00", "EUR"), Billing: amount("100.00", "EUR"), Fees: d.Fees, Debits: d.Debits,
		Merchant: activity.Merchant{Code: "6011", Category: "6011 Z Member Financial Institut"},
		Method:   "CHIP_AND_PIN", ARN: "04300014127798385983852", CreatedAt: occurred,
	}
	want = named(activity.CardTransaction, "12345", "IN_PROGRESS", "123456\x1fCASH_WITHDRAWAL\x1fAUTH\x1f\x1f100 EUR", activity.Detail{Transaction: &first})
	want.Profile = 123456
	reads(t, cardTransaction2, said(cardTransaction2, "2.0.0", seconds, want))
	credited := decode(swap(t, cardTransaction2, `"credit":null`, `"credit":{"balance_id":9,"credited_amount":{"value":3,"currency":"EUR"}}`))
	if diff := cmp.Diff([]activity.Leg{{Balance: "9", Amount: amount("3", "EUR")}}, credited.Activity.Detail.Transaction.Credits); diff != "" {
		t.Errorf("the one credit of 2.0.0 (-want +got):\n%s", diff)
	}
}

func TestACardTransactionOfTwoVersionsIsOne(t *testing.T) {
	// 2.0.0 says by is_debit which way the money goes, 4.0.0 by the sign.
	old := swap(t, cardTransaction, `"4.0.0"`, `"2.0.0"`, `"value":-100.00`, `"value":100.0`, `"transaction_step_type"`, `"is_debit":true,"transaction_step_type"`,
		`"detailed_decline_reason":"SUSPECTED_FRAUD_REVIEW_ACTIVITY",`, "", `"occurred_at":"`+millis, `"occurred_at":"`+seconds)
	if !activity.IsCopy([]activity.Event{*decode(cardTransaction).Activity}, *decode(old).Activity) {
		t.Error("the same event of another version is no copy")
	}
	for _, part := range [][2]string{{"SUSPECTED_FRAUD", "INSUFFICIENT_FUNDS"}, {"AUTH", "CAPTURE"}, {"-100.00", "-100.01"}, {"POS_PURCHASE", "REFUND"}} {
		if activity.IsCopy([]activity.Event{*decode(cardTransaction).Activity}, *decode(swap(t, cardTransaction, part[0], part[1])).Activity) {
			t.Errorf("%s instead of %s is taken for a copy", part[1], part[0])
		}
	}
	if got := decode(swap(t, cardTransaction, `"DECLINED"`, `"declined"`)); got.Activity.State != "DECLINED" || !slices.Contains(flags(got), "odd_case") {
		t.Errorf("small letters: %q, flags %v", got.Activity.State, flags(got))
	}
}
