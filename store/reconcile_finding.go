package store

import (
	"errors"
	"fmt"
	"time"
)

// FindingKind says what asking Wise has shown.
type FindingKind string

// The kinds.
const (
	StateDiffers FindingKind = "state_differs" // Wise has the transfer in another state than we held
	NeverHeard   FindingKind = "never_heard"   // no event had named the transfer
)

// ReconcileFinding is a state that no event of Wise's had told of when we asked.
type ReconcileFinding struct {
	ID          int64 // given by AddReconcileFinding
	Round       int64 // 0: a person asked for this transfer
	Transfer    int64
	Profile     int64 // 0: not told
	Kind        FindingKind
	Ours        string    // the state that we held; empty: none
	OursAt      time.Time // since when; zero: not known
	Theirs      string
	FoundAt     time.Time
	Delivery    int64     // what the journal keeps of it
	ExplainedAt time.Time // when Wise's own event was seen to have come after all; zero: it has not
}

// AddReconcileFinding keeps a finding; one of the same delivery stays as it is.
func (tx *Tx) AddReconcileFinding(f ReconcileFinding) error {
	_, err := tx.exec(`INSERT INTO reconcile_findings (round_id, transfer_id, profile_id, kind, ours, ours_at, theirs, found_at, delivery_id, explained_at)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 0) ON CONFLICT (delivery_id) DO NOTHING`,
		f.Round, f.Transfer, f.Profile, string(f.Kind), f.Ours, stamp(f.OursAt), f.Theirs, stamp(f.FoundAt), f.Delivery)
	if err != nil {
		return fmt.Errorf("keeping what was found about transfer %d: %w", f.Transfer, err)
	}
	return nil
}

// ExplainReconcileFinding takes note that Wise's own event came after all.
func (tx *Tx) ExplainReconcileFinding(id int64, at time.Time) error {
	if _, err := tx.exec(`UPDATE reconcile_findings SET explained_at = ? WHERE id = ? AND explained_at = 0`, stamp(at), id); err != nil {
		return fmt.Errorf("explaining finding %d: %w", id, err)
	}
	return nil
}

// FoundTransfers are the transfers of some findings.
func FoundTransfers(rows []ReconcileFinding) []int64 {
	ids := make([]int64, len(rows))
	for i, f := range rows {
		ids[i] = f.Transfer
	}
	return ids
}

// FindingFilter narrows the list of findings; the zero filter lists all, newest first.
type FindingFilter struct {
	Open, Explained bool // both or neither: all
	Kinds           []FindingKind
	Cursor          string
	Limit           int
}

const findingColumns = `id, round_id, transfer_id, profile_id, kind, ours, ours_at, theirs, found_at, delivery_id, explained_at`

// ReconcileFindings gives a page of findings, newest first.
func (r *Reader) ReconcileFindings(f FindingFilter) (page Page[ReconcileFinding], err error) {
	from, err := parsePlace(f.Cursor, beforeFalling)
	if err != nil {
		return page, err
	}
	limit := limited(f.Limit)
	query := `SELECT ` + findingColumns + ` FROM reconcile_findings WHERE id < ?1`
	if f.Open && !f.Explained {
		query += ` AND explained_at = 0`
	}
	if f.Explained && !f.Open {
		query += ` AND explained_at <> 0`
	}
	kind := ""
	if len(f.Kinds) == 1 {
		kind = string(f.Kinds[0])
	}
	page.Rows, err = r.findings(query+` AND (?2 = '' OR kind = ?2) ORDER BY id DESC LIMIT ?3`, from.id, kind, limit+1)
	if err == nil && len(page.Rows) > limit {
		page.Rows = page.Rows[:limit]
		page.Next = place{page.Rows[limit-1].ID, page.Rows[limit-1].ID}.String()
	}
	return page, err
}

// OpenReconcileFindings gives findings that are not explained, from the newest before
// an id on.
func (r *Reader) OpenReconcileFindings(before int64, limit int) ([]ReconcileFinding, error) {
	return r.findings(`SELECT `+findingColumns+` FROM reconcile_findings WHERE explained_at = 0 AND id < ? ORDER BY id DESC LIMIT ?`, before, limit)
}

// FindingsOfTransfer gives what was found about a transfer, newest first.
func (r *Reader) FindingsOfTransfer(id int64) ([]ReconcileFinding, error) {
	return r.findings(`SELECT `+findingColumns+` FROM reconcile_findings WHERE transfer_id = ? ORDER BY id DESC LIMIT ?`, id, maxLimit)
}

func (r *Reader) findings(query string, args ...any) (all []ReconcileFinding, err error) {
	rows, err := r.query(query, args...)
	if err != nil {
		return nil, fmt.Errorf("reading findings: %w", err)
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	for rows.Next() {
		var f ReconcileFinding
		var ours, found, explained int64
		if err := rows.Scan(&f.ID, &f.Round, &f.Transfer, &f.Profile, &f.Kind, &f.Ours, &ours, &f.Theirs, &found, &f.Delivery, &explained); err != nil {
			return nil, fmt.Errorf("reading findings: %w", err)
		}
		f.OursAt, f.FoundAt, f.ExplainedAt = stamped(ours), stamped(found), stamped(explained)
		all = append(all, f)
	}
	return all, rows.Err()
}

// MostOpenFindings is how far TransfersFoundSince counts.
const MostOpenFindings = 1000

// TransfersFoundSince counts the transfers with findings since a time that are not
// explained, among the newest MostOpenFindings; those that a person asked for count
// from another time on only.
func (r *Reader) TransfersFoundSince(since, asked time.Time) (n int64, err error) {
	err = r.scan(`SELECT count(DISTINCT transfer_id) FROM (SELECT transfer_id, round_id, found_at FROM reconcile_findings
		WHERE explained_at = 0 AND id > 0 ORDER BY id DESC LIMIT ?3) WHERE found_at >= ?1 AND (round_id <> 0 OR found_at <= ?2)`,
		[]any{stamp(since), stamp(asked), MostOpenFindings}, &n)
	if err != nil {
		return 0, fmt.Errorf("counting findings: %w", err)
	}
	return n, nil
}
