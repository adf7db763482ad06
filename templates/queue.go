package templates

// QueuePage is the home page: what needs a person, and the rows behind one counter.
type QueuePage struct {
	Frame
	Incidents IncidentBanner
	Tiles     []Tile
	Checks    []Tile       // small counters below; none while they cannot be told
	Behind    bool         // what is due cannot be told: events are being read again
	Closing   []ClosingRow // instead of Rows, in the list of accounts that are closing
	Look      *Look        // quarantined events; nil: none, or nothing that this person can mend
	Gaps      *Gaps        // what reconciliation found lately; nil: nothing, or not for this person
	Recent    []RecentLook // what the reader looked up last
	Heading   string       // of the rows: the label of the current tile
	Scopes    []Tile       // whose rows; none for accounts
	Rows      []TransferRow
	Pager     Pager
	Empty     Empty // shown when there are no rows
}

// Look leads a lead to the events that nothing rests on.
type Look struct {
	Count int64
	More  bool // there may be more than that
	Href  string
}

// text is "3 events need a look".
func (l Look) text() string {
	if l.Count == 1 && !l.More {
		return "1 event needs a look"
	}
	return counted(l.Count, l.More) + " need a look"
}

// ClosingRow is an account that is closing: of a user, or of one profile.
type ClosingRow struct {
	ID       string
	User     bool
	Href     string
	Name     string // of the directory; empty: not known
	Since    When
	Until    string // the day on which the 90 days end: "18 Feb 2027"
	Left     string // "in 89 days"
	InFlight int64  // transfers that are not over
	Unlinked bool   // no profile is linked to the user, so that InFlight is not known
}
