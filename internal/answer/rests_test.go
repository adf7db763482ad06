package answer_test

import (
	"slices"
	"testing"
)

func TestTheAnswerRestsOnAllThatItsSentencesRestOn(t *testing.T) {
	a := paidOut(fail("18 Nov 14:02", "WRONG_NAME"), to("18 Nov 14:03", sent, bounced), to("19 Nov 09:00", bounced, process)).told("customer")
	for _, s := range a.Sentences() {
		for _, id := range s.Evidence {
			if !slices.Contains(a.Evidence, id) {
				t.Errorf("%s rests on %d, which the answer does not name among %v", s.Part, id, a.Evidence)
			}
		}
	}
}
