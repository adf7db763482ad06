package answer_test

import (
	"strings"
	"testing"
	"time"

	"transferdesk/internal/answer"
	"transferdesk/internal/reason"
)

// editedAll is the built-in catalogue with the same writing over every card, over a
// code without one, and over what is locked.
func editedAll(w reason.Writing) reason.Catalogue {
	var edits []reason.Edit
	add := func(kind reason.Kind, code string) {
		edits = append(edits, reason.Edit{Kind: kind, Code: code, Writing: w, Edited: reason.Edited{Version: 1, By: "Lena", At: now}})
	}
	for _, card := range builtin.Failures() {
		add(reason.OfFailure, card.Code)
	}
	for _, card := range builtin.Cases() {
		add(reason.OfCase, card.Code)
	}
	for _, code := range append([]string{"BRAND_NEW_CODE"}, lockedAs...) {
		add(reason.OfFailure, code)
		add(reason.OfCase, code)
	}
	return builtin.With(edits)
}

// TestNoEditOfACardLeaks: whatever stands in the database in place of a card, what is
// internal or locked stays, and a text with a word that may not go out is withheld.
func TestNoEditOfACardLeaks(t *testing.T) {
	all := append(codes(), lockedAs...)
	for name, test := range map[string]struct {
		open  reason.Openness
		words string
	}{
		"internal":       {reason.Internal, "canary"},
		"locked by hand": {reason.Locked, "canary"},
		"unheard of":     {"TELL", "canary"},
		"a locked word":  {reason.Tell, "because of a location hit"},
		"a hint":         {reason.Tell, "since our compliance team has it"},
		"a promise":      {reason.Softly, "and it will come within 3 days"},
		"a code":         {reason.Tell, "because of RECIPIENT_SANCTION_HIT"},
	} {
		cards := editedAll(reason.Writing{Title: "Canary", Meaning: "Canary.", MoneyNow: reason.Wise, Who: reason.Sender, Ask: "Canary.", Fix: "Canary.", Retry: reason.RetryAfterFix,
			Openness: test.open, CustomerWhy: test.words, CustomerNext: test.words, CustomerText: test.words, DeskNote: "Canary."})
		for _, p := range places {
			for _, code := range all {
				for _, funding := range []answer.Funding{answer.ByCustomer, answer.ByCompany} {
					a := answer.Compose(answer.Input{Facts: p.tale(code).facts(), Verification: p.verificationAt(), Estimate: p.estimateAt(now), Catalogue: cards,
						Funding: funding, Now: now, Zone: time.UTC, Company: time.UTC})
					text := strings.Replace(a.CustomerText.Text, "The amount that arrived", "It", 1)
					if found := append(hushedIn(text), forbidden(text)...); found != nil || strings.Contains(text, test.words) {
						t.Fatalf("%s: %s with %.40q: %q in %q", name, a.Code, code, found, text)
					}
				}
			}
		}
		for _, code := range all {
			for _, one := range []answer.Incident{{Code: code}, {Code: code, IsCase: true}} {
				if text := one.CustomerText(cards); hushedIn(text) != nil || strings.Contains(text, test.words) {
					t.Errorf("%s: all customers of %.40q are told %q", name, code, text)
				}
			}
		}
	}
}
