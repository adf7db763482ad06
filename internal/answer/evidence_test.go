package answer_test

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"transferdesk/internal/activity"
	"transferdesk/internal/answer"
	"transferdesk/internal/evidence"
	"transferdesk/internal/transfer"
	"transferdesk/internal/when"
)

// claim is something that a sentence may say, and which event shows that it is so.
type claim struct {
	says  *regexp.Regexp
	shown func(e transfer.Event, found []string) bool
}

// claims are what a sentence can speak of: dates, amounts, states by our names for them,
// and what is said of states in other words.
func claims() []claim {
	var all []claim
	add := func(says string, shown func(transfer.Event, []string) bool) {
		all = append(all, claim{regexp.MustCompile(says), shown})
	}
	add(`\b(\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec))\b`, func(e transfer.Event, found []string) bool {
		return when.Day(e.At.Time, time.UTC) == found[1]
	})
	add(`([\d,]+\.\d\d [A-Z]{3})\b`, func(e transfer.Event, found []string) bool {
		return slices.Contains(amounts(e), found[1])
	})
	add(`“([A-Z][^”]+)”`, func(e transfer.Event, found []string) bool {
		return answer.StateLabel(e.To) == found[1] || answer.StateLabel(e.From) == found[1] || e.Code == found[1]
	})
	for says, state := range map[string]transfer.State{
		`(?:[Bb]ack at Wise|came back|had come back|[Rr]eturned to Wise)`:                              bounced,
		`(?:(?:It was|had been|is) paid out|Paid out|was paid out by Wise)(?: by| again|, | on|;|\. )`: sent,
		`(?:[Cc]ancelled on|was cancelled)`:                                                            cancelled,
		`(?:has been converted|[Cc]onverted on|had been converted|is converted)`:                       converted,
		`[Cc]harged back on`: charged,
	} {
		add(says, func(e transfer.Event, _ []string) bool {
			cameBack := state == sent && (e.To == bounced || e.From == bounced) // so it had been paid out
			return e.To == state || e.From == state || cameBack
		})
	}
	add(`(?:^Refunded|Wise refunded|reported a refund)`, func(e transfer.Event, _ []string) bool {
		return e.Kind == transfer.RefundIssued || e.To == refunded || e.From == refunded
	})
	return all
}

// amounts are those that an event tells.
func amounts(e transfer.Event) []string {
	var all []string
	if e.Refund.Known() {
		all = append(all, e.Refund.String())
	}
	if e.Movement != nil {
		all = append(all, e.Movement.Amount.String())
	}
	if e.Incoming != nil {
		all = append(all, e.Incoming.Settled.String())
	}
	return all
}

// derived is what no event can show by itself: a difference of two amounts, and a state
// that is said not to have come.
var derived = regexp.MustCompile(`[\d,]+\.\d\d [A-Z]{3} (?:less|more) than|has not become “[^”]+”|has not reported (?:a|the) refund|No refund is reported`)

// toUs is a refund in other words, and no return.
var toUs = regexp.MustCompile(`came back (?:from Wise )?to us`)

// unproven lists what a sentence says and none of its events shows. What Wise's API said
// is no event's.
func (tl tale) unproven(s answer.Sentence) []string {
	var out []string
	for _, id := range s.Evidence {
		if id < 1 || int(id) > len(tl) {
			out = append(out, fmt.Sprintf("names event %d, which is none of this transfer", id))
		}
	}
	text := toUs.ReplaceAllString(derived.ReplaceAllString(s.Text, ""), "– Wise refunded")
	for _, c := range claims() {
		for _, found := range c.says.FindAllStringSubmatch(text, -1) {
			shown := slices.ContainsFunc(s.Evidence, func(id int64) bool {
				return id >= 1 && int(id) <= len(tl) && c.shown(tl[id-1], found)
			})
			if !shown && !fromAPI(s) {
				out = append(out, fmt.Sprintf("says %q, which none of %v shows", found[0], s.Evidence))
			}
		}
	}
	return out
}

// fromAPI says whether a sentence tells what Wise's API said, and says so.
func fromAPI(s answer.Sentence) bool {
	return slices.ContainsFunc(s.Grounds, func(g answer.Ground) bool { return strings.HasPrefix(string(g), "Wise’s API, asked ") })
}

// spoken is everything that an answer says, by a name for the failure message.
func spoken(a answer.Answer) map[string]answer.Sentence {
	all := map[string]answer.Sentence{}
	for _, s := range a.Sentences() {
		all[string(s.Part)] = s.Sentence
	}
	for i, f := range a.Flags {
		all[fmt.Sprintf("flag %d %s", i, f.Code)] = answer.Sentence{Text: f.Text, Evidence: f.Evidence}
	}
	for i, r := range a.Refunds {
		all[fmt.Sprintf("refund %d", i)] = r.Text
	}
	for i, f := range a.Failures {
		all[fmt.Sprintf("failure %d", i)] = answer.Sentence{Text: "failed on " + when.Day(f.At, time.UTC), Evidence: f.Evidence}
	}
	for i, c := range a.Cases {
		all[fmt.Sprintf("case %d", i)] = answer.Sentence{Text: "seen on " + when.Day(c.Since, time.UTC), Evidence: c.Evidence}
	}
	return all
}

