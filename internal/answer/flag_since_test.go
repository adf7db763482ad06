package answer_test

import (
	"testing"

	"transferdesk/internal/answer"
	"transferdesk/internal/transfer"
)

func TestOnlyWhatGoesOnLastsFromItsDate(t *testing.T) {
	for code, want := range map[string]bool{
		answer.FlagLate: true, answer.FlagAccountRestricted: true, answer.FlagVerificationOpen: true,
		answer.FlagRecipientFailedBefore: false, answer.FlagSeveralFailures: false, transfer.FlagRollback: false, transfer.FlagGap: false, "": false,
	} {
		if got := (answer.Flag{Code: code}).Lasts(); got != want {
			t.Errorf("%s: %v, want %v", code, got, want)
		}
	}
}
