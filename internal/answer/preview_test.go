package answer_test

import (
	"strings"
	"testing"
	"time"

	"transferdesk/internal/answer"
	"transferdesk/internal/reason"
)

// edited is the built-in catalogue with one card changed.
func edited(kind reason.Kind, code string, change func(*reason.Writing)) reason.Catalogue {
	w := builtin.Failure(code).Writing()
	if kind == reason.OfCase {
		w = builtin.Case(code).Writing()
	}
	change(&w)
	return builtin.With([]reason.Edit{{Kind: kind, Code: code, Writing: w, Edited: reason.Edited{Version: 1, By: "Lena"}}})
}

// texts puts a preview together.
func preview(cards reason.Catalogue, kind reason.Kind, code string) string {
	var all []string
	for _, p := range answer.Previews(cards, kind, code, answer.ByCustomer, now, time.UTC) {
		all = append(all, p.When+" | "+p.Headline+" | "+p.Customer)
	}
	return strings.Join(all, "\n")
}

func TestAPreviewIsWhatARealTransferSays(t *testing.T) {
	got := preview(builtin, reason.OfFailure, "ACCOUNT_CLOSED")
	want := "Back at Wise | Returned to Wise: the recipient's account is closed. Not refunded yet. | Your payment of 1,250.00 EUR could not be paid out because the recipient's account is closed. " +
		"It is back at Wise, which will either deliver it or refund it. Please do not send it again yet; before a new payment, ask the recipient for another account, with all its details.\n" +
		"Payout failed | Payout failed: the recipient's account is closed. No return or refund is reported. | Your payment of 1,250.00 EUR could not be paid out because the recipient's account is closed. " +
		"Wise has not told us that it has come back. Please do not send it again yet; before a new payment, ask the recipient for another account, with all its details.\n" +
		"Refunded | Refunded 1,250.00 EUR on 20 Nov. | Your payment of 1,250.00 EUR could not be paid out because the recipient's account is closed. Wise refunded 1,250.00 EUR on 20 Nov 2026 (UTC); your bank may need some time to show it. " +
		"Before a new payment, please ask the recipient for another account, with all its details."
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// Every built-in card makes sentences that may go out, and an edit of one word does too.
func TestEveryBuiltinCardMakesSentencesThatMayGoOut(t *testing.T) {
	for _, c := range builtin.Failures() {
		if wrong := answer.CheckCard(builtin, reason.OfFailure, c.Code, now); wrong != nil {
			t.Errorf("%s: %v", c.Code, wrong)
		}
		same := edited(reason.OfFailure, c.Code, func(w *reason.Writing) { w.Title = strings.Repeat("W", reason.MaxTitle) })
		if wrong := answer.CheckCard(same, reason.OfFailure, c.Code, now); wrong != nil {
			t.Errorf("%s, edited: %v", c.Code, wrong)
		}
	}
	for _, c := range builtin.Cases() {
		if wrong := answer.CheckCard(builtin, reason.OfCase, c.Code, now); wrong != nil {
			t.Errorf("%s: %v", c.Code, wrong)
		}
	}
}

// What passes clause by clause can still say a forbidden thing as a whole.
func TestWholeSentencesAreChecked(t *testing.T) {
	cards := edited(reason.OfFailure, "ACCOUNT_CLOSED", func(w *reason.Writing) { w.CustomerWhy = "in 24 h" })
	if wrong := answer.CheckCard(cards, reason.OfFailure, "ACCOUNT_CLOSED", now); len(wrong) != 1 || wrong[0].Field != "customer_why" {
		t.Errorf("got %v", wrong)
	}
	cards = edited(reason.OfFailure, "ACCOUNT_CLOSED", func(w *reason.Writing) { w.Title = strings.Repeat("W", reason.MaxTitle+2) })
	if wrong := answer.CheckCard(cards, reason.OfFailure, "ACCOUNT_CLOSED", now); len(wrong) != 1 || wrong[0].Field != "title" {
		t.Errorf("got %v", wrong)
	}
}

// No row of the headline table keeps words of its own where a lead wrote others: the
// technical delay and the missing part have rows of their own.
func TestEveryEditIsSaid(t *testing.T) {
	for _, c := range builtin.Failures() {
		open := edited(reason.OfFailure, c.Code, func(w *reason.Writing) {
			w.Openness, w.CustomerWhy, w.CustomerNext = reason.Tell, "because of a zebra", "look for a zebra"
		})
		for _, p := range answer.Previews(open, reason.OfFailure, c.Code, answer.ByCustomer, now, time.UTC) {
			if !strings.Contains(p.Customer, "zebra") {
				t.Errorf("%s, %s: what a lead wrote is not said: %s", c.Code, p.When, p.Customer)
			}
		}
		shut := edited(reason.OfFailure, c.Code, func(w *reason.Writing) { w.Openness = reason.Internal })
		if got := preview(shut, reason.OfFailure, c.Code); strings.Contains(customersOf(got), c.CustomerWhy) || strings.Contains(customersOf(got), "technical") {
			t.Errorf("%s: an internal card is said: %s", c.Code, got)
		}
	}
	for _, c := range builtin.Cases() {
		open := edited(reason.OfCase, c.Code, func(w *reason.Writing) { w.Openness, w.CustomerText = reason.Tell, "Please look for a zebra." })
		for _, p := range answer.Previews(open, reason.OfCase, c.Code, answer.ByCustomer, now, time.UTC) {
			if !strings.Contains(p.Customer, "zebra") {
				t.Errorf("%s, %s: what a lead wrote is not said: %s", c.Code, p.When, p.Customer)
			}
		}
		shut := edited(reason.OfCase, c.Code, func(w *reason.Writing) { w.Openness = reason.Internal })
		if got := customersOf(preview(shut, reason.OfCase, c.Code)); strings.Contains(got, c.CustomerText) || strings.Contains(got, "missing part") || strings.Contains(got, "does not cover") {
			t.Errorf("%s: an internal card is said: %s", c.Code, got)
		}
	}
}

// customersOf keeps what the customer reads.
func customersOf(all string) string {
	var out []string
	for line := range strings.SplitSeq(all, "\n") {
		out = append(out, line[strings.LastIndex(line, " | ")+3:])
	}
	return strings.Join(out, "\n")
}
