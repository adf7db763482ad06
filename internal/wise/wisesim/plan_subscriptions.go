package wisesim

import (
	"cmp"
	"encoding/json"
	"maps"
	"slices"

	"transferdesk/internal/wise"
)

// subscriptions gives those that the plan's webhooks come from, by event type. The
// version is the one that the latest webhook came in.
func (p Plan) subscriptions() []Subscription {
	found := map[string]Subscription{}
	for _, d := range p.Deliveries() {
		var head struct {
			ID        string `json:"subscription_id"`
			EventType string `json:"event_type"`
			Version   string `json:"schema_version"`
		}
		if d.Test || json.Unmarshal(d.Body, &head) != nil || !slices.Contains(wise.EventTypes(), head.EventType) || head.Version > "6" {
			continue // the plan has a few bodies that nobody can read, in versions that nobody knows
		}
		found[head.ID] = Subscription(head)
	}
	return slices.SortedFunc(maps.Values(found), func(a, b Subscription) int {
		return cmp.Or(cmp.Compare(a.EventType, b.EventType), cmp.Compare(a.ID, b.ID))
	})
}
