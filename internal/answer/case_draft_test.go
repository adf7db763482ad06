package answer_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"transferdesk/internal/answer"
	"transferdesk/internal/reason"
	"transferdesk/internal/transfer"
)

// TestEveryRowHasAQuestionOfItsOwn: none falls back to the general one, and each can
// be sent as it is.
func TestEveryRowHasAQuestionOfItsOwn(t *testing.T) {
	general := answer.DraftCase(transfer.Facts{Transfer: 7}, answer.OnlyHeardOf, "")
	for _, p := range places {
		for _, code := range codes() {
			facts := p.tale(code).facts()
			a := answer.Compose(answer.Input{Facts: facts, Verification: p.verificationAt(), Catalogue: builtin, Now: now})
			got := answer.DraftCase(facts, a.Code, "")
			if n := utf8.RuneCountInString(got.Subject); n > 120 || !strings.HasPrefix(got.Subject, "Transfer 49983981: ") || strings.Contains(got.Subject, "\n") {
				t.Fatalf("%s: the subject is %q", a.Code, got.Subject)
			}
			if a.Code != answer.OnlyHeardOf && strings.HasSuffix(got.Subject, strings.TrimPrefix(general.Subject, "Transfer 7: ")) {
				t.Errorf("%s has no question of its own", a.Code)
			}
			if n := utf8.RuneCountInString(got.Description); n > 4000 || !strings.Contains(got.Description, "\nPlease ") && !strings.Contains(got.Description, "Please trace") {
				t.Errorf("%s: %d runes: %.300q", a.Code, n, got.Description)
			}
			if strings.Contains(got.Description, description) || strings.ContainsAny(got.Description, "\u202e\u200b\x00<") && !strings.Contains(code, "<") {
				t.Errorf("%s with %.40q: words of Wise's, or what cannot be seen: %q", a.Code, code, got.Description)
			}
		}
	}
}

func TestADraftTellsWhatHappenedWhenInWisesOwnSpelling(t *testing.T) {
	f := returned("WRONG_NAME", refund("18 Nov 10:00", "1240", "EUR"), to("18 Nov 10:00", bounced, refunded)).facts()
	got := answer.DraftCase(f, answer.Refunded, "BNK-1").Description
	want := `Transfer 49983981, profile 16055450, recipient account 14124090.
Payout reference: BNK-1.

What your webhooks have told us (times in UTC):
- 2026-11-16 09:12:00 incoming_payment_waiting
- 2026-11-16 11:40:00 processing
- 2026-11-16 11:41:00 funds_converted
- 2026-11-16 11:58:00 outgoing_payment_sent
- 2026-11-17 10:00:00 payout failure WRONG_NAME
- 2026-11-17 10:01:00 bounced_back
- 2026-11-18 10:00:00 funds_refunded
- 2026-11-18 10:00:00 refund of 1240.00 EUR

Please confirm whether the refund has been made, its amount, any fee that was taken from it, when it was made, and where it went.
`
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if seen := answer.DraftCase(tale{seen("17 Nov 10:00", process)}.facts(), answer.InProcess, "").Description; !strings.Contains(seen, "processing (your API said so then; no webhook has told of it)") {
		t.Errorf("a state that asking showed: %s", seen)
	}
}

func TestNothingForComplianceAloneStandsInADraft(t *testing.T) {
	f := tale{to("16 Nov 09:12", "", waiting), fail("16 Nov 10:00", reason.LockedCode), to("16 Nov 11:00", waiting, reason.LockedCode)}.facts()
	got := answer.DraftCase(f, answer.StateNotKnown, "")
	if strings.Contains(got.Subject+got.Description, reason.LockedCode) || !strings.Contains(got.Description, "incoming_payment_waiting") {
		t.Errorf("got %+v", got)
	}
}
