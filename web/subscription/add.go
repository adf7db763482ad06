package subscription

import (
	"cmp"
	"net/http"
	"net/url"
	"strings"

	"github.com/labstack/echo/v4"

	"transferdesk/internal/atwise"
	"transferdesk/internal/auth"
	"transferdesk/internal/fault"
	"transferdesk/internal/wise"
	"transferdesk/templates"
	"transferdesk/web/front"
)

// notOurs warns of an address at which nothing of it would come here.
func notOurs(ours string) string {
	if ours == "" {
		return "The address may not be this server’s: its own is not known without --base-url. If it is meant, send the form once more."
	}
	return "The address is not this server’s, which is " + ours + ". Events would go there, and nothing of them here. If that is meant, send the form once more."
}

// elsewhere warns once of an address that is good and not this server's; nil: it is,
// or it was warned of, or it is not good, which is told otherwise.
func (p *Pages) elsewhere(c echo.Context, address, warned string) error {
	ours := p.ourAddress(c)
	if atwise.CheckAddress(address, p.Cfg.AtWise.Simulated()) != nil || placeOf(address, ours) == here || address == warned {
		return nil
	}
	return fault.New(fault.Unprocessable, notOurs(ours))
}

// warnedOf is the address that the form warns of, which the next click then means.
func warnedOf(wrong []templates.FieldError, address, ours string) string {
	if len(wrong) == 1 && wrong[0].Text == notOurs(ours) {
		return address
	}
	return ""
}

// Add asks Wise for one subscription. What came of it stands on the page
// of subscriptions; a form that cannot be taken comes back, 422 for a field and 409
// where there is such a subscription, or may be.
func (p *Pages) Add(c echo.Context, who auth.Actor) error {
	form, err := front.ReadForm(c)
	if err != nil {
		return err
	}
	profile, err := formScope(form.Get("profile"))
	if err != nil {
		return err
	}
	n := atwise.NewSubscription{Profile: profile, Event: form.Get("event"), URL: strings.TrimSpace(form.Get("url")), Name: form.Get("name")}
	n.Version = cmp.Or(form.Get("version"), wise.NewestVersion(n.Event))
	if warning := p.elsewhere(c, n.URL, form.Get("elsewhere")); warning != nil {
		return p.showNew(c, who, http.StatusUnprocessableEntity, form, templates.FieldError{Field: "url", Text: fault.TextOf(warning)})
	}
	act, err := p.Cfg.AtWise.Subscribe(c.Request().Context(), who, front.RequestID(c), n)
	switch kind := fault.KindOf(err); {
	case err == nil:
	case kind == fault.Unprocessable:
		return p.showNew(c, who, http.StatusUnprocessableEntity, form, templates.FieldError{Field: fieldOf(err), Text: fault.TextOf(err)})
	case kind == fault.Conflict:
		return p.showNew(c, who, http.StatusConflict, form, templates.FieldError{Field: "form", Text: fault.TextOf(err)})
	default:
		return err
	}
	if act.Trouble.Kind == atwise.TroubleCallback {
		p.writeRejected()
	}
	return c.Redirect(http.StatusSeeOther, scopePath(profile, url.Values{"act": {front.IDText(act.ID)}}))
}

// writeRejected has what was refused at the door written at once, since the page
// that comes next asks for it.
func (p *Pages) writeRejected() {
	if err := p.Cfg.Journal.WriteRejected(); err != nil {
		p.Log.Error("writing what was refused at the door", "error", err)
	}
}

// fieldOf finds the field that a refusal is about by the words that it
// begins with.
func fieldOf(err error) string {
	text := fault.TextOf(err)
	for _, f := range []struct{ words, field string }{{"The event type", "event"}, {"The version", "version"}, {"The address", "url"}, {"The name", "name"}} {
		if strings.HasPrefix(text, f.words) {
			return f.field
		}
	}
	return "form"
}
