package store

import (
	"database/sql"
	"errors"
	"fmt"
	"time"
)

// MaxRejected is how many rejected deliveries are kept; older ones go.
const MaxRejected = 1000

// Rejected is one request to the webhook that was refused. Nothing in it is
// verified: it is for finding out what is set up wrongly, never a base for
// anything.
type Rejected struct {
	At      time.Time
	Reason  string // a code, as signature_missing
	Remote  string // the peer's address
	Headers string // JSON object of a few headers, cut
	Bytes   int64  // of the body; as announced when it was not read
}

// AddRejected keeps the newest of rows and counts all that counts names, by
// reason.
func (tx *Tx) AddRejected(rows []Rejected, counts map[string]int64, now time.Time) error {
	for _, row := range rows {
		_, err := tx.exec("INSERT INTO rejected_deliveries (rejected_at, reason, remote, headers, body_bytes) VALUES (?, ?, ?, ?, ?)",
			stamp(row.At), row.Reason, row.Remote, row.Headers, row.Bytes)
		if err != nil {
			return fmt.Errorf("keeping a rejected delivery: %w", err)
		}
	}
	_, err := tx.exec("DELETE FROM rejected_deliveries WHERE id <= (SELECT max(id) FROM rejected_deliveries) - ?", MaxRejected)
	if err != nil {
		return fmt.Errorf("dropping old rejected deliveries: %w", err)
	}
	for reason, n := range counts {
		_, err := tx.exec(`INSERT INTO rejected_counts (reason, n, last_at) VALUES (?, ?, ?)
			ON CONFLICT (reason) DO UPDATE SET n = n + excluded.n, last_at = excluded.last_at`, reason, n, stamp(now))
		if err != nil {
			return fmt.Errorf("counting rejected deliveries: %w", err)
		}
	}
	return nil
}

// Rejected gives the newest rejected deliveries, newest first.
func (r *Reader) Rejected(limit int) (rows []Rejected, err error) {
	found, err := r.query("SELECT rejected_at, reason, remote, headers, body_bytes FROM rejected_deliveries ORDER BY id DESC LIMIT ?", limit)
	if err != nil {
		return nil, fmt.Errorf("reading rejected deliveries: %w", err)
	}
	defer func() { err = errors.Join(err, found.Close()) }()
	for found.Next() {
		row, err := scanRejected(found)
		if err != nil {
			return nil, fmt.Errorf("reading rejected deliveries: %w", err)
		}
		rows = append(rows, row)
	}
	return rows, found.Err()
}

func scanRejected(found *sql.Rows) (row Rejected, err error) {
	var at int64
	err = found.Scan(&at, &row.Reason, &row.Remote, &row.Headers, &row.Bytes)
	row.At = stamped(at)
	return row, err
}

// RejectedCounts says how many deliveries were refused since the database was
// made, by reason.
func (r *Reader) RejectedCounts() (counts map[string]int64, err error) {
	found, err := r.query("SELECT reason, n FROM rejected_counts")
	if err != nil {
		return nil, fmt.Errorf("counting rejected deliveries: %w", err)
	}
	defer func() { err = errors.Join(err, found.Close()) }()
	counts = map[string]int64{}
	for found.Next() {
		var reason string
		var n int64
		if err := found.Scan(&reason, &n); err != nil {
			return nil, fmt.Errorf("counting rejected deliveries: %w", err)
		}
		counts[reason] = n
	}
	return counts, found.Err()
}
