package store

import (
	"errors"
	"fmt"
	"time"
)

// CodeRise is a code that came to many transfers of late.
type CodeRise struct {
	Kind CodeKind
	Code string
}

// CodesRisen gives the codes that at least so many transfers had from an hour on,
// in alphabetical order of kind and code. It reads one number for each code and hour.
func (r *Reader) CodesRisen(from, least int64) (all []CodeRise, err error) {
	for _, kind := range []CodeKind{CodeCase, CodeFailure} {
		some, err := r.risen(kind, from, least)
		if err != nil {
			return nil, fmt.Errorf("reading which codes came of late: %w", err)
		}
		all = append(all, some...)
	}
	return all, nil
}

func (r *Reader) risen(kind CodeKind, from, least int64) (all []CodeRise, err error) {
	rows, err := r.query(`SELECT t.code FROM rm_code_tallies t
		CROSS JOIN rm_code_hours h ON h.kind = t.kind AND h.code = t.code AND h.hour >= ?2
		WHERE t.kind = ?1 GROUP BY t.code HAVING sum(h.latest) >= ?3`, string(kind), from, least)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	for rows.Next() {
		rise := CodeRise{Kind: kind}
		if err := rows.Scan(&rise.Code); err != nil {
			return nil, err
		}
		all = append(all, rise)
	}
	return all, rows.Err()
}

// CodeHours gives, by hour from an hour on, how many transfers had a code.
func (r *Reader) CodeHours(kind CodeKind, code string, from int64) (all map[int64]HourCount, err error) {
	rows, err := r.query(`SELECT hour, n, latest FROM rm_code_hours WHERE kind = ? AND code = ? AND hour >= ?`, string(kind), code, from)
	if err != nil {
		return nil, fmt.Errorf("reading the hours of code %s: %w", code, err)
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	all = map[int64]HourCount{}
	for rows.Next() {
		var hour int64
		var n HourCount
		if err := rows.Scan(&hour, &n.N, &n.Latest); err != nil {
			return nil, fmt.Errorf("reading the hours of code %s: %w", code, err)
		}
		all[hour] = n
	}
	return all, rows.Err()
}

// CodeUsual adds up how many transfers had a code in each hour of a span, its end
// left out, and says in which hour it came first of all.
func (r *Reader) CodeUsual(kind CodeKind, code string, from, to int64) (n, first int64, err error) {
	err = r.scan(`SELECT coalesce(sum(n), 0) FROM rm_code_hours WHERE kind = ? AND code = ? AND hour >= ? AND hour < ?`,
		[]any{string(kind), code, from, to}, &n)
	if err == nil {
		err = r.scan(`SELECT coalesce(min(hour), 0) FROM rm_code_hours WHERE kind = ? AND code = ?`, []any{string(kind), code}, &first)
	}
	if err != nil {
		return 0, 0, fmt.Errorf("counting what is usual of code %s: %w", code, err)
	}
	return n, first, nil
}

// FirstHeard is when the first message of all arrived; zero: none has.
func (r *Reader) FirstHeard() (time.Time, error) {
	var at int64
	if err := r.scan(`SELECT coalesce((SELECT received_at FROM receipts WHERE id > 0 ORDER BY id LIMIT 1), 0)`, nil, &at); err != nil {
		return time.Time{}, fmt.Errorf("reading when the first message came: %w", err)
	}
	return stamped(at), nil
}
