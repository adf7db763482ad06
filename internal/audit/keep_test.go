package audit_test

import (
	"context"
	"database/sql"
	"errors"
	"os"
	"strings"
	"testing"

	"transferdesk/internal/audit"
	"transferdesk/internal/auth"
	"transferdesk/internal/fault"
	"transferdesk/internal/testkit"
	"transferdesk/store"
)

// unkept are the ways in which a record cannot be kept.
var unkept = map[string]func(*testing.T, *store.DB){
	"the table takes no row": func(t *testing.T, db *store.DB) {
		outside, err := sql.Open("sqlite3", "file:"+db.Path()+"?_busy_timeout=5000")
		if err == nil {
			_, err = outside.Exec(`CREATE TRIGGER broken BEFORE INSERT ON audit_entries BEGIN SELECT RAISE(ABORT, 'no'); END`)
		}
		if err := errors.Join(err, outside.Close()); err != nil {
			t.Fatal(err)
		}
	},
	"the file is gone": func(t *testing.T, db *store.DB) {
		if err := os.Rename(db.Path(), db.Path()+".away"); err != nil {
			t.Fatal(err)
		}
	},
	"the database is closed": func(t *testing.T, db *store.DB) {
		if err := db.Close(); err != nil {
			t.Fatal(err)
		}
	},
}

func TestAnActThatCannotBeRecordedIsRefusedWhateverTheCause(t *testing.T) {
	ctx, called := context.Background(), false
	for cause, breakIt := range unkept {
		for how, act := range map[string]func(*store.DB) error{
			"in one transaction": func(db *store.DB) error { return audit.DoNew(ctx, db, clock, admin, entry(auth.AddPerson, ""), add) },
			"around": func(db *store.DB) error {
				return audit.Around(ctx, db, clock, admin, entry(auth.Rebuild, ""), func() error { called = true; return nil })
			},
			"at Wise": func(db *store.DB) error {
				return audit.Outside(ctx, db, clock, admin, entry(auth.AddPerson, ""), nil, func(context.Context) (audit.Outcome, error) {
					called = true
					return audit.Outcome{Result: audit.Done}, nil
				})
			},
			"one that fails": func(db *store.DB) error { return audit.Failed(ctx, db, clock, admin, entry(auth.SignIn, "")) },
		} {
			db := testkit.OpenDB(t, testkit.DBPath(t), store.Options{})
			breakIt(t, db)
			err := act(db)
			if fault.KindOf(err) != fault.Unavailable || !strings.Contains(fault.TextOf(err), "could not be recorded just now, so nothing was changed") {
				t.Errorf("%s, %s: got %v of kind %d, want fault.Unavailable that says so", cause, how, err, fault.KindOf(err))
			}
			if called {
				t.Errorf("%s, %s: the act was run", cause, how)
			}
			if cause != "the database is closed" && people(t, db) != 0 {
				t.Errorf("%s, %s: something was changed", cause, how)
			}
		}
	}
}

// TestAnActThatTheSurroundingsEndIsNotTakenForItsOwnMistake: a disk that is full within
// an act is no other answer than one that is full at its record.
func TestAnActThatTheSurroundingsEndIsNotTakenForItsOwnMistake(t *testing.T) {
	for cause, want := range map[error]fault.Kind{
		store.ErrFileGone: fault.Unavailable, errors.New("a mistake of ours"): fault.Internal, fault.New(fault.Conflict, "Somebody was faster."): fault.Conflict,
	} {
		err := audit.Do(context.Background(), testkit.DB(t), clock, admin, entry(auth.AddPerson, ""), func(*store.Tx) error { return cause })
		if fault.KindOf(err) != want || !errors.Is(err, cause) {
			t.Errorf("%v: got %v of kind %d, want kind %d", cause, err, fault.KindOf(err), want)
		}
	}
}

func TestAnActWhoseEndCannotBeRecordedSaysThatItWasBegun(t *testing.T) {
	db := testkit.DB(t)
	err := audit.Around(context.Background(), db, clock, admin, entry(auth.Rebuild, ""), func() error {
		unkept["the table takes no row"](t, db)
		return nil
	})
	if fault.KindOf(err) != fault.Unavailable || !strings.HasPrefix(fault.TextOf(err), "This was begun") {
		t.Errorf("got %v, want that it was begun", err)
	}
}
