package store

import (
	"database/sql"
	"errors"
	"fmt"
	"time"

	"transferdesk/internal/evidence"
	"transferdesk/internal/fault"
	"transferdesk/internal/transfer"
)

// TransferRow is one row of rm_transfers: the facts of a transfer and the
// columns that lists sort and filter by.
type TransferRow struct {
	Facts      transfer.Facts
	Deliveries evidence.IDs   // all that the facts were folded from, ascending
	Stage      transfer.Stage // as Facts.Stage
	StageAt    time.Time      // since when; zero: not known
	Reason     string         // code of the failure that the stage is about; empty: none known
	Currency   string         // empty: no amount known
	Problem    bool           // an open problem of its customer
	CasesSince time.Time      // oldest active case of a transfer that is not over
	HasCases   bool           // there is such a case

	packed []byte // the facts, by Pack
}

// Pack readies the row for SaveTransfer, outside of the writing transaction.
func (row *TransferRow) Pack() (err error) {
	row.packed, err = packFacts(row.Facts)
	return err
}

const transferColumns = `facts, deliveries, stage, stage_at, reason, currency, problem, cases_since`

// TransferRow reads the row of a transfer; false when no event has named it.
func (r *Reader) TransferRow(m Model, id int64) (TransferRow, bool, error) {
	var row TransferRow
	var facts, deliveries []byte
	var stageAt int64
	var cases sql.NullInt64
	err := r.scan(m.of(`SELECT `+transferColumns+` FROM rm_transfers WHERE transfer_id = ?`), []any{id},
		&facts, &deliveries, &row.Stage, &stageAt, &row.Reason, &row.Currency, &row.Problem, &cases)
	if errors.Is(err, sql.ErrNoRows) {
		return TransferRow{}, false, nil
	}
	if err != nil {
		return TransferRow{}, false, fmt.Errorf("reading transfer %d: %w", id, err)
	}
	row.StageAt, row.CasesSince, row.HasCases = stamped(stageAt), stamped(cases.Int64), cases.Valid
	if row.Deliveries, err = unpackDeliveries(deliveries); err != nil {
		return TransferRow{}, false, fmt.Errorf("reading transfer %d: %w", id, err)
	}
	row.Facts, err = unpackFacts[transfer.Facts](facts)
	return row, true, err
}

// SaveTransfer writes the row of a transfer, packed, over what was there.
func (tx *Tx) SaveTransfer(m Model, row TransferRow) error {
	var cases any
	if row.HasCases {
		cases = stamp(row.CasesSince)
	}
	_, err := tx.exec(m.of(`INSERT INTO rm_transfers
		(transfer_id, profile_id, created_at, facts, deliveries, stage, stage_at, reason, currency, problem, cases_since)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
		ON CONFLICT (transfer_id) DO UPDATE SET profile_id = excluded.profile_id, created_at = excluded.created_at,
		facts = excluded.facts, deliveries = excluded.deliveries, stage = excluded.stage, stage_at = excluded.stage_at,
		reason = excluded.reason, currency = excluded.currency, problem = excluded.problem, cases_since = excluded.cases_since`),
		row.Facts.Transfer, optional(row.Facts.Profile), stamp(row.Facts.FirstAt), row.packed, packDeliveries(row.Deliveries),
		string(row.Stage), stamp(row.StageAt), row.Reason, row.Currency, row.Problem, cases)
	if err != nil {
		return fmt.Errorf("saving transfer %d: %w", row.Facts.Transfer, err)
	}
	return nil
}

// Transfer gives the facts of a transfer; fault.NotFound when no event has named it.
func (r *Reader) Transfer(id int64) (transfer.Facts, error) {
	facts, err := r.facts(id)
	if errors.Is(err, sql.ErrNoRows) {
		return transfer.Facts{}, fault.New(fault.NotFound, "No event from Wise has named this transfer.")
	}
	return facts, err
}

