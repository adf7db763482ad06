package store

import (
	"errors"
	"fmt"

	"transferdesk/internal/transfer"
)

// CasesList is the tally of transfers with an active case, beside the stages.
const CasesList = "cases"

// Tally names one number of transfers: in a list, with a reason and a currency.
type Tally struct{ List, Reason, Currency string }

// Tallies are changes of those numbers.
type Tallies map[Tally]int64

// Add counts a row by n, which is 1 when it comes and -1 when it goes.
func (t Tallies) Add(row TransferRow, n int64) {
	if row.Stage != transfer.StageNone {
		t[Tally{string(row.Stage), row.Reason, row.Currency}] += n
	}
	if row.HasCases {
		t[Tally{List: CasesList}] += n
	}
}

// SaveTallies changes the numbers; one that comes to 0 goes away.
func (tx *Tx) SaveTallies(m Model, changes Tallies) error {
	for t, n := range changes {
		if n == 0 {
			continue
		}
		_, err := tx.exec(m.of(`INSERT INTO rm_tallies (list, reason, currency, n) VALUES (?, ?, ?, ?)
			ON CONFLICT (list, reason, currency) DO UPDATE SET n = n + excluded.n`), t.List, t.Reason, t.Currency, n)
		if err != nil {
			return fmt.Errorf("counting %v: %w", t, err)
		}
	}
	if _, err := tx.exec(m.of(`DELETE FROM rm_tallies WHERE n = 0`)); err != nil {
		return fmt.Errorf("dropping empty counts: %w", err)
	}
	return nil
}

// texts runs a query for one column of text.
func (r *Reader) texts(query string, args ...any) (all []string, err error) {
	rows, err := r.query(query, args...)
	if err != nil {
		return nil, fmt.Errorf("reading a list of texts: %w", err)
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	for rows.Next() {
		var text string
		if err := rows.Scan(&text); err != nil {
			return nil, fmt.Errorf("reading a list of texts: %w", err)
		}
		all = append(all, text)
	}
	return all, rows.Err()
}
