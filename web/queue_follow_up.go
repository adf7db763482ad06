package web

import (
	"transferdesk/internal/work"
	"transferdesk/store"
	"transferdesk/web/front"
)

// readFollowUps reads one page of what is to be looked at again, the longest first.
func (v *queueView) readFollowUps(r *store.Reader, cursor string) error {
	found, err := r.FollowUps(v.today, v.scope, cursor, front.RowsPerPage)
	if err != nil {
		return err
	}
	v.followUps, v.rows.Next = map[int64]store.FollowUp{}, found.Next
	for _, one := range found.Rows {
		v.followUps[one.Transfer] = one
		if err := v.addRow(r, one.Transfer); err != nil {
			return err
		}
	}
	return nil
}

// followUpWords says since when somebody wanted to look again.
func followUpWords(f store.FollowUp, today work.Day) string {
	words := "Follow up since " + f.Day.Words()
	if f.Day == today {
		words = "Follow up today"
	}
	if f.By != "" {
		words += ", set by " + shownPerson(f.By)
	}
	return words + "."
}
