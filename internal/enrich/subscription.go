package enrich

import (
	"context"
	"encoding/json"

	"transferdesk/internal/wise/api"
	"transferdesk/store"
)

// noToken says that nobody can speak, so that there is no sense in asking. The
// application speaks for itself, by its client credentials.
func (e *Enricher) noToken(s subject) bool {
	if s.Kind == store.OfApplicationSubs {
		return !e.wise.Application()
	}
	return s.access == api.ByNone
}

// silent is what is answered where nobody can speak.
func silent(s subject) *api.Error {
	if s.Kind == store.OfApplicationSubs {
		return &api.Error{Kind: api.NotConfigured}
	}
	return &api.Error{Kind: api.NoToken}
}

// subscriptions asks for the webhook subscriptions of the application, or of a
// profile on behalf of a user.
func (e *Enricher) subscriptions(ctx context.Context, s subject) (json.RawMessage, error) {
	scope := api.Scope{}
	if s.Kind == store.OfProfileSubscriptions {
		scope = api.Scope{Profile: s.ID, User: s.User}
	}
	return packed(e.wise.Subscriptions(ctx, scope))
}
