package web

import (
	"transferdesk/store"
	"transferdesk/web/front"
)

// apiNote is what somebody of ours noted about a transfer. It is for the desk, and never
// for a customer.
type apiNote struct {
	ID       int64          `json:"id"`
	Text     string         `json:"text"` // as it was written, with its marks
	Author   string         `json:"author"`
	At       *string        `json:"at"`
	EditedAt *string        `json:"edited_at"` // null: it says what it said first
	Audience front.Audience `json:"audience"`  // always desk
}

// notesJSON are the notes, newest first, without those that were withdrawn.
func notesJSON(notes []store.Note) []apiNote {
	out := []apiNote{}
	for _, n := range notes {
		if n.Withdrawn {
			continue
		}
		one := apiNote{ID: n.ID, Text: n.Text, Author: n.By.Name, At: front.RFCOrNull(n.At)}
		if n.Edited() {
			one.EditedAt = front.RFCOrNull(n.ChangedAt)
		}
		out = append(out, one)
	}
	return out
}
