package reconcile_test

import (
	"testing"
	"time"

	"transferdesk/internal/transfer"
	"transferdesk/internal/wise/api"
	"transferdesk/store"
)

// while is long enough for a round and the second look at what it came upon.
const while = 9 * time.Minute

func TestATransferWhoseWebhooksWereWithheldIsFound(t *testing.T) {
	b := newBench(t)
	b.profile(ours)
	b.known(1, ours, transfer.Processing, start.Add(-time.Hour))
	b.known(2, ours, transfer.Processing, start.Add(-2*time.Hour))
	b.move(1, transfer.FundsConverted)
	b.steps(time.Minute)
	b.want("") // never on the first sight
	b.steps(while)
	b.want("1 state_differs processing>funds_converted")
	if f := b.facts(1); f.State() != transfer.FundsConverted || !f.Visits[len(f.Visits)-1].Seen {
		t.Errorf("held as %+v", f.Visits)
	}
	f := b.findings()[0]
	if !f.OursAt.Equal(start.Add(-time.Hour)) || f.Profile != ours || f.Round != 1 || f.FoundAt.Sub(start) < 5*time.Minute {
		t.Errorf("the finding is %+v", f)
	}
	d := look(b, func(r *store.Reader) (store.Delivery, error) { return r.Delivery(f.Delivery) })
	if d.Source != store.FromReconciliation {
		t.Errorf("it is kept as %s", d.Source)
	}
	b.steps(3 * time.Hour)
	b.want("1 state_differs processing>funds_converted") // once for each state, whatever rounds come
	b.move(1, transfer.OutgoingPaymentSent)
	b.steps(20 * time.Minute)
	b.want("1 state_differs funds_converted>outgoing_payment_sent, 1 state_differs processing>funds_converted")
}

func TestATransferThatWasNeverHeardOfIsFound(t *testing.T) {
	b := newBench(t)
	b.profile(ours)
	b.sim(7, ours, transfer.OutgoingPaymentSent, start.Add(-80*24*time.Hour)) // the first round goes back further
	b.steps(while)
	b.want("7 never_heard >outgoing_payment_sent")
	f := b.facts(7)
	if f.Profile != ours || f.Account != 1007 || f.State() != transfer.OutgoingPaymentSent {
		t.Errorf("its facts are %+v", f)
	}
	told := look(b, func(r *store.Reader) (store.Told[api.Transfer], error) {
		return store.ToldOf[api.Transfer](r, store.OfTransferDetails, 7)
	})
	if got := told.Value.Source.String() + " " + told.Value.Target.String(); got != "100.50 GBP 115.10 EUR" {
		t.Errorf("its amounts are %q", got)
	}
}

func TestNothingIsFoundWhenAllIsWellOrAWebhookIsMerelyLate(t *testing.T) {
	b := newBench(t)
	b.profile(ours)
	b.known(1, ours, transfer.OutgoingPaymentSent, start.Add(-24*time.Hour))
	b.known(2, ours, transfer.Processing, start.Add(-time.Hour))
	b.sim(4, ours, transfer.Unknown, start.Add(-time.Hour)) // says nothing
	b.hear(4, ours, "", transfer.Processing, start.Add(-time.Hour))
	b.move(2, transfer.FundsConverted)
	b.sim(3, ours, transfer.IncomingPaymentWaiting, start)
	b.steps(2 * time.Minute)
	b.hear(2, ours, transfer.Processing, transfer.FundsConverted, start.Add(-time.Minute))
	b.hear(3, ours, "", transfer.IncomingPaymentWaiting, start)
	b.steps(while)
	b.want("")
	if n := look(b, (*store.Reader).CountReconcileDoubts); n != 0 {
		t.Errorf("%d doubts are left", n)
	}
	if last := look(b, (*store.Reader).LastReceipt); last != 5 {
		t.Errorf("the journal has %d receipts, want only those of Wise", last)
	}
}

func TestWhatHasArrivedAndIsNotFoldedYetIsNoGap(t *testing.T) {
	b := newBench(t)
	b.profile(ours)
	b.known(1, ours, transfer.Processing, start.Add(-time.Hour))
	b.move(1, transfer.FundsConverted)
	b.steps(4 * time.Second) // just before the round
	b.receive(1, ours, transfer.Processing, transfer.FundsConverted, start.Add(-time.Minute))
	b.steps(time.Minute)
	if n := look(b, (*store.Reader).CountReconcileDoubts); n != 0 {
		t.Error("a round doubts what has arrived")
	}
	b.move(1, transfer.OutgoingPaymentSent)
	b.steps(15*time.Minute - 61*time.Second) // just before the second look
	if n := look(b, (*store.Reader).CountReconcileDoubts); n != 1 {
		t.Fatalf("%d doubts", n)
	}
	b.receive(1, ours, transfer.FundsConverted, transfer.OutgoingPaymentSent, b.now)
	b.steps(time.Minute)
	b.want("")
	b.move(1, transfer.BouncedBack)
	b.receive(1, ours, transfer.OutgoingPaymentSent, transfer.BouncedBack, b.now)
	if err := b.reconcile.Ask(t.Context(), agent, "", 1); err != nil {
		t.Fatal(err)
	}
	b.want("")
}

