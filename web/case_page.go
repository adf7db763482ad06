package web

import (
	"slices"

	"transferdesk/internal/atwise"
	"transferdesk/internal/auth"
	"transferdesk/internal/enrich"
	"transferdesk/internal/reason"
	"transferdesk/store"
	"transferdesk/templates"
	activities "transferdesk/web/activity"
	"transferdesk/web/front"
)

// casePage builds the page of a case; of one that compliance handles it says no more.
func (s *Server) casePage(frame templates.Frame, who auth.Actor, v caseView, face front.Face) templates.CasePage {
	a := s.activities.Say(v.events.Facts, v.events.Entries, face)
	page := templates.CasePage{Frame: frame, ID: front.IDText(v.id), Thing: activities.Thing(v.events.Facts, a, face), Named: v.named}
	page.Thing.Transfer, page.Thing.Related = front.IDText(v.events.Facts.Transfer), v.events.Related
	if page.Thing.Locked = v.locked(page.Thing); page.Thing.Locked {
		lockCase(&page.Thing)
		page.Thing.Withheld = front.Withheld(who, true, page.Thing.Events)
		page.Title, page.Named = reason.HandledByCompliance, ""
		return page
	}
	page.Title = activities.Title(a)
	s.askAboutCase(v.id)
	if v.ours != nil {
		card := ourCaseCard(*v.ours, face, s.Cfg.Wall())
		page.Ours = &card
	}
	s.addMessages(&page, v, face)
	switch {
	case caseIsOver(v.events.Facts.State()):
		page.Why = "Nothing more can be written in this case: what is still open needs a new one, from the page of its transfer."
	case who.May(auth.AddCaseMessage) && s.Cfg.Wise.Application():
		page.Form = &templates.MessageForm{Action: activities.CasePath(v.id) + "/messages", Token: atwise.NewMessageToken(), Most: atwise.MaxCaseText}
	default:
		page.Why = "Nothing can be written from here: Transferdesk has no client credentials of Wise’s API."
	}
	whole := s.activities.Page(frame, v.events, face)
	page.Timeline, page.Unplaced = whole.Timeline, whole.Unplaced
	return page
}

// caseIsOver says whether a case in that state takes no more messages. A solved one
// can be opened again, so it still does.
func caseIsOver(state string) bool { return state == "CLOSED" || state == "RESOLVED" }

// lockCase leaves of a case what an agent may know: that compliance handles it.
func lockCase(t *templates.Activity) {
	t.Locked, t.Rows, t.Raw, t.Related, t.Transfer = true, nil, "", nil, ""
	t.Title, t.Headline, t.Tag.Text = "A question from Wise", "Wise has a question, handled by compliance.", reason.HandledByCompliance
	t.Ask, t.Openness, t.WhoActs = reason.LockedWord().Ask, reason.Locked, reason.LockedWord().Who
}

// askAboutCase has Wise asked for the messages in the background.
func (s *Server) askAboutCase(id int64) {
	if s.Cfg.Wise.Application() {
		s.Cfg.Enrich.Want(enrich.Question{Kind: store.OfSupportCase, ID: id})
	}
}

// addMessages puts what Wise has, and what was sent from here and is not among it.
func (s *Server) addMessages(page *templates.CasePage, v caseView, face front.Face) {
	page.ToldAt, page.TriedAt = face.At(v.asked.At), face.At(v.asked.TriedAt)
	page.Asking = s.Cfg.Enrich.Asking(enrich.Question{Kind: store.OfSupportCase, ID: v.id})
	if v.asked.Trouble != nil {
		page.Trouble = v.asked.Trouble.Text
	}
	shown := map[string]bool{}
	for _, m := range v.asked.Value.Messages {
		shown[m.ID] = true
		page.Messages = append(page.Messages, templates.CaseMessage{
			Author: s.catalogue().Word(reason.CaseTypes, m.Author).Title, At: face.At(m.CreatedAt), Text: openText(m.Text),
		})
	}
	for _, m := range slices.Backward(v.sent) {
		if m.End.Result == store.AskDone && (m.MessageID != "" && shown[m.MessageID] || m.MessageID == "" && v.asked.At.After(m.End.At)) {
			continue
		}
		page.Sent = append(page.Sent, templates.Sent{Asked: askedCard(m.By, m.AskedAt, m.End, messageTitles(), face, s.Cfg.Wall()), Message: openText(m.Text)})
	}
}
