package simserver_test

import (
	"fmt"
	"net/http"
	"strings"
	"testing"

	"transferdesk/internal/wise"
	"transferdesk/internal/wise/simserver"
)

// subscribe asks for a subscription as the application.
func (s *sim) subscribe(event, version, url string) answer {
	return s.ask(s.application(), http.MethodPost, "/v3/applications/key/subscriptions",
		fmt.Sprintf(`{"name":"ours","trigger_on":%q,"delivery":{"version":%q,"url":%q}}`, event, version, url))
}

func TestASubscriptionIsMadeOnlyWhenItsTestIsTaken(t *testing.T) {
	s := open(t, signing(t))
	refusing, in := receive(t, 500), receive(t, 204)
	if got := s.subscribe("transfers#state-change", "2.0.0", refusing.url); got.status != 422 || !strings.Contains(got.body, "INVALID_CALLBACK_URL") {
		t.Errorf("refused: %d %s", got.status, got.body)
	}
	got := s.subscribe("transfers#state-change", "2.0.0", in.url)
	if got.status != 200 {
		t.Fatalf("taken: %d %s", got.status, got.body)
	}
	test := in.next(t)
	if test.header.Get("X-Test-Notification") != "true" || !test.ZeroIDs || test.Verdict != wise.Readable {
		t.Errorf("the test: %v %s", test.header, test.body)
	}
	list := s.ask(s.application(), http.MethodGet, "/v3/applications/key/subscriptions", "")
	if strings.Count(list.body, `"trigger_on"`) != 1 || !strings.Contains(list.body, got.text(t, "id")) {
		t.Errorf("the list: %s", list.body)
	}
	path := "/v3/applications/key/subscriptions/" + got.text(t, "id")
	for i, want := range []int{204, 404} {
		if got := s.ask(s.application(), http.MethodDelete, path, ""); got.status != want {
			t.Errorf("deleting it (%d): %d, want %d", i, got.status, want)
		}
	}
}

func TestTestsOfEveryTypeCanBeRead(t *testing.T) {
	s := open(t, signing(t))
	in := receive(t, 200)
	for _, event := range wise.EventTypes() {
		profile := event == "balances#credit"
		body := fmt.Sprintf(`{"name":"n","trigger_on":%q,"delivery":{"version":"2.0.0","url":%q}}`, event, in.url)
		got := s.ask(s.application(), http.MethodPost, "/v3/applications/key/subscriptions", body)
		if profile {
			if got.status != 422 {
				t.Errorf("%s for an application: %d", event, got.status)
			}
			got = s.ask(s.user("ada-1"), http.MethodPost, "/v3/profiles/601/subscriptions", body)
			s.Close()
			s = open(t, signing(t))
		}
		if got.status != 200 {
			t.Fatalf("%s: %d %s", event, got.status, got.body)
		}
		if one := in.next(t); !one.ZeroIDs || one.EventType != event {
			t.Errorf("%s: zero ids %v: %s", event, one.ZeroIDs, one.body)
		}
	}
}

func TestASubscriptionOfAProfileBelongsToItsUser(t *testing.T) {
	s := open(t, nil)
	body := `{"name":"n","trigger_on":"transfers#state-change","delivery":{"version":"2.0.0","url":"http://a.example"}}`
	mine, others := s.user("ada-1"), s.user("bob-1")
	got := s.ask(mine, http.MethodPost, "/v3/profiles/601/subscriptions", body)
	if got.status != 200 || !strings.Contains(got.body, `"scope":{"domain":"profile","id":"601"},"created_by":{"type":"user","id":"501"}`) {
		t.Errorf("%d %s", got.status, got.body)
	}
	for name, got := range map[string]answer{
		"another user makes one":          s.ask(others, http.MethodPost, "/v3/profiles/601/subscriptions", body),
		"another user lists":              s.ask(others, http.MethodGet, "/v3/profiles/601/subscriptions", ""),
		"another application's key":       s.ask(s.application(), http.MethodGet, "/v3/applications/other/subscriptions", ""),
		"a profile has no test":           s.ask(mine, http.MethodPost, "/v3/profiles/601/subscriptions/"+got.text(t, "id")+"/test-notifications", ""),
		"the application does not see it": s.ask(s.application(), http.MethodGet, "/v3/applications/key/subscriptions/"+got.text(t, "id"), ""),
	} {
		if got.status != 403 && got.status != 404 {
			t.Errorf("%s: %d %s", name, got.status, got.body)
		}
	}
}

