package templates

import "transferdesk/internal/answer"

// Toast says once, after an act, what was done; it stands at the foot of the screen
// and moves nothing on the page. Web makes it of what the address says (?did=…).
type Toast struct {
	Text string // one sentence: "Assigned to you."
	Tone Tone   // empty: done
	Undo *Undo  // nil: it cannot be taken back, or there is nothing to take back
	Here string // the page's address without what was done, which closes it
}

// Undo is a form of one button that takes the act back.
type Undo struct {
	Label  string // empty: "Undo"
	Post   string // its address
	Fields []FormField
}

// label is what the button says.
func (u Undo) label() string {
	if u.Label == "" {
		return "Undo"
	}
	return u.Label
}

// tag gives the toast's tone and icon.
func (t Toast) tag() Tag {
	if t.Tone == "" {
		return Tag{Tone: answer.Done}
	}
	return Tag{Tone: t.Tone}
}
