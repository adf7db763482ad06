package templates

// MissingTransfer is the page of a transfer that no event has named.
type MissingTransfer struct {
	Frame
	ID      string
	Ask     *Action // nil: there is no token to ask Wise with
	TriedAt When    // of the last try to ask; zero: none
	Trouble string  // why it gave no answer; empty: it did, or there was none
	Trace   string  // of Wise's answer, to be quoted; empty: none
	Status  string  // the state that Wise named where there is nothing to learn from it; empty: none
}
