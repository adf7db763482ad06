package store

import "fmt"

// ArrivalCounts says how often each of the deliveries arrived in all.
func (r *Reader) ArrivalCounts(deliveries []int64) (map[int64]int, error) {
	counts := make(map[int64]int, len(deliveries))
	for _, id := range deliveries {
		n, err := r.arrivalCount(id)
		if err != nil {
			return nil, err
		}
		counts[id] = n
	}
	return counts, nil
}

func (r *Reader) arrivalCount(delivery int64) (n int, err error) {
	err = r.scan(`SELECT (SELECT count(*) FROM receipts WHERE delivery_id = ?1)
		+ coalesce((SELECT arrivals FROM receipt_overflow WHERE delivery_id = ?1), 0)`, []any{delivery}, &n)
	if err != nil {
		return 0, fmt.Errorf("counting the arrivals of %d: %w", delivery, err)
	}
	return n, nil
}

// SaveArrival makes an arrival findable by the X-Delivery-Id that it came with.
func (tx *Tx) SaveArrival(m Model, row ReceiptRow) error {
	if row.DeliveryID == "" {
		return nil
	}
	_, err := tx.exec(m.of(`INSERT INTO rm_arrivals (wise_delivery_id, receipt_id, delivery_id) VALUES (?, ?, ?)`),
		wiseID(row.DeliveryID), row.ID, row.Delivery)
	if err != nil {
		return fmt.Errorf("saving the arrival %d: %w", row.ID, err)
	}
	return nil
}