func TestWhatIsMissingOrForbiddenInASubscriptionIsSaid(t *testing.T) {
	s := open(t, func(o *simserver.Options) { o.StrictURLs = true })
	for body, want := range map[string]string{
		`{`: "body",
		`{"name":"n","trigger_on":"transfers#refund","delivery":{"version":"2.0.0"}}`:                                         "delivery.url",
		`{"name":"n","trigger_on":"nonsense#yes","delivery":{"version":"2.0.0","url":"https://a.example/"}}`:                  "INVALID_TRIGGER",
		`{"name":"n","trigger_on":"transfers#refund","delivery":{"version":"2.0.0","url":"http://a.example/"}}`:               "INVALID_CALLBACK_URL",
		`{"name":"n","trigger_on":"transfers#refund","delivery":{"version":"2.0.0","url":"https://a.example:8443/"}}`:         "INVALID_CALLBACK_URL",
		`{"name":"n","trigger_on":"transfers#refund","delivery":{"version":"2.0.0","url":"https://192.0.2.1/"}}`:              "INVALID_CALLBACK_URL",
		`{"name":"n","trigger_on":"transfers#refund","delivery":{"version":"2.0.0","url":"https://localhost/"}}`:              "INVALID_CALLBACK_URL",
		`{"name":"n","trigger_on":"transfers#refund","delivery":{"version":"2.0.0","url":"https://a.example/hook?secret=1"}}`: "INVALID_CALLBACK_URL",
	} {
		got := s.ask(s.application(), http.MethodPost, "/v3/applications/key/subscriptions", body)
		if got.status != 400 && got.status != 422 || !strings.Contains(got.body, want) {
			t.Errorf("%s: %d %s", body, got.status, got.body)
		}
	}
	if got := s.subscribe("transfers#refund", "2.0.0", "https://a.example/hook"); got.status != 200 {
		t.Errorf("a good one: %d %s", got.status, got.body)
	}
}

func TestATestNotificationIsSentWithTheDeliveryIDThatWasPromised(t *testing.T) {
	s := open(t, signing(t))
	in := receive(t, 200, 500, 200)
	id := s.subscribe("transfers#refund", "1.0.0", in.url).text(t, "id")
	in.next(t)
	got := s.ask(s.application(), http.MethodPost, "/v3/applications/key/subscriptions/"+id+"/test-notifications", "")
	for try := range 2 {
		one := in.next(t)
		if !strings.Contains(got.body, one.header.Get("X-Delivery-Id")) || one.header.Get("X-Test-Notification") != "true" || one.SchemaVersion != "1.0.0" {
			t.Errorf("try %d: %v %s, promised %s", try, one.header, one.body, got.body)
		}
	}
}

func TestAChangeIsToldToThoseWhoHearOfIt(t *testing.T) {
	s := open(t, signing(t))
	all, own, another, refunds := receive(t, 200), receive(t, 200), receive(t, 200), receive(t, 200)
	s.AddSubscription(simserver.Subscription{TriggerOn: "transfers#state-change", Version: "2.0.0", URL: all.url})
	s.AddSubscription(simserver.Subscription{TriggerOn: "transfers#state-change", Version: "4.0.0", URL: own.url, Profile: adas})
	s.AddSubscription(simserver.Subscription{TriggerOn: "transfers#state-change", Version: "2.0.0", URL: another.url, Profile: bobs})
	s.AddSubscription(simserver.Subscription{TriggerOn: "transfers#refund", Version: "2.0.0", URL: refunds.url})
	s.AddTransfer(one(1, "funds_converted"))
	for _, state := range []string{"outgoing_payment_sent", "bounced_back"} {
		if err := s.SetStatus(1, state, false); err != nil {
			t.Fatal(err)
		}
	}
	if err := s.SetStatus(1, "processing", true); err != nil {
		t.Fatal(err)
	}
	for in, version := range map[*inbox]string{all: "2.0.0", own: "4.0.0"} {
		for _, state := range []string{"outgoing_payment_sent", "bounced_back"} {
			got := in.next(t)
			if got.SchemaVersion != version || got.TransferID != 1 || got.ProfileID != adas || string(got.Transfer.To) != state || got.header.Get("X-Test-Notification") != "" {
				t.Errorf("%s: %s", version, got.body)
			}
		}
	}
	s.Wait()
	for name, in := range map[string]*inbox{"all": all, "own": own, "another": another, "refunds": refunds} {
		if n := len(in.came); n != 0 {
			t.Errorf("%s: %d more", name, n)
		}
	}
}
