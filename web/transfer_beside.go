package web

import (
	"slices"
	"time"

	"transferdesk/internal/activity"
	"transferdesk/internal/answer"
	"transferdesk/internal/customer"
	"transferdesk/internal/transfer"
	"transferdesk/store"
)

// mostBeside is how many of each kind beside a transfer are looked at: a profile
// has one verification and one state, and seldom more than a few requests.
const mostBeside = 20

// kindsBeside are the kinds of what changes the answer of a customer's transfers.
func kindsBeside() []activity.Kind {
	return []activity.Kind{activity.Verification, activity.CDDCheck, activity.KYCReview, activity.ProfileState}
}

// beside is what events have told of the customers of some transfers, by profile:
// their verification, and the state of the profile itself.
type beside map[int64][]activity.Facts

// readBeside reads it in one query for all transfers of a page.
func readBeside(r *store.Reader, list []transfer.Facts) (beside, error) {
	return r.ActivitiesOfProfiles(profilesOf(list), kindsBeside(), mostBeside)
}

// profilesOf gives the profiles of some transfers, each once.
func profilesOf(list []transfer.Facts) []int64 {
	var profiles []int64
	for _, f := range list {
		if f.Profile != 0 && !slices.Contains(profiles, f.Profile) {
			profiles = append(profiles, f.Profile)
		}
	}
	return profiles
}

// stateOfProfile is the state of a profile itself; nil when Wise has told nothing of it.
func stateOfProfile(facts []activity.Facts) *activity.Facts {
	if at := slices.IndexFunc(facts, func(f activity.Facts) bool { return f.Kind == activity.ProfileState }); at >= 0 {
		return &facts[at]
	}
	return nil
}

// composeView is the answer of one transfer with everything that stands beside it:
// the linked user's account, the profile's own state, the verification.
func (s *Server) composeView(view transferView, now time.Time) answer.Answer {
	return s.composeWith(view.facts, view.identity.account(), view.beside, now)
}

// compose asks for the answer of one transfer in a list. The account of the linked
// user is left out: it adds a flag, which no list shows, and changes nothing else.
func (s *Server) compose(f transfer.Facts, all beside, now time.Time) answer.Answer {
	return s.composeWith(f, nil, all, now)
}

// composeWith composes an answer. The reader's zone is the company's.
func (s *Server) composeWith(f transfer.Facts, account *customer.UserFacts, all beside, now time.Time) answer.Answer {
	facts := all[f.Profile]
	return answer.Compose(answer.Input{
		Facts: f, Account: account, Profile: stateOfProfile(facts),
		Verification: answer.VerificationOf(answer.VerificationInput{
			Facts: facts, Catalogue: s.cfg.Catalogue, Now: now, Zone: s.cfg.Company, Company: s.cfg.Company,
		}),
		Catalogue: s.cfg.Catalogue, Funding: s.cfg.Funding, Now: now, Zone: s.cfg.Company, Company: s.cfg.Company,
	})
}
