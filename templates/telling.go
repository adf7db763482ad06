package templates

// lastToldRunes is how much of a text the top of a page quotes; the timeline has it
// whole.
const lastToldRunes = 90

// LastTold is what a customer was last told.
type LastTold struct {
	At     When
	By     string // who noted it
	Text   string
	Anchor string // of its row in the timeline
}

// TellingChangedPage refuses to note a text that is not said any more.
type TellingChangedPage struct {
	Frame
	Transfer string
	Seen     string // what the page said that was sent
	Now      string // what is said now; empty: nothing
	To       string // whom it may reach
	Caller   Caller // who was on the line
}

// tellPath is where it is noted that a customer was told something.
func tellPath(transfer string) string { return "/transfers/" + transfer + "/tellings" }
