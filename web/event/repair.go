package event

import (
	"net/http"
	"net/url"
	"strings"

	"github.com/labstack/echo/v4"

	"transferdesk/internal/auth"
	"transferdesk/internal/desk"
	"transferdesk/internal/fault"
	"transferdesk/store"
	"transferdesk/templates"
	"transferdesk/web/front"
)

// Again applies one event again. What came of it stands on its page.
func (p *Pages) Again(c echo.Context, who auth.Actor) error {
	return p.repair(c, who, "again", func(id int64, _ url.Values) error {
		return p.Cfg.Repairs.ApplyAgain(c.Request().Context(), who, front.RequestID(c), id)
	})
}

// Aside sets a quarantined event aside, or takes that back.
func (p *Pages) Aside(c echo.Context, who auth.Actor) error {
	return p.repair(c, who, "aside", func(id int64, form url.Values) error {
		do := form.Get("do")
		if do != "set" && do != "undo" {
			return fault.New(fault.Invalid, "The form must say whether to set aside or to take back.")
		}
		return p.Cfg.Desk.ChangeAside(c.Request().Context(), who, front.RequestID(c), desk.AsideChange{Delivery: id, Undo: do == "undo", Note: form.Get("note")})
	})
}

// Attach attaches an event to a transfer, customer or user, or detaches it.
func (p *Pages) Attach(c echo.Context, who auth.Actor) error {
	return p.repair(c, who, "attach", func(id int64, form url.Values) error {
		kind, do := form.Get("kind"), form.Get("do")
		if do != "attach" && do != "detach" || kind != store.HandleTransfer && kind != store.HandleProfile && kind != store.HandleUser {
			return fault.New(fault.Invalid, "The form must say what to attach to: a transfer, a customer or a user.")
		}
		to, ok := front.ParseID(strings.TrimSpace(form.Get("id")))
		if !ok {
			return fault.New(fault.Unprocessable, "The id must be a whole number with digits only, like 49983981.")
		}
		return p.Cfg.Desk.ChangeAttachment(c.Request().Context(), who, front.RequestID(c), desk.AttachChange{
			Delivery: id, Kind: kind, ID: to, Undo: do == "detach", Note: form.Get("note"),
		})
	})
}

// repair does something about an event and leads back to its page. What
// cannot be taken comes back as that page with what was typed: 422 for a field,
// 409 when the event is not what it was.
func (p *Pages) repair(c echo.Context, who auth.Actor, what string, do func(id int64, form url.Values) error) error {
	id, err := front.PathID(c, "event")
	if err != nil {
		return err
	}
	form, err := front.ReadForm(c)
	if err != nil {
		return err
	}
	err = do(id, form)
	switch fault.KindOf(err) {
	case fault.Unprocessable:
		return p.repairAgain(c, who, id, what, form, http.StatusUnprocessableEntity, err)
	case fault.Conflict:
		return p.repairAgain(c, who, id, what, form, http.StatusConflict, err)
	}
	if err != nil {
		return err
	}
	return c.Redirect(http.StatusSeeOther, "/events/"+front.IDText(id))
}

func (p *Pages) repairAgain(c echo.Context, who auth.Actor, id int64, what string, form url.Values, status int, wrong error) error {
	if err := p.RecordView(c, who, auth.ViewEvent, "event", id); err != nil {
		return err
	}
	page, err := p.readPage(c, who, auth.ViewEvent, id)
	if err != nil {
		return err
	}
	if page.Repair != nil {
		page.Repair.Wrong = templates.RepairWrong{
			Form: what, Kind: form.Get("kind"), ID: front.Clipped(form.Get("id")), Note: front.Clipped(form.Get("note")),
			Errors: []templates.FieldError{{Field: repairField(what, wrong), Text: fault.TextOf(wrong)}},
		}
	}
	return p.Render(c, status, templates.EventShow(page))
}

// repairField finds the field that a refusal is about.
func repairField(what string, wrong error) string {
	switch text := fault.TextOf(wrong); {
	case strings.HasPrefix(text, "The note"):
		return what + "-note"
	case strings.HasPrefix(text, "The id"):
		return "attach-id"
	}
	return "form"
}
