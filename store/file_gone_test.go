package store_test

import (
	"errors"
	"os"
	"testing"

	"transferdesk/internal/testkit"
	"transferdesk/store"
)

func TestNothingIsAcknowledgedIntoAFileThatIsGone(t *testing.T) {
	for name, lose := range map[string]func(path string) error{
		"deleted":  os.Remove,
		"renamed":  func(path string) error { return os.Rename(path, path+".old") },
		"replaced": func(path string) error { return errors.Join(os.Remove(path), os.WriteFile(path, nil, 0o600)) },
		"its log":  func(path string) error { return os.Remove(path + "-wal") },
	} {
		db := testkit.DB(t)
		accept(t, db, "before")
		if err := db.CheckWriting(t.Context()); err != nil {
			t.Errorf("%s: before it: %v", name, err)
		}
		if err := lose(db.Path()); err != nil {
			t.Fatal(err)
		}
		if _, err := db.Accept(t.Context(), arrival("after")); !errors.Is(err, store.ErrFileGone) {
			t.Errorf("%s: accepting: got %v, want ErrFileGone", name, err)
		}
		if err := db.CheckWriting(t.Context()); !errors.Is(err, store.ErrFileGone) {
			t.Errorf("%s: checking: got %v, want ErrFileGone", name, err)
		}
	}
}

func TestAFileThatIsPutBackIsWrittenAgain(t *testing.T) {
	db := testkit.DB(t)
	away := db.Path() + ".away"
	if err := os.Rename(db.Path(), away); err != nil {
		t.Fatal(err)
	}
	if _, err := db.Accept(t.Context(), arrival("meanwhile")); err == nil {
		t.Error("meanwhile: got no error")
	}
	if err := os.Rename(away, db.Path()); err != nil {
		t.Fatal(err)
	}
	if err := db.CheckWriting(t.Context()); err != nil {
		t.Errorf("checking: %v", err)
	}
	accept(t, db, "after")
}
