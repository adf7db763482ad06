package web

import (
	"net/http"
	"strings"
	"testing"

	"transferdesk/internal/auth"
	"transferdesk/web/front"
)

func TestWhatWasRefusedIsShownWithItsDiagnosis(t *testing.T) {
	s := newSite(t)
	lead := s.signIn(auth.Lead)
	if got := folded(lead.page("/events/rejected").Find("main").Text()); !strings.Contains(got, "Nothing was refused") {
		t.Errorf("before anything came: %q", got)
	}
	send := func(body, signed, agent string) {
		req, err := http.NewRequest(http.MethodPost, s.http.URL+"/webhooks/wise", strings.NewReader(body))
		must(t, err)
		if signed != "" {
			req.Header.Set("X-Signature-SHA256", s.signing.Sign([]byte(signed)))
		}
		req.Header.Set("User-Agent", agent)
		if answer := s.do(http.DefaultClient, req); answer.StatusCode != http.StatusUnauthorized {
			t.Fatalf("got %d, want 401", answer.StatusCode)
		}
	}
	for range 60 {
		send("{}", "", "<b>curious</b>")
	}
	send("{}\n", "{}", "a proxy")
	must(t, s.server.Cfg.Journal.Close()) // writes what was refused
	page := lead.page("/events/rejected")
	if got := testid(page, "rejected-counts"); got != "61 in the last hour, 61 in the last 24 hours, 61 in all." {
		t.Errorf("counts: got %q", got)
	}
	text := folded(page.Find("main").Text())
	for _, want := range []string{"Altered at its end", "byte for byte", "No signature", "The age of a message plays no part in it", "<b>curious</b>"} {
		if !strings.Contains(text, want) {
			t.Errorf("the page does not say %q", want)
		}
	}
	if rows, next := page.Find("tbody tr").Length(), page.Find(`a[rel="next"]`); rows != 50 || lead.page(next.AttrOr("href", "")).Find("tbody tr").Length() != 11 {
		t.Errorf("%d rows on the first page, want 50 and the others on the next", rows)
	}
}

func TestTheListOfEventsIsFilteredByItsAddress(t *testing.T) {
	s := newSite(t)
	s.deliver(stateChange(9, "", "processing", ago(1e12)), strings.Replace(stateChange(10, "", "processing", ago(1e12)), "01234567-89ab", "11111111-89ab", 1),
		strings.Replace(stateChange(11, "", "processing", ago(1e12)), `"2.0.0"`, `"4.0.0"`, 1), mistaken(1))
	agent, token := s.signIn(auth.Agent), s.token(auth.Agent)
	for query, want := range map[string]string{
		"transfer=9": "4 1", "transfer=9&status=quarantined": "4", "version=4.0.0": "3", "subscription=11111111-89ab-cdef-0123-456789abcdef": "2",
		"test=only": "", "test=none": "4 3 2 1", "since=2026-11-21&until=2026-11-21": "4 3 2 1", "since=2026-11-22": "", "until=2026-11-20": "", "user=7": "",
		"profile=16055450": "4 3 2 1",
	} {
		var page, json []string
		for _, a := range agent.page("/events?" + query).Find("tbody th a").EachIter() {
			page = append(page, a.Text())
		}
		for _, e := range s.fetch(token, "/api/v1/events?"+query)["events"].([]any) {
			json = append(json, front.IDText(int64(e.(map[string]any)["id"].(float64))))
		}
		if strings.Join(page, " ") != want || strings.Join(json, " ") != want {
			t.Errorf("%s: the page lists %q, JSON %q, want %q", query, page, json, want)
		}
	}
	for _, query := range []string{"transfer=x", "test=maybe", "since=yesterday", "status=odd", "user=0"} {
		if answer := agent.get("/events?" + query); answer.StatusCode != http.StatusBadRequest {
			t.Errorf("%s: got %d, want 400", query, answer.StatusCode)
		}
	}
}
