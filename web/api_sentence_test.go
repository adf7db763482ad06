package web

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"transferdesk/internal/answer"
	"transferdesk/internal/auth"
)

// TestNoEvidenceNamesAnEventOfAnotherTransfer: two transfers of one customer, whose
// events came mixed; what is said of the one rests on its own deliveries.
func TestNoEvidenceNamesAnEventOfAnotherTransfer(t *testing.T) {
	s := newSite(t)
	const other = testTransfer + 1
	first, second := refundedLife(testTransfer), bouncedLife(other)
	var order []int64 // of which transfer each delivery is
	for i := range first {
		s.deliver(first[i])
		order = append(order, testTransfer)
		if i < len(second) {
			s.deliver(second[i])
			order = append(order, other)
		}
	}
	token := s.token(auth.Agent)
	for _, id := range []int64{testTransfer, other} {
		var out apiTransfer
		decodeInto(t, body(t, s.call(token, fmt.Sprint("/api/v1/transfers/", id))), &out)
		var lists [][]int64
		for _, said := range out.Answer.Sentences {
			lists = append(lists, said.Evidence)
			if len(said.Evidence) == 0 && len(said.Beside) == 0 {
				t.Errorf("%d: %s rests on nothing: %q", id, said.Part, said.Text)
			}
		}
		for _, f := range out.Flags {
			if !aboutOthers(f.Code) {
				lists = append(lists, f.Evidence)
			}
		}
		for _, f := range out.Failures {
			lists = append(lists, f.Evidence)
		}
		for _, r := range out.Refunds {
			lists = append(lists, r.Evidence, r.Difference.Evidence)
		}
		n := 0
		for _, event := range slices.Concat(lists...) {
			if n++; order[event-1] != id {
				t.Errorf("%d: the evidence names event %d, which is of transfer %d", id, event, order[event-1])
			}
		}
		if n < 12 {
			t.Errorf("%d: only %d pieces of evidence", id, n)
		}
	}
}

// aboutOthers says whether a flag speaks of other transfers beside this one, on whose
// events it then rests.
func aboutOthers(code string) bool {
	return slices.Contains([]string{answer.FlagRecipientFailedBefore, answer.FlagSameCodeAgain, answer.FlagSibling}, code)
}

// TestEverySentenceOfTheJSONHasItsAudience: one may go to a customer, and no other.
func TestEverySentenceOfTheJSONHasItsAudience(t *testing.T) {
	s := newSite(t)
	s.deliver(bouncedLife(testTransfer)...)
	var out apiTransfer
	decodeInto(t, body(t, s.call(s.token(auth.Agent), "/api/v1"+tellingPage)), &out)
	var parts []string
	for _, said := range out.Answer.Sentences {
		parts = append(parts, string(said.Part))
		if customer := said.Audience == "customer"; customer != (said.Text == out.Answer.CustomerText) {
			t.Errorf("%s is for the %s: %q", said.Part, said.Audience, said.Text)
		}
	}
	if got := strings.Join(parts, " "); got != "headline where since why who_acts new_payment next pace stoppable customer_text" {
		t.Errorf("the parts are %s", got)
	}
}
