package web

import (
	"net/url"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"

	"transferdesk/internal/auth"
)

// takes presses "Assign to me" in a row of a list, and gives the address that it leads to.
func (b *browser) takes(list, transfer string) string {
	b.t.Helper()
	form, values := b.page(list).Find("#row-"+transfer+" .hands form"), url.Values{"me": {"1"}}
	form.Find("input").Each(func(_ int, in *goquery.Selection) { values.Add(in.AttrOr("name", ""), in.AttrOr("value", "")) })
	return b.submit(form.AttrOr("action", ""), values).Header.Get("Location")
}

func TestAListSaysWhatWasDoneToARowAndTakesItBack(t *testing.T) {
	s := newSite(t)
	s.problems()
	agent, lead := s.signIn(auth.Agent), s.signIn(auth.Lead)
	for list, row := range map[string]bool{"/?show=failed": true, "/?show=failed&whose=unassigned": false, "/bounced?since=2026-01-01&stage=failed": true} {
		told := agent.takes(list, "103")
		page := agent.page(told)
		if got := folded(page.Find(`[data-testid="toast"] p`).Text()); got != "Transfer 103: assigned to you." {
			t.Errorf("%s: the toast says %q", list, got)
		}
		if got := page.Find("#row-103").Length() == 1; got != row {
			t.Errorf("%s: the row stands on the page: %v", list, got)
		}
		if here := page.Find("[data-toast]").AttrOr("data-toast", ""); here != list {
			t.Errorf("%s: the page calls itself %s", list, here)
		}
		page.Find("[href], form").Each(func(_ int, link *goquery.Selection) {
			if at := link.AttrOr("href", "") + link.AttrOr("action", ""); strings.Contains(at, "did=") {
				t.Errorf("%s: %s would say it again", list, at)
			}
		})
		if again := testid(lead.page(told), "toast"); again != "" {
			t.Errorf("%s: somebody else is told %q", list, again)
		}
		page = agent.undoes(page)
		if got := folded(page.Find("#row-103 .hands").Text()); got != "nobody Assign to me" {
			t.Errorf("%s: after Undo the row says %q", list, got)
		}
		if here := page.Find("[data-toast]").AttrOr("data-toast", ""); here != list {
			t.Errorf("%s: Undo leads to %s", list, here)
		}
	}
}
