package store

import (
	"fmt"
	"time"
)

// CodeKind is what a row of codes is about.
type CodeKind string

// The kinds. A return has no code of its own: Wise need not have said why.
const (
	CodeFailure CodeKind = "failure"
	CodeCase    CodeKind = "case"
	CodeReturn  CodeKind = "return"
)

// CodeRow is one payout failure, one active case that was opened, or one return of
// the money to Wise.
type CodeRow struct {
	Kind     CodeKind
	Code     string    // as Wise spells it; of a case in small letters; "" of a return
	At       time.Time // in whole microseconds, UTC; of a case when it was first seen
	Transfer int64
	Profile  int64 // 0: no event has named it yet
	Account  int64 // of the recipient; 0: no event has named it yet
	Delivery int64 // the lowest that told of it
}

// SaveCode writes a row over what was there.
func (tx *Tx) SaveCode(m Model, row CodeRow) error {
	_, err := tx.exec(m.of(`INSERT INTO rm_codes (kind, code, at, transfer_id, profile_id, account_id, delivery_id) VALUES (?, ?, ?, ?, ?, ?, ?)
		ON CONFLICT (kind, code, at, transfer_id) DO UPDATE SET
		profile_id = excluded.profile_id, account_id = excluded.account_id, delivery_id = excluded.delivery_id`),
		string(row.Kind), row.Code, stamp(row.At), row.Transfer, optional(row.Profile), optional(row.Account), row.Delivery)
	if err != nil {
		return fmt.Errorf("saving code %s of transfer %d: %w", row.Code, row.Transfer, err)
	}
	return nil
}

// DropCode takes a row away.
func (tx *Tx) DropCode(m Model, row CodeRow) error {
	_, err := tx.exec(m.of(`DELETE FROM rm_codes WHERE kind = ? AND code = ? AND at = ? AND transfer_id = ?`),
		string(row.Kind), row.Code, stamp(row.At), row.Transfer)
	if err != nil {
		return fmt.Errorf("dropping code %s of transfer %d: %w", row.Code, row.Transfer, err)
	}
	return nil
}
