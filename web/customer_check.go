package web

import (
	"slices"

	"transferdesk/internal/answer"
	"transferdesk/internal/customer"
	"transferdesk/internal/evidence"
	"transferdesk/store"
	"transferdesk/web/front"
)

// Flags of a customer, beside those of the account and of package answer.
const (
	flagLinkConflict = "link_conflict" // the sources do not agree on the customer's users
	flagTokenRefused = "token_refused" // Wise refuses a user's token
)

// customerChecks are the checks that concern a customer.
func (s *Server) customerChecks(v customerView, face front.Face) []answer.Flag {
	beside := v.beside.of(v.profile.ID)
	flags := s.accountsOf(v.identity, beside, face).CustomerFlags(s.counted(v.flights.all))
	verification := answer.VerificationOf(answer.VerificationInput{Facts: beside, Catalogue: s.catalogue(), Now: face.Now, Zone: face.Zone, Company: s.Cfg.Company})
	if verification != nil && verification.Holds {
		flags = append(flags, answer.Flag{Code: answer.FlagVerificationOpen, Text: verification.Headline.Text, Since: verification.SinceAt, Evidence: verification.Evidence})
	}
	if v.identity.Links.Disagree() {
		flags = append(flags, linkConflict(v.identity))
	}
	for _, user := range v.identity.Links.Users() {
		flags = append(flags, s.tokenChecks(v.identity.users[user], v.tokens[user], face)...)
	}
	return append(flags, s.lensFlags(v, face)...)
}

// userChecks are the checks that concern a user's account.
func (s *Server) userChecks(v userView, face front.Face) []answer.Flag {
	flags := s.accounts(&v.facts, nil, face).CustomerFlags(s.counted(v.flights.all))
	return append(flags, s.tokenChecks(v.facts, v.token, face)...)
}

// linkConflict says that the sources do not agree, and on what the doubt rests.
func linkConflict(v identityView) answer.Flag {
	f := answer.Flag{Code: flagLinkConflict, Text: "The sources do not agree on who this customer is: see the linked users."}
	for _, l := range v.Links {
		if !l.Counts && v.users[l.User].Restricted() {
			f.Text = "The sources do not agree on who this customer is, and a user who does not count here has a restricted account: see the linked users."
		}
		for _, c := range l.Claims {
			if c.At.After(f.Since) {
				f.Since = c.At
			}
			if c.Event != 0 {
				f.Evidence = evidence.Union(f.Evidence, evidence.IDs{c.Event})
			}
		}
	}
	return f
}

// tokenChecks says that Wise refuses a user's token, which rests on what is known of
// the account.
func (s *Server) tokenChecks(user customer.UserFacts, told store.Told[struct{}], face front.Face) []answer.Flag {
	if told.Trouble == nil {
		return nil
	}
	var rests evidence.IDs
	if held, ok := user.Held(); ok {
		rests = slices.Clone(held.Evidence)
	}
	return []answer.Flag{{Code: flagTokenRefused, Text: answer.RefusedToken(user, face.Now, face.Zone), Since: told.TriedAt, Evidence: rests}}
}
