package store

import (
	"errors"
	"fmt"
	"slices"
	"time"

	"transferdesk/internal/fault"
)

// CaseMessage is a message that somebody here sent in a support case.
type CaseMessage struct {
	ID        int64  // ours, given by StartCaseMessage
	Token     string // of the form that it was typed in
	Case      int64  // Wise's
	Text      string
	By        Actor
	AskedAt   time.Time
	MessageID string // Wise's; empty: not known
	End       AskEnd
}

// StartCaseMessage keeps that a message is about to be sent, and gives our id of it.
// fault.Conflict when one from the same form was started before.
func (tx *Tx) StartCaseMessage(m CaseMessage) (int64, error) {
	sent, err := tx.caseMessages(caseMessageColumns+`WHERE token = ?`, m.Token)
	if err != nil {
		return 0, err
	}
	if len(sent) > 0 {
		return 0, fault.New(fault.Conflict, "This form was sent before. Nothing was sent a second time.")
	}
	made, err := tx.exec(`INSERT INTO case_messages (token, case_id, text, actor_kind, actor_id, actor_name, asked_at, result, ended_at, said, trace_id, message_id)
		VALUES (?, ?, ?, ?, ?, ?, ?, 'started', 0, '', '', '')`,
		m.Token, m.Case, m.Text, m.By.Kind, m.By.ID, m.By.Name, stamp(m.AskedAt))
	if err != nil {
		return 0, fmt.Errorf("starting a message in case %d: %w", m.Case, err)
	}
	return made.LastInsertId()
}

// EndCaseMessage keeps how that ended. What has ended already stays as it is.
func (tx *Tx) EndCaseMessage(id int64, messageID string, end AskEnd) error {
	_, err := tx.exec(`UPDATE case_messages SET message_id = ?, result = ?, ended_at = ?, said = ?, trace_id = ? WHERE id = ? AND result IN ('started', 'unknown')`,
		messageID, string(end.Result), stamp(end.At), end.Text, end.TraceID, id)
	if err != nil {
		return fmt.Errorf("ending message %d: %w", id, err)
	}
	return nil
}

const caseMessageColumns = `SELECT id, token, case_id, text, actor_kind, actor_id, actor_name, asked_at, result, ended_at, said, trace_id, message_id FROM case_messages `

// CaseMessages gives what was sent from here in a case, the newest 200, oldest first.
func (r *Reader) CaseMessages(wiseID int64) ([]CaseMessage, error) {
	all, err := r.caseMessages(caseMessageColumns+`WHERE case_id = ? ORDER BY id DESC LIMIT ?`, wiseID, maxLimit)
	slices.Reverse(all)
	return all, err
}

func (r *Reader) caseMessages(query string, args ...any) (all []CaseMessage, err error) {
	rows, err := r.query(query, args...)
	if err != nil {
		return nil, fmt.Errorf("reading messages of a case: %w", err)
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	for rows.Next() {
		var m CaseMessage
		var asked, ended int64
		err := rows.Scan(&m.ID, &m.Token, &m.Case, &m.Text, &m.By.Kind, &m.By.ID, &m.By.Name, &asked,
			&m.End.Result, &ended, &m.End.Text, &m.End.TraceID, &m.MessageID)
		if err != nil {
			return nil, fmt.Errorf("reading a message of a case: %w", err)
		}
		m.AskedAt, m.End.At = stamped(asked), stamped(ended)
		all = append(all, m)
	}
	return all, rows.Err()
}
