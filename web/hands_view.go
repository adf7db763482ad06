package web

import (
	"strconv"

	"transferdesk/internal/auth"
	"transferdesk/internal/transfer"
	"transferdesk/internal/when"
	"transferdesk/store"
	"transferdesk/templates"
	"transferdesk/web/front"
)

// handsView is in whose hands the transfers of a list are.
type handsView struct {
	works  map[int64]store.Work // by transfer; those that nobody has touched are not in it
	people colleagues
	looks  map[int64][]store.Look // by transfer; nil: not asked for
}

// readHands reads the work on all transfers of a page at once.
func readHands(r *store.Reader, list []transfer.Facts) (v handsView, err error) {
	if v.works, err = r.Works(transfersOf(list)); err != nil {
		return v, err
	}
	v.people, err = r.PersonNames()
	return v, err
}

// readLooks reads who has looked at them.
func (v *handsView) readLooks(r *store.Reader, list []transfer.Facts) (err error) {
	v.looks, err = r.Looks(transfersOf(list))
	return err
}

func transfersOf(list []transfer.Facts) []int64 {
	ids := make([]int64, len(list))
	for i, f := range list {
		ids[i] = f.Transfer
	}
	return ids
}

// on writes into rows who has each transfer; next is where taking one leads back to.
func (v handsView) on(rows []templates.TransferRow, list []transfer.Facts, who auth.Actor, next string) []templates.TransferRow {
	for i, f := range list {
		held := v.works[f.Transfer]
		rows[i].Hands = &templates.Hands{
			Assignee: v.people.name(held.Assignee),
			You:      held.Assignee != 0 && held.Assignee == personOf(who),
			Resolved: !held.Open(),
			Version:  strconv.FormatInt(held.Version, 10),
			Next:     next,
			Unseen:   v.looks != nil && len(v.looks[f.Transfer]) == 0,
		}
	}
	return rows
}

// stands says of a row that was resolved once how it stands, and since when; it has
// come back where the list is not that of what is resolved.
func (v handsView) stands(row *templates.TransferRow, id int64, scope store.Scope, face front.Face) {
	held := v.works[id]
	if held.Open() || scope.Whose == "" {
		return
	}
	words := "Resolved by " + shownPerson(held.ResolvedBy) + " on " + when.Date(held.ResolvedAt, face.Now, face.Zone)
	if scope.Whose == store.WhoseResolved {
		row.Resolved = words + ": " + front.LowerFirst(held.Outcome.Label()) + "."
		return
	}
	row.Resolved = words + ", changed since."
}
