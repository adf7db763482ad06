package story

import (
	"slices"
	"strings"
	"testing"

	"transferdesk/internal/answer"
	"transferdesk/internal/reason"
)

// headline is a row of the headline table, and who may be said to act on the money.
type headline struct {
	code answer.Code
	who  []reason.Who
}

// headlines is the table, with its column “who acts” once more: it is held against
// the goldens, so that none is updated into a wrong party.
var headlines = []headline{
	{answer.InboundCredited, []reason.Who{reason.Nobody, reason.Us}},
	{answer.InboundReturned, []reason.Who{reason.Nobody}},
	{answer.OnlyHeardOf, []reason.Who{reason.NotKnown}},
	{answer.StateNotKnown, []reason.Who{reason.Us}},
	{answer.ChargedBack, []reason.Who{reason.Us}},
	{answer.ChargedBackAfterSent, []reason.Who{reason.Us}},
	{answer.RefundedStateToCome, []reason.Who{reason.Nobody, reason.Us}},
	{answer.Refunded, []reason.Who{reason.Nobody, reason.Us}},
	{answer.RefundedAmountUnknown, []reason.Who{reason.Nobody, reason.Us}},
	{answer.RefundedUnsent, []reason.Who{reason.Nobody, reason.Us}},
	{answer.RefundReopened, []reason.Who{reason.Wise}},
	{answer.Unknown, []reason.Who{reason.Us}},
	{answer.CancelledAfterReturn, []reason.Who{reason.Wise}},
	{answer.CancelledFunded, []reason.Who{reason.Wise}},
	{answer.CancelledUnfunded, []reason.Who{reason.Nobody}},
	{answer.CancelledUnclear, []reason.Who{reason.Us}},
	{answer.Returned, []reason.Who{reason.Wise}},
	{answer.ReturnedNoReason, []reason.Who{reason.Wise}},
	{answer.ReturnedInProcess, []reason.Who{reason.Wise}},
	{answer.SentAgain, []reason.Who{reason.RecipientBank}},
	{answer.Retrying, []reason.Who{reason.Wise}},
	{answer.FailedStateUnchanged, []reason.Who{reason.Wise, reason.Recipient, reason.Us}},
	{answer.SentOverdue, []reason.Who{reason.Us}},
	{answer.Sent, []reason.Who{reason.RecipientBank}},
	{answer.TakenBack, []reason.Who{reason.Wise}},
	{answer.HeldVerification, []reason.Who{reason.Sender, reason.Us, reason.Wise}},
	{answer.Underfunded, []reason.Who{reason.Sender, reason.Us}},
	{answer.Converted, []reason.Who{reason.Wise}},
	{answer.InProcess, []reason.Who{reason.Wise}},
	{answer.FundingAnnounced, []reason.Who{reason.Sender, reason.Us}},
	{answer.WaitingFunding, []reason.Who{reason.Sender, reason.Us}},
}

// path is a row of the table of paths, and the rows of the headline table that may
// speak of it.
type path struct {
	name  string
	codes []answer.Code
}

// paths is that table. A life names those that it follows in its settings.
var paths = []path{
	{"waiting, we fund", []answer.Code{answer.WaitingFunding}},
	{"waiting, customer funds", []answer.Code{answer.WaitingFunding}},
	{"initiated", []answer.Code{answer.FundingAnnounced}},
	{"processing, first time", []answer.Code{answer.InProcess}},
	{"processing, verification open", []answer.Code{answer.HeldVerification}},
	{"processing -> refunded, never sent", []answer.Code{answer.RefundedUnsent}},
	{"processing -> cancelled, was funded", []answer.Code{answer.CancelledFunded}},
	{"waiting -> cancelled", []answer.Code{answer.CancelledUnfunded}},
	{"only cancelled known", []answer.Code{answer.CancelledUnclear}},
	{"a gap before cancelled", []answer.Code{answer.CancelledFunded, answer.CancelledUnclear}},
	{"cancelled -> processing or waiting", []answer.Code{answer.InProcess, answer.WaitingFunding}},
	{"sent", []answer.Code{answer.Sent}},
	{"sent, estimate passed", []answer.Code{answer.SentOverdue}},
	{"sent -> processing without a return", []answer.Code{answer.TakenBack}},
	{"failure, state unchanged", []answer.Code{answer.FailedStateUnchanged}},
	{"bounced", []answer.Code{answer.Returned, answer.ReturnedNoReason}},
	{"bounced -> processing", []answer.Code{answer.ReturnedInProcess}},
	{"bounced -> sent again", []answer.Code{answer.SentAgain}},
	{"bounced -> cancelled", []answer.Code{answer.CancelledAfterReturn}},
	{"bounced -> processing -> cancelled -> refunded", []answer.Code{answer.Refunded}},
	{"refunded, to the customer's bank", []answer.Code{answer.Refunded}},
	{"refunded, to a Wise balance", []answer.Code{answer.Refunded}},
	{"refunded, to us", []answer.Code{answer.Refunded}},
	{"refunded -> any other", []answer.Code{answer.RefundReopened}},
	{"refund event newer than a state that is not refunded", []answer.Code{answer.RefundedStateToCome}},
	{"refund event older than a state that is not refunded", []answer.Code{answer.RefundReopened}},
	{"charged_back", []answer.Code{answer.ChargedBack}},
	{"charged_back after sent", []answer.Code{answer.ChargedBackAfterSent}},
	{"unknown", []answer.Code{answer.Unknown}},
	{"inbound", []answer.Code{answer.InboundCredited, answer.InboundReturned}},
	{"top-up to a balance", []answer.Code{answer.OnlyHeardOf}},
}

