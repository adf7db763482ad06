package store_test

import (
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

var kindsListed = []activity.Kind{activity.Card, activity.Dispute, activity.Settlement}

// fillActivities writes n things of three kinds and of the profiles 500 to 502, or of
// none, whose times collide: five share each, and some have none.
func fillActivities(t *testing.T, db *store.DB, n int64) {
	t.Helper()
	write(t, db, func(tx *store.Tx) error {
		for i := range n {
			f := activity.Facts{
				Key: activity.Key{Kind: kindsListed[i%3], ID: fmt.Sprint("thing-", i)}, LastAt: noon.Add(time.Duration(i/5) * time.Hour),
			}
			if i%7 == 0 {
				f.LastAt = time.Time{}
			}
			if f.Profile = 499 + i%4; f.Profile == 499 {
				f.Profile = 0
			}
			if i%6 == 0 {
				f.Transfer = 71
			}
			row := store.ActivityRow{Facts: f, Deliveries: evidence.IDs{i*37%n + 1, n + i}}
			if err := row.Pack(); err != nil {
				return err
			}
			if err := tx.SaveActivity(store.Live, row); err != nil {
				return err
			}
		}
		return nil
	})
}

// names reads a list page by page and gives what the things are called.
func names(t *testing.T, page func(cursor string) (store.Page[activity.Facts], error)) []string {
	t.Helper()
	var all []string
	for cursor := ""; ; {
		p, err := page(cursor)
		if err != nil {
			t.Fatalf("reading a page: %v", err)
		}
		all = append(all, called(p.Rows)...)
		if cursor = p.Next; cursor == "" || len(all) > 1000 {
			return all
		}
	}
}

func called(facts []activity.Facts) (all []string) {
	for _, f := range facts {
		all = append(all, f.ID)
	}
	return all
}

func TestActivitiesPageWithoutGapsAndRepeats(t *testing.T) {
	db := testkit.DB(t)
	fillActivities(t, db, 211)
	for _, limit := range []int{1, 2, 7, 50} {
		for _, kind := range kindsListed {
			read(t, db, func(r *store.Reader) error {
				for _, profile := range []int64{500, 501, 502} {
					got := names(t, func(cursor string) (store.Page[activity.Facts], error) {
						return r.ActivitiesOfKind(profile, kind, cursor, limit)
					})
					want := textsOf(t, db, fmt.Sprintf(`SELECT name FROM rm_activities WHERE profile_id = %d AND kind = '%s' ORDER BY at DESC, id DESC`, profile, kind))
					compare(t, fmt.Sprint(kind, " of ", profile, " by ", limit), want, got)
				}
				got := names(t, func(cursor string) (store.Page[activity.Facts], error) {
					return r.CompanyActivities(kind, cursor, limit)
				})
				want := textsOf(t, db, fmt.Sprintf(`SELECT name FROM rm_activities WHERE profile_id IS NULL AND kind = '%s' ORDER BY at DESC, id DESC`, kind))
				compare(t, fmt.Sprint(kind, " of nobody by ", limit), want, got)
				return nil
			})
		}
	}
}

func TestOfEachKindTheNewestStandOnACustomersPage(t *testing.T) {
	db := testkit.DB(t)
	fillActivities(t, db, 211)
	read(t, db, func(r *store.Reader) error {
		got, err := r.ActivitiesOfProfile(501, kindsListed[:2], 3)
		if err != nil {
			return err
		}
		var want []string
		for _, kind := range kindsListed[:2] {
			want = append(want, textsOf(t, db, fmt.Sprintf(`SELECT name FROM rm_activities WHERE profile_id = 501 AND kind = '%s' ORDER BY at DESC, id DESC LIMIT 3`, kind))...)
		}
		compare(t, "two kinds of 501", want, called(got))
		none, err := r.ActivitiesOfProfile(501, nil, 3)
		if len(none) > 0 || err != nil {
			t.Errorf("no kinds: got %d (%v)", len(none), err)
		}
		of, err := r.ActivitiesOfTransfer(71)
		compare(t, "what names 71", textsOf(t, db, `SELECT name FROM rm_activities WHERE transfer_id = 71 ORDER BY id LIMIT 50`), called(of))
		return err
	})
}

func TestAThingWhoseFirstDeliveryChangesIsStillOne(t *testing.T) {
	db := testkit.DB(t)
	key := activity.Key{Kind: activity.Card, ID: "c"}
	for _, ids := range []evidence.IDs{{5}, {3, 5}} {
		write(t, db, func(tx *store.Tx) error {
			row := store.ActivityRow{Facts: activity.Facts{Key: key, Profile: 500}, Deliveries: ids}
			if err := row.Pack(); err != nil {
				return err
			}
			return tx.SaveActivity(store.Live, row)
		})
	}
	read(t, db, func(r *store.Reader) error {
		row, found, err := r.ActivityRow(store.Live, key)
		if !found || !slices.Equal(row.Deliveries, evidence.IDs{3, 5}) {
			t.Errorf("found %v, deliveries %v", found, row.Deliveries)
		}
		if _, err := r.Activity(activity.Key{Kind: activity.Dispute, ID: "c"}); fault.KindOf(err) != fault.NotFound {
			t.Errorf("a thing of another kind: %v, want it not found", err)
		}
		return err
	})
	if n := len(textsOf(t, db, `SELECT name FROM rm_activities`)); n != 1 {
		t.Errorf("%d rows, want 1", n)
	}
}

func TestACursorOfActivitiesThatIsNotOursIsRefused(t *testing.T) {
	read(t, testkit.DB(t), func(r *store.Reader) error {
		if _, err := r.ActivitiesOfKind(500, activity.Card, "!!", 5); fault.KindOf(err) != fault.Invalid {
			t.Errorf("got %v, want it refused", err)
		}
		return nil
	})
}

func compare(t *testing.T, what string, want, got []string) {
	t.Helper()
	if len(want) == 0 {
		t.Errorf("%s: the list is empty: the test does not test", what)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("%s (-want +got):\n%s", what, diff)
	}
}

func textsOf(t *testing.T, db *store.DB, query string) []string {
	t.Helper()
	side := sideOf(t, db)
	defer func() { _ = side.Close() }()
	rows, err := side.Query(query)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = rows.Close() }()
	var all []string
	for rows.Next() {
		var one string
		if err := rows.Scan(&one); err != nil {
			t.Fatal(err)
		}
		all = append(all, one)
	}
	return all
}
