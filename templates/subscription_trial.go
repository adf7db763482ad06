package templates

// TrialPage is the page of a subscription's tests.
type TrialPage struct {
	Frame
	ID       string
	Type     string
	Version  string
	URL      string
	Here     bool // it leads here, as far as is known
	Why      string
	Action   string // where another test is asked for
	Back     string
	Watching bool // one of them may still come within the minute
	Tests    []TrialRow
}

// TrialRow is one test and what became of it.
type TrialRow struct {
	DeliveryID string
	Asked      When
	By         string
	Tag        Tag
	Text       string
	Event      int64 // where it arrived; 0: it did not
	Waiting    bool
	Late       bool // it did not come within a minute
	Rejected   bool // it came and was refused at the door
}