// TestEveryRowOfTheHeadlineTableHasALife also holds who acts against the table.
func TestEveryRowOfTheHeadlineTableHasALife(t *testing.T) {
	told := map[answer.Code]bool{}
	for _, l := range lives(t) {
		code := l.code()
		told[code] = true
		at := slices.IndexFunc(headlines, func(h headline) bool { return h.code == code })
		if at < 0 {
			t.Errorf("%s: no row is called %s", l.name, code)
			continue
		}
		if who := l.who(); !slices.Contains(headlines[at].who, who) {
			t.Errorf("%s: %s, and %s acts; the table has %v", l.name, code, who, headlines[at].who)
		}
	}
	for _, h := range headlines {
		if !told[h.code] {
			t.Errorf("no life leads to %s", h.code)
		}
	}
}

func TestEveryPathHasALifeThatFollowsIt(t *testing.T) {
	followed := map[string]bool{}
	for _, l := range lives(t) {
		for _, name := range l.settings.paths {
			at := slices.IndexFunc(paths, func(p path) bool { return p.name == name })
			switch {
			case at < 0:
				t.Errorf("%s: no path is called %q", l.name, name)
			case !slices.Contains(paths[at].codes, l.code()):
				t.Errorf("%s: on %q the row is %s, want one of %v", l.name, name, l.code(), paths[at].codes)
			}
			followed[name] = true
		}
	}
	for _, p := range paths {
		if !followed[p.name] {
			t.Errorf("no life follows the path %q", p.name)
		}
	}
}

// caseCodes are the active cases of the table of cases.
var caseCodes = []string{
	"deposit_amount_less_invoice", "deposit_amount_more_invoice", "prove_account_ownership_with_reference_code",
	"prove_account_ownership_with_micro_deposit", "joint_account_proof_needed", "business_order_personal_depo",
	"personal_order_business_depo", "incorrect_name_deposit", "deposit_proof_needed",
	"incorrect_deposit_recipient_details", "incorrect_source_account_number",
}

// TestEveryCodeHasALife: every payout-failure code and every active case of the
// catalogue is in a delivery, and one of each kind that the catalogue does not know.
func TestEveryCodeHasALife(t *testing.T) {
	var bodies, answers strings.Builder
	for _, l := range lives(t) {
		for _, d := range l.deliveries {
			bodies.WriteString(d.body)
		}
		answers.WriteString(l.golden)
	}
	if n := len(cards.Failures()); n < 34 {
		t.Fatalf("the catalogue has %d payout-failure codes, want 34 at least", n)
	}
	for _, card := range cards.Failures() {
		if !strings.Contains(bodies.String(), `"failure_reason_code":"`+card.Code+`"`) || !strings.Contains(answers.String(), "\nfailure: "+card.Code+" at ") {
			t.Errorf("no life has the failure %s", card.Code)
		}
	}
	for _, code := range caseCodes {
		if !cards.Case(code).Known || !strings.Contains(answers.String(), "\ncase: "+code+" seen at ") {
			t.Errorf("no life has the case %s, or the catalogue has no card for it", code)
		}
	}
	for _, unknown := range []string{"\nfailure: BENEFICIARY_BANK_MERGED at ", "\ncase: manual_screening_pending seen at "} {
		if !strings.Contains(answers.String(), unknown) {
			t.Errorf("no life has%q", unknown)
		}
	}
}

// never are words that reach no customer, written down here apart from the guard that
// the product itself uses. An underscore stands in every code.
var never = []string{
	"aml", "sanction", "fraud", "compliance", "launder", "suspicio", "screening", "arrived", "delivered", "checked", "checking",
	" day", "week", "hour", "tomorrow", " soon", "promise", "_",
}

func TestNoCustomerIsToldWhatMustNotBeSaid(t *testing.T) {
	for _, l := range lives(t) {
		said := strings.ToLower(l.sentence("customer"))
		if l.code() == answer.Underfunded {
			said = strings.Replace(said, "the amount that arrived does not cover", "", 1)
		}
		for _, word := range never {
			if strings.Contains(said, word) {
				t.Errorf("%s: %q is said to the customer: %s", l.name, word, said)
			}
		}
		hold := strings.Contains(l.sentence("new payment"), ", hold. ")
		if asks := strings.Contains(said, "do not send it again"); hold != asks {
			t.Errorf("%s: hold is %v, and the customer is told: %s", l.name, hold, said)
		}
	}
}

// code is the row that speaks, by the golden.
func (l life) code() answer.Code {
	code, _, _ := strings.Cut(l.sentence("code"), " ")
	return answer.Code(code)
}

// who is who acts on the money, by the golden.
func (l life) who() reason.Who {
	who, _, _ := strings.Cut(l.sentence("who acts"), ".")
	return reason.Who(who)
}

// sentence is a line of the golden, without its name.
func (l life) sentence(name string) string {
	for line := range strings.Lines(l.golden) {
		if text, ok := strings.CutPrefix(line, name+": "); ok {
			return strings.TrimSpace(text)
		}
	}
	return ""
}
