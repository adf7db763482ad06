package web

import (
	"transferdesk/internal/enrich"
	"transferdesk/internal/when"
	"transferdesk/internal/wise/api"
	"transferdesk/web/front"
)

// askedLine says how asking Wise's API whose a profile is has gone; empty where it
// need not be asked, and where its answer stands among the links.
func (s *Server) askedLine(profile int64, v customerView, face front.Face) string {
	questions := enrich.QuestionsOfProfile(profile, v.identity.Identity)
	_, by := s.Cfg.Enrich.Speaker(v.identity.Links.Users())
	told := v.whose
	switch {
	case len(questions) == 0:
		return ""
	case by == api.ByNone:
		return "Wise’s API cannot be asked whose profile it is: no token is held that could ask about it."
	case s.asking(questions):
		return "Wise’s API is being asked whose profile it is. Reload the page to see the answer."
	case told.Trouble != nil:
		return "Wise’s API was asked whose profile it is, and gave no answer (" + when.Age(face.Now.Sub(told.TriedAt)) + " ago). " + told.Trouble.Text
	case told.Known && told.Value.User == 0:
		return "Wise’s API names no user of this profile" + asOf(told.At, face) + "."
	}
	return ""
}
