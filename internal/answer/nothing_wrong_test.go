package answer_test

import (
	"slices"
	"strings"
	"testing"

	"transferdesk/internal/answer"
	"transferdesk/internal/evidence"
)

// overclaim is a tale and pieces of sentences that must and must not be said of it.
type overclaim struct {
	name    string
	funding answer.Funding
	tale    tale
	code    answer.Code
	says    []string
	never   []string
}

// overclaims are lives in which a naive sentence would claim more than Wise has told.
func overclaims() []overclaim {
	back := func(more ...tale) tale {
		all := tale{to("16 Nov 09:12", "", waiting), to("16 Nov 11:40", waiting, process), to("16 Nov 14:00", process, sent), fail("17 Nov 10:00", "ACCOUNT_CLOSED"), to("17 Nov 10:01", sent, bounced)}
		return append(all, slices.Concat(more...)...)
	}
	return []overclaim{
		{"a technical delay is over once it went on", answer.ByCustomer,
			tale{to("16 Nov 11:40", waiting, process), fail("16 Nov 12:00", "TECHNICAL_ISSUE_RETRYABLE"), to("16 Nov 13:00", process, converted)},
			answer.Converted, []string{"why: Wise met a technical delay on 16 Nov and has gone on since"}, []string{"Nothing has failed"}},
		{"an earlier failure is not denied", answer.ByCustomer,
			tale{to("16 Nov 11:40", waiting, process), fail("16 Nov 12:00", "WRONG_REFERENCE"), to("16 Nov 14:00", process, sent)},
			answer.Sent, []string{"why: Nothing has failed since it was paid out"}, nil},
		{"a case that came up after the return is named first", answer.ByCustomer,
			back(tale{open("18 Nov 10:00", "incorrect_source_account_number")}),
			answer.Returned, []string{"next: Wise has an open case (the paying account's number is wrong)."}, nil},
		{"a case from before the payout is not", answer.ByCustomer,
			back(tale{open("16 Nov 12:00", "deposit_proof_needed")}),
			answer.Returned, nil, []string{"open case"}},
		{"Wise keeps its name in the middle of a sentence", answer.ByCustomer,
			tale{to("16 Nov 09:12", "", waiting), open("16 Nov 12:00", "prove_account_ownership_with_micro_deposit")},
			answer.WaitingFunding, []string{"(Wise wants the account confirmed)", "is not funded yet, as far as Wise has told us."}, []string{"wise wants", "has not got the money for your payment"}},
		{"with events missing nobody says that it was never paid out", answer.ByCustomer,
			tale{to("2 Nov 09:12", "", waiting), to("16 Nov 09:12", process, cancelled)},
			answer.CancelledFunded, []string{"Events are missing before that"}, []string{"before it was paid out"}},
		{"charged back after it came back: the recipient has not got it", answer.ByCustomer,
			back(tale{to("18 Nov 10:00", bounced, charged)}),
			answer.ChargedBackAfterSent, []string{"after it was paid out and had come back", "> Back at Wise 17 Nov"}, []string{"the recipient may have", "*Paid out"}},
		{"charged back where we are the payer", answer.ByCompany,
			tale{to("16 Nov 11:40", waiting, process), to("18 Nov 10:00", process, charged)},
			answer.ChargedBack, []string{"acts: We: the payer is us."}, []string{"could not be collected, or was taken back"}},
		{"each refund has its own day", answer.ByCustomer,
			back(tale{refund("18 Nov 10:00", "1000", "EUR"), to("18 Nov 10:00", bounced, refunded), refund("19 Nov 10:00", "240", "EUR")}),
			answer.Refunded, []string{"headline: Refunded 1,000.00 EUR and 240.00 EUR, the last on 19 Nov.", "1,000.00 EUR on 18 Nov 2026 and 240.00 EUR on 19 Nov 2026;", "*Back to the customer 19 Nov"}, nil},
		{"of refunds of several days one is in a balance, which is no bank", answer.ByCustomer,
			back(tale{refund("18 Nov 10:00", "1000", "EUR"), to("18 Nov 10:00", bounced, refunded), refund("19 Nov 10:00", "240", "EUR"), credit("19 Nov 10:01", "240", "EUR")}),
			answer.Refunded, []string{"1,000.00 EUR on 18 Nov 2026 and 240.00 EUR on 19 Nov 2026."}, []string{"your bank"}},
		{"cancelled after a refund takes nothing back", answer.ByCustomer,
			back(tale{refund("18 Nov 10:00", "1240", "EUR"), to("18 Nov 11:00", bounced, cancelled)}),
			answer.RefundReopened, []string{"where: Not certain: Wise reported a refund", "Wise has since told us that the payment is cancelled.", "after a refund was reported, and whether that stands is not known"}, []string{"taken that back", "no refund is reported"}},
		{"a refund to us that was taken back is not ours to pass on", answer.ByCompany,
			back(tale{refund("18 Nov 10:00", "1240", "EUR"), to("18 Nov 10:00", bounced, refunded), to("19 Nov 10:00", refunded, process)}),
			answer.RefundReopened, []string{"next: Ask Wise whether its refund to us stands, before ours goes out.", "had come back from Wise to us"}, []string{"tell: Wise had reported a refund"}},
		{"a second return that only the next state tells of has no date", answer.ByCustomer,
			back(tale{to("17 Nov 12:00", bounced, sent), to("19 Nov 11:00", bounced, cancelled)}),
			answer.CancelledAfterReturn, []string{"> *Back at Wise, cancelled*"}, []string{"Back at Wise 17 Nov"}},
		{"a return that only the next state tells of was at the latest then", answer.ByCustomer,
			tale{to("16 Nov 14:00", converted, sent), to("18 Nov 11:00", bounced, process)},
			answer.ReturnedInProcess, []string{"since: Back at Wise at least for 2 d 21 h"}, nil},
	}
}

