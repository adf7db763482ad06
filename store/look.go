package store

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"time"
)

// Look is what one person saw of one thing: the first and the last time that its page
// was opened.
type Look struct {
	Kind        string // HandleTransfer, HandleProfile or HandleUser
	ID          int64  // Wise's
	Person      int64
	Name        string // of the person, as it was at the last look
	First, Last time.Time
}

// AddLook takes note that a person opens the page of a thing at Last; First is kept
// from the first time.
func (tx *Tx) AddLook(l Look) error {
	_, err := tx.exec(`INSERT INTO looks (subject_kind, subject_id, person_id, person_name, first_at, last_at) VALUES (?1, ?2, ?3, ?4, ?5, ?5)
		ON CONFLICT DO UPDATE SET person_name = excluded.person_name, last_at = excluded.last_at`,
		l.Kind, l.ID, l.Person, l.Name, stamp(l.Last))
	if err != nil {
		return fmt.Errorf("noting a look at %s %d: %w", l.Kind, l.ID, err)
	}
	return nil
}

const lookColumns = `SELECT l.subject_kind, l.subject_id, l.person_id, l.person_name, l.first_at, l.last_at `

// LooksAt gives who has looked at a thing, each person once, the first to look first.
func (r *Reader) LooksAt(kind string, id int64) ([]Look, error) {
	return r.looks(lookColumns+`FROM looks l WHERE l.subject_kind = ? AND l.subject_id = ?`, kind, id)
}

// Looks gives who has looked at some transfers, by transfer, the first to look first, in
// one query. One that is missing in the result nobody has looked at yet.
func (r *Reader) Looks(transfers []int64) (map[int64][]Look, error) {
	by := make(map[int64][]Look, len(transfers))
	if len(transfers) == 0 {
		return by, nil
	}
	list, err := json.Marshal(slices.Compact(slices.Sorted(slices.Values(transfers))))
	if err != nil {
		return nil, fmt.Errorf("asking who has looked: %w", err)
	}
	all, err := r.looks(lookColumns+`FROM json_each(?) j CROSS JOIN looks l
		ON l.subject_kind = 'transfer' AND l.subject_id = j.value`, string(list))
	for _, l := range all {
		by[l.ID] = append(by[l.ID], l)
	}
	return by, err
}

// RecentLooks gives the last n distinct things that a person opened, the last first.
func (r *Reader) RecentLooks(person int64, n int) ([]Look, error) {
	return r.recent(lookColumns+`FROM looks l WHERE l.person_id = ? ORDER BY l.last_at DESC, l.subject_kind DESC, l.subject_id DESC LIMIT ?`, person, n)
}

// looks reads some looks, the first to look first.
func (r *Reader) looks(query string, args ...any) ([]Look, error) {
	all, err := r.recent(query, args...)
	slices.SortFunc(all, func(a, b Look) int { return cmp.Or(a.First.Compare(b.First), cmp.Compare(a.Person, b.Person)) })
	return all, err
}

func (r *Reader) recent(query string, args ...any) (all []Look, err error) {
	rows, err := r.query(query, args...)
	if err != nil {
		return nil, fmt.Errorf("reading who has looked: %w", err)
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	for rows.Next() {
		var l Look
		var first, last int64
		if err := rows.Scan(&l.Kind, &l.ID, &l.Person, &l.Name, &first, &last); err != nil {
			return nil, fmt.Errorf("reading who has looked: %w", err)
		}
		l.First, l.Last = stamped(first), stamped(last)
		all = append(all, l)
	}
	return all, rows.Err()
}
