package web

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"transferdesk/internal/auth"
)

func TestAKeptEventIsShownWhereItIsNamed(t *testing.T) {
	s := newSite(t)
	credit := sealed("swift-in#credit", "3.0.0", fmt.Sprintf(
		`{"action":{"type":"credit","id":80000015,"profile_id":%d,"account_id":333},"resource":{"id":"55555"},"occurred_at":%q}`,
		testProfile, ago(time.Hour)), ago(time.Hour))
	s.deliver(credit, stateChange(9, "", "incoming_payment_waiting", ago(2*time.Hour)))
	for i := range 25 { // copies, which have a reason in their outcome too, do not push it out
		s.deliver(strings.Replace(stateChange(9, "", "incoming_payment_waiting", ago(2*time.Hour)), "01234567-89ab", fmt.Sprintf("%08d-89ab", i), 1))
	}
	agent := s.signIn(auth.Agent)
	for _, path := range []string{"/transfers/80000015", fmt.Sprintf("/customers/%d", testProfile)} {
		kept := agent.page(path).Find(`section[aria-labelledby="kept"]`)
		if got := folded(kept.Text()); !strings.Contains(got, "swift-in#credit") || strings.Contains(got, "state-change") {
			t.Errorf("%s: kept events: got %q, want the credit alone", path, got)
		}
		if n := kept.Find(`a[href="/events/1"]`).Length(); n != 1 {
			t.Errorf("%s: links to the event: got %d, want 1", path, n)
		}
	}
	if n := agent.page("/transfers/9").Find(`section[aria-labelledby="kept"]`).Length(); n != 0 {
		t.Errorf("a transfer that no kept event names: got %d sections, want none", n)
	}
}

func TestAQuarantinedEventIsShownOnTheTransferThatItNames(t *testing.T) {
	s := newSite(t)
	good := stateChange(9, "", "incoming_payment_waiting", ago(2*time.Hour))
	bad := strings.Replace(stateChange(9, "incoming_payment_waiting", "processing", ago(time.Hour)), `"current_state":"processing"`, `"current_state":null`, 1)
	s.deliver(good, bad)
	agent := s.signIn(auth.Agent)
	kept := folded(agent.page("/transfers/9").Find(`section[aria-labelledby="kept"]`).Text())
	if !strings.Contains(kept, "Quarantined") {
		t.Errorf("kept events: got %q, want the quarantined one", kept)
	}
	if got := testid(agent.page("/transfers/9"), "answer"); !strings.Contains(got, "funded") {
		t.Errorf("answer: got %q, want it to rest on what could be read", got)
	}
	if n := agent.page("/events/2").Find(`a[href="/transfers/9"]`).Length(); n == 0 {
		t.Error("the event's page does not lead to its transfer")
	}
}
