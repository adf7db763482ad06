package help

import (
	"testing"

	"transferdesk/web/wording"
)

// TestEveryStateAndStageHasAMeaning and nothing else has one.
func TestEveryStateAndStageHasAMeaning(t *testing.T) {
	if got, want := len(stateMeanings), len(wording.States); got != want {
		t.Errorf("%d states are explained, the timeline knows %d", got, want)
	}
	for _, m := range stateMeanings {
		if _, known := wording.States[m.state]; !known || m.means == "" {
			t.Errorf("the state %s is not one that the timeline knows, or has no meaning", m.state)
		}
	}
	for _, stage := range wording.Stages() {
		if stageMeanings[stage] == "" {
			t.Errorf("the stage %q is not explained", wording.StageWords[stage])
		}
	}
	for state := range wording.UserTones {
		if accountMeanings[state] == "" {
			t.Errorf("the account state %s is not explained", state)
		}
	}
	if len(wording.UserTones) != len(accountMeanings) {
		t.Errorf("%d account states are drawn, %d explained", len(wording.UserTones), len(accountMeanings))
	}
}
