package store_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"transferdesk/internal/customer"
	"transferdesk/internal/testkit"
	"transferdesk/store"
)

func TestTheUserThatWisesAPINamesIsLinkedUntilAStrongerSourceNamesAnother(t *testing.T) {
	db := testkit.DB(t)
	at := time.Date(2026, 11, 20, 10, 0, 0, 0, time.UTC)
	if err := db.Write(t.Context(), store.LaneAct, func(tx *store.Tx) error {
		return tx.SaveWiseAnswer(store.WiseAnswer{Kind: store.OfWiseProfile, ID: 5, User: 77, Value: []byte(`{}`), FetchedAt: at, TriedAt: at})
	}); err != nil {
		t.Fatal(err)
	}
	var links customer.Links
	var profiles []int64
	if err := db.Read(t.Context(), func(r *store.Reader) (err error) {
		all, err := r.Identities([]int64{4, 5})
		if err != nil {
			return err
		}
		if len(all[4].Links) != 0 {
			t.Errorf("a profile that nobody asked about has links: %v", all[4].Links)
		}
		links = all[5].Links
		profiles, err = r.ProfilesOfUser(77)
		return err
	}); err != nil {
		t.Fatal(err)
	}
	claim := customer.Claim{Profile: 5, User: 77, Source: customer.ByAPI, At: at}
	want := customer.Links{{Profile: 5, User: 77, Counts: true, Claims: []customer.Claim{claim}}}
	if diff := cmp.Diff(want, links); diff != "" {
		t.Errorf("the links (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]int64{5}, profiles); diff != "" {
		t.Errorf("the profiles of the user (-want +got):\n%s", diff)
	}
}
