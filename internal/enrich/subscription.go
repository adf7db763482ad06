package enrich

import (
	"context"
	"encoding/json"

	"transferdesk/internal/wise/api"
	"transferdesk/store"
)

// subscriptions asks for the webhook subscriptions of the application, or of a
// profile on behalf of a user.
func (e *Enricher) subscriptions(ctx context.Context, s subject) (json.RawMessage, error) {
	scope := api.Scope{}
	if s.Kind == store.OfProfileSubscriptions {
		scope = api.Scope{Profile: s.ID, User: s.User}
	}
	return packed(e.wise.Subscriptions(ctx, scope))
}
