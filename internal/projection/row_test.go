package projection

import (
	"testing"
	"time"

	"transferdesk/internal/answer"
	"transferdesk/internal/evidence"
	"transferdesk/internal/reason"
	"transferdesk/internal/transfer"
	"transferdesk/internal/wise"
	"transferdesk/internal/wise/wisesim"
)

// TestListsAreInTheOrderOfTheAgesThatTheyShow: a list is sorted by its rows' time
// in their stage, and shows the time that their answer counts from.
func TestListsAreInTheOrderOfTheAgesThatTheyShow(t *testing.T) {
	events := map[int64][]transfer.Event{}
	for i, d := range wisesim.Lives(7, start, 600) {
		src := evidence.Source{Delivery: int64(i + 1), ReceivedAt: d.At}
		if e := wise.Decode(d.Body, src).Transfer; e != nil && e.Transfer != 0 {
			events[e.Transfer] = append(events[e.Transfer], *e)
		}
	}
	seen := map[answer.Code]bool{}
	for id, held := range events {
		facts, _ := transfer.Fold(id, held)
		row := rowOf(facts, nil)
		if row.Stage == transfer.StageNone {
			continue
		}
		said := answer.Compose(answer.Input{Facts: facts, Catalogue: reason.Builtin(), Now: start, Zone: time.UTC, Company: time.UTC})
		seen[said.Code] = true
		if gap := said.SinceAt.Sub(row.StageAt).Abs(); gap > time.Minute {
			t.Errorf("%d, %s: sorted by %v and shown as of %v", id, said.Code, row.StageAt, said.SinceAt)
		}
	}
	for _, code := range []answer.Code{answer.Returned, answer.RefundReopened, answer.FailedStateUnchanged, answer.CancelledAfterReturn, answer.Refunded} {
		if !seen[code] {
			t.Errorf("no life of %s was tried", code)
		}
	}
}

// TestEveryProblemOfTheAnswerIsAnOpenProblem: what a page draws as a problem stands
// on top of its customer's page too.
func TestEveryProblemOfTheAnswerIsAnOpenProblem(t *testing.T) {
	events := map[int64][]transfer.Event{}
	for i, d := range wisesim.Lives(7, start, 600) {
		src := evidence.Source{Delivery: int64(i + 1), ReceivedAt: d.At}
		if e := wise.Decode(d.Body, src).Transfer; e != nil && e.Transfer != 0 {
			events[e.Transfer] = append(events[e.Transfer], *e)
		}
	}
	seen := map[answer.Code]bool{}
	for id, held := range events {
		facts, _ := transfer.Fold(id, held)
		said := answer.Compose(answer.Input{Facts: facts, Catalogue: reason.Builtin(), Now: start, Zone: time.UTC, Company: time.UTC})
		if said.Tone != answer.Problem {
			continue
		}
		seen[said.Code] = true
		if !rowOf(facts, nil).Problem {
			t.Errorf("%d, %s: %q is no open problem", id, said.Code, said.Headline.Text)
		}
	}
	for _, code := range []answer.Code{answer.CancelledFunded, answer.CancelledAfterReturn, answer.Returned, answer.Unknown} {
		if !seen[code] {
			t.Errorf("no life of %s was tried", code)
		}
	}
}
