package answer

import (
	"time"

	"transferdesk/internal/activity"
	"transferdesk/internal/evidence"
	"transferdesk/internal/reason"
)

// ActivityInput is what is said of one thing is composed from.
type ActivityInput struct {
	Facts     activity.Facts
	Entries   []activity.Entry // nil in lists: then the history is that of the states
	Catalogue reason.Catalogue
	Now       time.Time
	Zone      *time.Location // the reader's, for the page
	Company   *time.Location // the company's, for a date that is read out to the customer
}

// ActivityAnswer is everything that can be said about one thing that happens
// beside transfers. Where something of it is locked, it says no more than that
// compliance handles it.
type ActivityAnswer struct {
	Kind     activity.Kind
	ID       string          // as Wise spells it
	Title    string          // "Card ending 1234", "Card payment, 12.00 EUR at …"
	Headline Sentence        // what it means now, at most 120 characters
	Tag      string          // the state in words, at most 50 characters; "" for a kind without states
	Tone     Tone            //
	WhoActs  reason.Who      //
	Ask      string          // the exact thing to ask for or to do; "" when nothing
	SinceAt  time.Time       // when the state began; zero: not known
	Deadline time.Time       // by when Wise wants it; zero: none
	Rows     []ActivityRow   // what else is known, in order
	Text     string          // a raw message made readable, one field a line
	History  []ActivityStep  // oldest first
	Open     bool            // somebody has to act, or something is wrong: shown on top
	Openness reason.Openness // how openly one may speak of it
	Locked   bool            // handled by compliance
	Customer Sentence        // what the customer may hear; empty: nothing
	Flags    []Flag          // what is odd about its events; none when locked
	Evidence evidence.IDs    // of everything that is said
}

// ActivityRow is one thing that is known, with its name.
type ActivityRow struct {
	Label string
	Value string
	Mono  bool // an id or a code
}

// ActivityStep is one line of a thing's history.
type ActivityStep struct {
	At       time.Time // zero: no usable time
	BySent   bool      // placed by when Wise sent it
	Text     string
	Gap      bool // an event is missing before this one
	Evidence evidence.IDs
}

// headlineMost is the longest that the headline of an activity may be, in runes.
const headlineMost = 120

// titleMost is the longest that its title may be, in runes.
const titleMost = 120

// ForActivity says what is known of one thing, in words. It never fails: what is
// not known is said to be so.
func ForActivity(in ActivityInput) ActivityAnswer {
	s := sceneOf(in)
	said := s.say()
	if s.locked() {
		said.lock(in.Facts)
	}
	a := ActivityAnswer{
		Kind: in.Facts.Kind, ID: in.Facts.ID, SinceAt: in.Facts.Since(), Evidence: in.Facts.Evidence,
		Title:    clip(said.title, titleMost),
		Headline: sentence(clip(said.headline, headlineMost), s.heldBy()),
		Tag:      said.tag,
		Tone:     toneOf(said.word),
		WhoActs:  said.word.Who,
		Ask:      said.word.Ask,
		Deadline: said.deadline,
		Rows:     said.rows,
		Text:     said.text,
		History:  said.history,
		Open:     said.word.Open(),
		Openness: said.word.Openness,
		Locked:   said.word.Openness == reason.Locked,
	}
	if !a.Locked {
		a.Flags, a.Customer = s.flags(), s.customerText()
	}
	a.withhold()
	return a
}

// toneOf draws a standing.
func toneOf(w reason.Word) Tone {
	switch w.Standing {
	case reason.Good:
		return Done
	case reason.Going:
		return Moving
	case reason.Waits:
		return Waiting
	case reason.Trouble:
		return Problem
	case reason.Over:
		return Final
	}
	return Neutral
}

// clip cuts a text to that many runes.
func clip(text string, most int) string {
	r := []rune(text)
	if len(r) <= most {
		return text
	}
	return string(r[:most-1]) + "…"
}