func TestNothingIsSaidThatWiseHasNotTold(t *testing.T) {
	for _, s := range overclaims() {
		a := s.tale.told(s.funding)
		said := print(a)
		if a.Code != s.code {
			t.Errorf("%s: the row is %s, want %s", s.name, a.Code, s.code)
		}
		for _, piece := range s.says {
			if !strings.Contains(said, piece) {
				t.Errorf("%s: %q is not said\n%s", s.name, piece, said)
			}
		}
		for _, piece := range s.never {
			if strings.Contains(said, piece) {
				t.Errorf("%s: %q is said\n%s", s.name, piece, said)
			}
		}
	}
}

// TestASentenceRestsOnWhatItNames: what only one sentence speaks of is behind that one.
func TestASentenceRestsOnWhatItNames(t *testing.T) {
	life := tale{to("16 Nov 11:40", waiting, process), to("16 Nov 14:00", process, sent), to("17 Nov 10:01", sent, bounced),
		refund("18 Nov 10:00", "1240", "EUR"), credit("18 Nov 10:01", "1240", "EUR"), to("18 Nov 10:02", bounced, refunded)}
	a := life.told(answer.ByCustomer)
	if !slices.Contains(a.Where.Evidence, 5) || slices.Contains(a.Headline.Evidence, 5) {
		t.Errorf("the credit is behind where (%v), and not behind the headline (%v)", a.Where.Evidence, a.Headline.Evidence)
	}
	a = append(life, to("19 Nov 10:00", refunded, process)).told(answer.ByCustomer)
	if !slices.Contains(a.Headline.Evidence, 6) {
		t.Errorf("the refund that was taken back is behind the headline: %v", a.Headline.Evidence)
	}
	a = tale{incoming("16 Nov 11:58", "786.54", "GBP"), to("16 Nov 11:57", "", process), to("16 Nov 11:58", process, sent)}.told(answer.ByCustomer)
	if want := (evidence.IDs{1}); !slices.Equal(a.CustomerText.Evidence, want) {
		t.Errorf("a payment to the customer names no day of setting up: %v, want %v", a.CustomerText.Evidence, want)
	}
}
