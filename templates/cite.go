package templates

import (
	"strconv"

	"transferdesk/internal/answer"
)

// How many citations stand beside a sentence, and how many in the list of all.
const (
	citesBeside = 3
	citesListed = 50
)

// Cite leads from a sentence to an event that it rests on.
type Cite struct {
	N     int    // its number on this page, from 1: the same event has the same one everywhere
	Event string // our id of the delivery
	Href  string // its row in the timeline of this page, or its own page
	What  string // what the event says, and when: "Bounced back, 18 Nov 2026, 10:00 UTC"; may be empty
}

// mark is the small number that stands beside a sentence.
func (c Cite) mark() string {
	if c.N == 0 {
		return c.Event
	}
	return strconv.Itoa(c.N)
}

// label is what a screen reader says of it.
func (c Cite) label() string {
	text := "rests on event " + c.Event
	if c.What != "" {
		text += ", " + c.What
	}
	return text
}

// Rests is what one sentence rests on.
type Rests struct {
	Part  answer.Part // empty: of a flag and the like
	ID    string      // unique on the page
	Name  string      // what the list calls the sentence
	Cites []Cite
	Also  []string // what is no event, in words
}

// anchor is where it stands in the list of all.
func (r Rests) anchor() string { return "rests-" + r.ID }

// rests is what a sentence of the card rests on; empty where nothing was prepared.
func (c AnswerCard) rests(part answer.Part) Rests {
	for _, r := range c.Rests {
		if r.Part == part {
			return r
		}
	}
	return Rests{}
}

// IsCut says whether not all of it stands beside the sentence.
func (r Rests) IsCut() bool { return len(r.Cites) > citesBeside }

// beside are those that stand beside the sentence.
func (r Rests) beside() []Cite { return r.Cites[:min(len(r.Cites), citesBeside)] }

// listed are those that stand in the list of all.
func (r Rests) listed() []Cite { return r.Cites[:min(len(r.Cites), citesListed)] }

// more is the text and the label of the link to what does not stand beside it; empty:
// everything does.
func (r Rests) more() (text, label string) {
	if n := len(r.Cites) - citesBeside; n > 0 {
		return "+" + strconv.Itoa(n), "rests on " + plural(int64(n), "more event", "more events") + ": see the list"
	}
	if len(r.Cites) == 0 && len(r.Also) > 0 {
		return "…", "what this rests on: see the list"
	}
	return "", ""
}
