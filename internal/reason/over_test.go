package reason_test

import (
	"strings"
	"testing"

	"transferdesk/internal/reason"
)

// What is over is not waited for: after a refund no card speaks of another try by
// Wise, or of a question about the payment that is gone.
func TestOverAsksNothingAboutThePaymentThatIsGone(t *testing.T) {
	for _, card := range reason.Builtin().Failures() {
		over := card.Over()
		said := over.Ask + " " + over.Fix + " " + over.DeskNote
		for _, stale := range []string{"try again", "tries again", "we watch", "paid twice", "this transfer", "same transfer"} {
			if strings.Contains(said, stale) {
				t.Errorf("%s: %q after the refund:\n%s", card.Code, stale, said)
			}
		}
		if over.Code != card.Code || over.Openness != card.Openness || over.CustomerWhy != card.CustomerWhy {
			t.Errorf("%s: another reason after the refund", card.Code)
		}
	}
}
