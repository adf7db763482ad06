package store

import (
	"database/sql"
	"errors"
	"fmt"
	"slices"
	"time"
)

// Each gives (kind, delivery) of the events between two ids, newest first.
const (
	eventsOfAll  = `SELECT kind_id, delivery_id FROM rm_outcomes WHERE delivery_id >= ? AND delivery_id < ? ORDER BY delivery_id DESC LIMIT ?`
	eventsOfKind = `SELECT kind_id, delivery_id FROM rm_outcomes WHERE kind_id = ? AND delivery_id >= ? AND delivery_id < ?
		ORDER BY delivery_id DESC LIMIT ?`
	eventsOfTransfer = `SELECT kind_id, delivery_id FROM rm_outcomes WHERE transfer_id = ? AND delivery_id >= ? AND delivery_id < ?
		ORDER BY delivery_id DESC LIMIT ?`
	eventsOfProfile = `SELECT kind_id, delivery_id FROM rm_outcomes WHERE profile_id = ? AND delivery_id >= ? AND delivery_id < ?
		ORDER BY delivery_id DESC LIMIT ?`
	eventsOfUser = `SELECT kind_id, delivery_id FROM rm_outcomes WHERE user_id = ? AND delivery_id >= ? AND delivery_id < ?
		ORDER BY delivery_id DESC LIMIT ?`
)

// candidates gives the newest events that may pass the filter, by the index that
// leaves the fewest.
func (w *eventWalk) candidates() ([]place, error) {
	f, r := w.filter, w.reader
	switch {
	case f.DeliveryID != "":
		return w.byDeliveryID()
	case f.byKinds():
		return w.byKind()
	case f.TransferID != 0:
		return r.places(eventsOfTransfer, f.TransferID, w.from, w.below, w.look)
	case f.UserID != 0:
		return r.places(eventsOfUser, f.UserID, w.from, w.below, w.look)
	case f.ProfileID != 0:
		return r.places(eventsOfProfile, f.ProfileID, w.from, w.below, w.look)
	default:
		return r.places(eventsOfAll, w.from, w.below, w.look)
	}
}

// byKind walks the index once for each kind that the filter takes, and merges: no
// kind is so rare that finding it would mean reading the others.
func (w *eventWalk) byKind() ([]place, error) {
	var all []place
	for id := range w.kinds {
		some, err := w.reader.places(eventsOfKind, id, w.from, w.below, w.look)
		if err != nil {
			return nil, err
		}
		all = append(all, some...)
	}
	slices.SortFunc(all, byID)
	return all[:min(w.look, len(all))], nil
}

// byDeliveryID finds Wise's id of an arrival, or our own of the delivery.
func (w *eventWalk) byDeliveryID() ([]place, error) {
	f, r := w.filter, w.reader
	found, err := r.places(`SELECT DISTINCT coalesce(o.kind_id, 0), a.delivery_id
		FROM rm_arrivals a LEFT JOIN rm_outcomes o ON o.delivery_id = a.delivery_id WHERE a.wise_delivery_id = ? LIMIT ?`, wiseID(f.DeliveryID), maxLimit)
	if err != nil {
		return nil, err
	}
	if own := ownID(f.DeliveryID); own != 0 {
		some, err := r.places(`SELECT coalesce(o.kind_id, 0), d.id FROM deliveries d LEFT JOIN rm_outcomes o ON o.delivery_id = d.id WHERE d.id = ?`, own)
		if err != nil {
			return nil, err
		}
		found = append(found, some...)
	}
	slices.SortFunc(found, byID)
	return slices.DeleteFunc(slices.Compact(found), func(p place) bool { return p.id >= w.below || p.id < w.from }), nil
}

// byID orders places by their ids alone, newest first.
func byID(a, b place) int { return falling(place{id: a.id}, place{id: b.id}) }

// deliveryAt finds the first delivery that arrived at a time or later; the id after
// the last one when there is none.
func (r *Reader) deliveryAt(at time.Time) (int64, error) {
	var last int64
	if err := r.scan(`SELECT coalesce(max(id), 0) FROM deliveries`, nil, &last); err != nil {
		return 0, fmt.Errorf("reading the last delivery: %w", err)
	}
	low, high := int64(1), last+1
	for low < high {
		mid := low + (high-low)/2
		var arrived int64
		err := r.scan(`SELECT received_at FROM deliveries WHERE id >= ? ORDER BY id LIMIT 1`, []any{mid}, &arrived)
		if err != nil && !errors.Is(err, sql.ErrNoRows) {
			return 0, fmt.Errorf("looking for what arrived at a time: %w", err)
		}
		if err != nil || arrived >= stamp(at) {
			high = mid
		} else {
			low = mid + 1
		}
	}
	return low, nil
}

// unresolved gives the newest quarantined events of a kind that nobody has set aside.
const unresolved = `SELECT kind_id, delivery_id FROM rm_outcomes o WHERE kind_id = ?
	AND coalesce((SELECT undone FROM event_asides a WHERE a.delivery_id = o.delivery_id ORDER BY a.id DESC LIMIT 1), 1) = 1
	ORDER BY delivery_id DESC LIMIT ?`

// Unresolved counts the quarantined events that nobody has set aside, up to most.
func (r *Reader) Unresolved(most int) (n int, err error) {
	kinds, err := r.kinds(Live)
	if err != nil {
		return 0, err
	}
	for kind, id := range kinds {
		if kind.Status != StatusQuarantined {
			continue
		}
		some, err := r.places(unresolved, id, most)
		if err != nil {
			return 0, fmt.Errorf("counting quarantined events: %w", err)
		}
		n += len(some)
	}
	return min(n, most), nil
}
