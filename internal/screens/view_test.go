package screens

import (
	"strconv"
	"testing"

	"transferdesk/internal/auth"
	"transferdesk/store"
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

// TestNobodyGoesOnPastWhatFailed: the next one waits for what was sent, and where that
// was refused the page stays, once.
func TestNobodyGoesOnPastWhatFailed(t *testing.T) {
	s := newSite(t)
	s.deliver(bounces(50000001, 5)...)
	k := newKeyboard(s.tab(t, auth.Agent))
	rows := k.rows("/bounced")
	k.open(rows[1])
	k.press("C")
	k.leave("]")
	if kept := tellings(t, s, rows[1]); kept != 1 || k.here() != rows[2] {
		t.Errorf("pressing one key after the other noted %d and led to %s, want 1 and %s", kept, k.here(), rows[2])
	}
	eval[bool](k.tab, `document.querySelector("form[data-tell] [name=text]").value = "what the page never said", true`)
	k.press("C]")
	k.until("it is said", `document.querySelector(".telling").textContent.includes("Look before you go on")`)
	if got, kept := k.here(), tellings(t, s, rows[2]); got != rows[2] || kept != 0 {
		t.Errorf("what was not noted (%d) led to %s, want to stay", kept, got)
	}
	k.leave("]")
	if got := k.here(); got != rows[3] {
		t.Errorf("the second time ] led to %s, want %s", got, rows[3])
	}
}

// tellings is how often the database has that the customer was told.
func tellings(t *testing.T, s *site, path string) int {
	t.Helper()
	transfer, err := strconv.ParseInt(id(path), 10, 64)
	must(t, err)
	return held(t, s, "tellings", func(r *store.Reader) (int, bool, error) {
		all, err := r.Tellings(transfer)
		return len(all), true, err
	})
}
