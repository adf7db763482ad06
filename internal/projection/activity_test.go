package projection

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"transferdesk/internal/activity"
	"transferdesk/internal/evidence"
	"transferdesk/internal/fault"
	"transferdesk/internal/testkit"
	"transferdesk/store"
)

func verification(profile int64, version, state string, at time.Time) string {
	data := fmt.Sprintf(`{"resource":{"type":"profile","id":%d},"current_state":%q,"occurred_at":%q}`, profile, state, occurred(at, version))
	return envelope("profiles#verification-state-change", version, "sub-v", data, at.Add(2*time.Second))
}

func TestAThingIsFoldedFromAllItsEventsAndSurvivesARebuild(t *testing.T) {
	db := testkit.DB(t)
	deliver(t, db, letters(
		verification(222, "2.0.0", "not_verified", start.Add(time.Minute)),
		verification(222, "2.0.0", "verified", start),
		verification(222, "4.0.0", "verified", start),
	)...)
	project(t, db)
	if got, want := fmt.Sprint(statuses(t, db)), "[applied applied duplicate seen_already]"; got != want {
		t.Errorf("outcomes %s, want %s", got, want)
	}
	read(t, db, func(r *store.Reader) error {
		f, err := r.Activity(activity.Key{Kind: activity.Verification, ID: "222"})
		if f.State() != "not_verified" || len(f.Visits) != 2 || f.Profile != 222 {
			t.Errorf("facts %+v", f)
		}
		return err
	})
	before := dump(t, db)
	if err := New(db, clock, quiet()).Rebuild(context.Background(), nil); err != nil {
		t.Fatal(err)
	}
	if after := dump(t, db); after != before {
		t.Errorf("a rebuild changed the read models\n%s\nbefore\n%s", after, before)
	}
}

// credited is a body of a type whose only id is a text: the header alone can make it
// a test.
func credited(at time.Time) string {
	return activities[activity.IncomingTransfer](scene{n: 1, version: "4.0.0", at: at})
}

func TestWhatWasTakenForATestCountsOnceItIsReal(t *testing.T) {
	first, second := credited(start.Add(-time.Hour)), credited(start)
	key := activity.Key{Kind: activity.IncomingTransfer, ID: "it-1"}
	db := testkit.DB(t)
	deliver(t, db, letter{body: first, test: true}, letter{body: second, test: true})
	project(t, db)
	read(t, db, func(r *store.Reader) error {
		handles, err := r.Handles("it-1")
		if _, missing := r.Activity(key); fault.KindOf(missing) != fault.NotFound || len(handles) > 0 {
			t.Errorf("a test has left a thing (%v) or handles %v", missing, handles)
		}
		return err
	})
	deliver(t, db, letter{body: second})
	project(t, db)
	deliver(t, db, letter{body: first}, letter{body: first, test: true})
	project(t, db)
	read(t, db, func(r *store.Reader) error {
		f, err := r.Activity(key)
		if want := (evidence.IDs{1, 2}); !slices.Equal(f.Evidence, want) || !f.FirstAt.Equal(start.Add(-time.Hour)) {
			t.Errorf("facts %+v, want them by both deliveries", f)
		}
		handles, failed := r.Handles("it-1")
		if len(handles) != 1 {
			t.Errorf("handles %v, want one", handles)
		}
		return errors.Join(err, failed)
	})
	before := dump(t, db)
	if after := fresh(t, db); after != before {
		t.Errorf("a rebuild changed the read models (-before +after):\n%s", cmp.Diff(before, after))
	}
}

func TestSupportCasesTellWhichUserAProfileBelongsTo(t *testing.T) {
	db := testkit.DB(t)
	about := func(profile, user int64, version string, at time.Time) string {
		return activities[activity.SupportCase](scene{n: profile, profile: profile, user: user, transfer: 71, version: version, state: "a", word: "a", at: at})
	}
	deliver(t, db, letters(about(500, 7, "2.0.0", start), about(501, 7, "2.0.0", start), about(500, 7, "2.0.0", start.Add(time.Hour)), about(502, 9, "5.0.0", start))...)
	for range 4 {
		p := New(db, clock, quiet())
		p.size.Store(1)
		if err := p.CatchUp(context.Background()); err != nil {
			t.Fatal(err)
		}
	}
	// Version 5.0.0 names no user, so profile 502 has no link.
	if got, want := rowsOf(t, side(t, db), "SELECT * FROM rm_links"), "500 7 1 3\n501 7 2 2"; got != want {
		t.Errorf("links of profile, user, first and last delivery:\n%s\nwant\n%s", got, want)
	}
}
