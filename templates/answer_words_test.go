package templates

import (
	"testing"

	"transferdesk/internal/answer"
	"transferdesk/internal/reason"
)

// TestANewPaymentOnPaperSaysWhoActsAndThatNoneShouldBeSentYet: the paper has one line
// for what the page says in several.
func TestANewPaymentOnPaperSaysWhoActsAndThatNoneShouldBeSentYet(t *testing.T) {
	for want, n := range map[string]answer.NewPayment{
		"The sender: Another account. None should be sent yet.": {Who: reason.Sender, Ask: "Another account.", Hold: true},
		"The sender: Another account.":                          {Who: reason.Sender, Ask: "Another account."},
		"Nothing to change.":                                    {Who: reason.Nobody, Ask: "Nothing to change."},
		"Nothing yet.":                                          {Ask: "Nothing yet."},
	} {
		if got := newPaymentText(n); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}
