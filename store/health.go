package store

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"time"
)

// Size is how much room the database takes, in bytes.
type Size struct {
	Database int64
	Log      int64 // the write-ahead log beside it; 0 when there is none
}

// Size measures the files.
func (db *DB) Size() (s Size, err error) {
	for path, size := range map[string]*int64{db.path: &s.Database, db.path + "-wal": &s.Log} {
		info, err := os.Stat(path)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return Size{}, fmt.Errorf("measuring the database: %w", err)
		}
		*size = info.Size()
	}
	return s, nil
}

// Schema is the version of the newest migration.
func (db *DB) Schema() int64 { return db.schema }

// Engine names the version of SQLite: "3.51.3".
func (r *Reader) Engine() (version string, err error) {
	if err := r.scan(`SELECT sqlite_version()`, nil, &version); err != nil {
		return "", fmt.Errorf("asking SQLite for its version: %w", err)
	}
	return version, nil
}

// RejectedSince counts the deliveries that were refused since a time, among the
// newest MaxRejected: that many means at least so many.
func (r *Reader) RejectedSince(since time.Time) (n int64, err error) {
	if err := r.scan(`SELECT count(*) FROM rejected_deliveries WHERE rejected_at >= ?`, []any{stamp(since)}, &n); err != nil {
		return 0, fmt.Errorf("counting rejected deliveries: %w", err)
	}
	return n, nil
}

// CountStatus counts the deliveries that became the given Status… constant.
func (r *Reader) CountStatus(status string) (n int64, err error) {
	err = r.scan(`SELECT count(*) FROM rm_kinds k JOIN rm_outcomes o ON o.kind_id = k.id WHERE k.status = ?`, []any{status}, &n)
	if err != nil {
		return 0, fmt.Errorf("counting what became %s: %w", status, err)
	}
	return n, nil
}

// Refold says how far a second copy of the read models is filled, in receipts;
// false when none is being made. One that stands still was interrupted.
func (r *Reader) Refold() (done, total int64, running bool, err error) {
	p, err := r.Progress(Next)
	if errors.Is(err, ErrMoved) {
		return 0, 0, false, nil
	}
	if err != nil {
		return 0, 0, false, err
	}
	total, err = r.LastReceipt()
	return p.Cursor, total, true, err
}
