package answer

import (
	"strings"
	"testing"

	"transferdesk/internal/evidence"
)

// TestATextWithAForbiddenWordIsWithheld: whoever edits a card, the last gate
// before the customer holds back the whole text.
func TestATextWithAForbiddenWordIsWithheld(t *testing.T) {
	for _, text := range []string{"It will be delivered.", "Our compliance team has it.", "The code is ACCOUNT_CLOSED."} {
		told := life{}.customerText(words{customer: []spoken{"Your payment came back.", spoken(text)}, rests: evidence.IDs{3}})
		if strings.Contains(told.Text, text) || !strings.HasPrefix(told.Text, "Your payment is not finished.") {
			t.Errorf("the customer is told %q", told.Text)
		}
	}
	if told := (life{}).customerText(words{customer: []spoken{"Your payment came back.", ""}}); told.Text != "Your payment came back." {
		t.Errorf("a harmless text became %q", told.Text)
	}
}

// TestTheZoneIsNamedOnce: a second date does not repeat it.
func TestTheZoneIsNamedOnce(t *testing.T) {
	got := spoken("Set up on 1 Nov 2026 (UTC), sent on 2 Nov 2026 (UTC).").onceOnly(" (UTC)")
	if want := spoken("Set up on 1 Nov 2026 (UTC), sent on 2 Nov 2026."); got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// TestAHeadlineIsCutOnlyAsTheLastResort: a shorter statement is taken before that.
func TestAHeadlineIsCutOnlyAsTheLastResort(t *testing.T) {
	long := strings.Repeat("x", 91)
	if got := fit([]string{long, "short"}); got != "short" {
		t.Errorf("got %q", got)
	}
	if got := fit([]string{long}); got != long[:89]+"…" {
		t.Errorf("got %q", got)
	}
}
