package wisesim_test

import (
	"slices"
	"testing"
	"time"

	"transferdesk/internal/answer"
	"transferdesk/internal/customer"
	"transferdesk/internal/reason"
	"transferdesk/internal/transfer"
)

// allCodes are the rows of the headline table that stand on transfer events.
var allCodes = []answer.Code{
	answer.OnlyHeardOf, answer.StateNotKnown, answer.ChargedBack, answer.ChargedBackAfterSent, answer.RefundedStateToCome,
	answer.Refunded, answer.RefundedAmountUnknown, answer.RefundedUnsent, answer.RefundReopened, answer.Unknown,
	answer.CancelledAfterReturn, answer.CancelledFunded, answer.CancelledUnfunded, answer.CancelledUnclear,
	answer.Returned, answer.ReturnedNoReason, answer.ReturnedInProcess, answer.SentAgain, answer.Retrying,
	answer.FailedStateUnchanged, answer.Sent, answer.TakenBack, answer.Underfunded, answer.Converted, answer.InProcess,
	answer.FundingAnnounced, answer.WaitingFunding, answer.InboundCredited, answer.InboundReturned,
}

// told folds the lives of a plan into facts and composes their answers.
func told(n int) (map[int64]transfer.Facts, map[answer.Code]int) {
	events := map[int64][]transfer.Event{}
	for _, d := range lives(n) {
		if d.Transfer != nil && d.TransferID > 0 {
			events[d.TransferID] = append(events[d.TransferID], *d.Transfer)
		}
	}
	facts, codes := map[int64]transfer.Facts{}, map[answer.Code]int{}
	catalogue := reason.Builtin()
	for id, of := range events {
		f, _ := transfer.Fold(id, of)
		facts[id] = f
		a := answer.Compose(answer.Input{Facts: f, Catalogue: catalogue, Funding: answer.ByCustomer, Now: now, Zone: time.UTC, Company: time.UTC})
		codes[a.Code]++
	}
	return facts, codes
}

func TestEveryHeadlineIsToldByALife(t *testing.T) {
	for _, n := range []int{100, 2000} {
		_, codes := told(n)
		for _, code := range allCodes {
			if codes[code] == 0 {
				t.Errorf("%d transfers: nobody lives %s", n, code)
			}
		}
		if n == 2000 && codes[answer.Sent] < n/2 {
			t.Errorf("only %d of %d are paid out and well", codes[answer.Sent], n)
		}
	}
}

func TestEveryFailureCodeStageAndFlawOccurs(t *testing.T) {
	facts, _ := told(300)
	failures, stages := map[string]bool{}, map[transfer.Stage]bool{}
	gaps, rollbacks, cleared, debits := 0, 0, 0, 0
	for _, f := range facts {
		stages[f.Stage()] = true
		for _, one := range f.Failures {
			failures[one.Code] = true
		}
		for _, v := range f.Visits {
			gaps += count(v.Gap)
			rollbacks += count(v.Rollback)
		}
		cleared += count(!f.CasesAt.IsZero() && len(f.Cases) == 0)
		debits += count(f.Debited())
	}
	for _, card := range reason.Builtin().Failures() {
		if !failures[card.Code] {
			t.Errorf("no payout fails with %s", card.Code)
		}
	}
	for _, stage := range []transfer.Stage{transfer.StageFailed, transfer.StageReturned, transfer.StageCancelled, transfer.StageRefunded} {
		if !stages[stage] {
			t.Errorf("nothing is %s", stage)
		}
	}
	if gaps == 0 || rollbacks == 0 || cleared == 0 || debits == 0 {
		t.Errorf("%d gaps, %d rollbacks, %d cleared cases, %d debits", gaps, rollbacks, cleared, debits)
	}
}

// count is 1 for true.
func count(yes bool) int {
	if yes {
		return 1
	}
	return 0
}

func TestAccountsAreRestrictedClosedAndOpenedAgain(t *testing.T) {
	events := map[int64][]customer.UserEvent{}
	bySent := 0
	for _, d := range lives(2000) {
		if d.User != nil {
			events[d.UserID] = append(events[d.UserID], *d.User)
			bySent += count(d.User.At.Aside != "")
		}
	}
	states := map[customer.UserState]int{}
	var kinds []string
	for id, of := range events {
		facts, _ := customer.FoldUser(id, of)
		held, ok := facts.Held()
		if !ok {
			t.Fatalf("user %d holds no state", id)
		}
		states[held.State]++
		kinds = append(kinds, held.Type)
	}
	if states[customer.WithdrawOnly] < 3 || states[customer.Deactivated] < 1 || states[customer.Active] < 2 || bySent == 0 {
		t.Errorf("states %v, %d placed by sent_at", states, bySent)
	}
	for _, kind := range []string{customer.AccountSuspension, customer.AccountClosure, ""} {
		if !slices.Contains(kinds, kind) {
			t.Errorf("no account has the type %q", kind)
		}
	}
}
