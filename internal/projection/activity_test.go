package projection

import (
	"context"
	"fmt"
	"testing"
	"time"

	"transferdesk/internal/activity"
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
