package templates

// AgainPage is /events/again: what would be applied again, or how far that is.
type AgainPage struct {
	Frame
	Offer   *AgainOffer // nil: nothing matches, or a job runs
	Fields  []Hidden    // the filter, for the form
	List    string      // the list with the same filter
	Job     *AgainJob   // the one that runs, or ran last; nil: none since the start
	Problem string      // why nothing was started; empty: nothing was asked
}

// AgainOffer is how many events can be applied again.
type AgainOffer struct {
	Count int64
	More  bool   // there may be more than that
	Href  string // where it is started
}

// counted says the number, and that there may be more; none yet is not none.
func counted(n int64, more bool) string {
	if n == 0 && more {
		return "the events that match"
	}
	text := plural(n, "event", "events")
	if more {
		return text + " or more"
	}
	return text
}

// AgainJob is how far a job has come.
type AgainJob struct {
	Running bool
	By      string
	Filter  string // the list that it was started from
	Total   int64
	More    bool // there may be more than Total
	Done    int64
	Applied int64
	Begun   When
	Stopped bool
	Problem string // why it ended early; empty: it did not
	Here    string // the page's own address, to look again
}
