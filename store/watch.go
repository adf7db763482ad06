package store

import (
	"errors"
	"fmt"
	"time"

	"transferdesk/internal/transfer"
)

// What a watch is about, beside transfers (HandleTransfer, HandleProfile, HandleUser).
const (
	WatchesTransfer = "transfer"
	WatchesUser     = "user"
	WatchesProfile  = "profile"
)

// WatchRow is one row of rm_watches.
type WatchRow struct {
	Kind        transfer.WatchKind
	SubjectKind string // a Watches… constant
	Subject     int64  // Wise's id
	Code        string // of the failure that it is about; "" when none is known or it is about none
	Since       time.Time
	Profile     int64 // 0: not known
}

// SaveWatch writes a watch over what was there.
func (tx *Tx) SaveWatch(m Model, row WatchRow) error {
	_, err := tx.exec(m.of(`INSERT INTO rm_watches (watch, subject_kind, subject_id, code, since, profile_id) VALUES (?, ?, ?, ?, ?, ?)
		ON CONFLICT (watch, subject_kind, subject_id) DO UPDATE SET code = excluded.code, since = excluded.since, profile_id = excluded.profile_id`),
		string(row.Kind), row.SubjectKind, row.Subject, row.Code, stamp(row.Since), optional(row.Profile))
	if err != nil {
		return fmt.Errorf("saving the watch %s of %s %d: %w", row.Kind, row.SubjectKind, row.Subject, err)
	}
	return nil
}

// DropWatch takes a watch away.
func (tx *Tx) DropWatch(m Model, row WatchRow) error {
	_, err := tx.exec(m.of(`DELETE FROM rm_watches WHERE watch = ? AND subject_kind = ? AND subject_id = ?`), string(row.Kind), row.SubjectKind, row.Subject)
	if err != nil {
		return fmt.Errorf("dropping the watch %s of %s %d: %w", row.Kind, row.SubjectKind, row.Subject, err)
	}
	return nil
}

const watchColumns = `watch, subject_kind, subject_id, code, since, coalesce(profile_id, 0)`

// WatchesOfProfile gives the watches of these kinds on a profile and its transfers,
// the oldest of each kind first; at most 200 of each kind. Its transfers in flight are
// those of transfer.InFlight.
func (r *Reader) WatchesOfProfile(profile int64, kinds ...transfer.WatchKind) ([]WatchRow, error) {
	var all []WatchRow
	for _, kind := range kinds {
		some, err := r.watches(`SELECT `+watchColumns+` FROM rm_watches WHERE profile_id = ? AND watch = ?
			ORDER BY since, subject_id LIMIT ?`, profile, string(kind), maxLimit)
		if err != nil {
			return nil, fmt.Errorf("reading the watches of profile %d: %w", profile, err)
		}
		all = append(all, some...)
	}
	return all, nil
}

// watches runs a query for watchColumns.
func (r *Reader) watches(query string, args ...any) (all []WatchRow, err error) {
	rows, err := r.query(query, args...)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	for rows.Next() {
		var row WatchRow
		var since int64
		if err := rows.Scan(&row.Kind, &row.SubjectKind, &row.Subject, &row.Code, &since, &row.Profile); err != nil {
			return nil, err
		}
		row.Since = stamped(since)
		all = append(all, row)
	}
	return all, rows.Err()
}
