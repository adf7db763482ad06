package store

import (
	"context"
	"path/filepath"
	"testing"
	"time"
)

func TestAReaderThatCouldNotLeaveIsOfUseAgain(t *testing.T) {
	db, err := Open(context.Background(), filepath.Join(t.TempDir(), "t.db"), Options{Clock: time.Now})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = db.Close() })
	// Every reader is left inside a transaction, as after a ROLLBACK that failed.
	for range cap(db.readers) {
		c := <-db.readers
		if _, err := c.exec("BEGIN"); err != nil {
			t.Fatal(err)
		}
		db.readers <- c
	}
	for range cap(db.readers) {
		if err := db.Read(context.Background(), func(r *Reader) error { _, err := r.QueueCounts(); return err }); err != nil {
			t.Fatalf("Read = %v", err)
		}
	}
}
