package web

import (
	"slices"
	"time"

	"transferdesk/internal/activity"
	"transferdesk/internal/answer"
)

// mostBeside is how many of each kind beside a transfer are looked at: a profile
// has one verification and one state, and seldom more than a few requests.
const mostBeside = 20

// kindsBeside are the kinds of what changes the answer of a customer's transfers.
func kindsBeside() []activity.Kind {
	return []activity.Kind{activity.Verification, activity.CDDCheck, activity.KYCReview, activity.ProfileState}
}

// composeView is the answer of one transfer with everything that stands beside it:
// the linked user's account, the profile's own state, the verification.
func (s *Server) composeView(view transferView, now time.Time) answer.Answer {
	in := s.input(view.facts, now)
	in.Account = view.identity.account()
	in.Verification = answer.VerificationOf(answer.VerificationInput{
		Facts: view.beside, Catalogue: s.cfg.Catalogue, Now: now, Zone: s.cfg.Company, Company: s.cfg.Company,
	})
	if at := slices.IndexFunc(view.beside, func(f activity.Facts) bool { return f.Kind == activity.ProfileState }); at >= 0 {
		in.Profile = &view.beside[at]
	}
	return answer.Compose(in)
}
