package web

import (
	"transferdesk/internal/enrich"
	"transferdesk/internal/transfer"
	"transferdesk/internal/wise/api"
	"transferdesk/store"
)

// toldView is what Wise's API has said of a transfer and its customer, and how
// asking it has gone.
type toldView struct {
	details   store.Told[api.Transfer]
	estimate  store.Told[api.Estimate]
	payout    store.Told[api.Payout]
	recipient store.Told[api.Recipient]
	profile   store.Told[api.Profile]
	tokens    map[int64]store.Told[struct{}] // by user: of those whose account counts for the customer
}

// readTold reads it; all is what was read beside the transfer.
func readTold(r *store.Reader, f transfer.Facts, identity identityView, all beside) (v toldView, err error) {
	v.details, v.estimate, v.payout = all.details[f.Transfer], all.estimates[f.Transfer], all.payouts[f.Transfer]
	if v.recipient, err = store.ToldOf[api.Recipient](r, store.OfRecipient, f.Account); err != nil {
		return v, err
	}
	v.profile, v.tokens, err = readAsked(r, f.Profile, identity)
	return v, err
}

// readAsked reads what Wise's API said of a profile, and how the tokens of its users fare.
func readAsked(r *store.Reader, profile int64, identity identityView) (told store.Told[api.Profile], tokens map[int64]store.Told[struct{}], err error) {
	if told, err = store.ToldOf[api.Profile](r, store.OfWiseProfile, profile); err != nil {
		return told, nil, err
	}
	tokens, err = store.ToldOfAll[struct{}](r, store.OfUserToken, identity.Links.Users())
	return told, tokens, err
}

// kept is how what is kept of a question stands.
func (v toldView) kept(q enrich.Question) enrich.Kept {
	switch q.Kind {
	case store.OfTransferDetails:
		return enrich.KeptOf(v.details)
	case store.OfEstimate:
		return enrich.KeptOf(v.estimate)
	case store.OfPayout:
		return enrich.KeptOf(v.payout)
	case store.OfRecipient:
		return enrich.KeptOf(v.recipient)
	}
	return enrich.KeptOf(v.profile)
}

// want has Wise asked, in the background, what is missing or too old about a transfer.
func (s *Server) want(v transferView) {
	s.wantAll(enrich.QuestionsOf(v.facts, v.identity.Identity), v.told, v.facts, v.identity)
}

// wantProfile does so about whose a profile is.
func (s *Server) wantProfile(profile int64, told store.Told[api.Profile], identity identityView) {
	s.wantAll(enrich.QuestionsOfProfile(profile, identity.Identity), toldView{profile: told}, transfer.Facts{}, identity)
}

// wantAll puts what is due, and first of all whose the profile is where nobody is
// linked to it: another token may speak then, and see more.
func (s *Server) wantAll(questions []enrich.Question, told toldView, f transfer.Facts, identity identityView) {
	users := identity.Links.Users()
	if _, by := s.Cfg.Enrich.Speaker(users); by == api.ByNone {
		return
	}
	var due []enrich.Question
	for _, q := range questions {
		first := len(users) == 0 && q.Kind == store.OfWiseProfile
		if first && s.Cfg.Enrich.Asking(q) {
			return
		}
		if !s.Cfg.Enrich.Due(q, told.kept(q), f) {
			continue
		}
		if first {
			s.Cfg.Enrich.Want(q)
			return
		}
		due = append(due, q)
	}
	s.Cfg.Enrich.Want(due...)
}

// asking says whether any of the questions is being asked, or waits for it.
func (s *Server) asking(questions []enrich.Question) bool {
	for _, q := range questions {
		if s.Cfg.Enrich.Asking(q) {
			return true
		}
	}
	return false
}
