package web

import (
	"time"

	"github.com/labstack/echo/v4"

	"transferdesk/internal/answer"
	"transferdesk/internal/auth"
	"transferdesk/internal/desk"
	"transferdesk/internal/inquiry"
	"transferdesk/internal/note"
	"transferdesk/internal/transfer"
	"transferdesk/store"
	"transferdesk/templates"
	"transferdesk/web/front"
)

// notesShown is how many notes a page has in full, unless all are asked for.
const notesShown = 20

// noteList is the section of the notes.
func noteList(v transferView, who auth.Actor, face front.Face) templates.Notes {
	out := templates.Notes{Transfer: front.IDText(v.facts.Transfer), Looks: looksSaid(v.looks, who, face), Form: templates.NoteForm{Person: front.IDText(who.ID)}}
	for i, n := range v.notes {
		if i == notesShown && !v.allNotes {
			out.Older = len(v.notes) - i
			break
		}
		out.List = append(out.List, noteOf(n, who, face))
	}
	return out
}

// noteOf makes one note ready for print, for a reader.
func noteOf(n store.Note, who auth.Actor, face front.Face) templates.Note {
	out := templates.Note{ID: front.IDText(n.ID), Transfer: front.IDText(n.Transfer), Version: front.IDText(n.Version), By: n.By.Name, At: face.At(n.At)}
	out.May = desk.MayChange(who, n)
	if n.Withdrawn {
		out.Withdrawn, out.GoneBy, out.Gone = true, n.ChangedBy.Name, face.At(n.ChangedAt)
		return out
	}
	out.Body = note.Parse(n.Text)
	out.Plain = note.Plain(out.Body)
	if n.Edited() {
		out.Edited = face.At(n.ChangedAt)
		if n.ChangedBy != n.By {
			out.EditedBy = n.ChangedBy.Name
		}
	}
	return out
}

// The kinds of a timeline's row that is a note.
const (
	noted         transfer.Kind = "note"
	noteWithdrawn transfer.Kind = "note_withdrawn"
)

// noteDone is one note among the events of the timeline, for a reader.
type noteDone struct {
	store.Note
	reader auth.Actor
}

func (n noteDone) at() time.Time { return n.At }

func (n noteDone) row(face front.Face) templates.TimelineRow {
	one := noteOf(n.Note, n.reader, face)
	row := templates.TimelineRow{Kind: noted, Tag: templates.Tag{Text: "Note", Tone: answer.Neutral, Icon: templates.IconNote}, At: one.At, Wrote: &one}
	if n.Withdrawn {
		row.Tag.Text, row.Quiet = "Note withdrawn", true
	}
	return row
}

func (n noteDone) entry() apiEntry {
	at := front.RFCOrNull(n.At)
	out := apiEntry{Kind: noted, OccurredAt: at, ReceivedAt: at, Note: front.OrNull(n.Text), By: front.OrNull(n.By.Name)}
	if n.Withdrawn {
		out.Kind = noteWithdrawn
	}
	return out
}

// What was done with a note, as the address of the page says it.
const (
	didNote     = "noted"
	didEdit     = "note-edited"
	didWithdraw = "note-withdrawn"
	didUndo     = "note-undone"
)

// noteToast says what was done with a note just now, and how it is taken back; nil: the
// address says nothing of one, or something that is not so any more.
func noteToast(c echo.Context, who auth.Actor, v transferView) *templates.Toast {
	id, _ := front.ParseID(c.QueryParam("note"))
	for _, n := range v.notes {
		if n.ID == id && n.ChangedBy.ID == who.ID && desk.MayChange(who, n) {
			return toastOf(c.QueryParam("did"), n, "/transfers/"+front.IDText(n.Transfer)+"#notes")
		}
	}
	return nil
}

// toastOf says it of a note whose last version is by the reader.
func toastOf(did string, n store.Note, here string) *templates.Toast {
	path := templates.NotePath(front.IDText(n.Transfer), front.IDText(n.ID))
	undo := &templates.Undo{Post: path + "/undo", Fields: []templates.FormField{{Name: "based", Value: front.IDText(n.Version)}}}
	switch {
	case did == didNote && n.Version == 1:
		undo.Post = path + "/withdraw"
		return careful(&templates.Toast{Text: "Noted.", Undo: undo, Here: here}, n.Text)
	case did == didEdit && n.Edited():
		return careful(&templates.Toast{Text: "Saved.", Undo: undo, Here: here}, n.Text)
	case did == didWithdraw && n.Withdrawn:
		return &templates.Toast{Text: "Withdrawn. Nobody reads it any more.", Undo: undo, Here: here}
	case did == didUndo:
		return &templates.Toast{Text: "Taken back.", Here: here}
	}
	return nil
}

// careful says that a note holds the whole number of an account or a card, which is
// more than most notes need.
func careful(t *templates.Toast, text string) *templates.Toast {
	if holdsNumber(text) {
		t.Text += " It holds a whole account or card number: cover what nobody needs."
		t.Tone = answer.Waiting
	}
	return t
}

func holdsNumber(text string) bool {
	q := inquiry.Read(text)
	return q.Skipped[inquiry.IBANs]+q.Skipped[inquiry.Cards] > 0
}