func TestAWebhookThatComesLaterExplainsTheFinding(t *testing.T) {
	b := newBench(t)
	b.profile(ours)
	b.known(1, ours, transfer.Processing, start.Add(-time.Hour))
	b.move(1, transfer.FundsConverted)
	b.sim(2, ours, transfer.Processing, start.Add(-time.Hour))
	b.known(3, ours, transfer.Processing, start.Add(-time.Hour))
	b.hear(3, ours, transfer.Processing, transfer.FundsConverted, start.Add(-30*time.Minute))
	b.move(3, transfer.Processing) // a step back to where it had been
	b.steps(while)
	b.want("3 state_differs funds_converted>processing, 2 never_heard >processing, 1 state_differs processing>funds_converted")
	b.hear(1, ours, transfer.Processing, transfer.FundsConverted, start.Add(-10*time.Minute))
	b.hear(2, ours, transfer.Processing, transfer.FundsConverted, b.now) // not what was found, but a later one
	b.move(2, transfer.FundsConverted)
	b.steps(2 * time.Minute)
	b.want("3 state_differs funds_converted>processing, 2 never_heard >processing, 1 state_differs processing>funds_converted explained")
	if f := b.facts(1); f.Visits[len(f.Visits)-1].Seen {
		t.Errorf("the state still rests on asking: %+v", f.Visits)
	}
}

func TestAStateThatMovesOnIsLookedAtLongerButNotForEver(t *testing.T) {
	b := newBench(t)
	b.profile(ours)
	b.known(1, ours, transfer.IncomingPaymentWaiting, start.Add(-time.Hour))
	b.move(1, transfer.Processing)
	b.steps(time.Minute)
	for _, next := range []transfer.State{transfer.FundsConverted, transfer.OutgoingPaymentSent} {
		b.move(1, next)
		b.steps(5 * time.Minute)
		b.want("")
	}
	b.move(1, transfer.BouncedBack)
	b.steps(10 * time.Minute)
	b.want("1 state_differs incoming_payment_waiting>bounced_back")
}

func TestAnOldTransferThatIsStillOpenIsAskedForByItself(t *testing.T) {
	b := newBench(t)
	b.profile(ours)
	created := start.Add(-200 * 24 * time.Hour)
	b.known(1, ours, transfer.Processing, created)
	b.known(2, ours, transfer.OutgoingPaymentSent, created)
	b.known(3, ours, transfer.FundsRefunded, created)
	b.move(1, transfer.FundsRefunded)
	b.steps(while)
	b.want("1 state_differs processing>funds_refunded")
	if b.asked("/v1/transfers/2")+b.asked("/v1/transfers/3") != 0 {
		t.Error("transfers that are over were asked for")
	}
	asked := b.asked("/v1/transfers/1")
	b.steps(time.Hour)
	if b.asked("/v1/transfers/1") != asked {
		t.Error("it was asked for again after its end")
	}
}

func TestAnOldTransferThatWiseDoesNotKnowIsAskedForOnceADay(t *testing.T) {
	b := newBench(t)
	b.profile(ours)
	b.hear(1, ours, "", transfer.Processing, start.Add(-100*24*time.Hour))
	b.steps(5 * time.Hour)
	if n := b.asked("/v1/transfers/1"); n != 1 {
		t.Errorf("asked for %d times in five hours, want once", n)
	}
	b.steps(20 * time.Hour)
	if n := b.asked("/v1/transfers/1"); n != 2 {
		t.Errorf("asked for %d times in 25 hours, want twice", n)
	}
}

func TestOldTransfersTakeTurns(t *testing.T) {
	b := newBench(t)
	b.profile(ours)
	for id := range int64(120) {
		b.known(id+1, ours, transfer.Processing, start.Add(-100*24*time.Hour))
	}
	b.steps(38 * time.Minute) // three rounds and a bit
	asked := map[string]int{}
	for _, r := range b.wise.Requests() {
		asked[r.Path]++
	}
	for id := range int64(120) {
		if path := "/v1/transfers/" + itoa(id+1); asked[path] == 0 {
			t.Errorf("%s was never asked for", path)
		}
	}
}

func TestARoundThatWasNotDueDoesNotBegin(t *testing.T) {
	b := newBench(t, func(_ *api.Config, cfg *reconcileConfig) { cfg.Every = 0 })
	b.profile(ours)
	b.steps(time.Hour)
	if n := len(b.wise.Requests()); n != 0 {
		t.Errorf("%d requests although it is off", n)
	}
}

func TestWithoutATokenNothingIsTried(t *testing.T) {
	b := newBench(t, func(a *api.Config, _ *reconcileConfig) { a.PersonalToken = "" })
	b.profile(ours)
	b.known(1, ours, transfer.Processing, start.Add(-time.Hour))
	b.steps(time.Hour)
	if b.lastRound().ID != 0 || b.reconcile.Status().Able {
		t.Errorf("a round was begun: %+v", b.lastRound())
	}
}
