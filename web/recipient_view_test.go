package web

import (
	"strings"
	"testing"
	"time"

	"transferdesk/internal/auth"
)

// TestARecipientThatIsGoneIsForUsWhileAPayoutToItMayCome: on the page of the
// transfer and among what is open, and no longer once the money has left.
func TestARecipientThatIsGoneIsForUsWhileAPayoutToItMayCome(t *testing.T) {
	s := newSite(t)
	s.deliver(stateChange(105, "", "incoming_payment_waiting", ago(3*time.Hour)), stateChange(105, "incoming_payment_waiting", "processing", ago(2*time.Hour)))
	agent := s.signIn(auth.Agent)
	flagged := func() bool {
		return strings.Contains(folded(agent.page("/transfers/105").Find(".strips").Text()), "while a payout to it may still come")
	}
	open := func() bool {
		return strings.Contains(folded(agent.page(testCustomer).Find(`section[aria-labelledby="open-now"]`).Text()), "A payout to it may still come.")
	}
	s.deliver(recipientState(14124090, "UPDATE", ago(time.Hour)))
	if flagged() || open() {
		t.Error("a recipient that was changed is told as one that is gone")
	}
	for i, state := range []string{"DEACTIVATE", "DELETE", "OBFUSCATE"} {
		s.deliver(recipientState(14124090, state, ago(time.Duration(50-i)*time.Minute)))
		if !flagged() || !open() {
			t.Errorf("%s: a flag on the transfer: %v, open on the customer's page: %v", state, flagged(), open())
		}
	}
	s.deliver(stateChange(105, "processing", "funds_converted", ago(20*time.Minute)), stateChange(105, "funds_converted", "outgoing_payment_sent", ago(10*time.Minute)))
	if flagged() || open() {
		t.Error("the money has left, and the recipient is still told of")
	}
}
