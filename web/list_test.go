package web

import (
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/PuerkitoBio/goquery"

	"transferdesk/internal/auth"
	"transferdesk/web/front"
)

// links lists the transfers that the rows of a page lead to.
func links(doc *goquery.Document) []string {
	seen := map[string]bool{}
	var all []string
	doc.Find(`main a[href^="/transfers/"]`).Each(func(_ int, a *goquery.Selection) {
		href := a.AttrOr("href", "")
		if !seen[href] {
			seen[href] = true
			all = append(all, strings.TrimPrefix(href, "/transfers/"))
		}
	})
	return all
}

// problems delivers four transfers, one in each stage, and one without a problem.
func (s *site) problems() {
	s.deliver(bouncedLife(101)...)
	s.deliver(refundedLife(102)...)
	s.deliver(stateChange(103, "funds_converted", "outgoing_payment_sent", ago(30*time.Hour)),
		payoutFailure(103, "WRONG_NAME", "The name does not match", ago(29*time.Hour)))
	s.deliver(append(bouncedLife(104),
		stateChange(104, "bounced_back", "processing", ago(20*time.Hour)), stateChange(104, "processing", "cancelled", ago(19*time.Hour)))...)
	s.deliver(stateChange(105, "", "incoming_payment_waiting", ago(time.Hour)), activeCases(105, ago(time.Hour), "deposit_amount_less_invoice"))
}

func TestTheQueueCountsWhatItsRowsShow(t *testing.T) {
	s := newSite(t)
	s.problems()
	agent := s.signIn(auth.Agent)
	for show, want := range map[string]string{"": "101 104", "returned": "101 104", "failed": "103", "cases": "105"} {
		doc := agent.page("/?show=" + show)
		if got := strings.Join(links(doc), " "); got != want {
			t.Errorf("show=%s: got the rows %s, want %s", show, got, want)
		}
		tile := doc.Find(`a[href^="/?show="][aria-current]`)
		if got := folded(tile.Text()); !strings.Contains(got, fmt.Sprint(len(strings.Fields(want)))) {
			t.Errorf("show=%s: the counter says %q, want %d", show, got, len(strings.Fields(want)))
		}
		if n := doc.Find(`.tiles a[href^="/?show="]`).Length(); n != 4 {
			t.Errorf("show=%s: got %d counters, want 4", show, n)
		}
	}
	if answer := agent.get("/?show=no-such"); answer.StatusCode != http.StatusBadRequest {
		t.Errorf("an unknown list: got %d, want 400", answer.StatusCode)
	}
}

func TestBouncedIsFilteredByRepeatedParameters(t *testing.T) {
	s := newSite(t)
	s.problems()
	agent := s.signIn(auth.Agent)
	for query, want := range map[string]string{
		"":                                "104 103 102 101",
		"?stage=returned":                 "101",
		"?stage=returned&stage=cancelled": "104 101",
		"?reason=WRONG_NAME":              "103",
		"?reason=WRONG_NAME&reason=ACCOUNT_CLOSED": "104 103 102 101",
		"?stage=refunded&reason=":                  "102",
		"?currency=EUR":                            "104 102 101",
		"?currency=eur&stage=refunded":             "102",
		"?since=2026-11-20":                        "104 103",
		"?reason=NO_SUCH_CODE":                     "",
		"?currency=XXX":                            "",
	} {
		doc := agent.page("/bounced" + query)
		if got := strings.Join(links(doc), " "); got != want {
			t.Errorf("/bounced%s: got %s, want %s", query, got, want)
		}
		if want == "" && !strings.Contains(doc.Find("main").Text(), "No transfer matches") {
			t.Errorf("/bounced%s: an empty list does not say why", query)
		}
	}
	for _, query := range []string{"?stage=no-such", "?since=yesterday", "?since=2026-02-30", "?cursor=%27", "?cursor=AAAA"} {
		if answer := agent.get("/bounced" + query); answer.StatusCode != http.StatusBadRequest {
			t.Errorf("/bounced%s: got %d, want 400", query, answer.StatusCode)
		}
	}
}

func TestAFilterCanBeTakenAwayChipByChip(t *testing.T) {
	s := newSite(t)
	s.problems()
	doc := s.signIn(auth.Agent).page("/bounced?reason=WRONG_NAME&reason=ACCOUNT_CLOSED&stage=failed")
	if doc.Find(`a[href="/bounced?reason=ACCOUNT_CLOSED&stage=failed"]`).Length() == 0 {
		t.Error("no chip takes the first reason away and leaves the rest")
	}
	if n := doc.Find(`input[name="reason"]:checked, input[name="reason"][checked]`).Length(); n != 2 {
		t.Errorf("got %d reasons ticked, want 2", n)
	}
}

func TestARowOfTheCasesNamesTheCaseAndItsAge(t *testing.T) {
	s := newSite(t)
	s.deliver(stateChange(105, "", "incoming_payment_waiting", ago(5*time.Hour)), activeCases(105, ago(2*time.Hour), "joint_account_proof_needed"))
	doc := s.signIn(auth.Agent).page("/?show=cases")
	if got := folded(doc.Find(`[data-testid="case"]`).Text()); !strings.Contains(got, "joint account") {
		t.Errorf("the row names the case as %q", got)
	}
	if got := folded(doc.Find("td.since .age").Text()); !strings.HasPrefix(got, "2 h") {
		t.Errorf("the case has waited for %q, want 2 h", got)
	}
}

