package store

import (
	"encoding/json"
	"fmt"
	"time"

	"transferdesk/internal/money"
)

// PayeeRow says to which recipient account a transfer goes.
type PayeeRow struct {
	Account  int64
	At       time.Time // the transfer's earliest usable time, in whole microseconds, UTC; zero: none
	Transfer int64
	Amount   string // what was debited, a decimal without zeros at the end; empty: no event tells it
	Currency string
}

// Debited is the amount of the row; the zero Amount when no event tells it.
func (row PayeeRow) Debited() (money.Amount, error) {
	if row.Amount == "" {
		return money.Amount{}, nil
	}
	return money.Parse(json.Number(row.Amount), row.Currency)
}

// SavePayee writes a row over what was there.
func (tx *Tx) SavePayee(m Model, row PayeeRow) error {
	_, err := tx.exec(m.of(`INSERT INTO rm_payees (account_id, at, transfer_id, amount, currency) VALUES (?, ?, ?, ?, ?)
		ON CONFLICT (account_id, at, transfer_id) DO UPDATE SET amount = excluded.amount, currency = excluded.currency`),
		row.Account, stamp(row.At), row.Transfer, row.Amount, row.Currency)
	if err != nil {
		return fmt.Errorf("saving the recipient of transfer %d: %w", row.Transfer, err)
	}
	return nil
}

// DropPayee takes a row away.
func (tx *Tx) DropPayee(m Model, row PayeeRow) error {
	_, err := tx.exec(m.of(`DELETE FROM rm_payees WHERE account_id = ? AND at = ? AND transfer_id = ?`), row.Account, stamp(row.At), row.Transfer)
	if err != nil {
		return fmt.Errorf("dropping the recipient of transfer %d: %w", row.Transfer, err)
	}
	return nil
}
