package web

import (
	"strings"
	"testing"
	"time"

	"transferdesk/internal/auth"
)

// A list in which a customer has nothing open, and whose page says otherwise, is
// worse than none.
func TestASearchSaysOfACustomerWhatThePageSays(t *testing.T) {
	s := newSite(t)
	s.deliver(append(bouncedLife(testTransfer),
		supportCase(testCase, "GENERAL_ENQUIRY", "OPEN", ago(6*time.Hour)),
		profileState("DEACTIVATED", ago(5*time.Hour)))...)
	s.directory("C-17,Erika Mustermann,,16055450,", "C-18,Uta Mustermann,,16055999,")
	agent := s.signIn(auth.Agent)
	open := testid(agent.page(testCustomer), "account-state")
	if !strings.Contains(open, "deactivated") {
		t.Fatalf("the page: got %q, want the state of the profile", open)
	}
	title := agent.page(testCustomer).Find("title").Text()
	number, _, _ := strings.Cut(title, " ")
	want := "reference C-17 DeactivatedThe profile has been deactivated since"
	got := folded(agent.page("/search?q=muster").Find("main").Text())
	if !strings.Contains(got, want) || !strings.Contains(got, "nothing works. "+number+" open now.") {
		t.Errorf("got %q, want %q and the %q of the page in it", got, want, title)
	}
	if !strings.Contains(got, "reference C-18 Nothing open now.") {
		t.Errorf("got %q, want nothing open for the other", got)
	}
}
