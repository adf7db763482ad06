package store_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"transferdesk/internal/testkit"
	"transferdesk/internal/wise"
	"transferdesk/store"
)

func TestAHandleLeadsToEverythingThatSaysItInAnyLetters(t *testing.T) {
	db := testkit.DB(t)
	write(t, db, func(tx *store.Tx) error {
		for _, h := range []store.Handle{
			{Text: "BNK-77", Kind: wise.HandleReference, SubjectKind: store.HandleTransfer, SubjectID: "71"},
			{Text: "bnk-77", Kind: wise.HandleReference, SubjectKind: store.HandleTransfer, SubjectID: "71"},
			{Text: "Bnk-77", Kind: wise.HandleReference, SubjectKind: store.HandleProfile, SubjectID: "500"},
			{Text: "BNK-778", Kind: wise.HandleReference, SubjectKind: store.HandleTransfer, SubjectID: "72"},
		} {
			if err := tx.SaveHandle(store.Live, h); err != nil {
				return err
			}
		}
		return nil
	})
	read(t, db, func(r *store.Reader) error {
		got, err := r.Handles(" bNK-77 ")
		want := []store.Handle{
			{Text: "bnk-77", Kind: wise.HandleReference, SubjectKind: store.HandleProfile, SubjectID: "500"},
			{Text: "bnk-77", Kind: wise.HandleReference, SubjectKind: store.HandleTransfer, SubjectID: "71"},
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("handles (-want +got):\n%s", diff)
		}
		return err
	})
}

func TestALearnedLinkKnowsTheFirstAndTheLastThatSaidSo(t *testing.T) {
	db := testkit.DB(t)
	write(t, db, func(tx *store.Tx) error {
		for _, l := range [][3]int64{{500, 7, 20}, {500, 7, 5}, {500, 7, 12}, {500, 8, 13}, {501, 7, 14}} {
			if err := tx.SaveLearnedLink(store.Live, l[0], l[1], l[2]); err != nil {
				return err
			}
		}
		return nil
	})
	read(t, db, func(r *store.Reader) error {
		links, err := r.LearnedLinks()
		if diff := cmp.Diff([]store.LearnedLink{{500, 7, 5, 20}, {500, 8, 13, 13}, {501, 7, 14, 14}}, links); diff != "" {
			t.Errorf("links (-want +got):\n%s", diff)
		}
		return err
	})
}
