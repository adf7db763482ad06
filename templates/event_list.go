package templates

// EventsPage is /events.
type EventsPage struct {
	Frame
	Hour   ArrivalCounts
	Lag    Lag
	Filter Filter
	Rows   []EventRow
	Pager  Pager
	Empty  Empty // shown when there are no rows
}

// EventRow is one delivery in a list.
type EventRow struct {
	ID       string
	Type     string // event_type as sent; empty: it could not be read
	Version  string // schema_version as sent
	Status   Tag    // applied, duplicate, kept, test, quarantined, or not projected yet
	Why      string // in words; empty: nothing to explain
	Occurred When   // zero: not told or not usable
	Received When   // first arrival
	Receipts int64  // arrivals in all
	Transfer string // ids that it names; empty: none
	Profile  string
	User     string
}
