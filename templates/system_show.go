package templates

// SystemPage is /admin/system. It names no path and no secret.
type SystemPage struct {
	Frame
	Feeds       []FeedRow
	Never       []string // documented types that never came and on which no answer about a transfer rests
	Hour, Day   ArrivalCounts
	Lag         Lag
	Quarantined int64 // deliveries that nobody has set aside
	Rejected    int64 // requests to the webhook, ever
	Reader      Reader
	Facts       []SystemFact
	Wise        WiseAPI
}

// FeedRow is one event type and subscription, or a type that never came.
type FeedRow struct {
	Type         string // empty: it could not be read
	Subscription string // empty: the events named none, or none ever came
	Tag          Tag    // well, quiet, too few to say, never came, gone
	Last         When   // zero: never came
	Usual        string // "2 min"; empty: too few to say
	Arrivals     int64
	Do           string // what to do; empty: nothing
}

// Reader says by which version events were read, and whether they are being read again.
type Reader struct {
	Version     int // that made the pages; 0: nothing was read yet
	Newest      int // of this program
	Refolding   bool
	Done, Total int64 // receipts, while Refolding
}

// SystemFact is one line about the process or the database.
type SystemFact struct{ Name, Value string }

// words says what is being done about older readings.
func (r Reader) words() string {
	switch {
	case r.Refolding:
		return "All events are being read again: " + grouped(r.Done) + " of " + grouped(r.Total) + ". Pages go on with what they have. If this number stands still the reading was interrupted, and the next one begins anew."
	case r.Version == 0:
		return "No event has been read yet."
	case r.Version < r.Newest:
		return "Older events are still to be read again with the newer version."
	}
	return "All events were read with it."
}
