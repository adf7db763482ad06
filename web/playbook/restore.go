package playbook

import (
	"net/http"
	"net/url"
	"strconv"

	"github.com/labstack/echo/v4"

	"transferdesk/internal/auth"
	"transferdesk/internal/desk"
	"transferdesk/internal/fault"
	"transferdesk/templates"
	"transferdesk/web/front"
)

// restoreWrong is a form that could not be taken.
type restoreWrong struct {
	form url.Values
	err  error
}

// Restore is POST /reasons/{code}/restore: an older version, or the built-in
// card, becomes the newest version.
func (p *Pages) Restore(c echo.Context, who auth.Actor) error {
	form, err := front.ReadForm(c)
	if err != nil {
		return err
	}
	ask, based, err := formCard(c, form)
	if err != nil {
		return err
	}
	version, err := versionNumber(form.Get("version"))
	if err != nil {
		return err
	}
	err = p.Cfg.Desk.RestorePlaybook(c.Request().Context(), who, front.RequestID(c), desk.CardChange{
		Kind: ask.kind, Code: ask.code, Based: based, Version: version, Note: form.Get("note"),
	})
	switch fault.KindOf(err) {
	case fault.Unprocessable:
		return p.show(c, who, http.StatusUnprocessableEntity, ask, &restoreWrong{form, err})
	case fault.Conflict:
		return p.show(c, who, http.StatusConflict, ask, &restoreWrong{form, err})
	}
	if err != nil {
		return err
	}
	p.reread(c.Request().Context())
	return c.Redirect(http.StatusSeeOther, cardBack(ask)+"#versions")
}

// restoreForm offers what can be brought back; nil when there is nothing.
func (p *Pages) restoreForm(t cardThere, face front.Face, wrong *restoreWrong) *templates.RestoreForm {
	newest := t.newest()
	if newest.Version == 0 {
		return nil
	}
	f := &templates.RestoreForm{Action: "/reasons/" + url.PathEscape(t.ask.code) + "/restore", Kind: t.ask.kind, Based: strconv.FormatInt(newest.Version, 10)}
	if !newest.Builtin {
		f.To = append(f.To, templates.SelectOption{Value: "0", Text: p.versionName(t, 0, face)})
	}
	for _, v := range t.versions[1:] {
		if !v.Builtin && v.Card != newest.Card {
			f.To = append(f.To, templates.SelectOption{Value: strconv.FormatInt(v.Version, 10), Text: p.versionName(t, v.Version, face)})
		}
	}
	if wrong != nil {
		f.Note = front.Clipped(wrong.form.Get("note"))
		f.Errors = cardErrors(wrong.err)
		for i := range f.To {
			f.To[i].Chosen = f.To[i].Value == wrong.form.Get("version")
		}
	}
	if len(f.To) == 0 && wrong == nil {
		return nil
	}
	return f
}
