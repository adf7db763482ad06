package store_test

import (
	"crypto/sha256"
	"database/sql"
	"testing"
	"time"

	"transferdesk/store"
)

// arrival is a verified body that has just come in.
func arrival(body string) store.Arrival {
	return store.Arrival{
		Body: []byte(body), SHA256: sha256.Sum256([]byte(body)), KeyName: "test",
		ReceivedAt: time.Date(2026, 11, 18, 14, 3, 5, 123456000, time.UTC),
	}
}

func accept(t *testing.T, db *store.DB, body string) store.Accepted {
	t.Helper()
	got, err := db.Accept(t.Context(), arrival(body))
	if err != nil {
		t.Fatalf("accepting %q: %v", body, err)
	}
	return got
}

func closeDB(t *testing.T, db *store.DB) {
	t.Helper()
	if err := db.Close(); err != nil {
		t.Fatalf("closing: %v", err)
	}
}

// outsider runs a statement as another program would, with none of our settings.
func outsider(t *testing.T, path, statement string) {
	t.Helper()
	if err := tryOutside(t, path, statement); err != nil {
		t.Fatalf("%s: %v", statement, err)
	}
}

func tryOutside(t *testing.T, path, statement string) error {
	t.Helper()
	pool, err := sql.Open("sqlite3", "file:"+path+"?_busy_timeout=5000")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = pool.Close() }()
	_, err = pool.Exec(statement)
	return err
}

// number asks one number as another program would.
func number(t *testing.T, path, query string) (n int) {
	t.Helper()
	pool, err := sql.Open("sqlite3", "file:"+path+"?_busy_timeout=5000")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = pool.Close() }()
	if err := pool.QueryRow(query).Scan(&n); err != nil {
		t.Fatalf("%s: %v", query, err)
	}
	return n
}

// receipts reads the whole journal.
func receipts(t *testing.T, db *store.DB) (rows []store.ReceiptRow) {
	t.Helper()
	err := db.Read(t.Context(), func(r *store.Reader) (err error) {
		rows, err = r.ReceiptsAfter(0, 100_000)
		return err
	})
	if err != nil {
		t.Fatalf("reading the journal: %v", err)
	}
	return rows
}

// holdWriter keeps the writer busy until the function it gives is called.
func holdWriter(t *testing.T, db *store.DB) (release func()) {
	t.Helper()
	started, free, ended := make(chan struct{}), make(chan struct{}), make(chan error, 1)
	go func() {
		ended <- db.Write(t.Context(), store.LaneAct, func(*store.Tx) error {
			close(started)
			<-free
			return nil
		})
	}()
	<-started
	return func() {
		close(free)
		if err := <-ended; err != nil {
			t.Errorf("holding the writer: %v", err)
		}
	}
}

// gather waits until n writes wait in a lane.
func gather(t *testing.T, db *store.DB, lane store.Lane, n int) {
	t.Helper()
	for deadline := time.Now().Add(10 * time.Second); db.Waiting(lane) < n; time.Sleep(time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatalf("%d writes wait, want %d", db.Waiting(lane), n)
		}
	}
}
