package store_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"transferdesk/internal/activity"
	"transferdesk/internal/testkit"
	"transferdesk/store"
)

// TestSomeProfilesAreReadAsEachByItself: of each customer and kind the newest, and
// one customer's many leave room for another's.
func TestSomeProfilesAreReadAsEachByItself(t *testing.T) {
	db := testkit.DB(t)
	fillActivities(t, db, 211)
	read(t, db, func(r *store.Reader) error {
		all, err := r.ActivitiesOfProfiles([]int64{500, 502, 999}, kindsListed, 4)
		if err != nil {
			return err
		}
		if len(all) != 2 {
			t.Errorf("got %d customers, want the two of whom something was told", len(all))
		}
		for _, profile := range []int64{500, 502} {
			held := map[activity.Kind][]activity.Facts{}
			for _, f := range all[profile] {
				held[f.Kind] = append(held[f.Kind], f)
			}
			for _, kind := range kindsListed {
				want, err := r.ActivitiesOfProfile(profile, []activity.Kind{kind}, 4)
				if err != nil {
					return err
				}
				if len(want) != 4 || len(held[kind]) != 4 {
					t.Fatalf("profile %d, %s: got %d, want 4 of %d", profile, kind, len(held[kind]), len(want))
				}
				for i := range want {
					if diff := cmp.Diff(want[i].Since(), held[kind][i].Since()); diff != "" {
						t.Errorf("profile %d, %s, row %d (-want +got):\n%s", profile, kind, i, diff)
					}
				}
			}
		}
		return nil
	})
}
