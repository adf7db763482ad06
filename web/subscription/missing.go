package subscription

import (
	"net/http"
	"net/url"
	"slices"
	"strings"

	"github.com/labstack/echo/v4"

	"transferdesk/internal/answer"
	"transferdesk/internal/atwise"
	"transferdesk/internal/audit"
	"transferdesk/internal/auth"
	"transferdesk/internal/fault"
	"transferdesk/internal/wise"
	"transferdesk/store"
	"transferdesk/templates"
	"transferdesk/web/front"
)

const missingPath = root + "/missing"

// MissingShow lists what is missing in a scope, before anything is made; while a job
// runs, how far it is.
func (p *Pages) MissingShow(c echo.Context, who auth.Actor) error {
	return p.showMissing(c, who, http.StatusOK, c.QueryParams(), nil)
}

func (p *Pages) showMissing(c echo.Context, who auth.Actor, status int, form url.Values, wrong error) error {
	profile, err := formScope(form.Get("profile"))
	if err != nil {
		return err
	}
	face := p.Face(who)
	v, err := p.read(c, profile, face)
	if err != nil {
		return err
	}
	page := templates.MissingPage{
		Frame: p.Frame(c, who, templates.NavSubscriptions, v.feed), Scope: scopeName(profile), Profile: scopeField(profile), Back: scopePath(profile, nil),
		Why: v.why(profile), Known: v.told(profile).Known, URL: v.ours, Simulated: p.Cfg.AtWise.Simulated(), At: face.At(v.told(profile).At),
	}
	if typed := form.Get("url"); typed != "" {
		page.URL = front.Clipped(typed)
	}
	if wrong != nil {
		page.Errors = []templates.FieldError{{Field: fieldOf(wrong), Text: fault.TextOf(wrong)}}
		page.Elsewhere = warnedOf(page.Errors, page.URL, v.ours)
	}
	if job, any := p.Cfg.AtWise.Subscribing(); any && (job.Ended.IsZero() || job.Profile == profile) {
		page.Job = missingJob(job, face)
	}
	page.Rows = v.missingRows(profile, form["event"])
	page.Title = "Subscribe everything that is missing"
	return p.Render(c, status, templates.MissingShow(page))
}

// missingRows are the types that can be made: those that Wise offers ticked, those
// that it does not document not. What was chosen before stays chosen.
func (v view) missingRows(profile int64, chosen []string) (rows []templates.MissingRow) {
	for _, offer := range []wise.Offer{wise.Offered, wise.NotDocumented} {
		for _, name := range v.without(profile, offer) {
			ticked := offer == wise.Offered && !v.besideHas(profile, name)
			if len(chosen) > 0 {
				ticked = slices.Contains(chosen, name)
			}
			row := templates.MissingRow{Type: name, Version: wise.NewestVersion(name), Lost: lostWithout(name), Documented: offer == wise.Offered, Ticked: ticked}
			if v.besideHas(profile, name) {
				row.Beside = "The application is subscribed to it, which tells of its users’ profiles too."
			}
			rows = append(rows, row)
		}
	}
	return rows
}

// besideHas says whether a profile need not be subscribed to a type, since the
// application is.
func (v view) besideHas(profile int64, name string) bool {
	return profile != 0 && coveredBy(v.app.Value, name, v.ours).comes()
}

func missingJob(p atwise.SubscribeProgress, face front.Face) *templates.MissingJob {
	job := &templates.MissingJob{
		Running: p.Ended.IsZero(), Scope: scopeName(p.Profile), URL: p.URL, By: p.By, Total: len(p.Events), Begun: face.At(p.Begun),
		Stopped: p.Stopped, Problem: p.Problem, Here: inScope(missingPath, p.Profile, nil), Back: scopePath(p.Profile, nil),
	}
	for _, l := range p.Lines {
		line := templates.MissingLine{Type: l.Event, Version: l.Version, Text: l.Text, Tag: templates.Tag{Text: "Not asked", Tone: answer.Neutral}}
		switch l.Result {
		case string(audit.Done):
			line.Tag, job.Made = templates.Tag{Text: "Made", Tone: answer.Done}, job.Made+1
		case string(audit.Refused):
			line.Tag = templates.Tag{Text: "Refused", Tone: answer.Problem}
		case string(audit.Unknown), store.ActStarted:
			line.Tag = templates.Tag{Text: "Not known", Tone: answer.Waiting}
		}
		job.Lines = append(job.Lines, line)
	}
	for _, event := range p.Events[len(p.Lines):] {
		tag := templates.Tag{Text: "Not asked", Tone: answer.Neutral}
		if job.Running {
			tag = templates.Tag{Text: "To come", Tone: answer.Moving}
		}
		job.Lines = append(job.Lines, templates.MissingLine{Type: event, Version: wise.NewestVersion(event), Tag: tag})
	}
	job.Done = len(p.Lines)
	return job
}

// MissingStart makes what was ticked, one after another, in the background.
func (p *Pages) MissingStart(c echo.Context, who auth.Actor) error {
	form, err := front.ReadForm(c)
	if err != nil {
		return err
	}
	profile, err := formScope(form.Get("profile"))
	if err != nil {
		return err
	}
	all := atwise.SubscribeAll{Profile: profile, URL: strings.TrimSpace(form.Get("url")), Events: front.Severals(form, "event")}
	if warning := p.elsewhere(c, all.URL, form.Get("elsewhere")); warning != nil {
		return p.showMissing(c, who, http.StatusUnprocessableEntity, form, warning)
	}
	err = p.Cfg.AtWise.StartSubscribing(c.Request().Context(), who, front.RequestID(c), all)
	switch kind := fault.KindOf(err); {
	case err == nil:
		return c.Redirect(http.StatusSeeOther, inScope(missingPath, profile, nil))
	case kind == fault.Unprocessable:
		return p.showMissing(c, who, http.StatusUnprocessableEntity, form, err)
	case kind == fault.Conflict:
		return p.showMissing(c, who, http.StatusConflict, form, err)
	}
	return err
}

// MissingStop stops the job after the subscription that is under way.
func (p *Pages) MissingStop(c echo.Context, who auth.Actor) error {
	if err := p.Cfg.AtWise.StopSubscribing(c.Request().Context(), who, front.RequestID(c)); err != nil {
		return err
	}
	job, _ := p.Cfg.AtWise.Subscribing()
	return c.Redirect(http.StatusSeeOther, inScope(missingPath, job.Profile, nil))
}
