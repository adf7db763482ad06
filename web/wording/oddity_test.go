package wording

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"transferdesk/internal/evidence"
)

func TestWhatTheDecoderFoundOddIsSaidInWords(t *testing.T) {
	codes := []string{evidence.FlagUnknownVersion, evidence.FlagUnknownCurrency, evidence.FlagTextRepaired, evidence.FlagSentAtUnusable,
		evidence.FlagOddTime, evidence.FlagOddCase, evidence.FlagOddUETR}
	if len(oddWords) != len(codes) {
		t.Errorf("got words for %d flags, want %d", len(oddWords), len(codes))
	}
	for _, code := range codes {
		if oddWords[code] == "" {
			t.Errorf("%s has no words", code)
		}
	}
	if d := cmp.Diff([]string{"a new one"}, Oddities([]string{"a_new_one"})); d != "" {
		t.Errorf("a flag without words (-want +got)\n%s", d)
	}
}
