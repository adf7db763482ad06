package reason

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// TestEveryCodeHasItsCard holds the cards against the table of rules: who moves
// the money while no return is reported, who must change what before paying
// again, whether that makes sense, and how open one may be.
func TestEveryCodeHasItsCard(t *testing.T) {
	want := []struct {
		code       string
		moneyNow   Who
		newPayment Who
		retry      Retry
		open       Openness
	}{
		{"ACCOUNT_CLOSED", Wise, Sender, RetryAfterFix, Tell},
		{"ACCOUNT_FROZEN", Wise, Recipient, RetryAfterFix, Softly},
		{"ACCOUNT_BLOCKED", Wise, Recipient, RetryAfterFix, Softly},
		{"ACCOUNT_LIMIT_REACHED", Wise, Recipient, RetryAfterFix, Softly},
		{"WRONG_ACCOUNT_NUMBER", Wise, Sender, RetryAfterFix, Tell},
		{"WRONG_CARD_NUMBER", Wise, Sender, RetryAfterFix, Tell},
		{"WRONG_ACCOUNT_DETAILS", Wise, Sender, RetryAfterFix, Tell},
		{"WRONG_ACCOUNT_TYPE", Wise, Sender, RetryAfterFix, Tell},
		{"WRONG_BANK_CODE", Wise, Sender, RetryAfterFix, Tell},
		{"WRONG_BRANCH_CODE", Wise, Sender, RetryAfterFix, Tell},
		{"WRONG_NAME", Wise, Sender, RetryAfterFix, Tell},
		{"WRONG_PHONE_NUMBER", Wise, Sender, RetryAfterFix, Tell},
		{"WRONG_ID_NUMBER", Wise, Sender, RetryAfterFix, Tell},
		{"WRONG_RUT_NUMBER", Wise, Sender, RetryAfterFix, Tell},
		{"TAX_ID_NOT_MATCHING", Wise, Sender, RetryAfterFix, Tell},
		{"TAX_ID_SUSPENDED", Wise, Recipient, RetryAfterFix, Softly},
		{"WRONG_REFERENCE", Wise, Sender, RetryAfterFix, Tell},
		{"WRONG_PAYMENT_PURPOSE", Wise, Sender, RetryAfterFix, Tell},
		{"ACCOUNT_DOES_NOT_EXIST", Wise, Sender, RetryAfterFix, Tell},
		{"WRONG_CURRENCY", Wise, Sender, RetryAfterFix, Tell},
		{"WRONG_CARD_TYPE", Wise, Sender, RetryAfterFix, Tell},
		{"CANNOT_ACCEPT_FROM_3RD_PARTY", Wise, Sender, RetryAfterFix, Tell},
		{"CREDITING_ACCOUNT_FORBIDDEN", Wise, Sender, RetryAfterFix, Tell},
		{"DUPLICATE_ENTRY", Wise, Sender, RetryNo, Tell},
		{"FUNDS_NOT_EXPECTED_RETURNED", Wise, Sender, RetryAfterFix, Softly},
		{"MANDATE_NOT_FILLED_IN", Recipient, Recipient, RetryAfterFix, Tell},
		{"BUSINESS_PAYMENTS_FORBIDDEN", Wise, Sender, RetryAfterFix, Tell},
		{"SENDER_REQUESTED_TO_CANCEL", Wise, Nobody, RetryNo, Tell},
		{"REQUEST_FOR_INFORMATION_EXPIRED", Us, Sender, RetryNotKnown, Softly},
		{"RETURN_REQUESTED_BY_RECIPIENT", Wise, Sender, RetryAfterFix, Tell},
		{"EXTERNAL_IDENTIFIER_DETAILS_HAVE_CHANGED", Wise, Sender, RetryAfterFix, Tell},
		{"REASON_NOT_SPECIFIED", Us, Sender, RetryNotKnown, Tell},
		{"TECHNICAL_ISSUE", Us, Us, RetryYes, Tell},
		{"TECHNICAL_ISSUE_RETRYABLE", Wise, Wise, RetryNo, Tell},
	}
	cards := Builtin().Failures()
	if len(cards) != len(want) {
		t.Fatalf("got %d cards, want %d", len(cards), len(want))
	}
	for i, w := range want {
		c := cards[i]
		if c.Code != w.code || c.MoneyNow != w.moneyNow || c.NewPayment != w.newPayment || c.Retry != w.retry || c.Openness != w.open || !c.Known {
			t.Errorf("card %d is %s: %s, %s, %s, %q, known %v; want %+v", i, c.Code, c.MoneyNow, c.NewPayment, c.Retry, c.Openness, c.Known, w)
		}
	}
}

