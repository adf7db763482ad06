package enrich_test

import (
	"encoding/json"
	"log/slog"
	"testing"

	"transferdesk/internal/enrich"
	"transferdesk/internal/wise/api"
	"transferdesk/internal/wise/simserver"
	"transferdesk/store"
)

func TestTheListsOfSubscriptionsAreAskedForByWhomTheyAreOf(t *testing.T) {
	w := newWorld(t, nil)
	w.sim.AddSubscription(simserver.Subscription{ID: "s-app", TriggerOn: "users#state-change", Version: "4.0.0", URL: "https://desk.example.com/webhooks/wise"})
	w.sim.AddSubscription(simserver.Subscription{ID: "s-ada", TriggerOn: "balances#credit", Version: "2.0.0", URL: "https://desk.example.com/webhooks/wise", Profile: adas, User: ada})
	w.run()
	for id, q := range map[string]enrich.Question{
		"s-app": {Kind: store.OfApplicationSubscriptions},
		"s-ada": {Kind: store.OfProfileSubscriptions, ID: adas, Profile: adas, User: ada},
	} {
		w.Want(q)
		w.settled(q)
		kept := w.kept(q.Kind, q.ID)
		var all []api.Subscription
		if err := json.Unmarshal(kept.Value, &all); err != nil || kept.Trouble != nil || len(all) != 1 || all[0].ID != id {
			t.Errorf("%s: kept %s, trouble %+v (%v)", q.Kind, kept.Value, kept.Trouble, err)
		}
	}
}

func TestWithoutClientCredentialsTheApplicationIsNotAsked(t *testing.T) {
	w := newWorld(t, nil)
	client, err := api.New(api.Config{Clock: w.clock.now})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(client.Close)
	nobody := enrich.New(w.db, client, w.clock.now, slog.New(slog.DiscardHandler))
	for _, q := range []enrich.Question{{Kind: store.OfApplicationSubscriptions}, {Kind: store.OfSupportCase, ID: 9001}} {
		trouble := api.TroubleOf(nobody.Now(t.Context(), q))
		if trouble == nil || trouble.Kind != api.NotConfigured {
			t.Errorf("%s: got %v, want that nothing is configured", q.Kind, trouble)
		}
		if kept := w.kept(q.Kind, q.ID); kept.Trouble != nil || kept.Value != nil {
			t.Errorf("kept %+v although nothing was asked", kept)
		}
	}
}
