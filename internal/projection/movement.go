package projection

import (
	"fmt"
	"slices"
	"time"

	"transferdesk/internal/evidence"
	"transferdesk/internal/transfer"
	"transferdesk/store"
)

func (m *moves) have() []transfer.Event { return m.events }

func (m *moves) add(e transfer.Event, _ int64) { m.events = append(m.events, e) }

// foldMoves makes a row of every movement, whatever number of bodies told of it.
func (b *batch) foldMoves(m *moves) error {
	var entries []transfer.Entry
	err := try(func() { _, entries = b.projector.rules.foldTransfer(0, m.events) })
	if err != nil {
		return fmt.Errorf("folding movements of profile %d: %w", m.profile, err)
	}
	m.after = make([]store.MovementRow, 0, len(entries))
	for _, e := range entries {
		m.after = append(m.after, movementRow(m.profile, e))
	}
	return nil
}

func movementRow(profile int64, e transfer.Entry) store.MovementRow {
	row := store.MovementRow{Profile: profile, At: e.At.Time}
	if e.SetsNothing {
		row.At = time.Time{}
	}
	row.Deliveries = make(evidence.IDs, 0, len(e.Sources))
	for _, s := range e.Sources {
		row.Deliveries = append(row.Deliveries, s.Delivery)
	}
	return row
}

// save writes the movements over those that were there.
func (m *moves) save(tx *store.Tx, model store.Model) error {
	for _, row := range m.before {
		gone := !slices.ContainsFunc(m.after, func(now store.MovementRow) bool { return now.Deliveries[0] == row.Deliveries[0] })
		if !gone {
			continue
		}
		if err := tx.DropMovement(model, row.Deliveries[0]); err != nil {
			return err
		}
	}
	for _, row := range m.after {
		if err := tx.SaveMovement(model, row); err != nil {
			return err
		}
	}
	return nil
}

// insert gives a list with one more element; the old one stays as it is.
func insert[T any](list []T, at int, one T) []T {
	return slices.Insert(slices.Clip(list), at, one)
}
