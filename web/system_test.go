package web

import (
	"context"
	"net/http"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/PuerkitoBio/goquery"

	"transferdesk/internal/auth"
	"transferdesk/internal/wise"
	"transferdesk/store"
)

func TestOnlyAnAdminSeesTheSystem(t *testing.T) {
	s := newSite(t)
	for _, role := range auth.Roles() {
		b, want := s.signIn(role), http.StatusForbidden
		if role == auth.Admin {
			want = http.StatusOK
		}
		if got := b.get("/admin/system").StatusCode; got != want {
			t.Errorf("%s: got %d, want %d", role, got, want)
		}
		if got := b.page("/").Find(`nav a[href="/admin/system"]`).Length() == 1; got != (role == auth.Admin) {
			t.Errorf("%s: an entry in the navigation: %v", role, got)
		}
	}
}

func TestTheSystemPageSaysWhetherEventsComeAreReadAndAreKept(t *testing.T) {
	s := newSite(t)
	s.lively()
	s.setNow(testNow.Add(5 * time.Hour))
	s.deliver(userChanged(7, "ACTIVE", "WITHDRAW_ONLY", "ACCOUNT_SUSPENSION", "2026-11-21T12:59:00Z"), `{"broken":`)
	doc := s.signIn(auth.Admin).page("/admin/system")
	rows := map[string]string{}
	for i := range doc.Find(`[data-testid="feeds"] tbody tr`).Nodes {
		row := doc.Find(`[data-testid="feeds"] tbody tr`).Eq(i)
		rows[folded(row.Find("th .id").First().Text())] = folded(row.Text())
	}
	for name, want := range map[string][]string{
		"transfers#state-change": {"01234567-89ab", "Quiet for 5 h", "developer hub", "2 min", "60"},
		"users#state-change":     {"Too few to say", "not known", "1"},
		"transfers#active-cases": {"Never came", "not “no cases”"},
		"transfers#refund":       {"Never came", "Answers about transfers rest on it"},
		"":                       {"could not be read"},
	} {
		for _, text := range want {
			if !strings.Contains(rows[name], text) {
				t.Errorf("%s: got %q, want %q in it", name, rows[name], text)
			}
		}
	}
	never := testid(doc, "never")
	for _, name := range wise.EventTypes() {
		if rows[name] == "" && !strings.Contains(never, name) {
			t.Errorf("%s stands neither among the feeds nor among those that never came", name)
		}
	}
	page := folded(doc.Find("main").Text())
	for _, want := range []string{
		"Nothing waits to be read", "1 quarantined", "Decoder version", "All events were read with it", "Versiontest", "EnvironmentSANDBOX", "SQLite3.", "Schema", "Database",
	} {
		if !strings.Contains(page, want) {
			t.Errorf("want %q in the page", want)
		}
	}
	if html, _ := doc.Html(); strings.Contains(html, s.db.Path()) || strings.Contains(html, "/tmp/") {
		t.Error("the page names a path")
	}
}

func TestTheSystemPageShowsHowFarEventsAreReadAgain(t *testing.T) {
	s := newSite(t)
	s.lively()
	err := s.db.Write(context.Background(), store.LaneProject, func(tx *store.Tx) error { return tx.StartRebuild("somebody", 2) })
	if err != nil {
		t.Fatal(err)
	}
	if got := testid(s.signIn(auth.Admin).page("/admin/system"), "refold"); !strings.Contains(got, "0 of 60") {
		t.Errorf("got %q, want 0 of 60", got)
	}
}

func TestTheEventsPageCountsTheLastHour(t *testing.T) {
	s := newSite(t)
	s.setNow(testNow.Add(-2 * time.Hour))
	s.deliver(stateChange(1, "", "processing", ago(50*time.Hour)))
	s.setNow(testNow.Add(-30 * time.Minute))
	later := stateChange(2, "processing", "outgoing_payment_sent", ago(2*time.Hour))
	s.deliver(later, later, stateChange(2, "", "processing", ago(3*time.Hour)), `{"broken":`)
	s.setNow(testNow)
	answer, err := http.Post(s.http.URL+"/webhooks/wise", "application/json", strings.NewReader("{}"))
	if err != nil {
		t.Fatal(err)
	}
	_ = answer.Body.Close()
	agent := s.signIn(auth.Agent)
	if err := s.server.Cfg.Journal.Close(); err != nil { // writes what was rejected
		t.Fatal(err)
	}
	doc := agent.page("/events")
	got := folded(doc.Find(`section[aria-label="The last hour"]`).Text())
	for _, want := range []string{"2 applied", "1 duplicate", "1 out of order", "0 kept", "0 test", "1 quarantined", "1 rejected", "Nothing waits to be read"} {
		if !strings.Contains(got, want) {
			t.Errorf("got %q, want %q in it", got, want)
		}
	}
	for _, a := range doc.Find(".counts a").Nodes {
		path, count := a.Attr[0].Val, folded(goquery.NewDocumentFromNode(a).Find("b").Text())
		if rows := agent.page(path).Find("main tbody tr").Length(); strconv.Itoa(rows) != count {
			t.Errorf("%s of them, and the list %s has %d rows", count, path, rows)
		}
	}
	if n := doc.Find(".counts a").Length(); n != 4 {
		t.Errorf("links: got %d, want one for each number that a list shows", n)
	}
	if got := s.signIn(auth.Lead).page("/events").Find(`.counts a[href="/events/rejected"]`).Length(); got != 1 {
		t.Errorf("a lead has %d links to what was rejected, want 1", got)
	}
}