// TestCardsAreComplete: a card has all its texts, and a title that fits into a headline.
func TestCardsAreComplete(t *testing.T) {
	for _, c := range Builtin().Failures() {
		for name, text := range map[string]string{"title": c.Title, "meaning": c.Meaning, "ask": c.Ask, "fix": c.Fix, "desk note": c.DeskNote, "customer why": c.CustomerWhy, "mark": string(c.Mark)} {
			if text == "" {
				t.Errorf("%s has no %s", c.Code, name)
			}
		}
		if n := utf8.RuneCountInString(c.Title); n > 40 {
			t.Errorf("%s: the title has %d runes: %s", c.Code, n, c.Title)
		}
		if strings.HasSuffix(c.CustomerNext, ".") || strings.HasSuffix(c.CustomerWhy, ".") {
			t.Errorf("%s: a clause for the customer ends with a full stop", c.Code)
		}
	}
	for _, c := range caseCards() {
		if c.Title == "" || c.Meaning == "" || c.Ask == "" || c.Who == "" || c.CustomerText == "" || c.Mark == "" || c.Code != strings.ToLower(c.Code) {
			t.Errorf("the case card %s is not complete", c.Code)
		}
		if n := utf8.RuneCountInString(c.Title); n > 40 {
			t.Errorf("%s: the title has %d runes: %s", c.Code, n, c.Title)
		}
	}
}

// TestNoForbiddenWordInACustomerClause: not one of the texts that may reach a
// customer hints at a review, promises anything, or holds a code.
func TestNoForbiddenWordInACustomerClause(t *testing.T) {
	check := func(code, text string) {
		if found := Forbidden(text); found != nil {
			t.Errorf("%s: %v in %q", code, found, text)
		}
	}
	for _, c := range Builtin().Failures() {
		check(c.Code, c.CustomerWhy)
		check(c.Code, c.CustomerNext)
	}
	for _, c := range caseCards() {
		check(c.Code, c.CustomerText)
	}
}

// TestSoftCardsNameNothing: what is told softly does not name the recipient's matter.
func TestSoftCardsNameNothing(t *testing.T) {
	for _, c := range Builtin().Failures() {
		if c.Openness != Softly {
			continue
		}
		for _, word := range []string{"frozen", "freeze", "block", "limit", "tax", "suspend", "expect", "expired", "court"} {
			if strings.Contains(strings.ToLower(c.CustomerWhy+" "+c.CustomerNext), word) {
				t.Errorf("%s says %q to the customer", c.Code, word)
			}
		}
	}
}

// TestForbidden: words are found in any case and inside sentences, and harmless
// ones are left alone.
func TestForbidden(t *testing.T) {
	for _, text := range []string{
		"An AML matter.", "It is under sanctions.", "Possible Fraud.", "Our compliance team has it.", "It has arrived.",
		"It was delivered.", "It is being checked.", "It takes 3 days.", "You have it in a week.", "Tomorrow.", "On Monday.",
		"The code is ACCOUNT_CLOSED.", "The case is deposit_amount_less_invoice.", "The amount arrived.",
	} {
		if Forbidden(text) == nil {
			t.Errorf("nothing is found in %q", text)
		}
	}
	for _, text := range []string{
		"Your payment of 1,250.00 EUR was paid out by Wise on 16 Nov 2026 (UTC).",
		"It will either deliver it or refund it.",
		"The amount that arrived does not cover your payment.",
		"Today the recipient has to look at it.",
	} {
		if found := Forbidden(text); found != nil {
			t.Errorf("%v is found in %q", found, text)
		}
	}
}

// TestUnknownCodesStayAtTheDesk: whatever nobody has classified has no words for a customer.
func TestUnknownCodesStayAtTheDesk(t *testing.T) {
	for _, code := range []string{"", "NEW_CODE", "account_closed", "\x00\u202e", strings.Repeat("A", 5000)} {
		c := Builtin().Failure(code)
		if c.Known || c.Openness != Internal || c.CustomerWhy != "" || c.CustomerNext != "" || c.Code != code || c.MoneyNow != Us || c.Retry != RetryNotKnown {
			t.Errorf("the card of %.20q is %+v", code, c)
		}
		if n := utf8.RuneCountInString(c.Title); n == 0 || n > 40 {
			t.Errorf("the title of %.20q has %d runes", code, n)
		}
		k := Builtin().Case(code)
		if k.Known || k.Openness != Internal || k.CustomerText != "" || k.Code != code || k.Who != Us {
			t.Errorf("the case card of %.20q is %+v", code, k)
		}
	}
}

// TestCasesCompareWithoutCase: Wise's spelling of cases is not settled.
func TestCasesCompareWithoutCase(t *testing.T) {
	c := Builtin().Case("DEPOSIT_AMOUNT_LESS_INVOICE")
	if !c.Known || c.Who != Sender || c.Openness != Tell || c.Code != "DEPOSIT_AMOUNT_LESS_INVOICE" {
		t.Errorf("got %+v", c)
	}
}

// TestHumanise: codes become words, and what is no code is made visible.
func TestHumanise(t *testing.T) {
	for code, want := range map[string]string{
		"SOME_NEW_CODE":     "Some new code",
		"aml-review":        "Aml review",
		"__":                "No code was given",
		"":                  "No code was given",
		"NAÏVE":             "NAÏVE",
		"<b>\u202e":         `<b>\u202e`,
		"a\u0301":           `a\u0301`,
		"tab\there":         `tab\u0009here`,
		"bad\xff":           `bad\ufffd`,
		"PERFECTLY FINE 22": "Perfectly fine 22",
	} {
		if got := Humanise(code); got != want {
			t.Errorf("Humanise(%q) = %q, want %q", code, got, want)
		}
	}
}
