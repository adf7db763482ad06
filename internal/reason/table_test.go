package reason

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// example is a code that a row's pattern fits.
func example(code string) string { return strings.ReplaceAll(code, "*", "SOMETHING") }

// TestEveryRowIsComplete: a title, a meaning, who acts and a mark; nothing too long
// for where it stands, and no code and no forbidden word in what may be read out.
func TestEveryRowIsComplete(t *testing.T) {
	c := Builtin()
	for _, table := range c.Tables() {
		seen := map[string]bool{}
		for _, w := range c.Words(table) {
			if w.Code == "" || w.Title == "" || w.Meaning == "" || w.Who == "" || w.Mark == "" || seen[plainCode(w.Code)] {
				t.Errorf("%s: the row of %q is not complete, or stands twice", table, w.Code)
			}
			seen[plainCode(w.Code)] = true
			if n, m := utf8.RuneCountInString(w.Title), utf8.RuneCountInString(w.Meaning); n > 50 || m > 110 {
				t.Errorf("%s %s: the title has %d runes, the meaning %d", table, w.Code, n, m)
			}
			if w.Standing == Waits && w.Who == Nobody {
				t.Errorf("%s %s waits for nobody", table, w.Code)
			}
			said := strings.ReplaceAll(w.Title+" "+w.Meaning, "andled by compliance", "")
			if found := Forbidden(said); found != nil {
				t.Errorf("%s %s: %v", table, w.Code, found)
			}
			got := c.Word(table, example(w.Code))
			if w.Openness == Locked {
				got.Known = true
			}
			if !got.Known || got.Title != w.Title || got.Openness != w.Openness {
				t.Errorf("%s: %s finds %+v", table, w.Code, got)
			}
		}
	}
	if len(c.Tables()) != 28 {
		t.Errorf("%d tables", len(c.Tables()))
	}
}

// TestTheTableOfDeclines holds each group against who acts and how open one may be.
func TestTheTableOfDeclines(t *testing.T) {
	for _, g := range []struct {
		name  string
		who   Who
		open  Openness
		codes string
	}{
		{"money, limits", Sender, Tell, "INSUFFICIENT_FUNDS CUMULATIVE_LIMIT_EXCEEDED PAYMENT_METHOD_DAILY_LIMIT_EXCEEDED PAYMENT_METHOD_WEEKLY_LIMIT_EXCEEDED PROFILE_GENERAL_DAILY_LIMIT_CHANGEABLE CARD_GENERAL_DAILY_CHANGEABLE"},
		{"typed wrong", Sender, Tell, "INCORRECT_PIN INCORRECT_CVV INCORRECT_CVV2 INCORRECT_EXPIRY_DATE PIN_ENTRY_TRIES_EXCEEDED CHIP_PIN_ENTRY_TRIES_EXCEEDED CONTACTLESS_PIN_ENTRY_REQUIRED SECURITY_PIN_ENTRY_REQUIRED RESET_YOUR_PIN_AT_ATM"},
		{"card, permission", Sender, Tell, "CARD_FROZEN CARD_INACTIVE CARD_BLOCKED CARD_EXPIRED PAYMENT_METHOD_NOT_ALLOWED CONTACTLESS_DISABLED BLOCKED_SUBSCRIPTION RESTRICTED_MODE"},
		{"stronger check", Sender, Tell, "SCA_SOFT_DECLINE SCA_SOFT_DECLINE_CONTACTLESS INVALID_3DS_UCAF SUSPECTED_FRAUD_SOFT_DECLINE"},
		{"place, kind, merchant", Sender, Tell, "BLOCKED_COUNTRY NON_SUPPORTED_MCC MANDATE_ANYTHING INVALID_MERCHANT INVALID_TRANSACTION INVALID_TRANSACTION_TYPE TRANSACTION_TYPE_NOT_SUPPORTED CREDIT_TRANSACTIONS_NOT_SUPPORTED SECURITY_CVM_FAILURE SECURITY_NEW INCORRECT_ICVV"},
		{"place, softly", Sender, Softly, "SCHEME_BLOCKED_TRANSACTION INCORRECT_ARQC"},
		{"technical", Sender, Tell, "CONNECTION_ISSUE PROCESSING_ERROR UNEXPECTED_ERROR DECLINED_ADVICE REVERSAL_NOT_MATCHING_AUTH_CURRENCY"},
		{"account", Us, Tell, "ACCOUNT_INACTIVE"},
		{"risk", Us, Softly, "SUSPECTED_FRAUD SUSPECTED_FRAUD_CORE_FRAUD"},
		{"risk, for the customer", Sender, Softly, "SUSPECTED_FRAUD_REVIEW_ACTIVITY SUSPECTED_FRAUD_NO_BALANCE"},
		{"not to be disclosed", Us, Locked, "SUSPECTED_FRAUD_AML SUSPECTED_FRAUD_COMPLIANCE SUSPECTED_FRAUD_SANCTIONS CARD_PARTNER_SUSPENDED ACCOUNT_SUSPENDED suspected-fraud-aml AccountSuspended SUSPECTED_FRAUD_NEW_KIND SUSPECTED_FRAUD_DISABLED SUSPECTED_FRAUD_PIN_ENTRY_REQUIRED"},
		{"unknown", Us, Internal, "ATM_PIN_CHANGE_NOT_ALLOWED BRAND_NEW_CODE"},
	} {
		for _, code := range strings.Fields(g.codes) {
			w := Builtin().Word(Declines, code)
			if w.Who != g.who || w.Openness != g.open {
				t.Errorf("%s: %s is %q, %s acts", g.name, code, w.Openness, w.Who)
			}
		}
	}
}

