package screens

import (
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"transferdesk/internal/auth"
	"transferdesk/store"
)

// TestCtrlEnterSavesWhatIsBeingWritten, also with single keys off; where nothing is
// written, and beside what somebody else wrote meanwhile, it saves nothing.
func TestCtrlEnterSavesWhatIsBeingWritten(t *testing.T) {
	s := newSite(t)
	s.deliver(bounces(50000001, 1)...)
	k := newKeyboard(s.tab(t, auth.Agent))
	notes := func() (n int) {
		held(t, s, "the notes are read", func(r *store.Reader) (struct{}, bool, error) {
			all, err := r.Notes(50000001)
			n = len(all)
			return struct{}{}, true, err
		})
		return n
	}
	k.open("/transfers/50000001")
	k.press("n")
	k.press("\r", chromedp.ModifierCtrl)
	if n := notes(); n != 0 {
		t.Fatalf("nothing was written, and %d notes are kept", n)
	}
	k.press("one")
	k.press("\r")
	k.press("two")
	k.leaveBy(`document.body.dataset.keys = "off", document.getElementById("note").dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", metaKey: true, bubbles: true, cancelable: true }))`)
	k.shows(`[data-testid="toast"] p`, "Noted.")
	if n := notes(); n != 1 {
		t.Errorf("%d notes are kept, want 1", n)
	}
	k.open("/transfers/50000001/notes/1/edit")
	eval[bool](k.tab, `document.querySelector('[data-testid="note-form"]').dataset.byHand = "", true`)
	k.press("\r", chromedp.ModifierCtrl)
	if got := k.here(); got != "/transfers/50000001/notes/1/edit" {
		t.Errorf("over what somebody else wrote it led to %s", got)
	}
	eval[bool](k.tab, `delete document.querySelector('[data-testid="note-form"]').dataset.byHand`)
	k.press(" more")
	k.do(strokes("\r", chromedp.ModifierCtrl))
	k.until("the note is saved", `location.pathname === "/transfers/50000001" && document.readyState === "complete" && !!document.querySelector('[data-testid="note-edited"]')`)
}

// TestAButtonSaysItsKey: to eyes where there is a keyboard, and to a screen reader as
// what presses it; to nobody on a phone, on paper, and with the keys off.
func TestAButtonSaysItsKey(t *testing.T) {
	s := newSite(t)
	s.deliver(bounces(50000001, 2)...)
	k := newKeyboard(s.tab(t, auth.Agent))
	seen := func() string {
		return eval[string](k.tab, `[...document.querySelectorAll(".hint")].filter(one => one.checkVisibility() && one.getAttribute("aria-hidden") === "true").map(one => one.textContent).sort().join(" ")`)
	}
	said := func() string {
		return eval[string](k.tab, `[...document.querySelectorAll("[aria-keyshortcuts]")].map(one => one.getAttribute("aria-keyshortcuts")).sort().join(" ")`)
	}
	k.open(k.rows("/bounced")[0])
	if got, want := seen(), "] a c e n ⇧C"; got != want {
		t.Errorf("the keys on the page are %q, want %q", got, want)
	}
	if got, want := said(), "Shift+C ] a c e n"; got != want {
		t.Errorf("a screen reader hears of %q, want %q", got, want)
	}
	for _, m := range []mode{phone, paper} {
		k.show(m)
		if got := seen(); got != "" {
			t.Errorf("%s: the keys %q are shown", m.name, got)
		}
	}
	k.show(light)
	k.open("/settings")
	k.leaveBy(`document.querySelector('[name="keys"]').click(), document.querySelector('form[action="/settings"]').requestSubmit()`)
	k.open("/transfers/50000001")
	if got := seen() + said(); got != "" {
		t.Errorf("they are off, and %q are shown or said", got)
	}
}

// TestWhatNoEventHasNamedIsInNoList: its page leads to no next one.
func TestWhatNoEventHasNamedIsInNoList(t *testing.T) {
	s := newSite(t)
	s.deliver(bounces(50000001, 2)...)
	k := newKeyboard(s.tab(t, auth.Agent))
	k.rows("/bounced")
	if status := k.open("/transfers/49999999"); status != 404 {
		t.Fatalf("answered %d", status)
	}
	if eval[bool](k.tab, `!!document.querySelector(".in-view")`) {
		t.Error("a next one is offered beside a transfer of no list")
	}
}

// TestOnAPhoneTheFeedIsOneLine, whatever it has to say.
func TestOnAPhoneTheFeedIsOneLine(t *testing.T) {
	s := newSite(t)
	s.deliver(bounces(50000001, 1)...)
	tb := s.tab(t, auth.Agent)
	tb.show(phone)
	tb.open("/")
	said := eval[[]string](tb, `fetch("/help/design").then(answer => answer.text()).then(html => {
		const top = document.querySelector(".top .feed");
		return [...new DOMParser().parseFromString(html, "text/html").querySelectorAll(".stage > .feed")].map(one => {
			top.innerHTML = one.innerHTML;
			return top.offsetHeight + " px: " + top.innerText.replace(/\s+/g, " ");
		});
	})`)
	if len(said) < 5 {
		t.Fatalf("%d examples were looked at", len(said))
	}
	for _, line := range said {
		if high, text, _ := strings.Cut(line, " px: "); len(high) > 2 || high > "20" || text == "" {
			t.Errorf("it is drawn as %q", line)
		}
	}
	if want := "1,234 wait"; !strings.HasSuffix(said[0], ": "+want) {
		t.Errorf("a backlog is told as %q, want %q", said[0], want)
	}
}
