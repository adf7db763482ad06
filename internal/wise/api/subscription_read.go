package api

// wanted is the body that makes a subscription.
type wanted struct {
	Name     string         `json:"name"`
	Event    string         `json:"trigger_on"`
	Delivery wantedDelivery `json:"delivery"`
}

type wantedDelivery struct {
	Version string `json:"version"`
	URL     string `json:"url"`
}

func readSubscription(f fields) Subscription {
	f.must("id")
	delivery, scope := f.object("delivery"), f.object("scope")
	return Subscription{
		ID:        f.text("id", 100),
		Name:      f.text("name", mostText),
		Event:     f.text("trigger_on", 200),
		Version:   delivery.text("version", 50),
		URL:       delivery.text("url", 2000),
		Domain:    scope.text("domain", 50),
		ScopeID:   scope.word("id"),
		CreatedAt: f.time("created_at"),
	}
}

func readTestSent(f fields) TestSent {
	f.must("delivery_id")
	return TestSent{DeliveryID: f.text("delivery_id", 100), CreatedAt: f.time("created_at")}
}
