package wise_test

import (
	"slices"
	"testing"

	"transferdesk/internal/wise"
)

func TestEveryDocumentedEventTypeIsNamedOnce(t *testing.T) {
	names := wise.EventTypes()
	for _, want := range []string{"transfers#state-change", "swift-in#credit", "users#state-change"} {
		if !slices.Contains(names, want) {
			t.Errorf("%s is missing in %v", want, names)
		}
	}
	if !slices.IsSorted(names) || len(slices.Compact(slices.Clone(names))) != len(names) {
		t.Errorf("got %v, want each once and in order", names)
	}
}
