package templates

// Told is what Wise's API adds to a transfer, each part with the time at which it
// was asked for.
type Told struct {
	Transfer string
	Quiet    string        // one line: why nothing can be asked; empty: it can
	Parts    []ToldPart    // none: nothing is asked of such a transfer
	Troubles []ToldTrouble // why the last tries gave no answer
	Refused  []TokenRefused
	Asking   bool // something is being asked: the page looks again by itself
}

// ToldPart is what one question told.
type ToldPart struct {
	Title string // "Delivery estimate"
	Rows  []Pair // none: it is not known
	Note  string // how to take it: "an estimate of Wise's, not a promise"
	At    When   // as of when; zero: it was never answered
	State string // how asking goes, where there is something to say: "being asked now"
}

// ToldTrouble is why Wise's API gave no answer.
type ToldTrouble struct {
	What  string // what it was asked for: "details, delivery estimate"
	Text  string // what happened and what to do
	At    When   // of the last try
	Trace string // to be quoted to Wise; empty: none
}

// TokenRefused is a user's token that Wise refuses, with what the user's state makes of it.
type TokenRefused struct {
	User    string
	TriedAt When
	Text    string // what it means and what to do
	Trace   string // to be quoted to Wise; empty: none
}

// path is where the parts of the page that asking changes are looked at again.
func (t Told) path() string { return "/transfers/" + t.Transfer + "/wise" }
