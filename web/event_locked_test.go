package web

import (
	"net/http"
	"strings"
	"testing"

	"transferdesk/internal/auth"
)

// lockedFailure is a payout failure whose code is for compliance alone; its words
// hold a mark that turns the direction of writing.
func lockedFailure() string {
	return payoutFailure(testTransfer, "RECIPIENT_SANCTION_HIT", "a location hit\u202e of <b>the list</b>", ago(5e12))
}

func TestWhatWasWithheldIsShownToTheFlagAlone(t *testing.T) {
	s := newSite(t)
	s.deliver(lockedFailure(), payoutFailure(testTransfer+1, "WRONG_NAME", "open", ago(5e12)))
	agent, lead, admin := s.signIn(auth.Agent), s.signIn(auth.Lead), s.signIn(auth.Admin)
	for _, b := range []*browser{agent, lead, admin} {
		if b.page("/events/1").Find("[data-testid=for-compliance]").Length() != 0 {
			t.Error("without the flag the page offers what is withheld")
		}
		answer := b.get("/events/1/locked")
		text := body(t, answer)
		if answer.StatusCode != http.StatusForbidden || lockedWord.MatchString(text) || !strings.Contains(text, "transferdesk user compliance") {
			t.Errorf("without the flag: got %d\n%s", answer.StatusCode, text)
		}
	}
	s.flag("agent@example.com", true) // the session is open already
	doc := agent.page("/events/1")
	if text, _ := doc.Html(); lockedWord.MatchString(text) || doc.Find(`form[action="/events/1/locked"]`).Length() != 1 {
		t.Error("the page of the event tells before it is asked, or does not offer it")
	}
	doc = agent.page("/events/1/locked")
	wants(t, "the section", testid(doc, "for-compliance"), "data.failure_reason_code", "RECIPIENT_SANCTION_HIT", `a location hit\u202e of <b>the list</b>`)
	if title := doc.Find("title").Text(); lockedWord.MatchString(title) || doc.Find("[data-testid=for-compliance] b").Length() != 0 {
		t.Errorf("the title is %q, or a value is markup", title)
	}
	if lockedWord.MatchString(doc.Find("pre").Text()) {
		t.Error("the masked body shows what is locked")
	}
	wants(t, "an event without anything", testid(agent.page("/events/2/locked"), "for-compliance"), "Nothing in this event is withheld.")
	if agent.page("/events/2").Find("[data-testid=for-compliance]").Length() != 0 {
		t.Error("an event of which nothing is withheld has the section")
	}
	s.flag("agent@example.com", false)
	if answer := agent.get("/events/1/locked"); answer.StatusCode != http.StatusForbidden {
		t.Errorf("once the flag is taken: got %d, want 403", answer.StatusCode)
	}
	denied := "denied"
	want := []string{denied, denied, denied, "done event 1", "done event 2", denied}
	if got := s.recorded(auth.ViewLocked); strings.Join(got, "|") != strings.Join(want, "|") {
		t.Errorf("recorded %q, want %q", got, want)
	}
	if got := s.recorded(auth.SetCompliance); len(got) != 2 {
		t.Errorf("giving and taking the flag is recorded as %q", got)
	}
	if lockedWord.MatchString(s.log.String()) {
		t.Error("the log names what is locked")
	}
}

func TestARevealOfWhatIsLockedTakesRoleAndFlag(t *testing.T) {
	s := newSite(t)
	s.deliver(lockedFailure())
	agent, lead := s.signIn(auth.Agent), s.signIn(auth.Lead)
	doc := lead.page("/events/1")
	if doc.Find(`form[action="/events/1/raw"]`).Length() != 0 {
		t.Error("a lead without the flag is offered the reveal")
	}
	wants(t, "the reason", testid(doc, "no-reveal"), "handled by compliance", "compliance flag")
	if answer := lead.get("/events/1/raw"); answer.StatusCode != http.StatusForbidden || lockedWord.MatchString(body(t, answer)) {
		t.Errorf("a lead without the flag: got %d, want 403", answer.StatusCode)
	}
	s.flag("agent@example.com", true)
	if answer := agent.get("/events/1/raw"); answer.StatusCode != http.StatusForbidden {
		t.Errorf("an agent with the flag: got %d, want 403", answer.StatusCode)
	}
	s.flag("lead@example.com", true)
	if lead.page("/events/1").Find(`form[action="/events/1/raw"]`).Length() != 1 {
		t.Error("a lead with the flag is not offered the reveal")
	}
	doc = lead.page("/events/1/raw")
	wants(t, "the body", doc.Find("pre").Text(), "RECIPIENT_SANCTION_HIT")
	if got := s.recorded(auth.RevealLocked); strings.Join(got, "|") != "denied event 1|done event 1" {
		t.Errorf("recorded %q", got)
	}
}

// TestNoTokenReadsWhatIsLocked: a token has a role and never the flag.
func TestNoTokenReadsWhatIsLocked(t *testing.T) {
	s := newSite(t)
	s.deliver(lockedFailure())
	for _, role := range auth.Roles() {
		text := body(t, s.call(s.token(role), "/api/v1/events/1"))
		if lockedWord.MatchString(text) || !strings.Contains(text, `"masked":true`) {
			t.Errorf("a token of %s reads\n%s", role, text)
		}
	}
}

// TestAStrangersLinkShowsNothingLocked: nobody can make it look as if somebody had asked.
func TestAStrangersLinkShowsNothingLocked(t *testing.T) {
	s := newSite(t)
	s.deliver(lockedFailure())
	lead := s.signIn(auth.Lead)
	s.flag("lead@example.com", true)
	for _, path := range []string{"/events/1/locked", "/events/1/raw"} {
		req, err := http.NewRequest(http.MethodGet, s.http.URL+path, nil)
		if err != nil {
			t.Fatal(err)
		}
		req.Header.Set("Sec-Fetch-Site", "cross-site")
		if answer := lead.do(lead.client, req); answer.StatusCode != http.StatusForbidden || lockedWord.MatchString(body(t, answer)) {
			t.Errorf("%s from a stranger's page: got %d, want 403", path, answer.StatusCode)
		}
	}
}
