package store

import (
	"cmp"
	"database/sql"
	"errors"
	"fmt"
	"time"

	"transferdesk/internal/fault"
)

// EventRow is one delivery as a list of events shows it.
type EventRow struct {
	ID            int64     // our id of the delivery
	Source        Source    // how it reached us
	Type          string    // event_type as sent; "" when it could not be read, or not yet
	SchemaVersion string    // likewise
	Status        string    // a Status… constant; "" when it is not projected yet
	Why           string    // code of projection.WhyText; "" when there is nothing to explain
	ReceivedAt    time.Time // first arrival
	OccurredAt    time.Time // zero when the body gives no usable time
	Receipts      int       // arrivals in all
	TransferID    int64     // ids that the body names; 0: none
	ProfileID     int64
	UserID        int64
	SetAside      bool             // quarantined, and somebody has said that nobody needs to look at it again
	Attached      *EventAttachment // how it came to stand on a page that it does not name; nil: it names it
}

// EventDetail is one delivery with everything that we keep of it.
type EventDetail struct {
	EventRow
	Kept     Delivery  // as it came
	Arrivals []Receipt // oldest first
	More     int64     // arrivals beyond those: they are only counted
	Decoder  int       // decoder version that judged it; 0: not projected yet
}

const eventColumns = `SELECT d.id, d.source, coalesce(k.event_type, ''), coalesce(k.schema_version, ''), coalesce(k.status, ''),
	coalesce(o.why, ''), d.received_at, coalesce(o.occurred_at, 0), coalesce(o.transfer_id, 0),
	coalesce(o.profile_id, 0), coalesce(o.user_id, 0) `

const eventTables = `FROM deliveries d LEFT JOIN rm_outcomes o ON o.delivery_id = d.id
	LEFT JOIN rm_kinds k ON k.id = o.kind_id WHERE d.id = ?`

// Event gives one delivery with all that is kept of it; fault.NotFound when
// there is none with that id.
func (r *Reader) Event(id int64) (EventDetail, error) {
	row, err := r.eventRow(id)
	if err != nil {
		return EventDetail{}, err
	}
	d := EventDetail{EventRow: row}
	if d.Kept, err = r.Delivery(id); err != nil {
		return EventDetail{}, err
	}
	if d.Arrivals, d.More, err = r.Receipts(id); err != nil {
		return EventDetail{}, err
	}
	if row.Status != "" {
		p, err := r.Progress(Live)
		d.Decoder = p.Decoder
		return d, err
	}
	return d, nil
}

// EventRow gives one delivery as lists show it; fault.NotFound when there is none
// with that id.
func (r *Reader) EventRow(id int64) (EventRow, error) { return r.eventRow(id) }

func (r *Reader) eventRow(id int64) (EventRow, error) {
	var row EventRow
	var received, occurred int64
	err := r.scan(eventColumns+eventTables, []any{id}, &row.ID, &row.Source, &row.Type, &row.SchemaVersion, &row.Status,
		&row.Why, &received, &occurred, &row.TransferID, &row.ProfileID, &row.UserID)
	if errors.Is(err, sql.ErrNoRows) {
		return EventRow{}, fault.New(fault.NotFound, "There is no event with this id.")
	}
	if err != nil {
		return EventRow{}, fmt.Errorf("reading event %d: %w", id, err)
	}
	row.ReceivedAt, row.OccurredAt = stamped(received), stamped(occurred)
	if row.Status == StatusQuarantined {
		if row.SetAside, err = r.IsSetAside(id); err != nil {
			return EventRow{}, err
		}
	}
	row.Receipts, err = r.arrivalCount(id)
	return row, err
}

// falling orders places as a list that falls does, newest first; rising the other way.
func falling(a, b place) int {
	return cmp.Or(cmp.Compare(b.key, a.key), cmp.Compare(b.id, a.id))
}

func rising(a, b place) int { return falling(b, a) }
