package subscription

import (
	"testing"

	"transferdesk/internal/wise"
)

func TestOfEveryTypeThatIsReadItIsSaidWhatIsLostWithoutIt(t *testing.T) {
	for _, name := range wise.EventTypes() {
		if lostWithout(name) == "" {
			t.Errorf("%s: nothing is said", name)
		}
	}
	if len(eventUses) != len(wise.EventTypes()) {
		t.Errorf("%d lines, want one for each of the %d types", len(eventUses), len(wise.EventTypes()))
	}
}
