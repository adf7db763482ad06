package simserver

import (
	"net/http"
	"net/netip"
	"net/url"
	"slices"
	"strings"
	"time"

	"github.com/google/uuid"

	"transferdesk/internal/wise"
	"transferdesk/internal/wise/wisesim"
)

// subscribe is POST …/subscriptions of either scope. A signed test is sent first,
// and unless it is answered with a 2xx within five seconds nothing is made.
func (s *Server) subscribe(c *call) reply {
	s.mu.Lock()
	profile, may := s.mayUse(c)
	s.mu.Unlock()
	if !may {
		return forbidden(c)
	}
	var w wanted
	if wrong := w.read(c.body); wrong != "" {
		return coded(http.StatusBadRequest, "error.validation", "Missing or invalid "+wrong, wrong)
	}
	if !slices.Contains(wise.EventTypes(), w.TriggerOn) {
		return coded(http.StatusUnprocessableEntity, "INVALID_TRIGGER", "Unknown event type", "trigger_on")
	}
	if !offered(w.TriggerOn, profile != 0) {
		return coded(http.StatusUnprocessableEntity, "INVALID_TRIGGER", "The event type is not for subscriptions of this scope", "trigger_on")
	}
	if !s.allows(w.Delivery.URL) {
		return badCallback("The URL is not allowed")
	}
	one := &Subscription{ID: uuid.NewString(), Name: w.Name, TriggerOn: w.TriggerOn, Version: w.Delivery.Version, URL: w.Delivery.URL,
		Profile: profile, User: c.by.user, Created: c.at}
	if !s.postbox.accepted(c.request.Context(), one.URL, s.testOf(one, c.at)) {
		return badCallback("The URL did not answer the test notification with a 2xx")
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.subscriptions = append(s.subscriptions, one)
	return ok(s.subscriptionAnswer(one))
}

// offered says whether a scope can subscribe to an event type. What Wise does not
// document works here.
func offered(event string, toProfile bool) bool {
	offers := wise.OffersOf(event)
	if toProfile {
		return offers.Profile != wise.NotOffered
	}
	return offers.Application != wise.NotOffered
}

// badCallback refuses a URL.
func badCallback(why string) reply {
	return coded(http.StatusUnprocessableEntity, "INVALID_CALLBACK_URL", why, "delivery.url")
}

// allows says whether a URL follows the rules: https on 443, a domain name, no
// query. Without StrictURLs any http URL with a host does.
func (s *Server) allows(text string) bool {
	u, err := url.Parse(text)
	if err != nil || u.Hostname() == "" || u.Scheme != "http" && u.Scheme != "https" {
		return false
	}
	if !s.options.StrictURLs {
		return true
	}
	_, notNumeric := netip.ParseAddr(u.Hostname())
	port := u.Port()
	return u.Scheme == "https" && (port == "" || port == "443") && notNumeric != nil &&
		strings.Contains(u.Hostname(), ".") && u.RawQuery == "" && u.User == nil
}

// testAnswer is a test notification that is on its way.
type testAnswer struct {
	DeliveryID string `json:"delivery_id"`
	CreatedAt  string `json:"created_at"`
}

// testSubscription is POST …/subscriptions/{id}/test-notifications, of
// applications alone. The test is sent like any other webhook, with retries.
func (s *Server) testSubscription(c *call) reply {
	at, refused, found := s.subscription(c)
	if !found {
		return refused
	}
	one := s.subscriptions[at]
	test := s.testOf(one, c.at)
	s.postbox.post(one, test)
	return ok([]testAnswer{{test.DeliveryID, wireTime(c.at)}})
}

// testOf writes a test notification: ids 0, marked by its header.
func (s *Server) testOf(one *Subscription, at time.Time) wisesim.Delivery {
	return wisesim.Delivery{
		At: at, Body: wisesim.TestBody(one.ID, one.TriggerOn, one.Version, at), DeliveryID: uuid.NewString(), Test: true,
	}
}
