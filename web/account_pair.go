package web

import (
	"transferdesk/internal/activity"
	"transferdesk/internal/answer"
	"transferdesk/internal/customer"
	"transferdesk/templates"
	"transferdesk/web/front"
)

// accounts are the states that are known of a customer's account, the linked
// user's and the profile's own. A profile whose state nobody can tell has none.
func (s *Server) accounts(user *customer.UserFacts, beside []activity.Facts, face front.Face) answer.Accounts {
	profile := stateOfProfile(beside)
	if profile != nil && profile.State() == "" {
		profile = nil
	}
	return answer.ForAccounts(user, profile, face.Now, face.Zone)
}

// accountsOf are those of a customer who may have several users.
func (s *Server) accountsOf(v identityView, beside []activity.Facts, face front.Face) answer.Accounts {
	both := s.accounts(v.account(), beside, face)
	both.OneOf(len(v.Links.Users()))
	return both
}

// accountPair makes both sides of a customer's account ready for print.
func (s *Server) accountPair(v identityView, beside []activity.Facts, face front.Face) templates.AccountPair {
	both, user := s.accountsOf(v, beside, face), v.account()
	pair := templates.AccountPair{Note: both.Note.Text, Stricter: both.Profile != nil && both.Decides == both.Profile}
	if both.User != nil {
		state := accountState(user.User, *both.User, face)
		pair.User = &state
	}
	if both.Profile != nil {
		state := accountState(0, *both.Profile, face)
		pair.Profile = &state
	}
	return pair
}

// reasonSent is the deactivation_reason as Wise sent it; with the state of a profile
// it sends none.
func reasonSent(a answer.Account) string {
	if a.OfProfile {
		return ""
	}
	return a.Reason
}
