package store

import (
	"cmp"
	"errors"
	"fmt"
	"maps"
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
		rows, more, err := r.caseRows(from, limit)
		if err != nil {
			return page, err
		}
		for _, row := range rows {
			from = row.place
			if keep(row.ListedCase) {
				page.Rows = append(page.Rows, row.ListedCase)
			}
			if len(page.Rows) == limit {
				break
			}
		}
		page.Next = ""
		if more || len(rows) > 0 && from != rows[len(rows)-1].place {
			page.Next = from.String()
		}
		if page.Next == "" || len(page.Rows) == limit {
			break
		}
	}
	return page, nil
}

// caseRow is a row with its place in the list: that of a case which events told of has
// our id of the first delivery, that of one which only we know a negative id.
type caseRow struct {
	place
	ListedCase
}

// caseRows gives the next rows of the list, in order, in three queries whatever their
// number.
func (r *Reader) caseRows(from place, limit int) (rows []caseRow, more bool, err error) {
	rows, err = r.toldCases(from, limit+1)
	if err != nil {
		return nil, false, fmt.Errorf("reading support cases: %w", err)
	}
	ours, err := r.supportCases(supportCaseColumns+`WHERE (asked_at, -id) < (?, ?) AND result <> 'refused' AND result <> 'not_done'
		AND NOT EXISTS (SELECT 1 FROM rm_activities a WHERE a.kind = 'support_case' AND a.name = CAST(support_cases.case_id AS TEXT))
		ORDER BY asked_at DESC, id LIMIT ?`, from.key, from.id, limit+1)
	if err != nil {
		return nil, false, err
	}
	for _, c := range ours {
		rows = append(rows, caseRow{place{stamp(c.AskedAt), -c.ID}, ListedCase{Ours: &c}})
	}
	slices.SortFunc(rows, func(a, b caseRow) int { return cmp.Or(cmp.Compare(b.key, a.key), cmp.Compare(b.id, a.id)) })
	if more = len(rows) > limit; more {
		rows = rows[:limit]
	}
	return rows, more, r.addOurs(rows)
}

// toldCases gives the next cases that events told of.
func (r *Reader) toldCases(from place, limit int) (all []caseRow, err error) {
	rows, err := r.query(`SELECT at, id, facts FROM rm_activities INDEXED BY rm_activities_cases
		WHERE kind = 'support_case' AND (at, id) < (?, ?) ORDER BY at DESC, id DESC LIMIT ?`, from.key, from.id, limit)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	for rows.Next() {
		var row caseRow
		var packed []byte
		if err := rows.Scan(&row.key, &row.id, &packed); err != nil {
			return nil, err
		}
		facts, err := unpackFacts[activity.Facts](packed)
		if err != nil {
			return nil, err
		}
		row.Told = &facts
		all = append(all, row)
	}
	return all, rows.Err()
}

// addOurs adds what we opened ourselves to the cases that events told of.
func (r *Reader) addOurs(rows []caseRow) error {
	at := map[int64]*caseRow{}
	for i := range rows {
		if rows[i].Told == nil {
			continue
		}
		if id, err := strconv.ParseInt(rows[i].Told.ID, 10, 64); err == nil {
			at[id] = &rows[i]
		}
	}
	ours, err := r.SupportCasesByWise(slices.Collect(maps.Keys(at)))
	for id, c := range ours {
		at[id].Ours = &c
	}
	return err
}
