package screens

import (
	"testing"

	"transferdesk/internal/auth"
)

// TestTheNextInAListIsOneKeyAway, over the end of a page too, and back.
func TestTheNextInAListIsOneKeyAway(t *testing.T) {
	s := newSite(t)
	s.deliver(bounces(50000001, 51)...)
	k := newKeyboard(s.tab(t, auth.Agent))
	rows := k.rows("/bounced")
	k.open(rows[48])
	k.shows(".in-view p", "49 of 50+ in Bounced transfers")
	k.leave("]")
	k.shows(".in-view p", "50 of 50+ in Bounced transfers")
	k.leave("]")
	if got := k.here(); got != "/transfers/50000001" {
		t.Errorf("after the last of a page ] led to %s, want the first of the next page", got)
	}
	k.shows(".in-view p", "51 of 51 in Bounced transfers")
	k.shows(".in-view", "The last one.")
	k.press("]")
	k.leave("[")
	if got := k.here(); got != rows[49] {
		t.Errorf("[ led to %s, want %s", got, rows[49])
	}
	for _, m := range []mode{light, phone} {
		k.show(m)
		k.open(rows[3])
		k.shows(".in-view p", "4 of 51 in Bounced transfers")
		found := append(unanswered(k.tab), sideways(k.tab)...)
		if m == light {
			found = append(found, shifted(k.tab)...)
		}
		if len(found) > 0 {
			t.Errorf("%s: the way to the next one costs: %q", m.name, found)
		}
		if found := inaccessible(k.tab); len(found) > 0 {
			t.Errorf("%s: axe finds %q", m.name, found)
		}
	}
}

// TestAfterASearchTheListGoesOnWhereItWasLeft, and from its first row where it had not
// been begun. Nothing is offered where no list was seen, or somebody else signed in.
func TestAfterASearchTheListGoesOnWhereItWasLeft(t *testing.T) {
	s := newSite(t)
	s.deliver(bounces(50000001, 5)...)
	s.deliver(lifeOf(t, "sent").bodies...)
	other := lifeOf(t, "sent").page()
	k := newKeyboard(s.tab(t, auth.Agent))
	k.open("/cases")
	eval[bool](k.tab, `sessionStorage.removeItem("view"), true`)
	k.open(other)
	if eval[bool](k.tab, `!!document.querySelector(".in-view")`) {
		t.Error("a next one is offered, and no list was seen")
	}
	rows := k.rows("/bounced")
	k.open(other)
	k.shows(".in-view p", "Not in Bounced transfers")
	k.leave("]")
	if got := k.here(); got != rows[0] {
		t.Errorf("] led to %s, want the first of the list, %s", got, rows[0])
	}
	k.leave("]")
	k.open(other)
	k.leave("]")
	if got := k.here(); got != rows[1] {
		t.Errorf("] led to %s, want the one that was left, %s", got, rows[1])
	}
	k.leaveBy(`document.querySelector('form[action="/logout"]').requestSubmit()`)
	if got := eval[string](k.tab, `sessionStorage.getItem("view")`); got != "null" {
		t.Errorf("after signing out the tab still holds %s", got)
	}
}
