package screens

import (
	"fmt"
	"testing"

	"transferdesk/internal/auth"
)

// TestBothAnswersLieInTheFirstViewport at every stage of a transfer: the page of each
// life that internal/story tells, on a desk and on a phone.
func TestBothAnswersLieInTheFirstViewport(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	all := lives(t)
	var bodies []string
	for _, l := range all {
		bodies = append(bodies, l.bodies...)
	}
	s.deliver(bodies...)
	tb := s.tab(t, auth.Agent)
	for _, l := range all {
		for _, m := range []mode{light, phone} {
			tb.show(m)
			if m == light {
				if status := tb.open(fmt.Sprintf("/transfers/%d", l.transfer)); status != 200 {
					t.Errorf("%s: answered %d", l.name, status)
				}
			}
			for _, fault := range append(unanswered(tb), sideways(tb)...) {
				t.Errorf("%s (%s) at %s: %s", l.name, l.code, m.name, fault)
			}
		}
	}
}
