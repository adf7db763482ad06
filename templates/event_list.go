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

	Again    *AgainOffer // what of the list a lead can apply again; nil: nothing, or may not
	Rejected bool        // this person may see what was refused
}

// EventRow is one delivery in a list.
type EventRow struct {
	ID       string
	Asked    bool   // Wise did not send it: we asked Wise's API and wrote it down
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
	Attached *Attached // how it came to stand on a page that it does not name; nil: it names it
}
