package web

import (
	"strings"
	"testing"
	"time"

	"github.com/PuerkitoBio/goquery"

	"transferdesk/internal/auth"
	"transferdesk/internal/when"
)

func TestAnAgentReadsWhyATransferCameBack(t *testing.T) {
	s := newSite(t)
	s.deliver(bouncedLife(testTransfer)...)
	agent := s.signIn(auth.Agent)

	doc := agent.page("/transfers/49983981")
	for id, want := range map[string]string{
		"answer":        "eturned",
		"where":         "Back at Wise",
		"since":         "2 d",
		"why":           "closed",
		"who-acts":      "Wise",
		"next":          "Wise",
		"customer-text": "1,250.00 EUR",
		"timeline":      "ACCOUNT_CLOSED",
		"failure":       "ACCOUNT_CLOSED",
		"fix":           "account",
		"feed-health":   "event",
	} {
		if got := testid(doc, id); !strings.Contains(got, want) {
			t.Errorf("%s: got %q, want it to contain %q", id, got, want)
		}
	}
	headline := testid(doc, "answer")
	if title := doc.Find("title").Text(); !strings.HasPrefix(title, headline) || !strings.HasSuffix(title, " · Transferdesk") {
		t.Errorf("title: got %q, want it to begin with %q and end with · Transferdesk", title, headline)
	}
	if n := doc.Find("h1").Length(); n != 1 {
		t.Errorf("h1: got %d, want 1", n)
	}
}

func TestATransferPageShowsTheRefundThatWiseReported(t *testing.T) {
	s := newSite(t)
	s.deliver(refundedLife(testTransfer)...)
	doc := s.signIn(auth.Agent).page("/transfers/49983981")
	if got := testid(doc, "refund"); !strings.Contains(got, "1,247.50 EUR") {
		t.Errorf("refund: got %q, want 1,247.50 EUR", got)
	}
	if got := testid(doc, "answer"); !strings.Contains(got, "efunded") {
		t.Errorf("answer: got %q, want it to say refunded", got)
	}
}

func TestATransferPageShowsItsActiveCase(t *testing.T) {
	s := newSite(t)
	s.deliver(stateChange(7, "", "incoming_payment_waiting", ago(5e12)), activeCases(7, ago(4e12), "deposit_amount_less_invoice"))
	doc := s.signIn(auth.Agent).page("/transfers/7")
	if got := testid(doc, "case"); !strings.Contains(got, "deposit_amount_less_invoice") {
		t.Errorf("case: got %q, want the case's code", got)
	}
}

func TestTheTimelineCountsArrivalsAndCopiesOfAnEvent(t *testing.T) {
	s := newSite(t)
	first := stateChange(9, "", "incoming_payment_waiting", ago(5e12))
	second := strings.Replace(first, "01234567-89ab", "99999999-89ab", 1)
	s.deliver(first, second)
	s.post(first, "00000000-0000-4000-8000-00000000abcd")
	s.deliver()

	doc := s.signIn(auth.Agent).page("/transfers/9")
	rows := doc.Find(`[data-testid="timeline"] > li`)
	if rows.Length() != 1 {
		t.Fatalf("timeline: got %d rows, want 1", rows.Length())
	}
	if got := folded(rows.Text()); !strings.Contains(got, "×3") {
		t.Errorf("timeline: got %q, want ×3 for two copies and one repeat", got)
	}
	links := rows.Find(`a[href^="/events/"]`).Map(func(_ int, a *goquery.Selection) string { return a.AttrOr("href", "") })
	if len(links) != 2 {
		t.Errorf("links to raw events: got %v, want two", links)
	}
}

func TestATransferIsCreatedWhenWiseSaysSoNotWhenItIsFirstNamed(t *testing.T) {
	s := newSite(t)
	s.deliver(payoutFailure(9, "WRONG_NAME", "", ago(50*time.Hour)), stateChange(9, "", "incoming_payment_waiting", ago(2*time.Hour)))
	doc := s.signIn(auth.Agent).page("/transfers/9")
	if got, want := folded(doc.Find("main .line").Text()), "Created "+when.Full(s.now.Add(-2*time.Hour), time.UTC); !strings.Contains(got, want) {
		t.Errorf("got %q, want %q in it", got, want)
	}
}
