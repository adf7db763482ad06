package web

import (
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"transferdesk/internal/auth"
)

func TestOthersOnAPageAreNamedAndOneselfIsNot(t *testing.T) {
	s := newSite(t)
	s.deliver(bouncedLife(testTransfer)...)
	anna, ben := s.signIn(auth.Agent), s.signIn(auth.Lead)
	const about = "transfer:49983981"
	hers := anna.listen(about, "at", about)
	ben.listen(about, "at", about)
	if got := hers.next(); got != "changed here:"+about {
		t.Errorf("somebody came: got %q", got)
	}
	if got := testid(anna.page("/transfers/49983981"), "here"); got != "Lead One is viewing now" {
		t.Errorf("Anna reads %q", got)
	}
	if got := testid(anna.page(testCustomer), "here"); got != "" {
		t.Errorf("on another page Anna reads %q", got)
	}
	types := func(what string) {
		if got := ben.submit("/live/editing", url.Values{"at": {about}, "what": {what}}).StatusCode; got != http.StatusNoContent {
			t.Errorf("typing into %q: got %d", what, got)
		}
	}
	types("a note")
	if got := hers.next(); got != "changed here:"+about {
		t.Errorf("somebody types: got %q", got)
	}
	if got := testid(anna.page("/transfers/49983981"), "here"); got != "Lead One is editing a note" {
		t.Errorf("Anna reads %q", got)
	}
	types("")
	if got := testid(anna.page("/transfers/49983981"), "here"); got != "Lead One is viewing now" {
		t.Errorf("Anna reads %q", got)
	}
}

func TestWhoeverHasLeftIsNoLongerNamed(t *testing.T) {
	s := newSite(t)
	s.deliver(bouncedLife(testTransfer)...)
	s.quick(time.Hour, 5*time.Millisecond)
	anna, ben := s.signIn(auth.Agent), s.signIn(auth.Lead)
	const about = "transfer:49983981"
	hers := anna.listen(about, "at", about)
	his := ben.listen(about, "at", about)
	hers.next()
	his.leave()
	for s.server.Cfg.Live.Listening() > 1 {
		time.Sleep(time.Millisecond)
	}
	s.setNow(s.now.Add(10 * time.Second))
	if got := hers.next(); got != "changed here:"+about {
		t.Errorf("somebody left: got %q", got)
	}
	if got := testid(anna.page("/transfers/49983981"), "here"); got != "" {
		t.Errorf("Anna reads %q, want nothing: nobody is never said", got)
	}
}

func TestTypingTakesAPageAndAFormThatThereAre(t *testing.T) {
	s := newSite(t)
	agent := s.signIn(auth.Agent)
	for name, form := range map[string]url.Values{
		"no page": {"what": {"a note"}}, "two pages": {"at": {"transfer:1 transfer:2"}, "what": {"a note"}}, "a list": {"at": {"queue"}, "what": {"a note"}},
		"words of one's own": {"at": {"transfer:1"}, "what": {"<b>secrets"}}, "too many": {"at": {strings.Repeat("a", 9000)}, "what": {"a note"}},
	} {
		if got := agent.submit("/live/editing", form).StatusCode; got < 400 || got >= 500 {
			t.Errorf("%s: got %d, want it refused", name, got)
		}
	}
}
