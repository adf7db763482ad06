package reconciliation

import (
	"testing"

	"transferdesk/store"
)

func TestARoundThatCouldAskForNobodyIsNotCalledDone(t *testing.T) {
	for want, r := range map[string]store.ReconcileRound{
		"Could not ask": {End: store.RoundDone, Profiles: 10, Skipped: 10},
		"Done":          {End: store.RoundDone, Profiles: 10, Asked: 6, Skipped: 4},
	} {
		if got := roundTag(r).Text; got != want {
			t.Errorf("%+v: %q, want %q", r, got, want)
		}
	}
}
