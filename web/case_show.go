package web

import (
	"net/http"

	"github.com/labstack/echo/v4"

	"transferdesk/internal/activity"
	"transferdesk/internal/auth"
	"transferdesk/internal/fault"
	"transferdesk/internal/live"
	"transferdesk/internal/wise/api"
	"transferdesk/store"
	"transferdesk/templates"
	activities "transferdesk/web/activity"
	"transferdesk/web/front"
)

// caseView is what the page of a case is made of.
type caseView struct {
	id     int64
	told   bool // by events
	events activities.View
	ours   *ourCase
	asked  store.Told[api.Case]
	sent   []store.CaseMessage
	named  string
}

// locked says whether anything that we know of it is for compliance alone.
func (v caseView) locked(a templates.Activity) bool {
	return a.Locked || v.asked.Known && v.asked.Value.Locked()
}

// readCase reads all that is known of a case; fault.NotFound when nothing is.
func readCase(r *store.Reader, id int64) (v caseView, err error) {
	v.id = id
	v.events, err = activities.Read(r, activity.Key{Kind: activity.SupportCase, ID: front.IDText(id)})
	if v.told = err == nil; err != nil && fault.KindOf(err) != fault.NotFound {
		return v, err
	}
	ours, found, err := r.SupportCaseByWise(id)
	if err != nil {
		return v, err
	}
	if !v.told && !found {
		return v, fault.New(fault.NotFound, "No event from Wise has named this case, and it was not opened from here.")
	}
	if found {
		v.ours = &ourCase{SupportCase: ours}
	}
	if !v.told {
		v.events.Facts = factsOfOurs(ours)
	}
	if v.asked, err = store.ToldOf[api.Case](r, store.OfSupportCase, id); err != nil {
		return v, err
	}
	if v.sent, err = r.CaseMessages(id); err != nil {
		return v, err
	}
	identity, err := readIdentity(r, v.events.Facts.Profile)
	v.named = identity.named()
	return v, err
}

// factsOfOurs is what can be said of a case that no event has told of.
func factsOfOurs(c store.SupportCase) activity.Facts {
	return activity.Facts{
		Key: activity.Key{Kind: activity.SupportCase, ID: front.IDText(c.Case)}, Profile: c.Profile, Transfer: c.Transfer, FirstAt: c.AskedAt, LastAt: c.AskedAt,
		Visits: []activity.Visit{{State: "CREATING", At: c.AskedAt}},
		Detail: activity.Detail{Case: &activity.CaseDetail{Types: []string{c.Type}, External: c.External}},
	}
}

// caseShow is /cases/{id}: one support case with its messages.
func (s *Server) caseShow(c echo.Context, who auth.Actor) error {
	id, err := front.PathID(c, "case")
	if err != nil {
		return err
	}
	return s.showCase(c, who, id, http.StatusOK, nil)
}

func (s *Server) showCase(c echo.Context, who auth.Actor, id int64, status int, wrong *messageWrong) error {
	if err := s.RecordActivity(c, who, activity.Key{Kind: activity.SupportCase, ID: front.IDText(id)}); err != nil {
		return err
	}
	face := s.Face(who)
	var view caseView
	var health *templates.Feed
	err := s.Cfg.DB.Read(c.Request().Context(), func(r *store.Reader) (err error) {
		if view, err = readCase(r, id); err != nil {
			return err
		}
		health, err = front.ReadFeed(r, face)
		return err
	})
	if err != nil {
		return err
	}
	page := s.casePage(s.Frame(c, who, templates.NavCases, health), who, view, face)
	if about := live.Activity(string(activity.SupportCase), front.IDText(id)); page.Thing.Locked {
		s.GoLive(c, &page.Frame, about)
	} else {
		s.Meet(c, who, &page.Frame, about)
	}
	if wrong != nil && page.Form != nil {
		page.Form.Text, page.Form.Errors = kept(wrong.text), []templates.FieldError{{Field: "text", Text: wrong.why}}
	}
	return s.Render(c, status, templates.CaseShow(page))
}
