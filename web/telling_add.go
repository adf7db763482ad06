package web

import (
	"encoding/json"
	"fmt"
	"net/http"
	"strings"

	"github.com/labstack/echo/v4"

	"transferdesk/internal/answer"
	"transferdesk/internal/auth"
	"transferdesk/internal/desk"
	"transferdesk/internal/fault"
	"transferdesk/templates"
	"transferdesk/web/front"
)

// tellingAdd notes that somebody told the customer what the page said. It leads back
// to the transfer, or answers a script with apiNoted.
func (s *Server) tellingAdd(c echo.Context, who auth.Actor) error {
	id, err := front.PathID(c, "transfer")
	if err != nil {
		return err
	}
	form, err := front.ReadForm(c)
	if err != nil {
		return err
	}
	caller := templates.Caller{Who: form.Get("caller"), Identity: form.Get("identity")}
	if err := front.CheckCaller(caller); err != nil {
		return err
	}
	if !caller.MayHear() {
		return fault.New(fault.Unprocessable, "The text is for the sender, once confirmed, and for nobody else. Nothing was noted.")
	}
	view, health, err := s.readTransferPage(c, id, s.Face(who))
	if err != nil {
		return err
	}
	a := s.composeView(view, s.Face(who))
	if seen := form.Get("text"); seen != a.CustomerText.Text {
		return s.tellingChanged(c, s.Frame(c, who, templates.NavNone, health), id, seen, a, caller)
	}
	basis, err := json.Marshal(a.Basis)
	if err != nil {
		return fmt.Errorf("keeping what was told of transfer %d: %w", id, err)
	}
	err = s.Cfg.Desk.Tell(c.Request().Context(), who, front.RequestID(c), desk.Telling{
		Transfer: id, Text: a.CustomerText.Text, Code: string(a.Code), Basis: basis, Caller: caller.Who, Identity: caller.Identity,
	})
	if err != nil {
		return err
	}
	if byScript(c) {
		return front.SendJSON(c, http.StatusCreated, apiNoted{Noted: true, Text: "Copied and noted"})
	}
	return c.Redirect(http.StatusSeeOther, "/transfers/"+front.IDText(id)+"#last-told")
}

// tellingChanged refuses to note what is not said any more: nobody may have told a
// customer what the page of that moment did not say.
func (s *Server) tellingChanged(c echo.Context, frame templates.Frame, id int64, seen string, a answer.Answer, caller templates.Caller) error {
	if byScript(c) {
		return front.SendJSON(c, http.StatusConflict, apiNoted{Text: "Copied, but not noted: the answer has changed. Reload the page."})
	}
	frame.Title = "The answer has changed · " + front.IDText(id)
	return s.Render(c, http.StatusConflict, templates.TellingChanged(templates.TellingChangedPage{
		Frame: frame, Seen: kept(seen), Now: a.CustomerText.Text, To: templates.Audience(a.Code), Transfer: front.IDText(id), Caller: caller,
	}))
}

// apiNoted answers the script of a page.
type apiNoted struct {
	Noted bool   `json:"noted"`
	Text  string `json:"text"` // what the button says
}

// byScript says whether a script asks, which cannot show a page.
func byScript(c echo.Context) bool {
	return strings.HasPrefix(c.Request().Header.Get(echo.HeaderAccept), echo.MIMEApplicationJSON)
}
