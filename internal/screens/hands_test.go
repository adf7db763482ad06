package screens

import (
	"context"
	"strconv"
	"testing"
	"time"

	"transferdesk/internal/auth"
	"transferdesk/store"
)

// What the daily round may cost a person.
const (
	mostPresses = 12
	mostLoads   = 3
)

// TestFindReadCopyAssignNextWithoutAMouse is the round of an agent: an id is typed, the
// answer read, the text copied, the transfer taken, the next one opened. What it costs
// is counted in the browser; what it does is asked of the database.
func TestFindReadCopyAssignNextWithoutAMouse(t *testing.T) {
	s := newSite(t)
	s.deliver(bounces(50000001, 4)...)
	k := newKeyboard(s.tab(t, auth.Agent))
	rows := k.rows("/bounced")
	path, next := rows[1], rows[2]
	transfer, err := strconv.ParseInt(id(path), 10, 64)
	must(t, err)
	k.fromNothing()

	k.press(id(path))
	if got := k.focus(); got != "q" {
		t.Fatalf("a digit leads to %s, want the search box", got)
	}
	k.leave("\r")
	if got, answer := k.here(), k.text("answer"); got != path || answer == "" {
		t.Fatalf("the id led to %s, which answers %q", got, answer)
	}
	k.press("C")
	said := held(t, s, "the telling is kept", func(r *store.Reader) (store.Telling, bool, error) {
		all, err := r.Tellings(transfer)
		if err != nil || len(all) == 0 {
			return store.Telling{}, false, err
		}
		return all[0], true, nil
	})
	if copied := eval[string](k.tab, `navigator.clipboard.readText()`); copied == "" || copied != said.Text || copied != k.text("customer-text") {
		t.Errorf("copied is %q, kept that %q was told", copied, said.Text)
	}
	k.do(strokes("a"))
	taken := held(t, s, "the transfer is taken", func(r *store.Reader) (store.Work, bool, error) {
		w, err := r.Work(transfer)
		return w, w.Assignee != 0, err
	})
	k.until("the page says who has it", `document.readyState === "complete" && !document.querySelector("#assign-me") && document.getElementById("assignee").textContent.includes("Test agent")`)
	if taken.Version != 1 {
		t.Errorf("it was taken with %d acts, want 1", taken.Version)
	}
	k.leave("]")
	if got := k.here(); got != next {
		t.Errorf("] led to %s, want the next in the list, %s", got, next)
	}
	if k.text("answer") == "" {
		t.Error("the next one has no answer")
	}

	presses, loads, clicks := k.counted()
	t.Logf("%d key presses, %d page loads, %d clicks", presses, loads, clicks)
	if presses == 0 || presses > mostPresses || loads == 0 || loads > mostLoads || clicks > 0 {
		t.Errorf("it took %d key presses, %d page loads and %d clicks, at most %d, %d and none", presses, loads, clicks, mostPresses, mostLoads)
	}
	if found := append(complaints(k.tab), foreign(k.tab)...); len(found) > 0 {
		t.Errorf("the browser complains: %q", found)
	}
}

// held reads the database until it has what is waited for, or patience ends.
func held[T any](t *testing.T, s *site, what string, read func(*store.Reader) (T, bool, error)) (found T) {
	t.Helper()
	there := false
	for end := time.Now().Add(patience); !there; {
		must(t, s.cfg.DB.Read(context.Background(), func(r *store.Reader) (err error) {
			found, there, err = read(r)
			return err
		}))
		if time.Now().After(end) {
			t.Fatalf("waited in vain: %s", what)
		}
	}
	return found
}