func TestAFilterStandsOpenOnlyWhereItFoundNothing(t *testing.T) {
	s := newSite(t)
	s.problems()
	agent := s.signIn(auth.Agent)
	for path, want := range map[string]int{
		"/bounced": 0, "/bounced?stage=returned": 0, "/bounced?currency=XXX": 1,
		"/events": 0, "/events?status=applied": 0, "/events?status=test": 1,
	} {
		if got := agent.page(path).Find("details.filters[open]").Length(); got != want {
			t.Errorf("%s: %d open forms, want %d", path, got, want)
		}
	}
}

func TestListsLeadThroughEveryRowOnceByRelNext(t *testing.T) {
	s := newSite(t)
	const n = 2*front.RowsPerPage + 7
	var bodies []string
	for i := range n {
		id := int64(1000 + i)
		bodies = append(bodies, stateChange(id, "outgoing_payment_sent", "bounced_back", ago(time.Duration(i+1)*time.Hour)))
	}
	s.deliver(bodies...)
	agent := s.signIn(auth.Agent)
	for _, start := range []string{"/?show=returned", "/bounced", "/bounced?stage=returned", "/customers/16055450", "/events"} {
		seen, pages, path := map[string]int{}, 0, start
		for path != "" && pages < 20 {
			doc := agent.page(path)
			pages++
			rows := links(doc)
			if start == "/events" {
				rows = doc.Find(`main tbody th a[href^="/events/"]`).Map(func(_ int, a *goquery.Selection) string { return a.Text() })
			}
			if strings.HasPrefix(start, "/customers") {
				rows = doc.Find(`section[aria-labelledby="transfers"] a[href^="/transfers/"]`).Map(func(_ int, a *goquery.Selection) string { return a.AttrOr("href", "") })
			}
			for _, row := range rows {
				seen[row]++
			}
			path = doc.Find(`a[rel="next"]`).First().AttrOr("href", "")
			if strings.Contains(path, "offset") || strings.Contains(path, "page=") {
				t.Errorf("%s: the next page is %q, want an opaque cursor", start, path)
			}
		}
		if len(seen) != n || pages != 3 {
			t.Errorf("%s: got %d rows on %d pages, want %d on 3", start, len(seen), pages, n)
		}
		for row, times := range seen {
			if times != 1 {
				t.Errorf("%s: row %s stands %d times", start, row, times)
			}
		}
	}
}

func TestEventsAreFilteredAndSayWhatBecameOfThem(t *testing.T) {
	s := newSite(t)
	first := stateChange(1, "", "incoming_payment_waiting", ago(time.Hour))
	s.deliver(first,
		strings.Replace(first, "01234567-89ab", "99999999-89ab", 1),
		sealed("cards#no-such-type", "1.0.0", `{"resource":{"id":5}}`, ago(time.Hour)),
		`not json`,
		zeroIDs(stateChange(0, "", "incoming_payment_waiting", ago(time.Hour))))
	agent := s.signIn(auth.Agent)
	ids := func(query string) string {
		t.Helper()
		rows := agent.page("/events" + query).Find(`main tbody th a[href^="/events/"]`)
		return strings.Join(rows.Map(func(_ int, a *goquery.Selection) string { return a.Text() }), " ")
	}
	for query, want := range map[string]string{
		"":                            "5 4 3 2 1",
		"?status=applied":             "1",
		"?status=duplicate":           "2",
		"?status=kept":                "3",
		"?status=quarantined":         "4",
		"?status=test":                "5",
		"?status=applied&status=kept": "3 1",
		"?type=" + url.QueryEscape("cards#no-such-type"):    "3",
		"?delivery_id=00000000-0000-4000-8000-000000000003": "3",
		"?delivery_id=4": "4",
		"?delivery_id=":  "5 4 3 2 1",
	} {
		if got := ids(query); got != want {
			t.Errorf("/events%s: got %q, want %q", query, got, want)
		}
	}
	if answer := agent.get("/events?status=fine"); answer.StatusCode != http.StatusBadRequest {
		t.Errorf("an unknown status: got %d, want 400", answer.StatusCode)
	}
	for id, want := range map[string]string{"1": "Transfer 1", "2": "had told the same event", "3": "kept as it came", "4": "cannot be understood", "5": "test notification"} {
		if text := folded(agent.page("/events/" + id).Find("main").Text()); !strings.Contains(text, want) {
			t.Errorf("/events/%s: got %q, want it to say %q", id, text, want)
		}
	}
}

func TestEmptyPagesSayThatNothingHasComeYet(t *testing.T) {
	agent := newSite(t).signIn(auth.Agent)
	for _, path := range []string{"/", "/bounced", "/events"} {
		doc := agent.page(path)
		if doc.Find(`[data-testid="nothing-yet"]`).Length() != 1 {
			t.Errorf("%s: got %q, want it to say that nothing has come yet", path, folded(doc.Find("main").Text()))
		}
		if got := testid(doc, "feed-health"); !strings.Contains(got, "No event from Wise yet") {
			t.Errorf("%s: feed health: got %q", path, got)
		}
	}
}
