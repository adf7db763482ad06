package store

import (
	"errors"
	"fmt"
	"time"

	"transferdesk/internal/fault"
)

// AskResult is what became of something that was sent to Wise.
type AskResult string

// The results. What ended stays so; only AskUnknown may still become another.
const (
	AskStarted AskResult = "started"  // it is being sent, or the process ended before Wise's answer
	AskDone    AskResult = "done"     // Wise took it
	AskRefused AskResult = "refused"  // Wise said no
	AskNotDone AskResult = "not_done" // nothing was sent
	AskUnknown AskResult = "unknown"  // it cannot be told whether Wise took it
)

// AskEnd is how something that was sent to Wise ended, as far as it has.
type AskEnd struct {
	Result  AskResult
	At      time.Time // when it became so; zero: not yet
	Text    string    // in words, for people
	TraceID string    // of Wise's answer
}

// SupportCase is a case that somebody here opened at Wise.
type SupportCase struct {
	ID          int64  // ours, given by StartSupportCase
	External    string // ours, and known to Wise
	Case        int64  // Wise's; 0: not known
	Transfer    int64
	Profile     int64 // 0: not named
	Type        string
	Subject     string
	Description string
	By          Actor
	AskedAt     time.Time
	End         AskEnd
}

// StartSupportCase keeps that Wise is about to be asked to open a case, and gives our
// id of it. fault.Conflict when one with its external id was started before.
func (tx *Tx) StartSupportCase(c SupportCase) (int64, error) {
	_, found, err := tx.SupportCaseByExternal(c.External)
	if err != nil {
		return 0, err
	}
	if found {
		return 0, fault.New(fault.Conflict, "This form was sent before. Nothing was asked a second time.")
	}
	made, err := tx.exec(`INSERT INTO support_cases (external_id, case_id, transfer_id, profile_id, type, subject, description,
		actor_kind, actor_id, actor_name, asked_at, result, ended_at, said, trace_id) VALUES (?, 0, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'started', 0, '', '')`,
		c.External, c.Transfer, c.Profile, c.Type, c.Subject, c.Description, c.By.Kind, c.By.ID, c.By.Name, stamp(c.AskedAt))
	if err != nil {
		return 0, fmt.Errorf("starting a support case about transfer %d: %w", c.Transfer, err)
	}
	return made.LastInsertId()
}

// EndSupportCase keeps how that ended, and Wise's id of the case where it is known.
// What has ended already stays as it is.
func (tx *Tx) EndSupportCase(id, wiseID int64, end AskEnd) error {
	_, err := tx.exec(`UPDATE support_cases SET case_id = ?, result = ?, ended_at = ?, said = ?, trace_id = ? WHERE id = ? AND result IN ('started', 'unknown')`,
		wiseID, string(end.Result), stamp(end.At), end.Text, end.TraceID, id)
	if err != nil {
		return fmt.Errorf("ending support case %d: %w", id, err)
	}
	return nil
}

const supportCaseColumns = `SELECT id, external_id, case_id, transfer_id, profile_id, type, subject, description,
	actor_kind, actor_id, actor_name, asked_at, result, ended_at, said, trace_id FROM support_cases `

// SupportCaseByExternal gives the case of an external id of ours; false when there is none.
func (r *Reader) SupportCaseByExternal(external string) (SupportCase, bool, error) {
	return newest(r.supportCases(supportCaseColumns+`WHERE external_id = ?`, external))
}

// SupportCaseByWise gives the case that we opened under an id of Wise's; false when
// we did not open it.
func (r *Reader) SupportCaseByWise(wiseID int64) (SupportCase, bool, error) {
	return newest(r.supportCases(supportCaseColumns+`WHERE case_id = ? AND case_id <> 0`, wiseID))
}

// SupportCasesOfTransfer gives those that were opened about a transfer, the newest 20
// first, those that came to nothing too.
func (r *Reader) SupportCasesOfTransfer(transfer int64) ([]SupportCase, error) {
	return r.supportCases(supportCaseColumns+`WHERE transfer_id = ? ORDER BY id DESC LIMIT 20`, transfer)
}

// SupportCasesOfProfile is the same for a customer.
func (r *Reader) SupportCasesOfProfile(profile int64) ([]SupportCase, error) {
	return r.supportCases(supportCaseColumns+`WHERE profile_id = ? AND profile_id <> 0 ORDER BY id DESC LIMIT 20`, profile)
}

// OpenSupportCases gives those of which it is not known whether Wise opened them, at
// most 200.
func (r *Reader) OpenSupportCases() ([]SupportCase, error) {
	return r.supportCases(supportCaseColumns + `INDEXED BY support_cases_open WHERE result IN ('started', 'unknown') LIMIT 200`)
}

func (r *Reader) supportCases(query string, args ...any) (all []SupportCase, err error) {
	rows, err := r.query(query, args...)
	if err != nil {
		return nil, fmt.Errorf("reading support cases: %w", err)
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	for rows.Next() {
		var c SupportCase
		var asked, ended int64
		err := rows.Scan(&c.ID, &c.External, &c.Case, &c.Transfer, &c.Profile, &c.Type, &c.Subject, &c.Description,
			&c.By.Kind, &c.By.ID, &c.By.Name, &asked, &c.End.Result, &ended, &c.End.Text, &c.End.TraceID)
		if err != nil {
			return nil, fmt.Errorf("reading a support case: %w", err)
		}
		c.AskedAt, c.End.At = stamped(asked), stamped(ended)
		all = append(all, c)
	}
	return all, rows.Err()
}

// newest gives the first of some rows, which come newest first; false when there is none.
func newest[T any](all []T, err error) (T, bool, error) {
	if err != nil || len(all) == 0 {
		var none T
		return none, false, err
	}
	return all[0], true, nil
}
