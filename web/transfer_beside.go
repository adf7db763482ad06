package web

import (
	"slices"
	"time"

	"transferdesk/internal/activity"
	"transferdesk/internal/answer"
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
// the linked user's account, the profile's own state, the verification, the recipient.
func (s *Server) composeView(view transferView, now time.Time) answer.Answer {
	in := s.input(view.facts, view.beside, now)
	in.Account, in.Recipient = view.identity.account(), view.recipient
	return answer.Compose(in)
}

// compose asks for the answer of one transfer in a list. The linked user's account and
// the recipient are left out: they add flags, which no list shows, and change nothing else.
func (s *Server) compose(f transfer.Facts, all beside, now time.Time) answer.Answer {
	return answer.Compose(s.input(f, all, now))
}

// input is what an answer is composed from. The reader's zone is the company's.
func (s *Server) input(f transfer.Facts, all beside, now time.Time) answer.Input {
	facts := all[f.Profile]
	return answer.Input{
		Facts: f, Profile: stateOfProfile(facts),
		Verification: answer.VerificationOf(answer.VerificationInput{
			Facts: facts, Catalogue: s.cfg.Catalogue, Now: now, Zone: s.cfg.Company, Company: s.cfg.Company,
		}),
		Catalogue: s.cfg.Catalogue, Funding: s.cfg.Funding, Now: now, Zone: s.cfg.Company, Company: s.cfg.Company,
	}
}
