package web

import (
	"context"
	"net/http"

	"github.com/labstack/echo/v4"

	"transferdesk/internal/audit"
	"transferdesk/internal/auth"
	"transferdesk/internal/desk"
	"transferdesk/internal/fault"
	"transferdesk/store"
	"transferdesk/templates"
	"transferdesk/web/front"
)

// noteEdit is GET /transfers/{id}/notes/{note}/edit.
func (s *Server) noteEdit(c echo.Context, who auth.Actor) error {
	id, err := front.PathID(c, "transfer")
	if err != nil {
		return err
	}
	note, err := front.PathID(c, "note")
	if err != nil {
		return err
	}
	held, err := s.noteHeld(c.Request().Context(), id, note)
	if err != nil {
		return err
	}
	if held.Withdrawn {
		return fault.New(fault.NotFound, "This note was withdrawn, so there is no text to edit.")
	}
	if !desk.MayChange(who, held) {
		return audit.Refuse(c.Request().Context(), s.Cfg.DB, s.Cfg.Wall, who, audit.Entry{
			Act: auth.ChangeOthersNote, SubjectKind: "note", SubjectID: front.IDText(note), RequestID: front.RequestID(c), Detail: "transfer " + front.IDText(id),
		}, "Only its author or a lead may edit this note. Nothing was changed.")
	}
	page := s.notePage(c, who, desk.NoteText{Transfer: id, Note: note, Based: held.Version, Text: held.Text})
	return s.showNote(c, who, http.StatusOK, id, page)
}

// noteAgain shows what was typed once more, and why it was not saved.
func (s *Server) noteAgain(c echo.Context, who auth.Actor, n desk.NoteText, wrong error) error {
	page := s.notePage(c, who, n)
	page.Heading = "The note was not saved"
	page.Errors = []templates.FieldError{{Field: "text", Text: fault.TextOf(wrong)}}
	return s.showNote(c, who, http.StatusUnprocessableEntity, n.Transfer, page)
}

// noteConflict shows what a note says now beside what was wanted of it.
func (s *Server) noteConflict(c echo.Context, who auth.Actor, n desk.NoteText, withdraw bool) error {
	held, err := s.noteHeld(c.Request().Context(), n.Transfer, n.Note)
	if err != nil {
		return err
	}
	n.Based = held.Version
	page := s.notePage(c, who, n)
	page.Heading = "This note was changed meanwhile"
	theirs := noteOf(held, who, s.Face(who))
	theirs.By, theirs.At = held.ChangedBy.Name, s.Face(who).At(held.ChangedAt)
	page.Theirs = &theirs
	if withdraw {
		page.Withdraw = templates.NotePath(front.IDText(n.Transfer), front.IDText(n.Note)) + "/withdraw"
	}
	return s.showNote(c, who, http.StatusConflict, n.Transfer, page)
}

// noteHeld reads a note of a transfer.
func (s *Server) noteHeld(ctx context.Context, transfer, id int64) (held store.Note, err error) {
	err = s.Cfg.DB.Read(ctx, func(r *store.Reader) (err error) {
		held, err = r.Note(id)
		return err
	})
	if err == nil && held.Transfer != transfer {
		return store.Note{}, fault.New(fault.NotFound, "There is no such note on this transfer.")
	}
	return held, err
}

// notePage is the form with a text.
func (s *Server) notePage(c echo.Context, who auth.Actor, n desk.NoteText) templates.NoteEditPage {
	id := front.IDText(n.Transfer)
	page := templates.NoteEditPage{Frame: s.Frame(c, who, templates.NavNone, nil), Transfer: id, Heading: "Edit a note",
		Action: "/transfers/" + id + "/notes", Text: n.Text, Back: "/transfers/" + id + "#notes"}
	if n.Note > 0 {
		page.Action, page.Based = templates.NotePath(id, front.IDText(n.Note)), front.IDText(n.Based)
		page.Back = "/transfers/" + id + "#note-" + front.IDText(n.Note)
	}
	return page
}

// showNote prints the form. It shows something of a transfer, whose view is recorded.
func (s *Server) showNote(c echo.Context, who auth.Actor, status int, transfer int64, page templates.NoteEditPage) error {
	if err := s.RefreshView(c, who, auth.ViewTransfer, "transfer", transfer); err != nil {
		return err
	}
	page.Title = page.Heading + " · " + page.Transfer
	return s.Render(c, status, templates.NoteEdit(page))
}