// TransferEvents gives every event of a transfer, one for each delivery that
// carried one, in the order of their deliveries: what transfer.Fold takes.
func (r *Reader) TransferEvents(id int64) ([]transfer.Event, error) {
	row, found, err := r.TransferRow(Live, id)
	if err != nil {
		return nil, err
	}
	if !found {
		return nil, fault.New(fault.NotFound, "No event from Wise has named this transfer.")
	}
	return r.transferEvents(row.Deliveries)
}

// TransfersOfProfile gives a customer's transfers, newest first; those whose
// time is not known come last.
func (r *Reader) TransfersOfProfile(profile int64, cursor string, limit int) (Page[transfer.Facts], error) {
	from, err := parsePlace(cursor, beforeFalling)
	if err != nil {
		return Page[transfer.Facts]{}, err
	}
	limit = limited(limit)
	places, err := r.places(`SELECT created_at, transfer_id FROM rm_transfers
		WHERE profile_id = ? AND (created_at, transfer_id) < (?, ?)
		ORDER BY created_at DESC, transfer_id DESC LIMIT ?`, profile, from.key, from.id, limit+1)
	if err != nil {
		return Page[transfer.Facts]{}, fmt.Errorf("reading the transfers of profile %d: %w", profile, err)
	}
	return r.factsPage(places, limit)
}

// ProblemsOfProfile gives a customer's open problems, latest first, at most 200:
// payouts that failed or came back and are not refunded, active cases, refunds
// or payouts taken back, cancelled ones whose refund is not reported, and transfers that Wise
// has questions about.
func (r *Reader) ProblemsOfProfile(profile int64) ([]transfer.Facts, error) {
	places, err := r.places(`SELECT stage_at, transfer_id FROM rm_transfers
		WHERE profile_id = ? AND problem = 1
		ORDER BY stage_at DESC, transfer_id DESC LIMIT ?`, profile, maxLimit)
	if err != nil {
		return nil, fmt.Errorf("reading the problems of profile %d: %w", profile, err)
	}
	page, err := r.factsPage(places, maxLimit)
	return page.Rows, err
}

// facts reads the facts alone; sql.ErrNoRows when there are none.
func (r *Reader) facts(id int64) (transfer.Facts, error) {
	var packed sql.RawBytes
	rows, err := r.query(`SELECT facts FROM rm_transfers WHERE transfer_id = ?`, id)
	if err != nil {
		return transfer.Facts{}, fmt.Errorf("reading transfer %d: %w", id, err)
	}
	defer func() { _ = rows.Close() }()
	if !rows.Next() {
		return transfer.Facts{}, errors.Join(rows.Err(), sql.ErrNoRows)
	}
	if err := rows.Scan(&packed); err != nil {
		return transfer.Facts{}, fmt.Errorf("reading transfer %d: %w", id, err)
	}
	return unpackFacts[transfer.Facts](packed)
}

// factsPage cuts places to a page and reads the facts of its rows.
func (r *Reader) factsPage(places []place, limit int) (Page[transfer.Facts], error) {
	places, next := onePage(places, limit)
	page := Page[transfer.Facts]{Rows: make([]transfer.Facts, 0, len(places)), Next: next}
	for _, p := range places {
		facts, err := r.facts(p.id)
		if err != nil {
			return Page[transfer.Facts]{}, fmt.Errorf("reading transfer %d: %w", p.id, err)
		}
		page.Rows = append(page.Rows, facts)
	}
	return page, nil
}

// places runs a query for sort keys and ids.
func (r *Reader) places(query string, args ...any) ([]place, error) {
	rows, err := r.query(query, args...)
	if err != nil {
		return nil, err
	}
	defer func() { _ = rows.Close() }()
	var all []place
	for rows.Next() {
		var p place
		if err := rows.Scan(&p.key, &p.id); err != nil {
			return nil, err
		}
		all = append(all, p)
	}
	return all, rows.Err()
}
