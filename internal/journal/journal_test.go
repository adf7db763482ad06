package journal_test

import (
	"context"
	"fmt"
	"log/slog"
	"net/http"
	"strings"
	"testing"
	"time"

	"transferdesk/internal/fault"
	"transferdesk/internal/journal"
	"transferdesk/internal/testkit"
	"transferdesk/store"
)

var now = time.Date(2026, 11, 18, 14, 3, 5, 0, time.UTC)

func open(t *testing.T) (*journal.Journal, *store.DB, testkit.Signing) {
	t.Helper()
	db, signing := testkit.DB(t), testkit.Signer(t)
	j := journal.New(db, signing.Keys, func() time.Time { return now }, slog.New(slog.DiscardHandler))
	t.Cleanup(func() { _ = j.Close() })
	return j, db, signing
}

func genuine(signing testkit.Signing, body string) journal.Arrival {
	return journal.Arrival{Body: []byte(body), Header: http.Header{"X-Signature-Sha256": {signing.Sign([]byte(body))}}}
}

func rejected(t *testing.T, db *store.DB) (rows []store.Rejected, counts map[string]int64) {
	t.Helper()
	err := db.Read(t.Context(), func(r *store.Reader) (err error) {
		if rows, err = r.Rejected(5000); err != nil {
			return err
		}
		counts, err = r.RejectedCounts()
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return rows, counts
}

func TestAcceptKeepsThenWakes(t *testing.T) {
	j, db, signing := open(t)
	woken := 0
	j.OnAccept(func() { woken++ })
	for _, body := range []string{"one", "two", "one"} {
		if err := j.Accept(t.Context(), genuine(signing, body)); err != nil {
			t.Fatal(err)
		}
	}
	err := j.Accept(t.Context(), journal.Arrival{Body: []byte("unsigned")})
	if fault.KindOf(err) != fault.Unauthenticated {
		t.Errorf("an unsigned body got %v", err)
	}
	if woken != 3 {
		t.Errorf("woken %d times, want 3", woken)
	}
	if err := db.Read(t.Context(), func(r *store.Reader) error {
		rows, err := r.ReceiptsAfter(0, 10)
		if err == nil && (len(rows) != 3 || !rows[0].ReceivedAt.Equal(now)) {
			t.Errorf("%d receipts, want 3 at %v", len(rows), now)
		}
		return err
	}); err != nil {
		t.Error(err)
	}
}

func TestADeliveryIsAnsweredBeforeWiseGivesUp(t *testing.T) {
	j, db, signing := open(t)
	free, started := make(chan struct{}), make(chan struct{})
	go func() {
		_ = db.Write(context.Background(), store.LaneAct, func(*store.Tx) error {
			close(started)
			<-free
			return nil
		})
	}()
	<-started
	defer close(free)
	begun := time.Now()
	err := j.Accept(t.Context(), genuine(signing, "stuck"))
	if took := time.Since(begun); fault.KindOf(err) != fault.Unavailable || took > 5*time.Second {
		t.Errorf("got %v after %v, want Unavailable within 5 s", err, took)
	}
}

func TestAStrangerCostsNoWriteForEachRequest(t *testing.T) {
	j, db, _ := open(t)
	for n := range 5000 {
		j.Reject(journal.Rejection{Reason: fmt.Sprint("reason ", n%2), Remote: "192.0.2.7", Bytes: int64(n)})
	}
	if rows, _ := rejected(t, db); len(rows) != 0 {
		t.Errorf("%d rows were written at once", len(rows))
	}
	if err := j.Close(); err != nil {
		t.Fatal(err)
	}
	rows, counts := rejected(t, db)
	if len(rows) != store.MaxRejected || rows[0].Bytes != 4999 || counts["reason 0"] != 2500 || counts["reason 1"] != 2500 {
		t.Errorf("%d rows, counted %v", len(rows), counts)
	}
	j.Reject(journal.Rejection{Reason: "after the end"})
	if err := j.Close(); err != nil {
		t.Errorf("closing twice: %v", err)
	}
}

func TestRejectionsAreWrittenWithinAboutASecond(t *testing.T) {
	j, db, _ := open(t)
	j.Reject(journal.Rejection{Reason: "one"})
	for deadline := time.Now().Add(10 * time.Second); ; time.Sleep(50 * time.Millisecond) {
		if rows, _ := rejected(t, db); len(rows) == 1 {
			return
		}
		if time.Now().After(deadline) {
			t.Fatal("nothing was written")
		}
	}
}

func TestARejectionKeepsAFewHeadersAndNoSignature(t *testing.T) {
	j, db, _ := open(t)
	err := j.Accept(t.Context(), journal.Arrival{Body: []byte("body"), Remote: "192.0.2.7", Header: http.Header{
		"X-Signature-Sha256": {"secret-signature"}, "Authorization": {"secret-token"}, "Cookie": {"secret-cookie"},
		"User-Agent": {strings.Repeat("x", 10_000)}, "X-Delivery-Id": {"<b>"},
	}})
	if fault.KindOf(err) != fault.Unauthenticated {
		t.Fatal(err)
	}
	if err := j.Close(); err != nil {
		t.Fatal(err)
	}
	rows, _ := rejected(t, db)
	if len(rows) != 1 || rows[0].Reason != "signature_not_base64" || rows[0].Bytes != 4 || rows[0].Remote != "192.0.2.7" {
		t.Fatalf("kept %+v", rows)
	}
	if text := rows[0].Headers; strings.Contains(text, "secret") || len(text) > 400 || !strings.Contains(text, "X-Delivery-Id") {
		t.Errorf("kept the headers %s", text)
	}
}
