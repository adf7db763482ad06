package subscription

import (
	"net/http"
	"net/url"
	"slices"
	"strings"

	"github.com/labstack/echo/v4"

	"transferdesk/internal/auth"
	"transferdesk/internal/wise"
	"transferdesk/templates"
	"transferdesk/web/front"
)

// New is the form by which one subscription is made, with what the
// address has of it filled in.
func (p *Pages) New(c echo.Context, who auth.Actor) error {
	form := c.QueryParams()
	if form.Get("url") == "" {
		form.Set("url", p.ourAddress(c))
	}
	if form.Get("name") == "" {
		form.Set("name", strings.TrimSpace("Transferdesk "+form.Get("event")))
	}
	return p.showNew(c, who, http.StatusOK, form)
}

func (p *Pages) showNew(c echo.Context, who auth.Actor, status int, form url.Values, wrong ...templates.FieldError) error {
	profile, err := formScope(form.Get("profile"))
	if err != nil {
		return err
	}
	v, err := p.read(c, profile, p.Face(who))
	if err != nil {
		return err
	}
	event := form.Get("event")
	page := templates.SubscriptionForm{
		Frame: p.Frame(c, who, templates.NavSubscriptions, v.feed), Scope: scopeName(profile), Profile: scopeField(profile), Back: scopePath(profile, nil),
		Why: v.why(profile), Types: typeOptions(profile, event), Versions: versionOptions(event, form.Get("version")),
		URL: front.Clipped(form.Get("url")), Name: front.Clipped(form.Get("name")), Simulated: p.Cfg.AtWise.Simulated(), Errors: wrong,
	}
	page.Elsewhere = warnedOf(wrong, page.URL, v.ours)
	page.Title = "Subscribe " + page.Scope
	return p.Render(c, status, templates.SubscriptionNew(page))
}

// typeOptions are the event types that are possible for a scope; those that Wise
// does not document are marked.
func typeOptions(profile int64, chosen string) (options []templates.SelectOption) {
	for _, use := range eventUses {
		offer := offerIn(use.name, profile)
		if offer == wise.NotOffered {
			continue
		}
		text := use.name
		if offer == wise.NotDocumented {
			text += " (not clearly documented here; may be tried)"
		}
		options = append(options, templates.SelectOption{Value: use.name, Text: text, Chosen: use.name == chosen})
	}
	return options
}

// versionOptions are the versions of a type that are read, the newest first; all
// that there are while no type is chosen.
func versionOptions(event, chosen string) []templates.SelectOption {
	options := []templates.SelectOption{{Text: "the newest that is read" + inBrackets(wise.NewestVersion(event))}}
	versions := wise.Versions(event)
	if len(versions) == 0 {
		for _, name := range wise.EventTypes() {
			versions = append(versions, wise.Versions(name)...)
		}
	}
	slices.Sort(versions)
	for _, version := range slices.Backward(slices.Compact(versions)) {
		options = append(options, templates.SelectOption{Value: version, Text: version, Chosen: version == chosen})
	}
	return options
}

func inBrackets(text string) string {
	if text == "" {
		return ""
	}
	return " (" + text + ")"
}
