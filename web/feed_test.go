package web

import (
	"os"
	"strings"
	"testing"
	"time"

	"transferdesk/internal/auth"
)

// lively lets a state change come every two minutes for two hours, until now.
func (s *site) lively() {
	s.t.Helper()
	end := s.now
	for i := range 60 {
		s.setNow(end.Add(time.Duration(i-59) * 2 * time.Minute))
		s.deliver(stateChange(int64(1000+i), "", "incoming_payment_waiting", s.now.Format(time.RFC3339)))
	}
}

func TestEveryAnswerSaysHowFreshItCanBe(t *testing.T) {
	s := newSite(t)
	s.lively()
	email := s.person(auth.Agent)
	for _, path := range []string{"/", "/transfers/1001", "/events", "/bounced", "/search?q=nobody"} {
		for _, tt := range []struct {
			later time.Duration
			want  []string
		}{
			{4 * time.Minute, []string{"Last event from Wise 4 min ago, usual gap 2 min"}},
			{5 * time.Hour, []string{"Quiet for 5 h", "usual gap 2 min", "This page may be behind", "retried from Wise’s developer hub"}},
		} {
			s.setNow(testNow.Add(tt.later))
			doc := s.signInAs(email).page(path)
			if n := doc.Find(`[data-testid="feed-health"]`).Length(); n != 1 {
				t.Errorf("%s: got %d times feed-health, want 1", path, n)
			}
			for _, want := range tt.want {
				if got := testid(doc, "feed-health"); !strings.Contains(got, want) {
					t.Errorf("%s after %v: got %q, want %q in it", path, tt.later, got, want)
				}
			}
		}
	}
}

func TestATransferIsJudgedByTheEventsThatItRestsOn(t *testing.T) {
	s := newSite(t)
	s.lively()
	s.setNow(testNow.Add(5 * time.Hour))
	agent := s.signIn(auth.Agent)
	s.deliver(userChanged(7, "ACTIVE", "WITHDRAW_ONLY", "ACCOUNT_SUSPENSION", "2026-11-21T12:59:00Z"))
	if got := testid(agent.page("/transfers/1001"), "feed-health"); !strings.Contains(got, "Quiet for 5 h") {
		t.Errorf("transfer: got %q, want it quiet although a user's event came", got)
	}
	for _, want := range []string{"transfers#state-change is quiet for 5 h", "while other events come"} {
		if got := testid(agent.page("/"), "feed-health"); !strings.Contains(got, want) {
			t.Errorf("queue: got %q, want %q in it", got, want)
		}
	}
}

func TestATestNotificationIsNoSignOfLife(t *testing.T) {
	s := newSite(t)
	s.lively()
	s.setNow(testNow.Add(5 * time.Hour))
	agent := s.signIn(auth.Agent)
	s.deliver(sealed("transfers#state-change", "2.0.0",
		`{"resource":{"type":"transfer","id":0,"profile_id":0,"account_id":0},"current_state":"processing","previous_state":null,"occurred_at":"2026-11-21T12:59:00Z"}`, "2026-11-21T12:59:00Z"))
	if got := testid(agent.page("/"), "feed-health"); !strings.Contains(got, "Quiet for 5 h") {
		t.Errorf("got %q, want it to be quiet still", got)
	}
}

func TestWhileEventsWaitToBeReadNothingIsCalledQuiet(t *testing.T) {
	s := newSite(t)
	s.lively()
	s.setNow(testNow.Add(5 * time.Hour))
	agent := s.signIn(auth.Agent)
	for i := range 12 {
		s.post(stateChange(int64(5000+i), "", "processing", "2026-11-21T12:59:00Z"), "")
	}
	got := testid(agent.page("/"), "feed-health")
	if !strings.Contains(got, "12 events wait to be read") || strings.Contains(got, "uiet") {
		t.Errorf("got %q, want 12 events to wait, and nothing quiet", got)
	}
}

func TestNoListOfCasesEverIsNotNoCases(t *testing.T) {
	s := newSite(t)
	s.deliver(stateChange(7, "", "processing", ago(5e12)))
	agent := s.signIn(auth.Agent)
	const never = "No active-cases subscription is not “no cases”"
	if got := folded(agent.page("/transfers/7").Find("main").Text()); !strings.Contains(got, never) {
		t.Errorf("got %q, want %q in it", got, never)
	}
	s.deliver(activeCases(8, ago(4e12)))
	if got := folded(agent.page("/transfers/7").Find("main").Text()); strings.Contains(got, never) {
		t.Errorf("still said although a list of cases has come: %q", got)
	}
}

func TestPagesSayThatNothingCanBeWrittenJustNow(t *testing.T) {
	s := newSite(t)
	s.deliver(stateChange(7, "", "processing", ago(5e12)))
	admin := s.signIn(auth.Admin)
	const said = "We cannot write just now. What Wise sends meanwhile is refused, and Wise will send it again"
	must(t, os.Rename(s.db.Path(), s.db.Path()+".away"))
	for _, path := range []string{"/", "/bounced", "/events", "/admin/system"} {
		if got := testid(admin.page(path), "feed-health"); !strings.Contains(got, said) {
			t.Errorf("%s: got %q, want %q in it", path, got, said)
		}
	}
	must(t, os.Rename(s.db.Path()+".away", s.db.Path()))
	if got := testid(admin.page("/"), "feed-health"); strings.Contains(got, "cannot write") {
		t.Errorf("once it is over: got %q", got)
	}
}