// TestWhoseTurnItIs: both generations of the support-case event.
func TestWhoseTurnItIs(t *testing.T) {
	for status, want := range map[string]Who{
		"CREATING": Wise, "OPEN": Wise, "IN_REVIEW": Wise, "PENDING": Us, "WAITING_CUSTOMER_INPUT": Us,
		"SOLVED": Nobody, "CLOSED": Nobody, "RESOLVED": Nobody, "FAILED": Us,
	} {
		if w := Builtin().Word(CaseStatuses, status); w.Who != want || w.Open() != (want != Nobody) {
			t.Errorf("%s: %s acts, open %v", status, w.Who, w.Open())
		}
	}
}

// TestLockedInEverySpelling: whatever parts the words, and in whichever table.
func TestLockedInEverySpelling(t *testing.T) {
	c := Builtin()
	for _, code := range []string{
		"PARTNER_SUSPENDED", "partner_suspended", "PartnerSuspended", "partner-suspended", "partner suspended", " PARTNER_SUSPENDED ",
		"SANCTIONS", "RECIPIENT_SANCTION_HIT_REQUEST", "reference.location.hit.submission", "DEPOSIT_SANCTION_HIT_SUBMISSION", "LocationHit",
		"SUSPECTED_FRAUD_AML", "Suspected fraud compliance", "ACCOUNT_SUSPENDED", "CARD_PARTNER_SUSPENDED_AGAIN",
		"ＳＡＮＣＴＩＯＮ＿ＨＩＴ", "SАNCTIONS", "SANCTÌON", "SANCTI\u0308ON", "𝐒𝐀𝐍𝐂𝐓𝐈𝐎𝐍", "Ⓢⓐnction", "lосаtion_hit",
	} {
		for _, table := range c.Tables() {
			w := c.Word(table, code)
			if !IsLocked(code) || w.Openness != Locked || w.Title != HandledByCompliance || IsLocked(w.Title+w.Meaning+w.Ask) {
				t.Errorf("%q in %s: %+v", code, table, w)
			}
		}
	}
	for _, code := range []string{"ACCOUNT_SUSPENSION", "FROZEN", "SUSPECTED_FRAUD", "SUSPECTED_FRAUD_SOFT_DECLINE", "LOCATION", ""} {
		if IsLocked(code) {
			t.Errorf("%q is locked", code)
		}
	}
}

// TestAnUnknownWordStaysAtTheDesk: in every table, and whatever it is made of.
func TestAnUnknownWordStaysAtTheDesk(t *testing.T) {
	c := Builtin()
	for _, table := range append(c.Tables(), "no such table") {
		for _, code := range []string{"", "BRAND_NEW", "\x00\u202e", strings.Repeat("LONG_", 500), "[a-", "a*b"} {
			w := c.Word(table, code)
			if w.Known || w.Openness != Internal || w.Who != Us || w.Title == "" || utf8.RuneCountInString(w.Meaning) > 110 {
				t.Errorf("%s: %.20q is %+v", table, code, w)
			}
		}
	}
}

// TestSpellingIsLoose: case and what parts the words do not count.
func TestSpellingIsLoose(t *testing.T) {
	for _, code := range []string{"not_verified", "NOT_VERIFIED", "NotVerified", "not-verified"} {
		if w := Builtin().Word(Verifications, code); !w.Known || w.Title != "Not verified" || w.Code != code {
			t.Errorf("%s: %+v", code, w)
		}
	}
	for _, code := range []string{"103", "MT103", "mt103", "pacs.008", "pacs.008.001.08"} {
		if w := Builtin().Word(SwiftMessages, code); w.Title != "Payment for a customer" {
			t.Errorf("%s: %+v", code, w)
		}
	}
}

// TestFreeTextAsAnOutcome: the seeds' own example is no code of the list.
func TestFreeTextAsAnOutcome(t *testing.T) {
	w := Builtin().OutcomeOf("Document is not acceptable")
	if w.Known || w.Openness != Softly || w.Who != Us || !strings.Contains(w.Meaning, "“Document is not acceptable”") {
		t.Errorf("%+v", w)
	}
	if w := Builtin().OutcomeOf("SANCTIONS hit"); w.Openness != Locked {
		t.Errorf("%+v", w)
	}
	if known := Builtin().OutcomeOf("DOCUMENT_POOR_QUALITY"); known.Openness != Tell || known.Who != Sender {
		t.Errorf("%+v", known)
	}
}
