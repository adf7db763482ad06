package simserver

import (
	"cmp"
	"encoding/json"
	"net/http"
	"slices"
	"time"

	"github.com/google/uuid"

	"transferdesk/internal/wise/wisesim"
)

// Subscription is where Wise sends the events of one type, in one version: those
// of the whole application, or those of one profile.
type Subscription struct {
	ID        string // a UUID; "": invented
	Name      string
	TriggerOn string
	Version   string
	URL       string
	Profile   int64     // 0: of the application
	User      int64     // who made one of a profile
	Created   time.Time // zero: now

	planned bool               // of a plan: its webhooks are written elsewhere
	turn    chan struct{}      // closed when the first try of the latest delivery is over
	held    []wisesim.Delivery // kept back, to come in disorder
}

// AddSubscription adds a subscription as it is: nothing is tested or sent.
func (s *Server) AddSubscription(one Subscription) {
	one.ID = cmp.Or(one.ID, uuid.NewString())
	if one.Created.IsZero() {
		one.Created = s.now()
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.subscriptions = append(s.subscriptions, &one)
}

// mayUse says whether the path's application or profile is the token's own, and
// gives the profile; 0 is the application.
func (s *Server) mayUse(c *call) (profile int64, ok bool) {
	if c.by.kind == application {
		return 0, s.options.ClientKey != "" && c.values["clientKey"] == s.options.ClientKey
	}
	profile = c.id("profileId")
	return profile, c.by.sees(s.profiles[profile])
}

// listSubscriptions is GET …/subscriptions of either scope.
func (s *Server) listSubscriptions(c *call) reply {
	profile, may := s.mayUse(c)
	if !may {
		return forbidden(c)
	}
	all := []subscriptionAnswer{}
	for _, one := range s.subscriptions {
		if one.Profile == profile {
			all = append(all, s.subscriptionAnswer(one))
		}
	}
	return ok(all)
}

// subscription finds the one of the path; refused says why there is none.
func (s *Server) subscription(c *call) (at int, refused reply, ok bool) {
	profile, may := s.mayUse(c)
	if !may {
		return 0, forbidden(c), false
	}
	at = slices.IndexFunc(s.subscriptions, func(one *Subscription) bool {
		return one.ID == c.values["subscriptionId"] && one.Profile == profile
	})
	return at, notFound(c), at >= 0
}

// showSubscription is GET …/subscriptions/{id} of either scope.
func (s *Server) showSubscription(c *call) reply {
	at, refused, found := s.subscription(c)
	if !found {
		return refused
	}
	return ok(s.subscriptionAnswer(s.subscriptions[at]))
}

// unsubscribe is DELETE …/subscriptions/{id} of either scope.
func (s *Server) unsubscribe(c *call) reply {
	at, refused, found := s.subscription(c)
	if !found {
		return refused
	}
	s.subscriptions = slices.Delete(s.subscriptions, at, at+1)
	return reply{status: http.StatusNoContent}
}

// wanted is the body of POST …/subscriptions.
type wanted struct {
	Name      string   `json:"name"`
	TriggerOn string   `json:"trigger_on"`
	Delivery  delivery `json:"delivery"`
}

// read reads the body; wrong names the first field that is missing.
func (w *wanted) read(body []byte) (wrong string) {
	if err := json.Unmarshal(body, w); err != nil {
		return "body"
	}
	for name, value := range map[string]string{"name": w.Name, "trigger_on": w.TriggerOn, "delivery.version": w.Delivery.Version, "delivery.url": w.Delivery.URL} {
		if value == "" {
			return name
		}
	}
	return ""
}
