package simserver

import (
	"bytes"
	"encoding/json"

	"github.com/google/uuid"

	"transferdesk/internal/wise/wisesim"
)

// told is what of a webhook's body says who hears of it.
type told struct {
	Subscription string `json:"subscription_id"`
	EventType    string `json:"event_type"`
	Version      string `json:"schema_version"`
	Data         struct {
		Profile  int64 `json:"profile_id"`
		Resource struct {
			Profile json.RawMessage `json:"profile_id"` // a number; a text in card orders of the old version
		} `json:"resource"`
	} `json:"data"`
}

// about says whether it is about a profile.
func (t told) about(profile int64) bool {
	return t.Data.Profile == profile || string(t.Data.Resource.Profile) == itoa(profile)
}

// Deliver sends a webhook of a plan in the background to the subscription that it
// was written for, and a copy of it to each further one to the same type in the
// same version that hears of it. A webhook of a subscription that was deleted is
// not sent.
func (s *Server) Deliver(d wisesim.Delivery) {
	var t told
	if json.Unmarshal(d.Body, &t) != nil {
		return
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, one := range s.subscriptions {
		switch {
		case one.ID == t.Subscription:
			s.postbox.post(one, d)
		case !one.planned && one.TriggerOn == t.EventType && one.Version == t.Version && (one.Profile == 0 || t.about(one.Profile)):
			s.postbox.post(one, wisesim.Delivery{At: d.At, Body: readdressed(d.Body, t.Subscription, one.ID), DeliveryID: uuid.NewString()})
		}
	}
}

// readdressed writes a body for another subscription.
func readdressed(body []byte, from, to string) []byte {
	return bytes.Replace(body, []byte(`"subscription_id":"`+from+`"`), []byte(`"subscription_id":"`+to+`"`), 1)
}
