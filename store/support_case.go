package store

import (
	"fmt"
	"time"

	"transferdesk/internal/fault"
)

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
