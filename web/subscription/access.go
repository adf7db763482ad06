package subscription

import (
	"transferdesk/internal/wise/api"
	"transferdesk/store"
)

func usersOf(r *store.Reader, profile int64) ([]int64, error) {
	if profile == 0 {
		return nil, nil
	}
	identity, err := r.Identity(profile)
	return identity.Links.Users(), err
}

// appUnavailable says why Wise cannot be asked for the application's subscriptions,
// and which setting brings it; "": it can.
func (p *Pages) appUnavailable() string {
	switch {
	case !p.Cfg.Wise.Application():
		return "Wise cannot be asked for the application’s subscriptions: no client credentials are set. Give the server --wise-client-id, --wise-client-secret and --wise-client-key."
	case p.Cfg.Wise.ApplicationKey() == "":
		return "Wise cannot be asked for the application’s subscriptions: the client key, which names the application, is not set. Give the server --wise-client-key; it is not the client id."
	}
	return ""
}

// profileUnavailable is the same for a profile and the users who have it.
func (p *Pages) profileUnavailable(profile int64, users []int64) string {
	if _, by := p.Cfg.Enrich.Speaker(users); profile != 0 && by == api.ByNone {
		return "Wise cannot be asked for this profile’s subscriptions: there is no token of a user who has it. Give the server --wise-token, or --wise-user-tokens with a user who is linked to the profile."
	}
	return ""
}

// why says why Wise cannot be asked about a scope; "": it can.
func (v view) why(profile int64) string {
	if profile == 0 {
		return v.appWhy
	}
	return v.profileWhy
}
