package web

import (
	"errors"
	"net/http"
	"net/url"

	"github.com/labstack/echo/v4"

	"transferdesk/internal/answer"
	"transferdesk/internal/auth"
	"transferdesk/internal/desk"
	"transferdesk/internal/fault"
	"transferdesk/internal/work"
	"transferdesk/store"
	"transferdesk/templates"
	"transferdesk/web/front"
)

// noDay is what the button sends that clears a follow-up.
const noDay = "none"

// workAsk is one form of the section, with the page that it is judged against.
type workAsk struct {
	who  auth.Actor
	on   desk.WorkOn
	form url.Values
	view transferView
	now  answer.Answer
	face front.Face
	feed *templates.Feed
}

// workAssign gives the transfer to somebody, or to nobody.
func (s *Server) workAssign(c echo.Context, who auth.Actor) error {
	ask, err := s.readWorkAsk(c, who)
	if err != nil {
		return err
	}
	person, err := ask.person()
	if err != nil {
		return s.workAnswer(c, ask, store.Work{}, "person", err)
	}
	held, err := s.Cfg.Desk.Assign(c.Request().Context(), who, front.RequestID(c), ask.on, person)
	return s.workAnswer(c, ask, held, "person", err)
}

// workFollowUp sets the day to look again, or clears it.
func (s *Server) workFollowUp(c echo.Context, who auth.Actor) error {
	ask, err := s.readWorkAsk(c, who)
	if err != nil {
		return err
	}
	day, err := dayOf(ask.form, work.Today(ask.face.Now, ask.face.Zone))
	if err != nil {
		return s.workAnswer(c, ask, store.Work{}, "day", err)
	}
	held, err := s.Cfg.Desk.FollowUp(c.Request().Context(), who, front.RequestID(c), ask.on, day)
	return s.workAnswer(c, ask, held, "day", err)
}

// workResolve closes the work, with the answer that the page had shown.
func (s *Server) workResolve(c echo.Context, who auth.Actor) error {
	ask, err := s.readWorkAsk(c, who)
	if err != nil {
		return err
	}
	held, err := s.Cfg.Desk.Resolve(c.Request().Context(), who, front.RequestID(c), ask.on, s.resolution(ask))
	return s.workAnswer(c, ask, held, "outcome", err)
}

// workReopen takes back that it is resolved.
func (s *Server) workReopen(c echo.Context, who auth.Actor) error {
	ask, err := s.readWorkAsk(c, who)
	if err != nil {
		return err
	}
	held, err := s.Cfg.Desk.Reopen(c.Request().Context(), who, front.RequestID(c), ask.on)
	return s.workAnswer(c, ask, held, "work", err)
}

// readWorkAsk reads a form and the transfer that it is about.
func (s *Server) readWorkAsk(c echo.Context, who auth.Actor) (workAsk, error) {
	id, err := front.PathID(c, "transfer")
	if err != nil {
		return workAsk{}, err
	}
	form, err := front.ReadForm(c)
	if err != nil {
		return workAsk{}, err
	}
	ask := workAsk{who: who, on: desk.WorkOn{Transfer: id, Seen: seenVersion(form.Get("version"))}, form: form, face: s.Face(who)}
	if ask.view, ask.feed, err = s.readTransferPage(c, id, ask.face); err != nil {
		return workAsk{}, err
	}
	ask.now = s.composeView(ask.view, ask.face)
	return ask, nil
}

// noVersion is what a page cannot have seen: what it says is no version, so that nothing
// is overwritten.
const noVersion = -1

// seenVersion reads the version of a form as pages write it: 0 of a transfer that nobody
// had touched.
func seenVersion(text string) int64 {
	if version, ok := front.ParseID(text); ok || text == "0" {
		return version
	}
	return noVersion
}

// nobody is what the list of people sends for none of them.
const nobody = "0"

// person is to whom the form gives the transfer; 0 for nobody. What names nobody on
// the list takes the transfer from nobody either.
func (a workAsk) person() (int64, error) {
	if a.form.Get("me") != "" {
		return a.who.ID, nil
	}
	value := a.form.Get("person")
	id, ok := front.ParseID(value)
	if !ok && value != nobody {
		return 0, fault.New(fault.Unprocessable, "Choose somebody of the list, or nobody. The transfer stays with whoever has it.")
	}
	return id, nil
}

// dayOf reads the day of the form: that of a button before that of the field.
func dayOf(form url.Values, today work.Day) (work.Day, error) {
	switch pick := form.Get("pick"); pick {
	case "":
		return work.ParseDay(form.Get("day"), today)
	case noDay:
		return "", nil
	default:
		return work.ParseDay(pick, today)
	}
}

// workAnswer answers a form: the page of the transfer once it is done, both versions
// where somebody else was first, the page with what was typed where a field is wrong.
func (s *Server) workAnswer(c echo.Context, ask workAsk, held store.Work, field string, err error) error {
	switch {
	case err == nil:
		if next := ask.form.Get("next"); next != "" {
			return c.Redirect(http.StatusSeeOther, didInList(next, ask.on.Transfer, held.Version))
		}
		return c.Redirect(http.StatusSeeOther, didWork(ask.on.Transfer, held.Version))
	case errors.Is(err, desk.ErrWorkChanged):
		return s.workChanged(c, ask)
	case fault.KindOf(err) == fault.Unprocessable:
		return s.workWrong(c, ask, templates.FieldError{Field: field, Text: fault.TextOf(err)})
	}
	return err
}
