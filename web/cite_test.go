package web

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/PuerkitoBio/goquery"
	"github.com/chromedp/chromedp"

	"transferdesk/internal/auth"
)

// TestEverySentenceOfThePageLeadsToItsEvents: with words for those who hear the page,
// and to a row that is there.
func TestEverySentenceOfThePageLeadsToItsEvents(t *testing.T) {
	s := newSite(t)
	s.deliver(refundedLife(testTransfer)...)
	page := s.signIn(auth.Agent).page(tellingPage)
	n := 0
	for _, part := range []string{"headline", "where", "since", "why", "who_acts", "new_payment", "next", "stoppable", "customer_text", "failure-1", "refund-1"} {
		links := page.Find(`[data-testid="cites-` + part + `"] a`)
		if links.Length() == 0 {
			t.Errorf("%s leads nowhere", part)
		}
		links.Each(func(_ int, a *goquery.Selection) {
			n++
			if at := a.AttrOr("href", ""); page.Find(`[id="`+strings.TrimPrefix(at, "#")+`"]`).Length() != 1 {
				t.Errorf("%s leads to %q, which is not on the page", part, at)
			}
			if label := a.AttrOr("aria-label", ""); !strings.HasPrefix(label, "rests on ") || folded(a.Text()) != "" {
				t.Errorf("%s: label %q, text %q", part, label, a.Text())
			}
		})
	}
	if label := page.Find(`[data-testid="cites-why"] a`).First().AttrOr("aria-label", ""); label != "rests on event 6, Payout failed: the recipient's account is closed, 18 Nov 2026, 15:00 UTC" {
		t.Errorf("why: %q", label)
	}
	if got := folded(page.Find("#rests-why dd").Text()); got != "3 event 6 Payout failed: the recipient's account is closed, 18 Nov 2026, 15:00 UTCthe playbook’s card “The recipient's account is closed”" {
		t.Errorf("the list says of why: %q", got)
	}
	if n < 15 {
		t.Errorf("only %d links", n)
	}
}

// TestACutRowIsReachedByAskingForAllRows: the page of a transfer with very many events
// leaves the middle out.
func TestACutRowIsReachedByAskingForAllRows(t *testing.T) {
	s := newSite(t)
	s.deliver(stateChange(testTransfer, "processing", "outgoing_payment_sent", ago(500*time.Hour)))
	var many []string
	for i := range 600 {
		many = append(many, balanceDebit(testTransfer, fmt.Sprintf("%d.00", i+1), "EUR", ago(time.Duration(400*60-i)*time.Minute)))
	}
	s.deliver(many...)
	s.deliver(payoutFailure(testTransfer, "ACCOUNT_CLOSED", "", ago(395*time.Hour)))
	agent := s.signIn(auth.Agent)
	at := agent.page(tellingPage).Find(`[data-testid="cites-why"] a`).First().AttrOr("href", "")
	if !strings.HasPrefix(at, tellingPage+"?order=happened&rows=all#event-") {
		t.Fatalf("the reason leads to %q", at)
	}
	path, id, _ := strings.Cut(at, "#")
	if agent.page(path).Find(`[id="`+id+`"]`).Length() != 1 {
		t.Errorf("%s has no %s", path, id)
	}
}

// TestCopyingIsNotedInABrowser: one click copies and notes, nothing of the citations is
// copied with a sentence, and every link is large enough for a thumb.
func TestCopyingIsNotedInABrowser(t *testing.T) {
	ctx, tr := openBrowser(t)
	s := newSite(t)
	s.deliver(bouncedLife(testTransfer)...)
	email := s.person(auth.Agent)
	must(t, chromedp.Do(ctx, logIn(s.http.URL, email), chromedp.EmulateViewport(360, 740), chromedp.Navigate(s.http.URL+tellingPage)))
	small, err := chromedp.Run(ctx, chromedp.Evaluate[int](`[...document.querySelectorAll(".cite")].filter(a => {
		const box = a.getBoundingClientRect();
		return box.width && (box.width < 24 || box.height < 24);
	}).length`))
	must(t, err)
	selected, err := chromedp.Run(ctx, chromedp.Evaluate[string](`getSelection().selectAllChildren(document.querySelector('[data-testid="why"]').parentNode), getSelection().toString()`))
	must(t, err)
	if small > 0 || strings.TrimSpace(selected) != said(t, ctx, "why") {
		t.Errorf("%d links are too small; selected with the reason is %q", small, selected)
	}
	must(t, chromedp.Do(ctx, chromedp.Click(`form[data-tell] [data-copy-from]`)))
	_, err = chromedp.Run(ctx, chromedp.Poll[bool](`document.querySelector("#last-told").textContent.includes("by Agent One")`))
	must(t, err)
	if s.told() != 1 {
		t.Errorf("%d tellings, want 1", s.told())
	}
	if _, err := s.sql().Exec(`CREATE TRIGGER full BEFORE INSERT ON tellings BEGIN SELECT RAISE(ABORT, 'disk is full'); END`); err != nil {
		t.Fatal(err)
	}
	s.setNow(s.now.Add(2 * time.Minute))
	must(t, chromedp.Do(ctx, chromedp.Navigate(s.http.URL+tellingPage)))
	tr.take()
	must(t, chromedp.Do(ctx, chromedp.Click(`form[data-tell] [data-copy-from]`)))
	_, err = chromedp.Run(ctx, chromedp.Poll[bool](`document.querySelector("form[data-tell] [data-tell-note]").textContent === "Copied, but not noted: try the other button"`))
	must(t, err)
}
