package store

import (
	"errors"
	"fmt"

	"transferdesk/internal/evidence"
	"transferdesk/internal/transfer"
	"transferdesk/internal/wise"
)

// Decoded events are not stored: they follow from the body, and reading that
// again costs less than keeping them would.

// Body gives what the decoder needs of a delivery: its body, its first arrival and
// where it came from.
func (r *Reader) Body(delivery int64) (body []byte, src evidence.Source, err error) {
	var at int64
	d := Delivery{ID: delivery}
	if err := r.scan(`SELECT source, received_at, body FROM deliveries WHERE id = ?`, []any{delivery}, &d.Source, &at, &body); err != nil {
		return nil, evidence.Source{}, fmt.Errorf("reading the body of %d: %w", delivery, err)
	}
	d.ReceivedAt = stamped(at)
	return body, d.Told(), nil
}

func (r *Reader) decoded(delivery int64) (wise.Decoded, error) {
	body, src, err := r.Body(delivery)
	if err != nil {
		return wise.Decoded{}, err
	}
	return decode(body, src)
}

// errDecode says that the decoder gave up on a body that it had read before.
var errDecode = errors.New("the decoder gave up")

// decode keeps a panic of the decoder inside one event.
func decode(body []byte, src evidence.Source) (d wise.Decoded, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("decoding delivery %d: %w: %v", src.Delivery, errDecode, p)
		}
	}()
	return wise.Decode(body, src), nil
}

func (r *Reader) transferEvents(deliveries evidence.IDs) ([]transfer.Event, error) {
	events := make([]transfer.Event, 0, len(deliveries))
	for _, delivery := range deliveries {
		d, err := r.decoded(delivery)
		if err != nil {
			return nil, err
		}
		if d.Transfer != nil {
			events = append(events, *d.Transfer)
		}
	}
	return events, nil
}
