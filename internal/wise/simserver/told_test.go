package simserver_test

import (
	"testing"

	"transferdesk/internal/transfer"
	"transferdesk/internal/wise/simserver"
	"transferdesk/internal/wise/wisesim"
)

func TestAPlansWebhooksGoToTheirSubscriptionAndToFurtherOnesLikeIt(t *testing.T) {
	s, planned, alike, older, own, another := open(t, signing(t)), receive(t, 200), receive(t, 200), receive(t, 200), receive(t, 200), receive(t, 200)
	world := wisesim.World{Subscriptions: []wisesim.Subscription{
		{ID: "0ff5ae1e-0000-4000-8000-000000000001", EventType: "transfers#state-change", Version: "4.0.0"},
		{ID: "0ff5ae1e-0000-4000-8000-000000000002", EventType: "transfers#state-change", Version: "4.0.0"},
	}}
	s.PopulateSubscriptions(world, planned.url)
	for in, one := range map[*inbox]simserver.Subscription{
		alike: {Version: "4.0.0"}, older: {Version: "2.0.0"}, own: {Version: "4.0.0", Profile: adas}, another: {Version: "4.0.0", Profile: bobs},
	} {
		one.TriggerOn, one.URL = "transfers#state-change", in.url
		s.AddSubscription(one)
	}
	news := wisesim.News{Kind: transfer.StateChange, Transfer: 1, Profile: adas, To: transfer.Processing, At: start}
	s.Deliver(wisesim.Delivery{Body: news.Body(world.Subscriptions[0].ID, "4.0.0", start), DeliveryID: "8a1f0c1e-0000-4000-8000-000000000001"})
	if got := planned.next(t); got.Subscription != world.Subscriptions[0].ID || got.header.Get("X-Delivery-Id") != "8a1f0c1e-0000-4000-8000-000000000001" {
		t.Errorf("its own: %v %s", got.header, got.body)
	}
	for name, in := range map[string]*inbox{"one like it": alike, "the profile's own": own} {
		if got := in.next(t); got.Subscription == world.Subscriptions[0].ID || got.Subscription == "" || got.TransferID != 1 {
			t.Errorf("%s: %s", name, got.body)
		}
	}
	s.Wait()
	for name, in := range map[string]*inbox{"its own": planned, "an older one": older, "another profile's": another} {
		if n := len(in.came); n != 0 {
			t.Errorf("%s: %d more", name, n)
		}
	}
}
