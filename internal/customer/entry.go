package customer

import "transferdesk/internal/evidence"

// UserEntry is one line of the account's history: an event with everything that
// carried it.
type UserEntry struct {
	UserEvent                     // the event of its first source, with the finest time of all
	Sources     []evidence.Source // every delivery that carried it, lowest delivery id first
	Gap         bool              // as UserVisit.Gap
	Repeats     bool              // the account was in this state already: no new stay
	SetsNothing bool              // no usable time: shown, but no fact rests on it
}
