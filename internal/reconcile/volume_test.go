package reconcile_test

import (
	"crypto/sha256"
	"database/sql"
	"testing"
	"time"

	"transferdesk/internal/transfer"
	"transferdesk/internal/wise/api"
	"transferdesk/internal/wise/wisesim"
	"transferdesk/store"
)

// watchWrites counts the rows that were written to reconciliation's own tables and to
// what Wise said, since the last time that it was asked.
func (b *bench) watchWrites() func() int64 {
	b.t.Helper()
	pool, err := sql.Open("sqlite3", "file:"+b.path+"?_busy_timeout=5000")
	if err != nil {
		b.t.Fatal(err)
	}
	b.t.Cleanup(func() { _ = pool.Close() })
	exec := func(statement string) {
		if _, err := pool.Exec(statement); err != nil {
			b.t.Fatalf("%s: %v", statement, err)
		}
	}
	exec("CREATE TABLE seen_writes (n INTEGER NOT NULL)")
	exec("INSERT INTO seen_writes VALUES (0)")
	for _, table := range []string{"wise_answers", "reconcile_rounds", "reconcile_profiles", "reconcile_doubts", "reconcile_findings", "receipts"} {
		for _, act := range []string{"INSERT", "UPDATE", "DELETE"} {
			exec("CREATE TRIGGER seen_" + table + "_" + act + " AFTER " + act + " ON " + table + " BEGIN UPDATE seen_writes SET n = n + 1; END")
		}
	}
	last := int64(0)
	return func() int64 {
		b.t.Helper()
		var n int64
		if err := pool.QueryRow("SELECT n FROM seen_writes").Scan(&n); err != nil {
			b.t.Fatal(err)
		}
		n, last = n-last, n
		return n
	}
}

// learnAll lets the webhooks of transfers that were paid out come in, all at once.
func (b *bench) learnAll(most int64) {
	b.t.Helper()
	err := b.db.Write(b.t.Context(), store.LaneIngest, func(tx *store.Tx) error {
		for id := range most {
			profile, at := 1001+id/20, start.Add(-time.Duration(id%20)*time.Hour)
			news := wisesim.News{Kind: transfer.StateChange, Transfer: id + 1, Profile: profile, Account: id + 1001, From: "", To: transfer.OutgoingPaymentSent, At: at}
			body := news.Body("7aa8c662-a2dc-4741-8c09-84101c92109f", "4.0.0", at)
			if _, err := tx.Accept(store.Arrival{Body: body, SHA256: sha256.Sum256(body), ReceivedAt: b.now, KeyName: "test"}); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		b.t.Fatal(err)
	}
	if err := b.projector.CatchUp(b.t.Context()); err != nil {
		b.t.Fatal(err)
	}
}

func TestTenThousandTransfersOfFiveHundredProfilesCostLittleTheSecondTime(t *testing.T) {
	if testing.Short() {
		t.Skip("10,000 transfers")
	}
	b := newBench(t)
	for profile := range int64(500) {
		b.profile(1001 + profile)
		for n := range int64(20) {
			b.sim(profile*20+n+1, 1001+profile, transfer.OutgoingPaymentSent, start.Add(-time.Duration(n)*time.Hour))
		}
	}
	b.learnAll(10_000)
	writes := b.watchWrites()
	b.steps(4 * time.Minute)
	first := b.lastRound()
	if first.End != store.RoundDone || first.Asked != 500 || first.Transfers != 10_000 || first.Requests != 501 {
		t.Fatalf("the first round is %+v", first)
	}
	if n := writes(); n < 10_000 || n > 12_000 {
		t.Errorf("%d rows written in the first round", n)
	}
	if took := first.EndedAt.Sub(first.StartedAt); took > 2*time.Minute {
		t.Errorf("it took %v", took)
	}
	b.steps(14 * time.Minute)
	second := b.lastRound()
	if second.ID != 2 || second.End != store.RoundDone || second.Transfers != 10_000 {
		t.Fatalf("the second round is %+v", second)
	}
	if n := writes(); n > 650 {
		t.Errorf("%d rows written in the second round, want about one for each profile", n)
	}
	b.want("")
}

// As on the first day: Wise has many transfers of which we have never heard.
func TestManyDoubtsAreSettledByThePage(t *testing.T) {
	b := newBench(t)
	b.profile(ours)
	for id := range int64(900) {
		b.sim(id+1, ours, transfer.OutgoingPaymentSent, start.Add(-time.Duration(id)*time.Minute))
	}
	b.steps(4 * time.Minute)
	if n := look(b, (*store.Reader).CountReconcileDoubts); n != 900 {
		t.Fatalf("%d doubts, want 900", n)
	}
	before := len(b.wise.Requests())
	if err := b.reconcile.Start(t.Context(), lead, ""); err != nil {
		t.Fatal(err)
	}
	b.now = start.Add(6 * time.Minute)
	b.steps(30 * time.Second)
	if n := len(b.wise.Requests()) - before; len(b.findings()) != 200 || look(b, (*store.Reader).CountReconcileDoubts) != 0 || n > 30 {
		t.Errorf("%d requests, %d doubts are left", n, look(b, (*store.Reader).CountReconcileDoubts))
	}
}

// The limit's clock stands still, so that what is sent is what one moment allows.
func TestRoundsLeaveAReserveToPeople(t *testing.T) {
	b := newBench(t, func(a *api.Config, _ *reconcileConfig) {
		later := time.Now().Add(time.Hour)
		a.LimitClock = func() time.Time { return later }
	})
	for profile := range int64(200) {
		b.profile(1001 + profile)
	}
	b.steps(10 * time.Minute)
	sent := len(b.wise.Requests())
	if s := b.reconcile.Status(); sent < 20 || sent > 50 || !s.Running || s.Paused == "" {
		t.Fatalf("%d requests sent, and the status is %+v", sent, s)
	}
	b.sim(7, 1001, transfer.Processing, start)
	if err := b.reconcile.Ask(t.Context(), agent, "", 7); err != nil {
		t.Errorf("a person asks: %v", err)
	}
}
