package event

import (
	"maps"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"github.com/labstack/echo/v4"

	"transferdesk/internal/auth"
	"transferdesk/internal/desk"
	"transferdesk/internal/fault"
	"transferdesk/store"
	"transferdesk/templates"
	"transferdesk/web/front"
)

const againPath = "/events/again"

// againOffer is the link by which a lead applies everything again that the list
// shows, counted up to most; nil when the list holds nothing that can be.
func (p *Pages) againOffer(c echo.Context, who auth.Actor, query url.Values, filter store.EventFilter, most int) (*templates.AgainOffer, error) {
	possible := func(status string) bool {
		return status == store.StatusQuarantined || status == store.StatusSetAside || status == store.StatusKept
	}
	if !who.May(auth.ApplyAgain) || len(filter.Status) > 0 && !slices.ContainsFunc(filter.Status, possible) {
		return nil, nil
	}
	n, more, err := p.Cfg.Repairs.Count(c.Request().Context(), filter, most)
	if err != nil || n == 0 && !more {
		return nil, err
	}
	return &templates.AgainOffer{Count: int64(n), More: more, Href: front.WithCursor(againPath, query, "")}, nil
}

// AgainShow is /events/again: how many events a filter would apply again, or how
// far the job has come that does.
func (p *Pages) AgainShow(c echo.Context, who auth.Actor) error {
	return p.showAgain(c, who, http.StatusOK, c.QueryParams(), "")
}

func (p *Pages) showAgain(c echo.Context, who auth.Actor, status int, query url.Values, problem string) error {
	filter, err := parseFilter(query)
	if err != nil {
		return err
	}
	face := p.Face(who)
	feed, err := p.readFeedAlone(c, face)
	if err != nil {
		return err
	}
	page := templates.AgainPage{Frame: p.Frame(c, who, templates.NavEvents, feed), Problem: problem, List: front.WithCursor("/events", query, "")}
	page.Title = "Apply events again"
	if job, any := p.Cfg.Repairs.Again(); any {
		page.Job = againJob(job, face)
	}
	page.Fields = hiddenFields(query)
	// A job that has just ended is what its page is about; another one begins at the list.
	if page.Job == nil || !page.Job.Running && len(page.Fields) > 0 {
		offer, err := p.againOffer(c, who, query, filter, desk.MostCounted)
		if err != nil {
			return err
		}
		page.Offer = offer
	}
	return p.Render(c, status, templates.AgainShow(page))
}

// readFeedAlone reads how fresh the page is where nothing else is read.
func (p *Pages) readFeedAlone(c echo.Context, face front.Face) (feed *templates.Feed, err error) {
	err = p.Cfg.DB.Read(c.Request().Context(), func(r *store.Reader) (err error) {
		feed, err = front.ReadFeed(r, face)
		return err
	})
	return feed, err
}

func againJob(p desk.AgainProgress, face front.Face) *templates.AgainJob {
	filter := "/events"
	if p.Query != "" {
		filter += "?" + p.Query
	}
	return &templates.AgainJob{
		Running: p.Ended.IsZero(), By: p.By, Filter: filter, Total: int64(p.Total), More: p.More, Done: int64(p.Done), Applied: int64(p.Applied),
		Begun: face.At(p.Begun), Stopped: p.Stopped, Problem: p.Problem, Here: againPath,
	}
}

// hiddenFields carries the filter along with a form.
func hiddenFields(query url.Values) (fields []templates.Hidden) {
	for _, name := range slices.Sorted(maps.Keys(query)) {
		for _, value := range query[name] {
			if name != "cursor" && strings.TrimSpace(value) != "" {
				fields = append(fields, templates.Hidden{Name: name, Value: value})
			}
		}
	}
	return fields
}

// AgainStart applies everything again that the filter in the form matches.
func (p *Pages) AgainStart(c echo.Context, who auth.Actor) error {
	form, err := front.ReadForm(c)
	if err != nil {
		return err
	}
	filter, err := parseFilter(form)
	if err != nil {
		return err
	}
	err = p.Cfg.Repairs.StartAgain(c.Request().Context(), who, front.RequestID(c), filter, form.Encode())
	if fault.KindOf(err) == fault.Conflict {
		return p.showAgain(c, who, http.StatusConflict, form, fault.TextOf(err))
	}
	if err != nil {
		return err
	}
	return c.Redirect(http.StatusSeeOther, againPath)
}

// AgainStop stops the job after its turn.
func (p *Pages) AgainStop(c echo.Context, who auth.Actor) error {
	if err := p.Cfg.Repairs.StopAgain(c.Request().Context(), who, front.RequestID(c)); err != nil {
		return err
	}
	return c.Redirect(http.StatusSeeOther, againPath)
}
