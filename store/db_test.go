package store_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"transferdesk/internal/fault"
	"transferdesk/internal/testkit"
	"transferdesk/store"
)

func TestANewDatabaseIsForItsOwnerOnly(t *testing.T) {
	path := filepath.Join(t.TempDir(), "new", "folder", "desk.db")
	db := testkit.OpenDB(t, path, store.Options{})
	accept(t, db, "one")
	want := map[string]os.FileMode{
		filepath.Dir(path): 0o700, path: 0o600, path + "-wal": 0o600, path + "-shm": 0o600, path + ".migrate": 0o600,
	}
	for name, mode := range want {
		info, err := os.Stat(name)
		if err != nil {
			t.Fatal(err)
		}
		if info.Mode().Perm() != mode {
			t.Errorf("%s has mode %04o, want %04o", name, info.Mode().Perm(), mode)
		}
	}
}

func TestLooseFilesAreRefused(t *testing.T) {
	cases := map[string]func(path string) error{
		"a file that others may read":     func(path string) error { return os.Chmod(path, 0o644) },
		"a file that its group may write": func(path string) error { return os.Chmod(path, 0o620) },
		"a log that others may read":      func(path string) error { return os.WriteFile(path+"-wal", nil, 0o604) },
		"a folder that others may write":  func(path string) error { return os.Chmod(filepath.Dir(path), 0o777) },
		"a link in place of the file": func(path string) error {
			return errors.Join(os.Rename(path, path+".elsewhere"), os.Symlink(path+".elsewhere", path))
		},
		"a file with a second name": func(path string) error { return os.Link(path, path+".too") },
		"a folder in place of the file": func(path string) error {
			return errors.Join(os.Remove(path), os.Mkdir(path, 0o700))
		},
	}
	for name, loosen := range cases {
		t.Run(name, func(t *testing.T) {
			path := testkit.DBPath(t)
			closeDB(t, testkit.OpenDB(t, path, store.Options{}))
			if err := loosen(path); err != nil {
				t.Fatal(err)
			}
			if db, err := store.Open(t.Context(), path, store.Options{}); err == nil {
				closeDB(t, db)
				t.Error("it was opened")
			}
		})
	}
}

func TestAPathWithOddCharactersIsOneFile(t *testing.T) {
	path := filepath.Join(filepath.Dir(testkit.DBPath(t)), "a b?mode=memory#%41.db")
	closeDB(t, testkit.OpenDB(t, path, store.Options{}))
	if info, err := os.Stat(path); err != nil || info.Size() == 0 {
		t.Errorf("the database is not at its path: %v, %v", info, err)
	}
}

func TestASecondServerIsRefusedAndACommandIsNot(t *testing.T) {
	path := testkit.DBPath(t)
	first, second := testkit.OpenDB(t, path, store.Options{}), testkit.OpenDB(t, path, store.Options{})
	if err := first.LockServe(); err != nil {
		t.Fatal(err)
	}
	if err := second.LockServe(); !errors.Is(err, store.ErrServed) {
		t.Errorf("the second server got %v, want ErrServed", err)
	}
	accept(t, second, "a command writes beside the server")
	closeDB(t, first)
	if err := second.LockServe(); err != nil {
		t.Errorf("after the first had gone: %v", err)
	}
}

func TestANewerSchemaIsRefused(t *testing.T) {
	path := testkit.DBPath(t)
	closeDB(t, testkit.OpenDB(t, path, store.Options{}))
	outsider(t, path, "INSERT INTO goose_db_version (version_id, is_applied) VALUES (9999, 1)")
	_, err := store.Open(t.Context(), path, store.Options{})
	if !errors.Is(err, store.ErrNewerSchema) {
		t.Errorf("got %v, want ErrNewerSchema", err)
	}
}

func TestASchemaThatMovesOnUnderAnOpenDatabaseIsNoticed(t *testing.T) {
	path := testkit.DBPath(t)
	db := testkit.OpenDB(t, path, store.Options{})
	if err := db.CheckSchema(t.Context()); err != nil {
		t.Fatalf("just opened: %v", err)
	}
	outsider(t, path, "INSERT INTO goose_db_version (version_id, is_applied) VALUES (9999, 1)")
	if err := db.CheckSchema(t.Context()); !errors.Is(err, store.ErrNewerSchema) {
		t.Errorf("got %v, want ErrNewerSchema", err)
	}
}

func TestTwoProcessesMayMigrateAtOnce(t *testing.T) {
	path := testkit.DBPath(t)
	failed := make(chan error, 8)
	for range cap(failed) {
		go func() {
			db, err := store.Open(context.Background(), path, store.Options{})
			if err == nil {
				err = db.Close()
			}
			failed <- err
		}()
	}
	for range cap(failed) {
		if err := <-failed; err != nil {
			t.Error(err)
		}
	}
}

func TestAFileThatIsNoDatabaseIsRefused(t *testing.T) {
	path := testkit.DBPath(t)
	if err := os.WriteFile(path, []byte(strings.Repeat("no database ", 1000)), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := store.Open(t.Context(), path, store.Options{}); err == nil {
		t.Error("it was opened")
	}
}

func TestAClosedDatabaseSaysSo(t *testing.T) {
	db := testkit.DB(t)
	closeDB(t, db)
	closeDB(t, db)
	err := db.Read(t.Context(), func(*store.Reader) error { return nil })
	if fault.KindOf(err) != fault.Unavailable {
		t.Errorf("Read got %v, want Unavailable", err)
	}
	_, err = db.Accept(t.Context(), arrival("late"))
	if fault.KindOf(err) != fault.Unavailable {
		t.Errorf("Accept got %v, want Unavailable", err)
	}
}

func TestAnOldSQLiteIsRefused(t *testing.T) {
	cases := map[string]bool{
		"3.51.3": true, "3.51.4": true, "3.53.0": true, "4.0.0": true, "10.0.0": true,
		"3.51.2": false, "3.50.9": false, "3.9.9": false, "2.99.99": false, "": false, "three": false,
	}
	for version, ok := range cases {
		if err := store.AcceptVersion(version); (err == nil) != ok {
			t.Errorf("SQLite %q: got %v, want accepted %v", version, err, ok)
		}
	}
}

func TestConnectionsAreSetUpAsDesigned(t *testing.T) {
	want := store.Pragmas{Synchronous: 2, JournalMode: "wal", RecursiveTriggers: 1, ForeignKeys: 1, ReadersQueryOnly: 1}
	if got := store.PragmasOf(t, testkit.DB(t)); got != want {
		t.Errorf("got %+v, want %+v", got, want)
	}
}
