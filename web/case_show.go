package web

import (
	"net/http"
	"slices"
	"strconv"

	"github.com/labstack/echo/v4"

	"transferdesk/internal/activity"
	"transferdesk/internal/auth"
	"transferdesk/internal/desk"
	"transferdesk/internal/enrich"
	"transferdesk/internal/fault"
	"transferdesk/internal/reason"
	"transferdesk/internal/wise/api"
	"transferdesk/store"
	"transferdesk/templates"
)

// caseView is what the page of a case is made of.
type caseView struct {
	id     int64
	told   bool // by events
	events activityView
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
	v.events, err = readActivity(r, activity.Key{Kind: activity.SupportCase, ID: idText(id)})
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
		v.events.facts = factsOfOurs(ours)
	}
	if v.asked, err = store.ToldOf[api.Case](r, store.OfSupportCase, id); err != nil {
		return v, err
	}
	if v.sent, err = r.CaseMessages(id); err != nil {
		return v, err
	}
	identity, err := readIdentity(r, v.events.facts.Profile)
	v.named = identity.named()
	return v, err
}

// factsOfOurs is what can be said of a case that no event has told of.
func factsOfOurs(c store.SupportCase) activity.Facts {
	return activity.Facts{
		Key: activity.Key{Kind: activity.SupportCase, ID: idText(c.Case)}, Profile: c.Profile, Transfer: c.Transfer, FirstAt: c.AskedAt, LastAt: c.AskedAt,
		Visits: []activity.Visit{{State: "CREATING", At: c.AskedAt}},
		Detail: activity.Detail{Case: &activity.CaseDetail{Types: []string{c.Type}, External: c.External}},
	}
}

// caseShow is /cases/{id}: one support case with its messages.
func (s *Server) caseShow(c echo.Context, who auth.Actor) error {
	id, err := pathID(c, "case")
	if err != nil {
		return err
	}
	return s.showCase(c, who, id, http.StatusOK, nil)
}

func (s *Server) showCase(c echo.Context, who auth.Actor, id int64, status int, wrong *messageWrong) error {
	if err := s.recordActivity(c, who, activity.Key{Kind: activity.SupportCase, ID: idText(id)}); err != nil {
		return err
	}
	face := s.face()
	var view caseView
	var health *templates.Feed
	err := s.cfg.DB.Read(c.Request().Context(), func(r *store.Reader) (err error) {
		if view, err = readCase(r, id); err != nil {
			return err
		}
		health, err = readFeed(r, face)
		return err
	})
	if err != nil {
		return err
	}
	page := s.casePage(s.frame(c, who, templates.NavCases, health), who, view, face)
	if wrong != nil && page.Form != nil {
		page.Form.Text, page.Form.Errors = kept(wrong.text), []templates.FieldError{{Field: "text", Text: wrong.why}}
	}
	return s.render(c, status, templates.CaseShow(page))
}

func (s *Server) casePage(frame templates.Frame, who auth.Actor, v caseView, face clockface) templates.CasePage {
	a := s.say(v.events.facts, v.events.entries, face)
	page := templates.CasePage{Frame: frame, ID: idText(v.id), Thing: thing(v.events.facts, a, face), Named: v.named}
	page.Thing.Transfer, page.Thing.Related = idText(v.events.facts.Transfer), v.events.related
	if page.Thing.Locked = v.locked(page.Thing); page.Thing.Locked {
		lockCase(&page.Thing)
		page.Title, page.Named = reason.HandledByCompliance, ""
		return page
	}
	page.Title = activityTitle(a)
	s.askAboutCase(v.id)
	if v.ours != nil {
		card := ourCaseCard(*v.ours, face, s.cfg.Wall())
		page.Ours = &card
	}
	s.addMessages(&page, v, face)
	if who.May(auth.AddCaseMessage) && s.cfg.Wise.Application() {
		page.Form = &templates.MessageForm{Action: casePath(v.id) + "/messages", Token: desk.NewMessageToken(), Most: desk.MaxCaseText}
	} else {
		page.Why = "Nothing can be written from here: Transferdesk has no client credentials of Wise’s API."
	}
	whole := s.activityPage(frame, v.events, face)
	page.Timeline, page.Unplaced = whole.Timeline, whole.Unplaced
	return page
}

// lockCase leaves of a case what an agent may know: that compliance handles it.
func lockCase(t *templates.Activity) {
	t.Locked, t.Rows, t.Raw, t.Related, t.Transfer = true, nil, "", nil, ""
	t.Title, t.Headline, t.Tag.Text = "A question from Wise", "Wise has a question, handled by compliance.", reason.HandledByCompliance
	t.Ask, t.Openness, t.WhoActs = reason.LockedWord().Ask, reason.Locked, reason.LockedWord().Who
}

// askAboutCase has Wise asked for the messages in the background.
func (s *Server) askAboutCase(id int64) {
	if s.cfg.Wise.Application() {
		s.cfg.Enrich.Want(enrich.Question{Kind: store.OfSupportCase, ID: id})
	}
}

// addMessages puts what Wise has, and what was sent from here and is not among it.
func (s *Server) addMessages(page *templates.CasePage, v caseView, face clockface) {
	page.ToldAt, page.TriedAt = face.at(v.asked.At), face.at(v.asked.TriedAt)
	page.Asking = s.cfg.Enrich.Asking(enrich.Question{Kind: store.OfSupportCase, ID: v.id})
	if v.asked.Trouble != nil {
		page.Trouble = v.asked.Trouble.Text
	}
	shown := map[string]bool{}
	for _, m := range v.asked.Value.Messages {
		shown[m.ID] = true
		page.Messages = append(page.Messages, templates.CaseMessage{
			Author: s.cfg.Catalogue.Word(reason.CaseTypes, m.Author).Title, Ours: m.Author == "PARTNER", At: face.at(m.CreatedAt), Text: openText(m.Text),
		})
	}
	for _, m := range slices.Backward(v.sent) {
		if m.End.Result == store.AskDone && (m.MessageID != "" && shown[m.MessageID] || m.MessageID == "" && v.asked.At.After(m.End.At)) {
			continue
		}
		page.Sent = append(page.Sent, templates.Sent{Asked: askedCard(m.By, m.AskedAt, m.End, messageTitles(), face, s.cfg.Wall()), Message: openText(m.Text)})
	}
}

// numberOfCase reads Wise's id of a case; false for one that is no number.
func numberOfCase(key activity.Key) (int64, bool) {
	id, err := strconv.ParseInt(key.ID, 10, 64)
	return id, err == nil && id > 0 && key.Kind == activity.SupportCase
}
