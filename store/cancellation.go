package store

import (
	"errors"
	"fmt"
	"time"

	"transferdesk/internal/fault"
	"transferdesk/internal/transfer"
)

// Settled is how the result of a cancellation became known.
type Settled string

// The ways.
const (
	NotSettled   Settled = ""
	ByAnswer     Settled = "answer"      // Wise's answer to the request itself
	ByAskedAgain Settled = "asked_again" // Wise was asked for the transfer later
	ByEvent      Settled = "event"       // a webhook of Wise's
)

// Cancellation is one request to Wise to cancel a transfer.
type Cancellation struct {
	ID       int64 // given by StartCancellation
	Transfer int64 // Wise's id
	User     int64 // on whose behalf Wise was asked; 0: not known
	By       Actor
	AskedAt  time.Time
	End      CancellationEnd
}

// CancellationEnd is how one ended, as far as it has.
type CancellationEnd struct {
	Result  AskResult
	At      time.Time // when it became so; zero: not yet
	Kind    string    // of trouble, as the client of Wise's API spells it; empty: none
	Code    string    // of Wise's refusal, such as "transfer.cancellation.not.allowed"
	Text    string    // in words, for people
	TraceID string    // of Wise's answer
	Settled Settled
	Status  string // the state of the transfer by which it was settled, in Wise's spelling
}

// StartCancellation keeps that Wise is about to be asked, and gives the row's id.
// fault.Conflict while another one of that transfer is open.
func (tx *Tx) StartCancellation(c Cancellation) (int64, error) {
	last, found, err := tx.LastCancellation(c.Transfer)
	if err != nil {
		return 0, err
	}
	if found && last.End.Result.Open() {
		return 0, fault.New(fault.Conflict, "A cancellation of this transfer is under way already. Nothing was asked a second time.")
	}
	made, err := tx.exec(`INSERT INTO cancellations
		(transfer_id, wise_user, actor_kind, actor_id, actor_name, asked_at, result, ended_at, kind, code, said, trace_id, settled, status)
		VALUES (?, ?, ?, ?, ?, ?, 'started', 0, '', '', '', '', '', '')`,
		c.Transfer, c.User, c.By.Kind, c.By.ID, c.By.Name, stamp(c.AskedAt))
	if err != nil {
		return 0, fmt.Errorf("starting a cancellation of transfer %d: %w", c.Transfer, err)
	}
	return made.LastInsertId()
}

// EndCancellation keeps how a cancellation ended. What has ended already stays as
// it is: the row of whoever was first counts.
func (tx *Tx) EndCancellation(id int64, end CancellationEnd) error {
	_, err := tx.exec(`UPDATE cancellations SET result = ?, ended_at = ?, kind = ?, code = ?, said = ?, trace_id = ?, settled = ?, status = ?
		WHERE id = ? AND result IN ('started', 'unknown')`,
		string(end.Result), stamp(end.At), end.Kind, end.Code, end.Text, end.TraceID, string(end.Settled), end.Status, id)
	if err != nil {
		return fmt.Errorf("ending cancellation %d: %w", id, err)
	}
	return nil
}

const cancellationColumns = `SELECT id, transfer_id, wise_user, actor_kind, actor_id, actor_name, asked_at, result, ended_at, kind, code, said, trace_id, settled, status
	FROM cancellations `

// Cancellations gives the newest 20 of a transfer, newest first.
func (r *Reader) Cancellations(transfer int64) ([]Cancellation, error) {
	return r.cancellations(cancellationColumns+`WHERE transfer_id = ? ORDER BY id DESC LIMIT 20`, transfer)
}

// LastCancellation gives the newest of a transfer; false when there is none.
func (r *Reader) LastCancellation(transfer int64) (Cancellation, bool, error) {
	all, err := r.cancellations(cancellationColumns+`WHERE transfer_id = ? ORDER BY id DESC LIMIT 1`, transfer)
	if err != nil || len(all) == 0 {
		return Cancellation{}, false, err
	}
	return all[0], true, nil
}

// OpenCancellations gives those of which it is not known whether Wise did them,
// at most 200, of any order.
func (r *Reader) OpenCancellations() ([]Cancellation, error) {
	return r.cancellations(cancellationColumns + `INDEXED BY cancellations_by_result WHERE result IN ('started', 'unknown') LIMIT 200`)
}

func (r *Reader) cancellations(query string, args ...any) (all []Cancellation, err error) {
	rows, err := r.query(query, args...)
	if err != nil {
		return nil, fmt.Errorf("reading cancellations: %w", err)
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	for rows.Next() {
		var c Cancellation
		var asked, ended int64
		err := rows.Scan(&c.ID, &c.Transfer, &c.User, &c.By.Kind, &c.By.ID, &c.By.Name, &asked,
			&c.End.Result, &ended, &c.End.Kind, &c.End.Code, &c.End.Text, &c.End.TraceID, &c.End.Settled, &c.End.Status)
		if err != nil {
			return nil, fmt.Errorf("reading a cancellation: %w", err)
		}
		c.AskedAt, c.End.At = stamped(asked), stamped(ended)
		all = append(all, c)
	}
	return all, rows.Err()
}

// StoppedBy says whether an event of Wise's tells of a stop of the transfer that this
// cancellation can be the cause of: one that is not older than the request. Wise's
// clock and ours may differ by a minute.
func (c Cancellation) StoppedBy(f transfer.Facts) bool {
	for _, v := range f.Visits {
		if !v.Seen && (v.State == transfer.Cancelled || v.State == transfer.FundsRefunded) && !v.At.Before(c.AskedAt.Add(-time.Minute)) {
			return true
		}
	}
	return false
}
