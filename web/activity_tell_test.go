package web

import (
	"strings"
	"testing"
	"time"

	"transferdesk/internal/auth"
)

// TestWhatTheCustomerMayHearStandsOnTheThingsOwnPage: of a SWIFT credit, until Wise
// has gone on with it; and of nothing that is locked.
func TestWhatTheCustomerMayHearStandsOnTheThingsOwnPage(t *testing.T) {
	s := newSite(t)
	s.deliver(wholeCustomer()...)
	locked, paths := lockedBodies()
	s.deliver(locked...)
	agent := s.signIn(auth.Agent)
	told := func(path string) string { return testid(agent.page("/activity/"+path), "customer-text") }
	wants(t, "the credit", told("swift_credit/12346"), "A payment to you", "was credited by Wise")
	if text := told("swift_credit/12346?caller=third_party"); text != "" {
		t.Errorf("somebody else is told %q", text)
	}
	for _, path := range paths {
		if path != "card/lifted-card" && told(path) != "" {
			t.Errorf("%s: the customer is told %q", path, told(path))
		}
	}
	s.deliver(stateChange(12346, "outgoing_payment_sent", "funds_refunded", ago(time.Minute)))
	if text := told("swift_credit/12346"); strings.Contains(text, "credited") {
		t.Errorf("a returned credit is told as %q", text)
	}
}
