package web

import (
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/PuerkitoBio/goquery"

	"transferdesk/internal/auth"
)

// zoned is a time of day as pages print it, with what follows it.
var zoned = regexp.MustCompile(`(\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)(?: \d{4})?, )?\b([01]\d|2[0-3]):[0-5]\d\b( [A-Z][A-Za-z]*(?:[+-]\d{1,2}(?::\d\d)?)?)?`)

// leaving is what leaves the company, in its zone, or stands as Wise sent it.
const leaving = `[data-testid="customer-text"], [data-testid="proof"], [data-testid="customer-told"], [data-testid="last-told"], pre, select, input, textarea, script, .foreign`

// tallinn is a company's zone that is neither UTC nor the reader's.
func tallinn(t *testing.T) *time.Location {
	t.Helper()
	zone, err := time.LoadLocation("Europe/Tallinn")
	if err != nil {
		t.Fatal(err)
	}
	return zone
}

// texts are the pieces of text of a page that is not among what leaves.
func texts(doc *goquery.Document) (all []string) {
	doc.Find("main").Find(leaving).Remove()
	doc.Find("main *").Contents().Each(func(_ int, n *goquery.Selection) {
		if goquery.NodeName(n) == "#text" && strings.TrimSpace(n.Text()) != "" {
			all = append(all, folded(n.Text()))
		}
	})
	return all
}

// timedPages are pages with times on them.
func timedPages() []string {
	return []string{"/", "/?show=failed", "/?show=cases", "/bounced", "/events", "/events/1", "/events/2", "/customers/16055450", "/users/7788991",
		"/transfers/101", "/transfers/101?order=learned", "/transfers/102", "/transfers/103", "/transfers/104", "/transfers/105", "/transfers/101/case",
		"/transfers/103/cancel", "/cases", "/settlements", "/reasons", "/reasons/ACCOUNT_CLOSED", "/search?q=101+102", "/admin/system",
		"/admin/reconciliation", "/admin/subscriptions", "/events/rejected", "/settings"}
}

func TestEveryTimeOnAPageIsInTheReadersZoneAndNamesIt(t *testing.T) {
	s := newSite(t, func(cfg *Config) { cfg.Company = tallinn(t) })
	s.problems()
	s.deliver(userChanged(7788991, "ACTIVE", "WITHDRAW_ONLY", "CUSTOMER_REQUEST", ago(50*time.Hour)))
	reader := s.signIn(auth.Admin)
	reader.settle(url.Values{"zone": {"Asia/Kathmandu"}})
	found := 0
	for _, path := range timedPages() {
		for _, text := range texts(reader.page(path)) {
			for _, m := range zoned.FindAllStringSubmatch(text, -1) {
				found++
				if strings.TrimSpace(m[3]) != "UTC+5:45" {
					t.Errorf("%s: %q in %q", path, m[0], text)
				}
			}
		}
	}
	if found < 200 {
		t.Errorf("only %d times were seen, so this test guards little", found)
	}
}

func TestWhatLeavesTheCompanyIsInItsZoneWhoeverReads(t *testing.T) {
	s := newSite(t, func(cfg *Config) { cfg.Company = tallinn(t) })
	s.deliver(refundedLife(102)...)
	token := s.token(auth.Admin)
	reader, other := s.signIn(auth.Lead), s.signIn(auth.Agent)
	reader.settle(url.Values{"zone": {"Pacific/Kiritimati"}})
	own, plain := reader.page("/transfers/102"), other.page("/transfers/102")
	for _, id := range []string{"customer-text"} {
		if got, want := testid(own, id), testid(plain, id); got != want || !strings.Contains(got, "(EET)") {
			t.Errorf("%s: %q to one reader, %q to another", id, got, want)
		}
	}
	if got := testid(own, "since"); !strings.Contains(got, "UTC+14") {
		t.Errorf("the reader's own page says %q", got)
	}
	if got := body(t, s.call(token, "/api/v1/transfers/102")); strings.Contains(got, "UTC+14") || !strings.Contains(got, "EET") {
		t.Errorf("the JSON is not in the company's zone")
	}
	if got := reader.get("/transfers/102").StatusCode; got != http.StatusOK {
		t.Errorf("got %d", got)
	}
}

// aged is how a time says how far from now it is.
var agedText = regexp.MustCompile(`\d+ (s|min|h|d)\b|today|Now it is`)

func TestEveryTimeOnAPageSaysHowLongAgoItWas(t *testing.T) {
	s := newSite(t)
	s.problems()
	s.deliver(userChanged(7788991, "ACTIVE", "WITHDRAW_ONLY", "CUSTOMER_REQUEST", ago(50*time.Hour)))
	reader := s.signIn(auth.Admin)
	for _, path := range timedPages() {
		doc := reader.page(path)
		doc.Find("main").Find(leaving + ", .stops").Remove() // a stop's age is in its title: the column is narrow
		doc.Find("main time").Each(func(_ int, one *goquery.Selection) {
			text := folded(one.Text())
			if one.AttrOr("datetime", "") == "" {
				t.Errorf("%s: %q says nothing to machines", path, text)
			}
			if !agedText.MatchString(text) && !agedText.MatchString(folded(one.Parent().Text())) {
				t.Errorf("%s: %q has no age: %q", path, text, folded(one.Parent().Text()))
			}
		})
	}
}
