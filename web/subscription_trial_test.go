package web

import (
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/PuerkitoBio/goquery"

	"transferdesk/internal/auth"
	"transferdesk/internal/wise/simserver"
	"transferdesk/internal/wise/wisesim"
	"transferdesk/store"
)

// awaitDoor waits until the site has taken, or refused, so many requests at the door.
func (w *wiseSite) awaitDoor(what string, came func(*store.Reader) bool) {
	w.t.Helper()
	for deadline := time.Now().Add(20 * time.Second); ; time.Sleep(5 * time.Millisecond) {
		must(w.t, w.server.Cfg.Journal.WriteRejected())
		is := false
		must(w.t, w.db.Read(w.t.Context(), func(r *store.Reader) error { is = came(r); return nil }))
		if is {
			return
		}
		if time.Now().After(deadline) {
			w.t.Fatalf("waited in vain: %s", what)
		}
	}
}

// tried has a test sent for a subscription of the application, and gives the page on
// which it is watched.
func tried(t *testing.T, signer *wisesim.Signer, wait func(*wiseSite)) (*wiseSite, *goquery.Document) {
	t.Helper()
	w := newWiseSite(t, signer)
	w.has(simserver.Subscription{ID: firstID, Name: "one", TriggerOn: stateChanges, Version: "4.0.0", URL: w.ours()})
	w.asks("")
	answer := w.lead.submit("/admin/subscriptions/"+firstID+"/test", url.Values{})
	if to := answer.Header.Get("Location"); answer.StatusCode != http.StatusSeeOther || to != "/admin/subscriptions/"+firstID+"/test" {
		t.Fatalf("sending a test: got %d to %q", answer.StatusCode, to)
	}
	wait(w)
	return w, w.lead.page("/admin/subscriptions/" + firstID + "/test")
}

func TestATestIsWatchedUntilItArrives(t *testing.T) {
	w, doc := tried(t, nil, func(w *wiseSite) {
		w.awaitDoor("a test", func(r *store.Reader) bool { n, _, err := r.TestsBetween(0, testNow); return err == nil && n == 1 })
	})
	wants(t, "before it is read", testid(doc, "trial"), "Queued at Wise; not arrived yet", "asked by Lead One")
	if _, looks := doc.Find(`[data-testid="tests"]`).Attr("data-look-again"); !looks {
		t.Error("the page does not look again by itself")
	}
	w.deliver()
	doc = w.lead.page("/admin/subscriptions/" + firstID + "/test")
	wants(t, "once it is read", testid(doc, "trial"), "Arrived within a second", "event 1", "Verified with key test")
	if _, looks := doc.Find(`[data-testid="tests"]`).Attr("data-look-again"); looks {
		t.Error("the page looks again although nothing is to come")
	}
	if to, _ := doc.Find(`[data-testid="trial"] .events a`).Attr("href"); to != "/events/1" {
		t.Errorf("it leads to %q", to)
	}
	if got := w.recorded(auth.TestSubscription); len(got) != 2 || !strings.HasPrefix(got[1], "done") {
		t.Errorf("recorded %q", got)
	}
}

func TestATestThatDoesNotComeSaysWhatToLookAt(t *testing.T) {
	w, _ := tried(t, nil, func(*wiseSite) {})
	w.setNow(w.now.Add(61 * time.Second))
	doc := w.lead.page("/admin/subscriptions/" + firstID + "/test")
	wants(t, "a minute later", testid(doc, "trial"), "Not arrived", "the proxy", "the key", "developer hub")
	if _, looks := doc.Find(`[data-testid="tests"]`).Attr("data-look-again"); looks {
		t.Error("the page goes on looking")
	}
}

func TestATestThatIsRefusedAtTheDoorSaysWhy(t *testing.T) {
	_, doc := tried(t, stranger(t), func(w *wiseSite) {
		w.awaitDoor("a refusal", func(r *store.Reader) bool { rows, err := r.RejectedAfter(0, 1); return err == nil && len(rows) == 1 })
	})
	wants(t, "refused", testid(doc, "trial"), "Came and was refused", "Does not match", "What was refused at the door")
}

func TestATestThatWiseRefusesIsSaid(t *testing.T) {
	w := newWiseSite(t, nil)
	w.has(simserver.Subscription{ID: firstID, Name: "one", TriggerOn: stateChanges, Version: "4.0.0", URL: w.ours()})
	w.has(simserver.Subscription{ID: secondID, Name: "two", TriggerOn: stateChanges, Version: "4.0.0", URL: w.ours(), Profile: subscribedProfile, User: subscribedUser})
	w.asks("")
	w.asks("16055450")
	w.sim.Fail(simserver.Failure{Mode: simserver.Forbidden, Paths: []string{"/v3/"}})
	doc := w.follow("/admin/subscriptions/"+firstID+"/test", url.Values{})
	wants(t, "forbidden", testid(doc, "news"), "Refused", "A test of the subscription", "Wise’s trace id")
	w.sim.Fail(simserver.Failure{})
	answer := w.lead.submit("/admin/subscriptions/"+secondID+"/test", url.Values{"profile": {"16055450"}})
	wants(t, "a profile's", folded(w.document(answer, http.StatusUnprocessableEntity).Find("main").Text()), "Wise offers no test for profile subscriptions")
}
