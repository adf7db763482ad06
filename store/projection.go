package store

import (
	"errors"
	"fmt"
	"strings"
	"time"
)

// Model is one copy of the read models: the prefix of its tables.
type Model string

// The copies: the one that pages read, the one that a rebuild fills, and the one
// that a rebuild has replaced and is taking away.
const (
	Live Model = "rm_"
	Next Model = "rmnext_"
	gone Model = "rmgone_"
)

// of gives a query, written for the live copy, for this one.
func (m Model) of(query string) string {
	if m == Live {
		return query
	}
	return strings.ReplaceAll(query, string(Live), string(m))
}

// Progress says how far a copy of the read models has come.
type Progress struct {
	Cursor  int64  // the last receipt folded
	Decoder int    // decoder version that folded it; 0: nothing folded yet
	Owner   string // the rebuild that fills this copy; empty for the one served
}

// ErrMoved says that somebody else has moved the read models since they were
// read: what was prepared on their ground is void.
var ErrMoved = errors.New("the read models have moved meanwhile")

// Progress reads how far a copy has come; ErrMoved when somebody has taken the
// next copy away.
func (r *Reader) Progress(m Model) (Progress, error) {
	var p Progress
	err := r.scan(m.of(`SELECT cursor, decoder_version, owner FROM rm_meta WHERE id = 1`), nil, &p.Cursor, &p.Decoder, &p.Owner)
	if err != nil && m == Next && strings.Contains(err.Error(), "no such table") {
		return Progress{}, ErrMoved
	}
	if err != nil {
		return Progress{}, fmt.Errorf("reading the progress of %smeta: %w", m, err)
	}
	return p, nil
}

// Advance moves a copy from one progress to the next; ErrMoved when it is not
// where it was thought to be. Call it first in the transaction that writes the
// rows between the two.
func (tx *Tx) Advance(m Model, from, to Progress) error {
	have, err := tx.Progress(m)
	if err != nil {
		return err
	}
	if have != from {
		return ErrMoved
	}
	_, err = tx.exec(m.of(`UPDATE rm_meta SET cursor = ?, decoder_version = ?, owner = ? WHERE id = 1`), to.Cursor, to.Decoder, to.Owner)
	if err != nil {
		return fmt.Errorf("moving the cursor of %smeta: %w", m, err)
	}
	return nil
}

// Backlog says how many receipts wait behind the cursor of the live copy, and
// when the oldest of them arrived; the zero time when none waits.
func (r *Reader) Backlog() (waiting int64, oldest time.Time, err error) {
	p, err := r.Progress(Live)
	if err != nil {
		return 0, time.Time{}, err
	}
	last, err := r.LastReceipt()
	if err != nil || last <= p.Cursor {
		return 0, time.Time{}, err
	}
	var at int64
	if err := r.scan(`SELECT received_at FROM receipts WHERE id > ? ORDER BY id LIMIT 1`, []any{p.Cursor}, &at); err != nil {
		return 0, time.Time{}, fmt.Errorf("reading the oldest waiting receipt: %w", err)
	}
	return last - p.Cursor, stamped(at), nil
}

// LastReceipt gives the highest receipt id; 0 when there is none.
func (r *Reader) LastReceipt() (int64, error) {
	var last int64
	if err := r.scan(`SELECT coalesce(max(id), 0) FROM receipts`, nil, &last); err != nil {
		return 0, fmt.Errorf("reading the last receipt: %w", err)
	}
	return last, nil
}