// codeShown says whether a sentence that speaks in a card's words has the event with its
// code.
func (tl tale) codeShown(s answer.Sentence, code string) bool {
	return slices.ContainsFunc(s.Evidence, func(id int64) bool {
		return id >= 1 && int(id) <= len(tl) && (tl[id-1].Code == code || slices.Contains(tl[id-1].Cases, code))
	})
}

// wordsOf are the words of a code's cards that stand nowhere else.
func wordsOf(code string) []string {
	if c := builtin.Failure(code); c.Known {
		return []string{c.Title, c.Meaning, c.CustomerWhy, c.CustomerNext}
	}
	if c := builtin.Case(code); c.Known {
		return []string{c.Title, c.Meaning, c.CustomerText}
	}
	return nil
}

// besidePlaces are lives beside those of places: what is refunded to a balance, steps
// back, and money that a cancelled transfer was debited.
func besidePlaces(code string) []tale {
	return []tale{
		returned(code, to("18 Nov 10:00", bounced, refunded), refund("18 Nov 10:00", "1240", "EUR"), credit("19 Nov 10:01", "1240", "EUR")),
		paidOut(to("17 Nov 10:00", sent, process)),
		paidOut(fail("17 Nov 09:59", code), to("17 Nov 10:00", sent, process)),
		{to("16 Nov 11:40", waiting, process), to("17 Nov 11:41", process, converted), to("18 Nov 12:00", converted, process), open("19 Nov 10:00", code)},
		{to("16 Nov 11:40", waiting, process), fail("17 Nov 10:00", code)},
		{to("16 Nov 08:00", "", waiting), to("17 Nov 08:00", waiting, cancelled), debit("18 Nov 08:00", "1250", "EUR")},
		{to("16 Nov 08:00", waiting, process), to("17 Nov 08:00", process, cancelled), to("18 Nov 09:00", cancelled, process)},
		{to("17 Nov 10:00", bounced, process), fail("17 Nov 09:00", code)},
		returned(code, to("18 Nov 10:00", bounced, refunded), refund("18 Nov 10:00", "1240", "EUR"), to("19 Nov 11:00", refunded, process), to("20 Nov 11:00", process, sent)),
	}
}

// TestEverySentenceHasTheEventsThatItSpeaksOf: dates, amounts, states and codes.
func TestEverySentenceHasTheEventsThatItSpeaksOf(t *testing.T) {
	n := 0
	for _, code := range []string{"ACCOUNT_CLOSED", "BANK_REJECTED", "TECHNICAL_ISSUE_RETRYABLE", "BRAND_NEW_CODE", "deposit_proof_needed", "aml_review"} {
		for _, p := range places {
			in := answer.Input{Estimate: p.estimateAt(now), PayoutReference: "REF-7"}
			for _, tl := range []tale{p.tale(code), append(p.tale(code), debit("16 Nov 11:39", "1250", "EUR"))} {
				if p.verificationAt() != nil {
					in.Verification = verificationAsEvent(tl)
					tl = append(tl, event("18 Nov 10:00", transfer.Event{}))
				}
				n += tl.holdSentences(t, code, in)
			}
		}
		for _, tl := range besidePlaces(code) {
			n += tl.holdSentences(t, code, answer.Input{})
		}
	}
	if n < 5000 {
		t.Errorf("only %d sentences were held against their events", n)
	}
}

// holdSentences holds all that is said of a tale against its events, and counts it.
func (tl tale) holdSentences(t *testing.T, code string, in answer.Input) (n int) {
	in.Facts, in.Catalogue, in.Now, in.Zone, in.Company = tl.facts(), builtin, now, time.UTC, time.UTC
	for _, in.Funding = range []answer.Funding{answer.ByCustomer, answer.ByCompany} {
		a := answer.Compose(in)
		for name, s := range spoken(a) {
			n++
			wrong := tl.unproven(s)
			for _, words := range wordsOf(code) {
				if len(words) > 3 && strings.Contains(strings.ToLower(s.Text), strings.ToLower(words)) && !tl.codeShown(s, code) {
					wrong = append(wrong, "speaks of the code, which none of its events names")
				}
			}
			if len(s.Evidence) == 0 && len(s.Grounds) == 0 {
				wrong = append(wrong, "rests on nothing")
			}
			if len(wrong) > 0 {
				t.Errorf("%s with %s, funded by the %s: %s %v: %q rests on %v", a.Code, code, in.Funding, name, wrong, s.Text, s.Evidence)
			}
		}
	}
	return n
}

// verificationAsEvent is a verification that comes with the delivery after the tale's.
func verificationAsEvent(tl tale) *answer.Verification {
	facts := thing(activity.CDDCheck, activity.Detail{}, "EVIDENCE_REQUIRED")
	for i := range facts.Visits {
		facts.Visits[i].Evidence = evidence.IDs{int64(len(tl) + 1)}
	}
	facts.Evidence = evidence.IDs{int64(len(tl) + 1)}
	return verificationOf(facts)
}
