package testkit

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"transferdesk/store"
)

// fresh is the file of a database that nobody has written to, made once by the real
// migrations: to run them for each test took longer than most tests.
var fresh = sync.OnceValues(func() (file []byte, err error) {
	dir, err := os.MkdirTemp("", "fresh") // only its owner may enter
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(dir)) }()
	path := filepath.Join(dir, "fresh.db")
	db, err := store.Open(context.Background(), path, store.Options{})
	if err != nil {
		return nil, err
	}
	if err := db.Close(); err != nil { // also brings the write-ahead log into the file
		return nil, err
	}
	return os.ReadFile(path)
})

// DB opens a new database in a folder of its own; both are gone after the test.
func DB(t testing.TB) *store.DB {
	t.Helper()
	file, err := fresh()
	if err != nil {
		t.Fatalf("making a database: %v", err)
	}
	path := DBPath(t)
	if err := os.WriteFile(path, file, 0o600); err != nil {
		t.Fatalf("putting the database there: %v", err)
	}
	return OpenDB(t, path, store.Options{})
}

// DBPath names a database file that does not exist yet, in a folder that only
// this user may enter.
func DBPath(t testing.TB) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "private")
	if err := os.Mkdir(dir, 0o700); err != nil {
		t.Fatalf("making a folder for the database: %v", err)
	}
	return filepath.Join(dir, "transferdesk.db")
}

// OpenDB opens the database at path and closes it after the test.
func OpenDB(t testing.TB, path string, opt store.Options) *store.DB {
	t.Helper()
	db, err := store.Open(context.Background(), path, opt)
	if err != nil {
		t.Fatalf("opening the database: %v", err)
	}
	t.Cleanup(func() {
		if err := db.Close(); err != nil {
			t.Errorf("closing the database: %v", err)
		}
	})
	return db
}
