package store

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"

	"transferdesk/internal/activity"
)

// ListedCase is a support case of the list: what events told of it, what we opened
// ourselves, or both.
type ListedCase struct {
	Told *activity.Facts // nil: no event has told of it yet
	Ours *SupportCase    // nil: we did not open it
}

// casesAtOnce is how many rows SupportCases looks at before it gives a page that is
// not full; its cursor goes on from there.
const casesAtOnce = 1000

// SupportCases gives the cases that pass keep, the newest change first, at most limit
// (50 when it is 0). Of many that do not pass a page may hold fewer, or none, though
// it has a next one.
func (r *Reader) SupportCases(keep func(ListedCase) bool, cursor string, limit int) (page Page[ListedCase], err error) {
	from, err := parsePlace(cursor, beforeFalling)
	if err != nil {
		return page, err
	}
	limit = limited(limit)
	for looked := 0; looked < casesAtOnce; looked += limit {
		places, more, err := r.casePlaces(from, limit)
		if err != nil {
			return page, err
		}
		for _, p := range places {
			row, err := r.listedCase(p)
			if err != nil {
				return page, err
			}
			from = p
			if keep(row) {
				page.Rows = append(page.Rows, row)
			}
			if len(page.Rows) == limit {
				break
			}
		}
		page.Next = ""
		if more || len(places) > 0 && from != places[len(places)-1] {
			page.Next = from.String()
		}
		if page.Next == "" || len(page.Rows) == limit {
			break
		}
	}
	return page, nil
}

// casePlaces gives the next places of the list, in order: those of cases that events
// told of have our id of the first delivery, those that only we know of a negative id.
func (r *Reader) casePlaces(from place, limit int) (places []place, more bool, err error) {
	told, err := r.places(`SELECT at, id FROM rm_activities INDEXED BY rm_activities_cases
		WHERE kind = 'support_case' AND (at, id) < (?, ?) ORDER BY at DESC, id DESC LIMIT ?`, from.key, from.id, limit+1)
	if err != nil {
		return nil, false, fmt.Errorf("reading support cases: %w", err)
	}
	ours, err := r.places(`SELECT asked_at, -id FROM support_cases AS c WHERE (asked_at, -id) < (?, ?) AND result <> 'refused' AND result <> 'not_done'
		AND NOT EXISTS (SELECT 1 FROM rm_activities a WHERE a.kind = 'support_case' AND a.name = CAST(c.case_id AS TEXT))
		ORDER BY asked_at DESC, id LIMIT ?`, from.key, from.id, limit+1)
	if err != nil {
		return nil, false, fmt.Errorf("reading our support cases: %w", err)
	}
	places = append(told, ours...)
	slices.SortFunc(places, func(a, b place) int { return cmp.Or(cmp.Compare(b.key, a.key), cmp.Compare(b.id, a.id)) })
	if len(places) > limit {
		return places[:limit], true, nil
	}
	return places, false, nil
}

// listedCase reads one row of the list.
func (r *Reader) listedCase(p place) (row ListedCase, err error) {
	if p.id < 0 {
		c, _, err := newest(r.supportCases(supportCaseColumns+`WHERE id = ?`, -p.id))
		return ListedCase{Ours: &c}, err
	}
	found, err := r.activities(`SELECT facts FROM rm_activities WHERE id = ?`, p.id)
	if err != nil || len(found) == 0 {
		return row, fmt.Errorf("reading support case %d: %w", p.id, err)
	}
	row.Told = &found[0]
	if wiseID, err := strconv.ParseInt(found[0].ID, 10, 64); err == nil {
		ours, mine, err := r.SupportCaseByWise(wiseID)
		if err != nil {
			return row, err
		}
		if mine {
			row.Ours = &ours
		}
	}
	return row, nil
}
