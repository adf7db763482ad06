package web

import (
	"net/http"
	"net/url"

	"github.com/labstack/echo/v4"

	"transferdesk/internal/auth"
	"transferdesk/internal/desk"
	"transferdesk/internal/fault"
	"transferdesk/internal/live"
	"transferdesk/web/front"
)

// maxNoteForm is the largest form of a note in bytes: a text of twice the length that is
// allowed, each letter escaped, so that what is too long comes back as it was typed.
const maxNoteForm = 256 << 10

// noteAdd is POST /transfers/{id}/notes.
func (s *Server) noteAdd(c echo.Context, who auth.Actor) error {
	id, err := front.PathID(c, "transfer")
	if err != nil {
		return err
	}
	form, err := readNote(c)
	if err != nil {
		return err
	}
	note, err := s.Cfg.Desk.AddNote(c.Request().Context(), who, front.RequestID(c), desk.NoteText{Transfer: id, Text: form.Get("text")})
	if fault.KindOf(err) == fault.Unprocessable {
		return s.noteAgain(c, who, desk.NoteText{Transfer: id, Text: form.Get("text")}, err)
	}
	if err != nil {
		return err
	}
	return s.noteDid(c, id, note, didNote)
}

// noteSave is POST /transfers/{id}/notes/{note}: another text of a note.
func (s *Server) noteSave(c echo.Context, who auth.Actor) error {
	n, err := noteForm(c)
	if err != nil {
		return err
	}
	err = s.Cfg.Desk.EditNote(c.Request().Context(), who, front.RequestID(c), n)
	switch fault.KindOf(err) {
	case fault.Unprocessable:
		return s.noteAgain(c, who, n, err)
	case fault.Conflict:
		return s.noteConflict(c, who, n, false)
	}
	if err != nil {
		return err
	}
	return s.noteDid(c, n.Transfer, n.Note, didEdit)
}

// noteWithdraw is POST /transfers/{id}/notes/{note}/withdraw.
func (s *Server) noteWithdraw(c echo.Context, who auth.Actor) error {
	n, err := noteForm(c)
	if err != nil {
		return err
	}
	err = s.Cfg.Desk.WithdrawNote(c.Request().Context(), who, front.RequestID(c), n.Transfer, n.Note, n.Based)
	if fault.KindOf(err) == fault.Conflict {
		return s.noteConflict(c, who, n, true)
	}
	if err != nil {
		return err
	}
	return s.noteDid(c, n.Transfer, n.Note, didWithdraw)
}

// noteUndo is POST /transfers/{id}/notes/{note}/undo: a note says what it said before.
func (s *Server) noteUndo(c echo.Context, who auth.Actor) error {
	n, err := noteForm(c)
	if err != nil {
		return err
	}
	err = s.Cfg.Desk.UndoNote(c.Request().Context(), who, front.RequestID(c), n.Transfer, n.Note, n.Based)
	if fault.KindOf(err) == fault.Conflict {
		return fault.New(fault.Conflict, "Somebody has changed this note since. Nothing was taken back.")
	}
	if err != nil {
		return err
	}
	return s.noteDid(c, n.Transfer, n.Note, didUndo)
}

// noteDid leads back to the notes, and says what was done.
func (s *Server) noteDid(c echo.Context, transfer, note int64, did string) error {
	s.Changed(live.Transfer(transfer))
	query := url.Values{"did": {did}, "note": {front.IDText(note)}}
	return c.Redirect(http.StatusSeeOther, "/transfers/"+front.IDText(transfer)+"?"+query.Encode()+"#notes")
}

// noteForm reads a form about one note; what is not typed in it is empty.
func noteForm(c echo.Context) (n desk.NoteText, err error) {
	if n.Transfer, err = front.PathID(c, "transfer"); err != nil {
		return n, err
	}
	if n.Note, err = front.PathID(c, "note"); err != nil {
		return n, err
	}
	form, err := readNote(c)
	if err != nil {
		return n, err
	}
	n.Based, _ = front.ParseID(form.Get("based")) // one that cannot be read is no version: a conflict
	n.Text = form.Get("text")
	return n, nil
}

func readNote(c echo.Context) (url.Values, error) {
	return front.ReadFormOf(c, maxNoteForm, "The note is far longer than a note can be. Nothing was saved.")
}
