package web

import (
	"net/http"
	"net/url"
	"slices"
	"testing"
	"time"

	"github.com/PuerkitoBio/goquery"

	"transferdesk/internal/wise/simserver"
)

// awaitSubscribing waits until nothing is being made any more.
func (w *wiseSite) awaitSubscribing() {
	w.t.Helper()
	for deadline := time.Now().Add(30 * time.Second); ; time.Sleep(5 * time.Millisecond) {
		if job, any := w.server.Cfg.AtWise.Subscribing(); any && !job.Ended.IsZero() {
			return
		}
		if time.Now().After(deadline) {
			w.t.Fatal("the job does not end")
		}
	}
}

// ticked are the types that the page of what is missing has ticked.
func ticked(doc *goquery.Document) (events []string) {
	doc.Find(`input[name="event"][checked]`).Each(func(_ int, box *goquery.Selection) { events = append(events, box.AttrOr("value", "")) })
	return events
}

func TestEverythingThatIsMissingIsMadeOneAfterAnother(t *testing.T) {
	w := newWiseSite(t, nil)
	wants(t, "before Wise was asked", folded(w.lead.page("/admin/subscriptions/missing").Find("main").Text()), "What is missing is not known")
	w.has(simserver.Subscription{ID: firstID, Name: "one", TriggerOn: stateChanges, Version: "2.0.0", URL: w.ours()})
	w.asks("")
	doc := w.lead.page("/admin/subscriptions/missing")
	events := ticked(doc)
	if slices.Contains(events, stateChanges) || slices.Contains(events, "balances#credit") || slices.Contains(events, "kyc-reviews#state-change") || len(events) != 15 {
		t.Fatalf("ticked are %d: %v", len(events), events)
	}
	wants(t, "what is not documented", testid(doc, "missing"), "kyc-reviews#state-change")
	nothing := w.document(w.lead.submit("/admin/subscriptions/missing", url.Values{"url": {w.ours()}}), http.StatusUnprocessableEntity)
	wants(t, "nothing ticked", folded(nothing.Find(".errors").Text()), "choose one")
	w.follow("/admin/subscriptions/missing", url.Values{"url": {w.ours()}, "event": events})
	w.awaitSubscribing()
	job := testid(w.lead.page("/admin/subscriptions/missing"), "missing-job")
	wants(t, "the job", job, "Done", "15 of 15 made", "users#state-change", "started by Lead One")
	wants(t, "what is left", testid(w.lead.page("/admin/subscriptions"), "scope-"), "16 subscriptions")
	if n := w.asked(http.MethodPost, appSubscriptions); n != 15 {
		t.Errorf("Wise was asked %d times, want 15", n)
	}
}

func TestWhatWouldGoWrongForAllEndsTheJob(t *testing.T) {
	w := newWiseSite(t, stranger(t))
	w.asks("")
	w.follow("/admin/subscriptions/missing", url.Values{"url": {w.ours()}, "event": {"transfers#refund", "users#state-change"}})
	w.awaitSubscribing()
	job := testid(w.lead.page("/admin/subscriptions/missing"), "missing-job")
	wants(t, "the job", job, "It ended early", "0 of 2 made; 1 asked for", "did not get through to this address", "Refused", "Not asked")
	if n := w.asked(http.MethodPost, appSubscriptions); n != 1 {
		t.Errorf("Wise was asked %d times, want once", n)
	}
}

func TestTheJobIsStoppedBetweenTwoAndIsTheOnlyOne(t *testing.T) {
	w := newWiseSite(t, nil)
	w.asks("")
	events := ticked(w.lead.page("/admin/subscriptions/missing"))
	w.sim.Fail(simserver.Failure{Mode: simserver.Slow, Paths: []string{"/v3/"}, Delay: 400 * time.Millisecond})
	form := url.Values{"url": {w.ours()}, "event": events}
	doc := w.follow("/admin/subscriptions/missing", form)
	wants(t, "under way", testid(doc, "missing-job"), "are being made", "To come")
	wants(t, "on the page of subscriptions", folded(w.lead.page("/admin/subscriptions").Find(".strip.moving").Text()), "are being made")
	second := w.document(w.lead.submit("/admin/subscriptions/missing", form), http.StatusConflict)
	if second.Find(`[data-testid="missing-job"]`).Length() != 1 {
		t.Error("a second job does not show the first")
	}
	w.follow("/admin/subscriptions/missing/stop", url.Values{})
	w.awaitSubscribing()
	wants(t, "stopped", testid(w.lead.page("/admin/subscriptions/missing"), "missing-job"), "It was stopped; what was made stays", "Not asked")
	if n := w.asked(http.MethodPost, appSubscriptions); n >= len(events) {
		t.Errorf("Wise was asked %d times, want fewer than %d", n, len(events))
	}
}
