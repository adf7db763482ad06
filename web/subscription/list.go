package subscription

import (
	"maps"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/labstack/echo/v4"

	"transferdesk/internal/auth"
	"transferdesk/internal/fault"
	"transferdesk/internal/feed"
	"transferdesk/internal/wise/api"
	"transferdesk/templates"
	"transferdesk/web/front"
)

// List is /admin/subscriptions: what Wise sends, what it could send, and
// what is missing. It never waits for Wise: it shows what is stored, with its age.
func (p *Pages) List(c echo.Context, who auth.Actor) error {
	typed := strings.TrimSpace(c.QueryParam("profile"))
	profile, ok := front.ParseID(typed)
	if !ok && typed != "" {
		wrong := templates.FieldError{Field: "profile", Text: "The profile id must be a whole number with digits only, like 16055450."}
		return p.show(c, who, http.StatusUnprocessableEntity, 0, wrong)
	}
	return p.show(c, who, http.StatusOK, profile)
}

func (p *Pages) show(c echo.Context, who auth.Actor, status int, profile int64, wrong ...templates.FieldError) error {
	face := p.Face(who)
	v, err := p.read(c, profile, face)
	if err != nil {
		return err
	}
	news, err := p.newsOf(c, v, face)
	if err != nil {
		return err
	}
	frame := p.Frame(c, who, templates.NavSubscriptions, v.feed)
	frame.Title = "Subscriptions"
	page := templates.SubscriptionsPage{
		Frame: frame, Ours: v.ours, News: news, Job: p.jobWords(), Application: p.scopeView(who, v, 0, face), Profiles: v.scopeLinks(face),
		Typed: front.Clipped(c.QueryParam("profile")), Errors: wrong, Coverage: p.coverageRows(v, face), Strays: v.strays(face), StraysWhy: v.straysWhy(),
	}
	for _, act := range v.acts {
		page.Acts = append(page.Acts, v.actNews(act, face))
	}
	if profile != 0 {
		chosen := p.scopeView(who, v, profile, face)
		page.Profile = &chosen
	}
	return p.Render(c, status, templates.SubscriptionList(page))
}

// jobWords says how far everything missing is being made; "" while nothing is.
func (p *Pages) jobWords() string {
	job, any := p.Cfg.AtWise.Subscribing()
	if !any || !job.Ended.IsZero() {
		return ""
	}
	return "Subscriptions of " + scopeName(job.Profile) + " are being made: " + strconv.Itoa(len(job.Lines)) + " of " + strconv.Itoa(len(job.Events)) + "."
}

// scopeLinks are the profiles whose lists were asked for.
func (v view) scopeLinks(face front.Face) (links []templates.ScopeLink) {
	for _, id := range slices.Sorted(maps.Keys(v.profiles)) {
		told := v.profiles[id]
		links = append(links, templates.ScopeLink{
			Profile: front.IDText(id), Href: scopePath(id, nil), At: face.At(told.At), Count: len(told.Value), Trouble: told.Trouble != nil,
		})
	}
	return links
}

// lastOf is when the last event came that named a subscription; zero: none did.
func (v view) lastOf(one api.Subscription) time.Time {
	var its []feed.Record
	for _, r := range v.records {
		if r.Subscription == one.ID {
			its = append(its, r)
		}
	}
	return feed.Together(its).Last
}

// formScope reads whose subscriptions a form or an address is about: 0 is the
// application.
func formScope(typed string) (int64, error) {
	typed = strings.TrimSpace(typed)
	if typed == "" {
		return 0, nil
	}
	profile, ok := front.ParseID(typed)
	if !ok {
		return 0, fault.New(fault.Invalid, "A profile id is a whole number with digits only, like 16055450.")
	}
	return profile, nil
}
