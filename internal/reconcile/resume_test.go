package reconcile_test

import (
	"testing"
	"time"

	"transferdesk/internal/transfer"
	"transferdesk/store"
)

func TestAKillInTheMiddleLosesNothingAndRepeatsLittle(t *testing.T) {
	b := newBench(t)
	for id := range int64(100) {
		b.profile(501 + id)
		b.known(id+1, 501+id, transfer.Processing, start.Add(-time.Hour))
		b.move(id+1, transfer.FundsConverted)
	}
	b.steps(5*time.Second + 6*time.Second) // some sixty profiles
	before := b.asked("/v1/transfers")
	if before < 40 || before > 80 {
		t.Fatalf("%d profiles before the kill", before)
	}
	b.close()
	b.open()
	b.steps(10 * time.Second)
	if round := b.lastRound(); round.ID != 1 || round.End != store.RoundDone || round.Asked != 100 {
		t.Errorf("the round is %+v", round)
	}
	if again := b.asked("/v1/transfers") - 100; again > 25 {
		t.Errorf("%d profiles were asked for twice", again)
	}
	b.steps(while)
	if n := len(b.findings()); n != 100 {
		t.Errorf("%d findings, want 100", n)
	}
}

// A kill after the journal has it and before it is listed: here a round of another
// process that never wrote its finding.
func TestAKillBetweenJournalAndListLeavesAFinding(t *testing.T) {
	b := newBench(t)
	b.profile(ours)
	b.known(1, ours, transfer.Processing, start.Add(-time.Hour))
	b.move(1, transfer.FundsConverted)
	b.steps(time.Minute)
	if _, err := b.journal.Learn(t.Context(), seenOf(1, transfer.FundsConverted, b.now)); err != nil {
		t.Fatal(err)
	}
	b.close()
	b.open()
	b.steps(while)
	b.want("1 state_differs processing>funds_converted")
	if last := look(b, (*store.Reader).LastReceipt); last != 2 {
		t.Errorf("it was learned twice: %d receipts", last)
	}
}

func TestALongListGoesOnWhereItWasBrokenOff(t *testing.T) {
	b := newBench(t)
	b.profile(ours)
	for id := range int64(1500) {
		b.sim(id+1, ours, transfer.OutgoingPaymentSent, start.Add(-time.Duration(id)*time.Minute))
	}
	b.steps(5*time.Second + 1300*time.Millisecond) // past the tenth page, not at the end
	before := len(b.wise.Requests())
	b.close()
	b.open()
	b.steps(5 * time.Second)
	round := b.lastRound()
	if again := len(b.wise.Requests()) - before; again > 9 {
		t.Errorf("%d requests after the kill, %d before", again, before)
	}
	if round.End != store.RoundDone || round.Asked != 1 {
		t.Errorf("the round is %+v", round)
	}
	if n := look(b, (*store.Reader).CountReconcileDoubts); n != 1500 {
		t.Errorf("%d of 1500 transfers were compared", n)
	}
}

func TestTransfersThatComeWhileAListIsReadHideNone(t *testing.T) {
	b := newBench(t)
	b.profile(ours)
	for id := range int64(450) {
		b.sim(id+1, ours, transfer.OutgoingPaymentSent, start.Add(-time.Hour-time.Duration(id)*time.Minute))
	}
	b.steps(5 * time.Second)
	for id := range int64(40) { // one for each tenth of a second
		b.sim(1000+id, ours, transfer.Processing, b.now)
		b.steps(100 * time.Millisecond)
	}
	b.steps(time.Second)
	noted := look(b, func(r *store.Reader) (map[int64]store.ReconcileDoubt, error) {
		ids := make([]int64, 450)
		for i := range ids {
			ids[i] = int64(i + 1)
		}
		return r.ReconcileDoubts(ids)
	})
	if len(noted) != 450 {
		t.Errorf("%d of 450 were seen", len(noted))
	}
}
