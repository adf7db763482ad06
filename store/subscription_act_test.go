package store_test

import (
	"strings"
	"testing"
	"time"

	"transferdesk/internal/testkit"
	"transferdesk/store"
)

// lead is who acts in these tests.
var lead = store.Actor{Kind: "person", ID: 1, Name: "Ada"}

func TestAnActAboutASubscriptionEndsOnce(t *testing.T) {
	db := testkit.DB(t)
	at := time.Date(2026, 11, 21, 9, 0, 0, 0, time.UTC)
	accept(t, db, "one")
	end := store.SubscriptionEnd{At: at.Add(time.Second), Result: "refused", Trouble: store.Trouble{Kind: "invalid", Text: "why", TraceID: "trace"}}
	write := func(do func(*store.Tx) error) error { return db.Write(t.Context(), store.LaneAct, do) }
	var act store.SubscriptionAct
	err := write(func(tx *store.Tx) (err error) {
		act, err = tx.AddSubscriptionAct(store.SubscriptionAct{At: at, By: lead, Act: store.ActSubscribe, Event: "users#state-change", Version: "4.0.0", URL: "https://x.example/"})
		return err
	})
	if err != nil || act.ID != 1 || act.AfterReceipt != 1 || act.Result != store.ActStarted {
		t.Fatalf("%+v, %v", act, err)
	}
	if err := write(func(tx *store.Tx) error { return tx.EndSubscriptionAct(act.ID, "made", end) }); err != nil {
		t.Fatal(err)
	}
	if err := write(func(tx *store.Tx) error {
		return tx.EndSubscriptionAct(act.ID, "", store.SubscriptionEnd{Result: "done"})
	}); err == nil || !strings.Contains(err.Error(), "immutable") {
		t.Errorf("ended twice: %v", err)
	}
	err = db.Read(t.Context(), func(r *store.Reader) error {
		all, err := r.SubscriptionActs(10)
		if len(all) != 1 || all[0].Subscription != "made" || all[0].SubscriptionEnd != end || !all[0].At.Equal(at) || all[0].By != lead {
			t.Errorf("got %+v", all)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestWhatPeopleDidAboutSubscriptionsIsImmutable(t *testing.T) {
	for table, columns := range map[string]string{
		"subscription_acts":  "1, 7, 'person', 1, 'Ada', 'test', 0, 's', 'e', '4.0.0', 'u', 0, 0, 0, 'done', '', '', ''",
		"subscription_tests": "1, 7, 's', 'd', 1, 'person', 1, 'Ada', 0",
	} {
		path := testkit.DBPath(t)
		testkit.OpenDB(t, path, store.Options{})
		outsider(t, path, "INSERT INTO "+table+" VALUES ("+columns+")")
		for _, statement := range []string{
			"UPDATE " + table + " SET subscription = 'other'",
			"DELETE FROM " + table,
			"INSERT OR REPLACE INTO " + table + " VALUES (" + strings.Replace(columns, "7", "8", 1) + ")",
		} {
			if err := tryOutside(t, path, statement); err == nil || !strings.Contains(err.Error(), "immutable") {
				t.Errorf("%s: got %v, want a refusal by trigger", statement, err)
			}
		}
	}
}

func TestOnlyTheEndOfAnActAboutASubscriptionIsWritten(t *testing.T) {
	path := testkit.DBPath(t)
	testkit.OpenDB(t, path, store.Options{})
	outsider(t, path, "INSERT INTO subscription_acts VALUES (1, 7, 'person', 1, 'Ada', 'subscribe', 0, '', 'e', '4.0.0', 'u', 0, 0, 0, 'started', '', '', '')")
	for column, value := range map[string]string{"url": "'other'", "actor_name": "'Eve'", "event_type": "'f'", "profile_id": "9", "at": "8"} {
		err := tryOutside(t, path, "UPDATE subscription_acts SET result = 'done', "+column+" = "+value)
		if err == nil || !strings.Contains(err.Error(), "immutable") {
			t.Errorf("%s: got %v, want a refusal by trigger", column, err)
		}
	}
	outsider(t, path, "UPDATE subscription_acts SET result = 'done', subscription = 'made', ended_at = 9")
}
