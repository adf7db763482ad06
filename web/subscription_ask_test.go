package web

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"transferdesk/internal/auth"
	"transferdesk/internal/wise/simserver"
)

func TestWiseIsAskedForOneSubscription(t *testing.T) {
	w := newWiseSite(t, nil)
	w.has(simserver.Subscription{ID: firstID, Name: "one", TriggerOn: "users#state-change", Version: "4.0.0", URL: w.ours()})
	w.asks("")
	ask, page := "/admin/subscriptions/"+firstID+"/ask", "/admin/subscriptions/"+firstID+"/delete"
	if told := testid(w.lead.page(page), "told"); told != "" {
		t.Errorf("before it is asked: %q", told)
	}
	wants(t, "Wise has it", testid(w.document(w.lead.submit(ask, url.Values{}), http.StatusOK), "told"), "Wise has it, as it stands here.")
	if n := w.asked(http.MethodGet, appSubscriptions+"/"+firstID); n != 1 {
		t.Errorf("Wise was asked %d times, want once", n)
	}
	w.sim.Fail(simserver.Failure{Mode: simserver.Garbage})
	wants(t, "no answer", testid(w.document(w.lead.submit(ask, url.Values{}), http.StatusOK), "told"), "cannot read")
	w.sim.Fail(simserver.Failure{Mode: simserver.Missing})
	if answer := w.lead.submit(ask, url.Values{}); answer.StatusCode != http.StatusSeeOther {
		t.Errorf("gone: got %d", answer.StatusCode)
	}
	if text := folded(w.lead.page("/admin/subscriptions").Find("main").Text()); !strings.Contains(text, "0 subscriptions") {
		t.Errorf("the list still has it: %s", text)
	}
	if answer := w.lead.submit(ask, url.Values{}); answer.StatusCode != http.StatusNotFound {
		t.Errorf("one that stands in no list: got %d", answer.StatusCode)
	}
	var ends []string
	for _, line := range w.recorded(auth.AskSubscriptions) {
		if strings.Contains(line, firstID) {
			ends = append(ends, strings.Fields(line)[0])
		}
	}
	if got := strings.Join(ends, " "); got != "started done started failed started done" {
		t.Errorf("recorded %q", got)
	}
}
