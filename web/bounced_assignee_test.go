package web

import (
	"fmt"
	"net/http"
	"slices"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"

	"transferdesk/internal/auth"
)

func TestBouncedCanBeNarrowedToWhoHasIt(t *testing.T) {
	s := newSite(t)
	s.problems()
	agent := s.signIn(auth.Agent)
	s.signIn(auth.Lead)
	who, other := s.actorOf("agent@example.com"), s.actorOf("lead@example.com")
	s.assigned(101, who, who.ID)
	s.assigned(102, who, other.ID)
	s.resolved(102, who)
	token := s.token(auth.Agent)
	for filter, want := range map[string]string{
		"": "101 102 103 104", "assignee=me": "101", "assignee=none": "103 104", "assignee=999": "",
		fmt.Sprint("assignee=", other.ID): "102", fmt.Sprint("assignee=none&assignee=", other.ID): "102 103 104",
		"assignee=none&reason=WRONG_NAME": "103", "assignee=me&since=2026-11-01": "101", "assignee=me&stage=failed": "",
	} {
		doc := agent.page("/bounced?" + filter)
		rows := links(doc)
		slices.Sort(rows)
		if got := strings.Join(rows, " "); got != want {
			t.Errorf("%s: rows %q, want %q", filter, got, want)
		}
		n := 0
		doc.Find(".tile").Each(func(_ int, tile *goquery.Selection) {
			if !strings.Contains(filter, "stage=") {
				var some int
				_, err := fmt.Sscan(tile.Find("b").Text(), &some)
				must(t, err)
				n += some
			}
		})
		if n != len(rows) {
			t.Errorf("%s: the counters say %d, and there are %d rows", filter, n, len(rows))
		}
		if strings.Contains(filter, assigneeMe) {
			continue
		}
		var ids []string
		for _, one := range s.fetch(token, "/api/v1/bounced?"+filter)["transfers"].([]any) {
			row := one.(map[string]any)
			ids = append(ids, fmt.Sprint(row["id"]))
			if held := row["assignee"]; (held != nil) != (row["id"] == 101.0 || row["id"] == 102.0) {
				t.Errorf("%s: the JSON of %v says %v", filter, row["id"], held)
			}
		}
		slices.Sort(ids)
		if got := strings.Join(ids, " "); got != want {
			t.Errorf("%s: the JSON has %q, want %q", filter, got, want)
		}
	}
	doc := agent.page(fmt.Sprint("/bounced?assignee=", other.ID))
	if got := folded(doc.Find(".chips .pill").Text()); !strings.Contains(got, "Assignee: Lead One") {
		t.Errorf("the chip says %q", got)
	}
	if got := testid(doc, "assignee"); got != "Lead One" {
		t.Errorf("the row says %q", got)
	}
	if answer := agent.get("/bounced?assignee=ben"); answer.StatusCode != http.StatusBadRequest {
		t.Errorf("no number: got %d, want 400", answer.StatusCode)
	}
}

func TestABouncedRowSaysThatNobodyHasLookedAsTheQueueDoes(t *testing.T) {
	s := newSite(t)
	s.problems()
	agent, lead := s.signIn(auth.Agent), s.signIn(auth.Lead)
	says := func(want string) {
		t.Helper()
		for _, list := range []string{"/bounced", "/"} {
			row := lead.page(list).Find("#row-101")
			if got := folded(row.Find(`[data-testid="unseen"]`).Text()); row.Length() != 1 || got != want {
				t.Errorf("in %s: %q, want %q", list, got, want)
			}
		}
	}
	says("new: nobody has looked at it yet")
	agent.page("/transfers/101")
	says("")
}
