package web

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
)

const missingPath = subscriptionsPath + "/missing"

// missingShow lists what is missing in a scope, before anything is made; while a job
// runs, how far it is.
func (s *Server) missingShow(c echo.Context, who auth.Actor) error {
	return s.showMissing(c, who, http.StatusOK, c.QueryParams(), nil)
}

func (s *Server) showMissing(c echo.Context, who auth.Actor, status int, form url.Values, wrong error) error {
	profile, err := formScope(form.Get("profile"))
	if err != nil {
		return err
	}
	face := s.face(who)
	v, err := s.readSubscriptions(c, profile, face)
	if err != nil {
		return err
	}
	page := templates.MissingPage{
		Frame: s.frame(c, who, templates.NavSubscriptions, v.feed), Scope: scopeName(profile), Profile: scopeField(profile), Back: scopePath(profile, nil),
		Why: v.why(profile), Known: v.told(profile).Known, URL: v.ours, Simulated: s.cfg.AtWise.Simulated(), At: face.at(v.told(profile).At),
	}
	if typed := form.Get("url"); typed != "" {
		page.URL = clipped(typed)
	}
	if wrong != nil {
		page.Errors = []templates.FieldError{{Field: subscriptionField(wrong), Text: fault.TextOf(wrong)}}
		page.Elsewhere = warnedOf(page.Errors, page.URL, v.ours)
	}
	if job, any := s.cfg.AtWise.Subscribing(); any && (job.Ended.IsZero() || job.Profile == profile) {
		page.Job = missingJob(job, face)
	}
	page.Rows = v.missingRows(profile, form["event"])
	page.Title = "Subscribe everything that is missing"
	return s.render(c, status, templates.MissingShow(page))
}

// missingRows are the types that can be made: those that Wise offers ticked, those
// that it does not document not. What was chosen before stays chosen.
func (v subscriptionView) missingRows(profile int64, chosen []string) (rows []templates.MissingRow) {
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
func (v subscriptionView) besideHas(profile int64, name string) bool {
	return profile != 0 && coveredBy(v.app.Value, name, v.ours).comes()
}

func missingJob(p atwise.SubscribeProgress, face clockface) *templates.MissingJob {
	job := &templates.MissingJob{
		Running: p.Ended.IsZero(), Scope: scopeName(p.Profile), URL: p.URL, By: p.By, Total: len(p.Events), Begun: face.at(p.Begun),
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

// missingStart makes what was ticked, one after another, in the background.
func (s *Server) missingStart(c echo.Context, who auth.Actor) error {
	form, err := readForm(c)
	if err != nil {
		return err
	}
	profile, err := formScope(form.Get("profile"))
	if err != nil {
		return err
	}
	all := atwise.SubscribeAll{Profile: profile, URL: strings.TrimSpace(form.Get("url")), Events: severals(form, "event")}
	if warning := s.elsewhere(c, all.URL, form.Get("elsewhere")); warning != nil {
		return s.showMissing(c, who, http.StatusUnprocessableEntity, form, warning)
	}
	err = s.cfg.AtWise.StartSubscribing(c.Request().Context(), who, requestID(c), all)
	switch kind := fault.KindOf(err); {
	case err == nil:
		return c.Redirect(http.StatusSeeOther, inScope(missingPath, profile, nil))
	case kind == fault.Unprocessable:
		return s.showMissing(c, who, http.StatusUnprocessableEntity, form, err)
	case kind == fault.Conflict:
		return s.showMissing(c, who, http.StatusConflict, form, err)
	}
	return err
}

// missingStop stops the job after the subscription that is under way.
func (s *Server) missingStop(c echo.Context, who auth.Actor) error {
	if err := s.cfg.AtWise.StopSubscribing(c.Request().Context(), who, requestID(c)); err != nil {
		return err
	}
	job, _ := s.cfg.AtWise.Subscribing()
	return c.Redirect(http.StatusSeeOther, inScope(missingPath, job.Profile, nil))
}
