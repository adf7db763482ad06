package store

import (
	"fmt"
	"slices"
	"strconv"
	"time"

	"transferdesk/internal/fault"
)

// StatusSetAside filters for quarantined events that were set aside; the others
// are what StatusQuarantined filters for. It is no status of an outcome.
const StatusSetAside = "set_aside"

// Tests says what a list does with test notifications.
type Tests string

// What a list does with them.
const (
	WithTests Tests = ""
	TestsOnly Tests = "only"
	NoTests   Tests = "none"
)

// EventFilter narrows the list of events; the zero filter lists all that have
// been projected, newest first.
type EventFilter struct {
	DeliveryID    string    // Wise's X-Delivery-Id, or our own id
	Type          string    // event_type
	SchemaVersion string    // as sent
	Subscription  string    // subscription_id as sent
	Status        []string  // Status… constants, any of them
	Tests         Tests     //
	Since, Until  time.Time // of the first arrival: from Since on, before Until; zero: no bound
	TransferID    int64     // what the body names; 0: anything
	ProfileID     int64
	UserID        int64
	Cursor        string
	Limit         int
}

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

// takes says whether a kind of outcome passes the filter.
func (f EventFilter) takes(k Kind) bool {
	return (f.Type == "" || f.Type == k.Type) && (f.SchemaVersion == "" || f.SchemaVersion == k.SchemaVersion) &&
		(f.Subscription == "" || f.Subscription == k.Subscription) && f.takesStatus(k.Status) &&
		(f.Tests == WithTests || (f.Tests == TestsOnly) == (k.Status == StatusTest))
}

func (f EventFilter) takesStatus(status string) bool {
	return len(f.Status) == 0 || slices.Contains(f.Status, status) ||
		status == StatusQuarantined && slices.Contains(f.Status, StatusSetAside)
}

// picky says that an event can be of the right kind and yet not pass.
func (f EventFilter) picky() bool {
	return f.TransferID != 0 || f.ProfileID != 0 || f.UserID != 0 || !f.Since.IsZero() || !f.Until.IsZero() || f.asides()
}

// asides says that it matters whether a quarantined event is set aside.
func (f EventFilter) asides() bool {
	return slices.Contains(f.Status, StatusSetAside) != slices.Contains(f.Status, StatusQuarantined)
}

// rare says that all kinds of the filter are ones of which there are few.
func (f EventFilter) rare() bool {
	few := []string{StatusQuarantined, StatusSetAside, StatusKept, StatusTest}
	return f.Tests == TestsOnly || len(f.Status) > 0 && !slices.ContainsFunc(f.Status, func(s string) bool { return !slices.Contains(few, s) })
}

// byKinds says that the events are best found by their kind.
func (f EventFilter) byKinds() bool {
	named := f.Type != "" || f.SchemaVersion != "" || f.Subscription != "" || f.Tests != WithTests || len(f.Status) > 0
	return f.rare() || named && f.TransferID == 0 && f.ProfileID == 0 && f.UserID == 0
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

// fits compares what is not in the kind.
func (f EventFilter) fits(row EventRow) bool {
	return (f.TransferID == 0 || f.TransferID == row.TransferID) && (f.ProfileID == 0 || f.ProfileID == row.ProfileID) &&
		(f.UserID == 0 || f.UserID == row.UserID) &&
		(f.Since.IsZero() || !row.ReceivedAt.Before(f.Since)) && (f.Until.IsZero() || row.ReceivedAt.Before(f.Until))
}

// ownID reads a number as an id of ours; 0 when it is none.
func ownID(text string) int64 {
	id, err := strconv.ParseInt(text, 10, 64)
	if err != nil {
		return 0
	}
	return id
}
