package web

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"transferdesk/internal/auth"
)

func TestAnExactIdGoesStraightToItsPage(t *testing.T) {
	s := newSite(t)
	s.deliver(append(bouncedLife(testTransfer), userChanged(testUser, "ACTIVE", "WITHDRAW_ONLY", "", ago(5e12)))...)
	agent := s.signIn(auth.Agent)
	for q, want := range map[string]string{
		"49983981": "/transfers/49983981", "#49983981 ": "/transfers/49983981", "16055450": "/customers/16055450",
		"7788991": "/users/7788991", "00000000-0000-4000-8000-000000000001": "/events/1",
	} {
		answer := agent.get("/search?q=" + url.QueryEscape(q))
		if got := answer.Header.Get("Location"); answer.StatusCode != http.StatusSeeOther || got != want {
			t.Errorf("%q: got %d to %q, want 303 to %s", q, answer.StatusCode, got, want)
		}
	}
}

func TestAnIdThatIsTwoThingsShowsAChooser(t *testing.T) {
	s := newSite(t)
	s.deliver(stateChange(testProfile, "", "incoming_payment_waiting", ago(5e12)), userChanged(testProfile, "ACTIVE", "WITHDRAW_ONLY", "", ago(5e12)))
	doc := s.signIn(auth.Agent).page("/search?q=16055450")
	for _, href := range []string{"/transfers/16055450", "/customers/16055450", "/users/16055450"} {
		if doc.Find(`main a[href="`+href+`"]`).Length() == 0 {
			t.Errorf("the chooser does not offer %s", href)
		}
	}
}

func TestManyIdsAreEachListedWithTheirAnswer(t *testing.T) {
	s := newSite(t)
	s.deliver(append(bouncedLife(testTransfer), stateChange(49983982, "", "incoming_payment_waiting", ago(5e12)))...)
	doc := s.signIn(auth.Agent).page("/search?q=" + url.QueryEscape("Hello, 49983981 and 49983982, also 5. Bye"))
	text := folded(doc.Find("main").Text())
	for _, want := range []string{"49983981", "eturned", "49983982", "funded"} {
		if !strings.Contains(text, want) {
			t.Errorf("got %q, want it to contain %q", text, want)
		}
	}
}

func TestFindingNothingSaysWhatWasTried(t *testing.T) {
	doc := newSite(t).signIn(auth.Agent).page("/search?q=" + url.QueryEscape(`<b>5</b> "x"`))
	text := folded(doc.Find("main").Text())
	for _, want := range []string{`<b>5</b> "x"`, "transfers, profiles and users", "top-ups send no state events", "a transfer id, like"} {
		if !strings.Contains(text, want) {
			t.Errorf("got %q, want it to contain %q", text, want)
		}
	}
	if got := doc.Find(`input[name="q"]`).AttrOr("value", ""); got != `<b>5</b> "x"` {
		t.Errorf("the search box: got %q, want what was typed", got)
	}
}
