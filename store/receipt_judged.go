package store

import (
	"database/sql"
	"fmt"
)

// Judged says at which receipts a delivery could be judged: its first, and the
// first without the test header, up to a cursor; 0 when there is none.
func (r *Reader) Judged(delivery, cursor int64) (first, firstReal int64, err error) {
	var earliest, genuine sql.NullInt64
	err = r.scan(`SELECT min(id), min(CASE WHEN test = 0 THEN id END) FROM receipts WHERE delivery_id = ? AND id <= ?`,
		[]any{delivery, cursor}, &earliest, &genuine)
	if err != nil {
		return 0, 0, fmt.Errorf("reading the first receipts of %d: %w", delivery, err)
	}
	return earliest.Int64, genuine.Int64, nil
}

// RestoreArrivals makes the arrivals of a delivery up to a cursor findable, as
// SaveArrival would have, had it not been refused.
func (tx *Tx) RestoreArrivals(m Model, delivery, cursor int64) error {
	_, err := tx.exec(m.of(`INSERT INTO rm_arrivals (wise_delivery_id, receipt_id, delivery_id)
		SELECT wise_delivery_id, id, delivery_id FROM receipts
		WHERE delivery_id = ? AND id <= ? AND wise_delivery_id IS NOT NULL
		ON CONFLICT DO NOTHING`), delivery, cursor)
	if err != nil {
		return fmt.Errorf("saving the arrivals of %d: %w", delivery, err)
	}
	return nil
}
