package store

import (
	"fmt"
	"slices"
	"time"

	"transferdesk/internal/activity"
	"transferdesk/internal/transfer"
)

// MoneyRow is one thing that told of money of a profile: a movement of a balance or
// a SWIFT credit. One of the two is set.
type MoneyRow struct {
	ID       int64           // the lowest delivery that told of it
	Movement *transfer.Entry // with every delivery that told of it
	Swift    *activity.Facts
}

// Money gives the movements of a profile's balances and its SWIFT credits, newest
// first, each once. That one of each may be the same money is not looked at here.
func (r *Reader) Money(profile int64, cursor string, limit int) (Page[MoneyRow], error) {
	from, err := parsePlace(cursor, beforeFalling)
	if err != nil {
		return Page[MoneyRow]{}, err
	}
	limit = limited(limit)
	rows, err := r.money(profile, beforeRising, from, limit+1)
	if err != nil {
		return Page[MoneyRow]{}, fmt.Errorf("reading the money of profile %d: %w", profile, err)
	}
	places, next := onePage(rows, limit)
	return r.moneyPage(places, next)
}

// MoneyBetween gives what Money gives of a span of time, at most 200, newest first.
func (r *Reader) MoneyBetween(profile int64, from, to time.Time) ([]MoneyRow, error) {
	places, err := r.money(profile, place{stamp(from), 0}, place{stamp(to) + 1, 0}, maxLimit)
	if err != nil {
		return nil, fmt.Errorf("reading the money of profile %d: %w", profile, err)
	}
	page, err := r.moneyPage(places, "")
	return page.Rows, err
}

// money gives the places from one place on and before another, newest first.
func (r *Reader) money(profile int64, from, before place, n int) ([]place, error) {
	moved, err := r.places(`SELECT moved_at, id FROM rm_movements WHERE profile_id = ? AND (moved_at, id) >= (?, ?) AND (moved_at, id) < (?, ?)
		ORDER BY moved_at DESC, id DESC LIMIT ?`, profile, from.key, from.id, before.key, before.id, n)
	if err != nil {
		return nil, err
	}
	credited, err := r.places(`SELECT at, id FROM rm_activities WHERE profile_id = ? AND kind = ? AND (at, id) >= (?, ?) AND (at, id) < (?, ?)
		ORDER BY at DESC, id DESC LIMIT ?`, profile, string(activity.SwiftCredit), from.key, from.id, before.key, before.id, n)
	if err != nil {
		return nil, err
	}
	all := slices.Concat(moved, credited)
	slices.SortFunc(all, falling)
	return all[:min(n, len(all))], nil
}

func (r *Reader) moneyPage(places []place, next string) (Page[MoneyRow], error) {
	page := Page[MoneyRow]{Rows: make([]MoneyRow, 0, len(places)), Next: next}
	for _, p := range places {
		row, err := r.moneyRow(p.id)
		if err != nil {
			return Page[MoneyRow]{}, fmt.Errorf("reading money %d: %w", p.id, err)
		}
		if row.Movement != nil || row.Swift != nil {
			page.Rows = append(page.Rows, row)
		}
	}
	return page, nil
}

// moneyRow reads one row; a delivery tells of a movement or of a SWIFT credit, never
// of both.
func (r *Reader) moneyRow(id int64) (MoneyRow, error) {
	found, err := r.activities(`SELECT facts FROM rm_activities WHERE id = ? AND kind = ?`, id, string(activity.SwiftCredit))
	if err != nil || len(found) > 0 {
		return MoneyRow{ID: id, Swift: first(found)}, err
	}
	entry, err := r.movement(id)
	return MoneyRow{ID: id, Movement: entry}, err
}

func first[T any](list []T) *T {
	if len(list) == 0 {
		return nil
	}
	return &list[0]
}
