package templates

import "transferdesk/internal/note"

// Notes is what our own people noted on a transfer. Nothing of it is for a customer.
type Notes struct {
	Transfer string
	List     []Note // newest first
	Older    int    // how many there are that are not in List
	Form     NoteForm
	Looks    string // who has looked at the transfer, in a sentence; empty: nothing is said
}

// NoteForm is where a note is written.
type NoteForm struct {
	Person string // whose draft a script keeps, by our own number
	Saved  bool   // what was written has just been saved: the draft goes
}

// Note is one note.
type Note struct {
	ID        string
	Transfer  string
	Version   string
	Body      []note.Block // none when Withdrawn
	Plain     string       // the same without its marks, for a row
	By        string       // its author
	At        When
	Edited    When   // zero: it was not
	EditedBy  string // empty: its author
	Withdrawn bool
	GoneBy    string // who withdrew it
	Gone      When
	May       bool // the reader may edit and withdraw it, or bring it back when Withdrawn
}

// anchor is its id on the page.
func (n Note) anchor() string { return "note-" + n.ID }

// path is the address of a note, or of what is done with it.
func (n Note) path(deed string) string { return NotePath(n.Transfer, n.ID) + deed }

// NotePath is the address of a note.
func NotePath(transfer, id string) string { return "/transfers/" + transfer + "/notes/" + id }

// noteRunes is how much of a note a row of the timeline quotes.
const noteRunes = 160

// noteHint says how a note is written.
const noteHint = "**bold**, *italic*, `code`, - list, 1. list, > quote. Addresses are shown and not linked."
