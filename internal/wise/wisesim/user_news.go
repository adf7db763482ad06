package wisesim

import (
	"encoding/json"
	"fmt"
	"time"

	"transferdesk/internal/customer"
)

// UserNews is a change of the state of a user's account.
type UserNews struct {
	User     int64
	From, To customer.UserState
	At       time.Time
}

// Body writes the event (users#state-change) for a subscription, in its version.
func (n UserNews) Body(subscriptionID, version string, sent time.Time) []byte {
	return seal("users#state-change", version, subscriptionID, json.RawMessage(fmt.Sprintf(
		`{"resource":{"id":%d,"type":"user"},"previous_state":%s,"current_state":%s,"occurred_at":"%s"}`,
		n.User, quote(n.From), quote(n.To), n.At.UTC().Format(timeForm(version)))), sent)
}
