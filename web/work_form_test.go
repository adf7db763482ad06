package web

import (
	"net/http"
	"net/url"
	"sync"
	"testing"

	"transferdesk/internal/auth"
)

func TestAPersonWhoCannotBeReadTakesTheTransferFromNobody(t *testing.T) {
	s := newTeam(t)
	s.anna.does("assignee", "person", s.personNamed("Ben"))
	for _, person := range []string{"", "abc", " 1", "1.0", "01", "-1", "99999999999999999999"} {
		if got := s.anna.act(s.anna.page(workPage), "assignee", "person", person).StatusCode; got != http.StatusUnprocessableEntity {
			t.Errorf("%q: got %d, want 422", person, got)
		}
	}
	if s.acts() != 1 {
		t.Errorf("%d acts", s.acts())
	}
}

func TestAVersionThatCannotBeReadIsNoneThatWasSeen(t *testing.T) {
	s := newTeam(t)
	for _, version := range []string{"", "x", "-0", "+0", "00", "18446744073709551616"} {
		form := url.Values{"me": {"1"}, "version": {version}}
		if got := s.anna.submit(workPage+"/assignee", form).StatusCode; got != http.StatusConflict {
			t.Errorf("%q: got %d, want 409", version, got)
		}
	}
	if s.acts() != 0 {
		t.Errorf("%d acts", s.acts())
	}
}

func TestWhatChangesNothingIsRecordedAsNoAct(t *testing.T) {
	s := bouncedSite(t)
	agent := s.signIn(auth.Agent)
	var all sync.WaitGroup
	for range 20 {
		all.Go(func() {
			agent.submit(tellingPage+"/notes", url.Values{"text": {"once"}}).Body.Close()
			agent.submit(tellingPage+"/resolve", url.Values{"outcome": {"informed"}, "version": {"0"}}).Body.Close()
		})
	}
	all.Wait()
	for range 2 {
		agent.submit(tellingPage+"/notes/1", url.Values{"text": {"twice"}, "based": {"1"}}).Body.Close()
	}
	for range 2 {
		agent.submit(tellingPage+"/notes/1/withdraw", url.Values{"based": {"2"}}).Body.Close()
	}
	for _, act := range []auth.Act{auth.AddNote, auth.ResolveTransfer, auth.EditNote, auth.WithdrawNote} {
		if rows := s.recorded(act); len(rows) != 1 {
			t.Errorf("%s: %d rows for one act", act, len(rows))
		}
	}
}
