package wording

import (
	"strings"
	"testing"

	"transferdesk/internal/transfer"
)

func TestWhatIsMissingBeforeAPaymentToTheCustomerIsSaidInItsOwnWords(t *testing.T) {
	e := transfer.Entry{Event: transfer.Event{From: transfer.OutgoingPaymentSent, To: transfer.Processing}, Gap: true, Rollback: true}
	if said := GapWords(e, true) + RollbackWords(e, true); strings.Contains(said, "Paid out") || !strings.Contains(said, "Paid to the customer's balance") {
		t.Errorf("inbound: %s", said)
	}
	if said := GapWords(e, false); !strings.Contains(said, "Paid out by Wise") {
		t.Errorf("outbound: %s", said)
	}
}
