package templates

// QueuePage is the home page: what needs a person, and the rows behind one counter.
type QueuePage struct {
	Frame
	Incidents IncidentBanner
	Tiles     []Tile
	Look      *Look  // quarantined events; nil: none, or nothing that this person can mend
	Gaps      *Gaps  // what reconciliation found lately; nil: nothing, or not for this person
	Heading   string // of the rows: the label of the current tile
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
