package api

import (
	"context"
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

// Subscriptions asks for all subscriptions of a scope.
func (c *Client) Subscriptions(ctx context.Context, scope Scope) ([]Subscription, error) {
	return nil, &Error{Kind: NotConfigured}
}

// Subscription asks for one subscription; NotFound when it is not there.
func (c *Client) Subscription(ctx context.Context, scope Scope, id string) (Subscription, error) {
	return Subscription{}, &Error{Kind: NotConfigured}
}

// Subscribe makes a subscription. Wise first sends a signed test to the address,
// and refuses (Invalid, INVALID_CALLBACK_URL) where it is not taken.
func (c *Client) Subscribe(ctx context.Context, scope Scope, s NewSubscription) (Subscription, error) {
	return Subscription{}, &Error{Kind: NotConfigured}
}

// Unsubscribe deletes a subscription.
func (c *Client) Unsubscribe(ctx context.Context, scope Scope, id string) error {
	return &Error{Kind: NotConfigured}
}

// SendTest asks for test notifications; of the application's subscriptions only.
func (c *Client) SendTest(ctx context.Context, id string) ([]TestSent, error) {
	return nil, &Error{Kind: NotConfigured}
}
