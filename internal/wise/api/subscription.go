package api

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"time"
)

// Scope is whose events a subscription hears: the application's, or one profile's.
type Scope struct {
	Profile int64 // 0: the application
	User    int64 // on whose behalf a profile's subscriptions are asked for; 0: not known
}

// Subscription is a webhook subscription. It is kept in JSON.
type Subscription struct {
	ID        string    `json:"id"`
	Name      string    `json:"name"`
	Event     string    `json:"event"`   // trigger_on
	Version   string    `json:"version"` // delivery.version
	URL       string    `json:"url"`     // delivery.url
	Domain    string    `json:"domain"`  // scope.domain: application, profile
	ScopeID   string    `json:"scope_id"`
	CreatedAt time.Time `json:"created_at,omitzero"`
}

// NewSubscription is one to be made.
type NewSubscription struct{ Name, Event, Version, URL string }

// TestSent is a test notification that Wise has queued.
type TestSent struct {
	DeliveryID string    `json:"delivery_id"` // comes back as X-Delivery-Id
	CreatedAt  time.Time `json:"created_at"`
}

// subscriptions begins a call on the subscriptions of a scope; an *Error where the scope
// cannot be named.
func (c *Client) subscriptions(name, method string, scope Scope, more ...string) (call, error) {
	q := call{name: name, method: method, act: method != http.MethodGet}
	if scope.Profile != 0 {
		q.user, q.path = scope.User, []string{"v3", "profiles", digits(scope.Profile), "subscriptions"}
	} else {
		if !c.Application() {
			return call{}, &Error{Kind: NotConfigured}
		}
		if c.cfg.ClientKey == "" {
			return call{}, &Error{Kind: NotConfigured, missing: clientKey}
		}
		q.as, q.path = theApplication, []string{"v3", "applications", c.cfg.ClientKey, "subscriptions"}
	}
	q.path = append(q.path, more...)
	return q, nil
}

// Subscriptions asks for all subscriptions of a scope.
func (c *Client) Subscriptions(ctx context.Context, scope Scope) ([]Subscription, error) {
	q, err := c.subscriptions("subscriptions", http.MethodGet, scope)
	if err != nil {
		return nil, err
	}
	a, err := c.ask(ctx, q)
	if err != nil {
		return nil, err
	}
	return readAll(c, a, readSubscription)
}

// Subscription asks for one subscription; NotFound when it is not there.
func (c *Client) Subscription(ctx context.Context, scope Scope, id string) (Subscription, error) {
	q, err := c.subscriptions("subscription", http.MethodGet, scope, id)
	if err != nil {
		return Subscription{}, err
	}
	a, err := c.ask(ctx, q)
	if err != nil {
		return Subscription{}, err
	}
	return readOne(c, a, readSubscription)
}

// Subscribe makes a subscription. Wise first sends a signed test to the address,
// and refuses (Invalid, INVALID_CALLBACK_URL) where it is not taken. It is never
// sent twice.
func (c *Client) Subscribe(ctx context.Context, scope Scope, s NewSubscription) (Subscription, error) {
	q, err := c.subscriptions("subscribe", http.MethodPost, scope)
	if err != nil {
		return Subscription{}, err
	}
	if q.body, err = json.Marshal(wanted{s.Name, s.Event, wantedDelivery{s.Version, s.URL}}); err != nil {
		return Subscription{}, fmt.Errorf("writing a subscription: %w", err)
	}
	a, err := c.ask(ctx, q)
	if err != nil {
		return Subscription{}, err
	}
	return readOne(c, a, readSubscription)
}

// Unsubscribe deletes a subscription.
func (c *Client) Unsubscribe(ctx context.Context, scope Scope, id string) error {
	q, err := c.subscriptions("unsubscribe", http.MethodDelete, scope, id)
	if err != nil {
		return err
	}
	if _, err := c.ask(ctx, q); err != nil {
		return err
	}
	c.tally.ended(nil)
	return nil
}

// SendTest asks for test notifications; of the application's subscriptions only.
func (c *Client) SendTest(ctx context.Context, id string) ([]TestSent, error) {
	q, err := c.subscriptions("test notification", http.MethodPost, Scope{}, id, "test-notifications")
	if err != nil {
		return nil, err
	}
	a, err := c.ask(ctx, q)
	if err != nil {
		return nil, err
	}
	return readAll(c, a, readTestSent)
}
