package testkit

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"transferdesk/store"
)

// DB opens a new database in a folder of its own; both are gone after the test.
func DB(t testing.TB) *store.DB {
	t.Helper()
	return OpenDB(t, DBPath(t), store.Options{})
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
