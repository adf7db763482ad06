package store

import (
	"cmp"
	"database/sql"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"time"

	"transferdesk/internal/fault"
)

// EventRow is one delivery as a list of events shows it.
type EventRow struct {
	ID            int64     // our id of the delivery
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
}

// EventDetail is one delivery with everything that we keep of it.
type EventDetail struct {
	EventRow
	Kept     Delivery  // as it came
	Arrivals []Receipt // oldest first
	More     int64     // arrivals beyond those: they are only counted
	Decoder  int       // decoder version that judged it; 0: not projected yet
}

// EventFilter narrows the list of events; the zero filter lists all that have
// been projected, newest first.
type EventFilter struct {
	DeliveryID string   // Wise's X-Delivery-Id, or our own id
	Type       string   // event_type
	Status     []string // Status… constants
	Cursor     string
	Limit      int
}

const eventColumns = `SELECT d.id, coalesce(k.event_type, ''), coalesce(k.schema_version, ''), coalesce(k.status, ''),
	coalesce(o.why, ''), d.received_at, coalesce(o.occurred_at, 0), coalesce(o.transfer_id, 0),
	coalesce(o.profile_id, 0), coalesce(o.user_id, 0) `

const eventTables = `FROM deliveries d LEFT JOIN rm_outcomes o ON o.delivery_id = d.id
	LEFT JOIN rm_kinds k ON k.id = o.kind_id WHERE d.id = ?`

const eventsOfKind = `SELECT delivery_id, delivery_id FROM rm_outcomes WHERE kind_id = ? AND delivery_id < ?
	ORDER BY delivery_id DESC LIMIT ?`

// Events gives a page of deliveries, newest first.
func (r *Reader) Events(f EventFilter) (Page[EventRow], error) {
	from, err := parsePlace(f.Cursor, beforeFalling)
	if err != nil {
		return Page[EventRow]{}, err
	}
	limit := limited(f.Limit)
	places, err := r.eventPlaces(f, from, limit+1)
	if err != nil {
		return Page[EventRow]{}, fmt.Errorf("reading events: %w", err)
	}
	places, next := onePage(places, limit)
	page := Page[EventRow]{Rows: make([]EventRow, 0, len(places)), Next: next}
	for _, p := range places {
		row, err := r.eventRow(p.id)
		if err != nil {
			return Page[EventRow]{}, err
		}
		page.Rows = append(page.Rows, row)
	}
	return page, nil
}

// eventPlaces picks the cheapest way to the ids of a page.
func (r *Reader) eventPlaces(f EventFilter, from place, n int) ([]place, error) {
	switch {
	case f.DeliveryID != "":
		return r.eventsByDeliveryID(f, from, n)
	case f.Type == "" && len(f.Status) == 0:
		return r.places(`SELECT delivery_id, delivery_id FROM rm_outcomes WHERE delivery_id < ? ORDER BY delivery_id DESC LIMIT ?`, from.id, n)
	default:
		return r.eventsByKind(f, from, n)
	}
}

// eventsByKind walks the index once for each kind that the filter takes, and
// merges: no kind is so rare that finding it would mean reading the others.
func (r *Reader) eventsByKind(f EventFilter, from place, n int) ([]place, error) {
	kinds, err := r.kinds(Live)
	if err != nil {
		return nil, err
	}
	var all []place
	for kind, id := range kinds {
		if !f.takes(kind) {
			continue
		}
		some, err := r.places(eventsOfKind, id, from.id, n)
		if err != nil {
			return nil, err
		}
		all = append(all, some...)
	}
	slices.SortFunc(all, falling)
	return all[:min(n, len(all))], nil
}

// takes says whether a kind of outcome passes the filter.
func (f EventFilter) takes(k Kind) bool {
	return (f.Type == "" || f.Type == k.Type) && (len(f.Status) == 0 || slices.Contains(f.Status, k.Status))
}

// eventsByDeliveryID finds Wise's id of an arrival, or our own of the delivery.
func (r *Reader) eventsByDeliveryID(f EventFilter, from place, n int) ([]place, error) {
	found, err := r.places(`SELECT DISTINCT delivery_id, delivery_id FROM rm_arrivals WHERE wise_delivery_id = ? LIMIT ?`, wiseID(f.DeliveryID), maxLimit)
	if err != nil {
		return nil, err
	}
	if own, err := strconv.ParseInt(f.DeliveryID, 10, 64); err == nil {
		found = append(found, place{own, own})
	}
	slices.SortFunc(found, falling)
	found = slices.DeleteFunc(slices.Compact(found), func(p place) bool { return p.id >= from.id })
	var kept []place
	for _, p := range found[:min(n, len(found))] {
		row, err := r.eventRow(p.id)
		if fault.KindOf(err) == fault.NotFound {
			continue
		}
		if err != nil {
			return nil, err
		}
		if f.takes(Kind{Type: row.Type, SchemaVersion: row.SchemaVersion, Status: row.Status}) {
			kept = append(kept, p)
		}
	}
	return kept, nil
}

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

func (r *Reader) eventRow(id int64) (EventRow, error) {
	var row EventRow
	var received, occurred int64
	err := r.scan(eventColumns+eventTables, []any{id}, &row.ID, &row.Type, &row.SchemaVersion, &row.Status,
		&row.Why, &received, &occurred, &row.TransferID, &row.ProfileID, &row.UserID)
	if errors.Is(err, sql.ErrNoRows) {
		return EventRow{}, fault.New(fault.NotFound, "There is no event with this id.")
	}
	if err != nil {
		return EventRow{}, fmt.Errorf("reading event %d: %w", id, err)
	}
	row.ReceivedAt, row.OccurredAt = stamped(received), stamped(occurred)
	row.Receipts, err = r.arrivalCount(id)
	return row, err
}

// falling orders places as a list that falls does, newest first; rising the other way.
func falling(a, b place) int {
	return cmp.Or(cmp.Compare(b.key, a.key), cmp.Compare(b.id, a.id))
}

func rising(a, b place) int { return falling(b, a) }
