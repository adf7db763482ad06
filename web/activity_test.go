package web

import (
	"strings"
	"testing"
	"time"

	"transferdesk/internal/auth"
)

func TestTheVerificationStandsInTheHeadOfTheCustomer(t *testing.T) {
	s := newSite(t)
	s.deliver(bouncedLife(testTransfer)...)
	agent := s.signIn(auth.Agent)
	if text := testid(agent.page("/customers/16055450"), "verification"); !strings.Contains(text, "not known") {
		t.Errorf("nothing was told, and the page says %q", text)
	}
	s.deliver(verification("not_verified", ago(time.Hour)))
	if text := testid(agent.page("/customers/16055450"), "verification"); !strings.Contains(text, "Not verified") || !strings.Contains(text, "Start no transfer") {
		t.Errorf("not verified, and the page says %q", text)
	}
	token := s.token(auth.Agent)
	if got := s.fetch(token, "/api/v1/customers/16055450")["verification"]; got != "not_verified" {
		t.Errorf("the JSON says %v, want not_verified", got)
	}
}

func TestAThingHasAPageWithItsHistory(t *testing.T) {
	s := newSite(t)
	s.deliver(verification("not_verified", ago(48*time.Hour)), verification("verified", ago(time.Hour)))
	doc := s.signIn(auth.Agent).page("/activity/verification/16055450")
	if n := doc.Find(`[data-testid="timeline"] > li`).Length(); n != 2 {
		t.Errorf("the history has %d lines, want 2", n)
	}
	first := doc.Find(`[data-testid="timeline"] > li`).First()
	if text := first.Text(); !strings.Contains(text, "Verified") || first.Find(`a[href="/events/2"]`).Length() != 1 {
		t.Errorf("the newest line is %q, want Verified with its event", text)
	}
	if got := s.recorded(auth.ViewActivity); len(got) != 1 || got[0] != "done verification 16055450" {
		t.Errorf("recorded %q, want the one view", got)
	}
}

func TestAThingThatNobodyNamedIsNotFoundInWords(t *testing.T) {
	agent := newSite(t).signIn(auth.Agent)
	for _, path := range []string{"/activity/card/1", "/activity/no-such-kind/1", "/activity/card/a%2Fb"} {
		doc := agent.document(agent.get(path), 404)
		if text := doc.Find("h1").Text(); text == "" {
			t.Errorf("%s: the page says nothing", path)
		}
	}
}

func TestWhatWasNotToldIsNamedAndNotDrawnAsNone(t *testing.T) {
	s := newSite(t)
	s.deliver(bouncedLife(testTransfer)...)
	text := testid(s.signIn(auth.Agent).page("/customers/16055450"), "nothing-told")
	for _, want := range []string{"cards", "disputes", "batch payments", "not to say"} {
		if !strings.Contains(text, want) {
			t.Errorf("got %q, want it to name %s", text, want)
		}
	}
}

func TestAThingLeadsOnlyToWhatHasAPage(t *testing.T) {
	s := newSite(t)
	agent := s.signIn(auth.Agent)
	links := func() (hrefs []string) {
		for _, link := range agent.page("/activity/card_transaction/4400").Find(`section[aria-labelledby="details"] .meta a:not(.id)`).EachIter() {
			hrefs = append(hrefs, link.AttrOr("href", ""))
		}
		return hrefs
	}
	s.deliver(cardTransaction(4400, "COMPLETED", "", "Shop", ago(time.Hour)))
	if got := links(); len(got) != 0 {
		t.Errorf("no event has told of the card, and the page leads to %q", got)
	}
	s.deliver(cardStatus(testCard, "ACTIVE", ago(time.Hour)))
	if got := links(); len(got) != 1 || got[0] != "/activity/card/"+testCard {
		t.Errorf("the page leads to %q, want the card", got)
	}
}
