package store

import (
	"fmt"
	"slices"
	"strconv"

	"transferdesk/internal/fault"
)

// eventsLooked is how many events one page looks through at most when no index
// answers the whole filter. A page that ends by it is shorter, and has a next one.
const eventsLooked = 2000

// Events gives a page of deliveries, newest first.
func (r *Reader) Events(f EventFilter) (Page[EventRow], error) {
	ids, next, err := r.EventIDs(f)
	if err != nil {
		return Page[EventRow]{}, err
	}
	page := Page[EventRow]{Rows: make([]EventRow, 0, len(ids)), Next: next}
	for _, id := range ids {
		row, err := r.eventRow(id)
		if err != nil {
			return Page[EventRow]{}, err
		}
		page.Rows = append(page.Rows, row)
	}
	return page, nil
}

// EventIDs gives the ids of a page of deliveries, newest first, and the cursor of
// the next one; empty: this is the last.
func (r *Reader) EventIDs(f EventFilter) (ids []int64, next string, err error) {
	from, err := parsePlace(f.Cursor, beforeFalling)
	if err != nil {
		return nil, "", err
	}
	w := eventWalk{reader: r, filter: f, below: from.id, limit: limited(f.Limit)}
	if err := w.prepare(); err != nil {
		return nil, "", fmt.Errorf("reading events: %w", err)
	}
	places, err := w.candidates()
	if err != nil {
		return nil, "", fmt.Errorf("reading events: %w", err)
	}
	return w.page(places)
}

// eventWalk is one page of the list on its way.
type eventWalk struct {
	reader *Reader
	filter EventFilter
	kinds  map[int64]Kind // those that pass the filter
	below  int64          // ids from here on are not of this page
	from   int64          // ids before it are too old
	limit  int
	look   int // how many events are looked at
}

// prepare turns the filter into kinds of outcome and bounds of ids. Ids rise with
// the time of arrival, but for where the clock was set back.
func (w *eventWalk) prepare() error {
	kinds, err := w.reader.kinds(Live)
	if err != nil {
		return err
	}
	w.kinds = map[int64]Kind{}
	if w.filter.takes(Kind{}) {
		w.kinds[0] = Kind{} // of what is not projected yet
	}
	for kind, id := range kinds {
		if w.filter.takes(kind) {
			w.kinds[id] = kind
		}
	}
	w.look = eventsLooked
	if !w.filter.picky() {
		w.look = w.limit + 1
	}
	if !w.filter.Since.IsZero() {
		if w.from, err = w.reader.deliveryAt(w.filter.Since); err != nil {
			return err
		}
	}
	if !w.filter.Until.IsZero() {
		until, err := w.reader.deliveryAt(w.filter.Until)
		w.below = min(w.below, until)
		return err
	}
	return nil
}

// page tests the candidates until the page is full.
func (w *eventWalk) page(candidates []place) (ids []int64, next string, err error) {
	for i, p := range candidates {
		passes, err := w.passes(p)
		if err != nil {
			return nil, "", fmt.Errorf("reading events: %w", err)
		}
		if passes && len(ids) == w.limit {
			return ids, lastID(ids), nil
		}
		if passes {
			ids = append(ids, p.id)
		}
		if i == w.look-1 {
			return ids, place{p.id, p.id}.String(), nil
		}
	}
	return ids, "", nil
}

func lastID(ids []int64) string {
	id := ids[len(ids)-1]
	return place{id, id}.String()
}

// passes says whether an event, whose kind is the place's key, passes the filter.
func (w *eventWalk) passes(p place) (bool, error) {
	f := w.filter
	kind, taken := w.kinds[p.key]
	if !taken {
		return false, nil
	}
	if kind.Status == StatusQuarantined && f.asides() {
		aside, err := w.reader.IsSetAside(p.id)
		if err != nil || aside != slices.Contains(f.Status, StatusSetAside) {
			return false, err
		}
	}
	if f.TransferID == 0 && f.ProfileID == 0 && f.UserID == 0 && f.Since.IsZero() && f.Until.IsZero() {
		return true, nil
	}
	row, err := w.reader.eventRow(p.id)
	if fault.KindOf(err) == fault.NotFound {
		return false, nil
	}
	return f.fits(row), err
}

// ownID reads a number as an id of ours; 0 when it is none.
func ownID(text string) int64 {
	id, err := strconv.ParseInt(text, 10, 64)
	if err != nil {
		return 0
	}
	return id
}
