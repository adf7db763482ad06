package store

import (
	"database/sql"
	"errors"
	"fmt"
	"time"

	"transferdesk/internal/evidence"
)

// maxReceipts is how many arrivals of one body get a row; the rest are counted.
const maxReceipts = 50

// ReceiptRow is one arrival with the body that arrived.
type ReceiptRow struct {
	ID         int64 // the projector's cursor runs over it
	Delivery   int64
	First      bool // the first arrival of this body
	ReceivedAt time.Time
	DeliveryID string // X-Delivery-Id; "" when it was absent
	Test       bool   // the test header was there
	Source     Source // of the body
	Body       []byte
}

// Told is what the decoder is told of where the body came from.
func (row ReceiptRow) Told() evidence.Source {
	return evidence.Source{Delivery: row.Delivery, ReceivedAt: row.ReceivedAt, Asked: row.Source.asked()}
}

// Asked says whether it is no message of Wise at all: we asked, and wrote it down.
func (row ReceiptRow) Asked() bool { return row.Source.asked() }

// maxReceiptBytes is how much of bodies one reading of receipts may hold: a
// body may have a mebibyte, and there may be thousands.
const maxReceiptBytes = 8 << 20

// ReceiptsAfter gives up to limit arrivals after the cursor, oldest first; fewer,
// but one at least, where their bodies are large.
func (r *Reader) ReceiptsAfter(cursor int64, limit int) (rows []ReceiptRow, err error) {
	found, err := r.query(`SELECT r.id, r.delivery_id, r.received_at, r.wise_delivery_id, r.test,
			NOT EXISTS (SELECT 1 FROM receipts p WHERE p.delivery_id = r.delivery_id AND p.id < r.id),
			d.source, d.body
		FROM receipts r JOIN deliveries d ON d.id = r.delivery_id
		WHERE r.id > ? ORDER BY r.id LIMIT ?`, cursor, limit)
	if err != nil {
		return nil, fmt.Errorf("reading receipts after %d: %w", cursor, err)
	}
	defer func() { err = errors.Join(err, found.Close()) }()
	for size := 0; size < maxReceiptBytes && found.Next(); {
		row, err := scanReceipt(found)
		if err != nil {
			return nil, fmt.Errorf("reading receipts after %d: %w", cursor, err)
		}
		rows, size = append(rows, row), size+len(row.Body)
	}
	return rows, found.Err()
}

func scanReceipt(found *sql.Rows) (ReceiptRow, error) {
	var row ReceiptRow
	var at int64
	var id wiseID
	err := found.Scan(&row.ID, &row.Delivery, &at, &id, &row.Test, &row.First, &row.Source, &row.Body)
	row.ReceivedAt = stamped(at)
	row.DeliveryID = string(id)
	return row, err
}

func (tx *Tx) addReceipt(delivery int64, a Arrival) (int64, error) {
	result, err := tx.exec("INSERT INTO receipts (delivery_id, received_at, wise_delivery_id, test) VALUES (?, ?, ?, ?)",
		delivery, stamp(a.ReceivedAt), wiseID(a.DeliveryID), a.Test)
	if err != nil {
		return 0, fmt.Errorf("keeping the receipt: %w", err)
	}
	return result.LastInsertId()
}

// addFurtherReceipt keeps another arrival of a body, or counts it when the
// body's places are used up. The last place is for an arrival without the test
// header, which is unsigned: however often somebody replays a body as a test,
// the genuine one still gets its row.
func (tx *Tx) addFurtherReceipt(delivery int64, a Arrival) (int64, error) {
	var kept, tests int
	err := tx.scan("SELECT count(*), coalesce(sum(test), 0) FROM receipts WHERE delivery_id = ?", []any{delivery}, &kept, &tests)
	if err != nil {
		return 0, fmt.Errorf("counting receipts: %w", err)
	}
	lastForReal := a.Test && kept == maxReceipts-1 && tests == kept
	if kept < maxReceipts && !lastForReal {
		return tx.addReceipt(delivery, a)
	}
	_, err = tx.exec(`INSERT INTO receipt_overflow (delivery_id, arrivals, last_at) VALUES (?, 1, ?)
		ON CONFLICT (delivery_id) DO UPDATE SET arrivals = arrivals + 1, last_at = excluded.last_at`,
		delivery, stamp(a.ReceivedAt))
	if err != nil {
		return 0, fmt.Errorf("counting the arrival: %w", err)
	}
	return 0, nil
}

// Receipts gives the kept arrivals of a body, oldest first, and how many more
// there were.
func (r *Reader) Receipts(delivery int64) (rows []Receipt, more int64, err error) {
	found, err := r.query("SELECT id, received_at, wise_delivery_id, test FROM receipts WHERE delivery_id = ? ORDER BY id", delivery)
	if err != nil {
		return nil, 0, fmt.Errorf("reading the receipts of delivery %d: %w", delivery, err)
	}
	defer func() { err = errors.Join(err, found.Close()) }()
	for found.Next() {
		var row Receipt
		var at int64
		var id wiseID
		if err := found.Scan(&row.ID, &at, &id, &row.Test); err != nil {
			return nil, 0, fmt.Errorf("reading the receipts of delivery %d: %w", delivery, err)
		}
		row.ReceivedAt, row.DeliveryID = stamped(at), string(id)
		rows = append(rows, row)
	}
	if err := found.Err(); err != nil {
		return nil, 0, fmt.Errorf("reading the receipts of delivery %d: %w", delivery, err)
	}
	more, err = r.overflow(delivery)
	return rows, more, err
}

// Receipt is one arrival of a body.
type Receipt struct {
	ID         int64
	ReceivedAt time.Time
	DeliveryID string // X-Delivery-Id as it came, cut; "" when it was absent
	Test       bool   // the test header was there
}

func (r *Reader) overflow(delivery int64) (n int64, err error) {
	err = r.scan("SELECT coalesce(sum(arrivals), 0) FROM receipt_overflow WHERE delivery_id = ?", []any{delivery}, &n)
	if err != nil {
		return 0, fmt.Errorf("counting further arrivals of delivery %d: %w", delivery, err)
	}
	return n, nil
}
