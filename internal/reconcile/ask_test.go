package reconcile_test

import (
	"testing"
	"time"

	"transferdesk/internal/auth"
	"transferdesk/internal/fault"
	"transferdesk/internal/testkit"
	"transferdesk/internal/transfer"
	"transferdesk/internal/wise/api"
	"transferdesk/internal/wise/simserver"
	"transferdesk/store"
)

// agent is who asks.
var agent = auth.Actor{Kind: auth.Person, ID: 2, Name: "Ada", Role: auth.Agent}

func (b *bench) receipts() int64 { return look(b, (*store.Reader).LastReceipt) }

func TestAPersonLearnsAtOnceWhatWiseHas(t *testing.T) {
	b := newBench(t)
	b.profile(ours)
	b.known(1, ours, transfer.Processing, start.Add(-time.Hour))
	b.move(1, transfer.FundsConverted)
	if err := b.reconcile.Ask(t.Context(), agent, "r-1", 1); err != nil {
		t.Fatal(err)
	}
	b.want("1 state_differs processing>funds_converted")
	if f := b.facts(1); f.State() != transfer.FundsConverted {
		t.Errorf("we hold %s", f.State())
	}
	if f := b.findings()[0]; f.Round != 0 || !f.FoundAt.Equal(start) {
		t.Errorf("the finding is %+v", f)
	}
	last := testkit.AuditEntries(t, b.db)
	if e := last[len(last)-1]; e.Act != string(auth.AskTransfer) || e.SubjectID != "1" || e.Result != "done" || e.RequestID != "r-1" {
		t.Errorf("the audit log ends with %+v", e)
	}
}

func TestAskingForWhatWeHoldFillsNoJournal(t *testing.T) {
	b := newBench(t)
	b.profile(ours)
	b.known(1, ours, transfer.Processing, start.Add(-time.Hour))
	for range 5 {
		if err := b.reconcile.Ask(t.Context(), agent, "", 1); err != nil {
			t.Fatal(err)
		}
	}
	if n := b.receipts(); n != 1 {
		t.Errorf("%d receipts, want Wise's own", n)
	}
	told := look(b, func(r *store.Reader) (store.Told[api.Transfer], error) {
		return store.ToldOf[api.Transfer](r, store.OfTransferDetails, 1)
	})
	if !told.At.Equal(start) || told.Value.Status != "processing" {
		t.Errorf("the confirmation is %+v", told)
	}
}

func TestATransferThatNoEventHasNamedIsAskedFor(t *testing.T) {
	b := newBench(t)
	b.profile(ours)
	b.sim(9, ours, transfer.OutgoingPaymentSent, start.Add(-time.Hour))
	if err := b.reconcile.Ask(t.Context(), agent, "", 9); err != nil {
		t.Fatal(err)
	}
	if f := b.facts(9); f.State() != transfer.OutgoingPaymentSent || f.Account != 1009 {
		t.Errorf("its facts are %+v", f)
	}
	if err := b.reconcile.Ask(t.Context(), agent, "", 10); api.TroubleOf(err) == nil || api.TroubleOf(err).Kind != api.NotFound {
		t.Errorf("one that Wise does not know: %v", err)
	}
	b.want("9 never_heard >outgoing_payment_sent")
}

func TestTroubleIsKeptBesideWhatWiseSaidBefore(t *testing.T) {
	b := newBench(t)
	b.profile(ours)
	b.known(1, ours, transfer.Processing, start.Add(-time.Hour))
	if err := b.reconcile.Ask(t.Context(), agent, "", 1); err != nil {
		t.Fatal(err)
	}
	b.now = start.Add(time.Hour)
	for _, mode := range []simserver.Mode{simserver.ServerError, simserver.Garbage, simserver.Unauthorized, simserver.TooMany} {
		b.wise.Fail(simserver.Failure{Mode: mode, RetryAfter: time.Hour})
		if err := b.reconcile.Ask(t.Context(), agent, "", 1); api.TroubleOf(err) == nil {
			t.Errorf("%s: %v", mode, err)
		}
		told := look(b, func(r *store.Reader) (store.Told[api.Transfer], error) {
			return store.ToldOf[api.Transfer](r, store.OfTransferDetails, 1)
		})
		if !told.Known || !told.At.Equal(start) || told.Trouble == nil || !told.TriedAt.Equal(b.now) {
			t.Errorf("%s: kept %+v", mode, told)
		}
	}
	if n := b.receipts(); n != 1 {
		t.Errorf("%d receipts", n)
	}
}

func TestOnePersonIsHeldBackAndNoOther(t *testing.T) {
	b := newBench(t)
	b.profile(ours)
	b.known(1, ours, transfer.Processing, start.Add(-time.Hour))
	for n := range 13 {
		err := b.reconcile.Ask(t.Context(), agent, "", 1)
		if held := fault.KindOf(err) == fault.TooMany; held != (n == 12) {
			t.Errorf("asking for the %d. time: %v", n+1, err)
		}
	}
	other := agent
	other.ID = 3
	if err := b.reconcile.Ask(t.Context(), other, "", 1); err != nil {
		t.Errorf("another person: %v", err)
	}
	b.now = b.now.Add(time.Minute)
	if err := b.reconcile.Ask(t.Context(), agent, "", 1); err != nil {
		t.Errorf("a minute later: %v", err)
	}
	if err := b.reconcile.Ask(t.Context(), auth.Actor{Kind: auth.Visitor}, "", 1); fault.KindOf(err) != fault.Forbidden {
		t.Errorf("a visitor: %v", err)
	}
}
