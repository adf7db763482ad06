package store_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"transferdesk/internal/activity"
	"transferdesk/internal/testkit"
	"transferdesk/store"
)

func TestACountIsTheLengthOfItsList(t *testing.T) {
	db := testkit.DB(t)
	fillActivities(t, db, 211)
	read(t, db, func(r *store.Reader) error {
		counts, err := r.ActivityCounts(501)
		if err != nil {
			return err
		}
		company, err := r.CompanyActivityCounts()
		if err != nil {
			return err
		}
		listed, companyListed := map[activity.Kind]int64{}, map[activity.Kind]int64{}
		for _, kind := range kindsListed {
			listed[kind] = int64(len(names(t, func(cursor string) (store.Page[activity.Facts], error) {
				return r.ActivitiesOfKind(501, kind, cursor, 20)
			})))
			companyListed[kind] = int64(len(names(t, func(cursor string) (store.Page[activity.Facts], error) { return r.CompanyActivities(kind, cursor, 20) })))
		}
		if d := cmp.Diff(listed, counts); d != "" || counts[activity.Card] == 0 {
			t.Errorf("of a customer (-list +count)\n%s", d)
		}
		if d := cmp.Diff(companyListed, company); d != "" || company[activity.Settlement] == 0 {
			t.Errorf("of no customer (-list +count)\n%s", d)
		}
		return nil
	})
}
