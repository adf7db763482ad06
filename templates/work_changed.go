package templates

// WorkChangedPage is the answer to somebody who acts on what is not so any more.
type WorkChangedPage struct {
	Frame
	Transfer string
	Since    []WorkSince // what was done since the page was shown, newest first
	Answer   string      // what the answer is now, where that is another one; empty: it is the same
	Now      []string    // how it stands, one sentence each
	Wanted   string      // "assign it to Anna"
	Again    *Undo       // does it all the same; nil: it cannot be done any more
	Why      string      // why not; empty where it can
}

// WorkSince is one act that somebody had not seen.
type WorkSince struct {
	Text string // "Ben took it on"
	At   When
}
