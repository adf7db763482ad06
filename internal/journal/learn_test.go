package journal_test

import (
	"net/http"
	"strings"
	"testing"
	"time"

	"transferdesk/internal/fault"
	"transferdesk/internal/journal"
	"transferdesk/internal/wise"
	"transferdesk/store"
)

var learned = wise.Seen{
	Transfer: 49983981, Profile: 501, Account: 107, Status: "bounced_back", AskedAt: now.Add(-time.Second), TraceID: "trace-1",
}

func delivery(t *testing.T, db *store.DB, id int64) (d store.Delivery) {
	t.Helper()
	err := db.Read(t.Context(), func(r *store.Reader) (err error) {
		d, err = r.Delivery(id)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestWhatWasLearnedIsKeptAsASourceOfItsOwnAndWakes(t *testing.T) {
	j, db, _ := open(t)
	woken := 0
	j.OnAccept(func() { woken++ })
	id, err := j.Learn(t.Context(), learned)
	if err != nil || woken != 1 {
		t.Fatalf("got %v, woken %d times", err, woken)
	}
	d := delivery(t, db, id)
	if d.Source != store.FromReconciliation || d.KeyName != "" || d.ContentType != "application/json" || !d.ReceivedAt.Equal(now) {
		t.Errorf("kept as %+v", d)
	}
	for _, part := range []string{`"type":"transferdesk#transfer-seen"`, `"schema_version":"1"`, `"transfer_id":49983981`, `"profile_id":501`,
		`"recipient_account_id":107`, `"status":"bounced_back"`, `"asked_at":"2026-11-18T14:03:04.000Z"`, `"trace_id":"trace-1"`} {
		if !strings.Contains(string(d.Body), part) {
			t.Errorf("the body has no %s: %s", part, d.Body)
		}
	}
	if read := wise.Decode(d.Body, d.Told()); read.Verdict != wise.Readable || read.Transfer.To != "bounced_back" {
		t.Errorf("it reads as %+v", read)
	}
}

func TestWhatNamesNoTransferOrNoStatusIsNotLearned(t *testing.T) {
	j, _, _ := open(t)
	for _, l := range []wise.Seen{{Status: "processing"}, {Transfer: 7, Status: " "}, {Transfer: -1, Status: "processing"}} {
		if _, err := j.Learn(t.Context(), l); fault.KindOf(err) != fault.Invalid {
			t.Errorf("%+v: got %v", l, err)
		}
	}
}

func TestASignedCopyOfOurOwnBodyIsNotTakenForOurs(t *testing.T) {
	j, db, signing := open(t)
	id, err := j.Learn(t.Context(), learned)
	if err != nil {
		t.Fatal(err)
	}
	copied := strings.Replace(string(delivery(t, db, id).Body), "bounced_back", "funds_refunded", 1)
	if err := j.Accept(t.Context(), genuine(signing, copied)); err != nil {
		t.Fatal(err)
	}
	d := delivery(t, db, id+1)
	if read := wise.Decode(d.Body, d.Told()); d.Source != store.FromWebhook || read.Verdict == wise.Readable || read.Transfer != nil {
		t.Errorf("it came by %s and reads as %+v", d.Source, read)
	}
}

func TestTheSameThingLearnedTwiceCannotComeInBeforeItIsLearned(t *testing.T) {
	j, db, _ := open(t)
	first, err := j.Learn(t.Context(), learned)
	if err != nil {
		t.Fatal(err)
	}
	second, err := j.Learn(t.Context(), learned)
	if err != nil || second == first || string(delivery(t, db, first).Body) == string(delivery(t, db, second).Body) {
		t.Errorf("deliveries %d and %d: %v; a body that can be foreseen could be sent in as a webhook first", first, second, err)
	}
}

func TestAnUnsignedCopyIsRefused(t *testing.T) {
	j, db, _ := open(t)
	id, err := j.Learn(t.Context(), learned)
	if err != nil {
		t.Fatal(err)
	}
	body := delivery(t, db, id).Body
	if err := j.Accept(t.Context(), journal.Arrival{Body: body, Header: http.Header{}}); fault.KindOf(err) != fault.Unauthenticated {
		t.Errorf("got %v", err)
	}
}

func TestLearningIsGivenUpWhenTheWriterIsStuck(t *testing.T) {
	j, db, _ := open(t)
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := j.Learn(t.Context(), learned); fault.KindOf(err) != fault.Unavailable {
		t.Errorf("got %v", err)
	}
}
