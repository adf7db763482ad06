package screens

import (
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"transferdesk/internal/auth"
	"transferdesk/store"
)

// TestRowsAreReachedByKeys: the focus goes with the row, so that a screen reader
// follows; x selects, and the ids of what is selected are copied.
func TestRowsAreReachedByKeys(t *testing.T) {
	s := newSite(t)
	s.deliver(bounces(50000001, 12)...)
	k := newKeyboard(s.tab(t, auth.Agent))
	rows := k.rows("/bounced")
	k.press("jj")
	if got := k.focus(); got != rows[1] {
		t.Errorf("after j j the focus is at %s, want %s", got, rows[1])
	}
	k.press("k")
	k.press("x")
	k.press("jjjjjjjjjjjjjjj")
	if got := k.focus(); got != rows[len(rows)-1] {
		t.Errorf("after many j the focus is at %s, want the last, %s", got, rows[len(rows)-1])
	}
	if low := eval[bool](k.tab, `document.activeElement.getBoundingClientRect().bottom > innerHeight`); low {
		t.Error("the row that has the focus is not in sight")
	}
	k.press("x")
	k.shows(".pick-bar b", "2 selected")
	k.shows("tr.now", "selected")
	if got, want := eval[string](k.tab, `document.querySelector(".pick-bar [data-copy]").dataset.copy`), id(rows[0])+"\n"+id(rows[len(rows)-1]); got != want {
		t.Errorf("copied would be %q, want %q", got, want)
	}
	k.press("x")
	k.shows(".pick-bar b", "1 selected")
	k.press("c")
	if got := eval[string](k.tab, `navigator.clipboard.readText()`); got != id(rows[len(rows)-1]) {
		t.Errorf("c copied %q, want the id of the row, %s", got, id(rows[len(rows)-1]))
	}
	k.leave("\r")
	if got := k.here(); got != rows[len(rows)-1] {
		t.Errorf("Enter opened %s, want %s", got, rows[len(rows)-1])
	}
	if found := complaints(k.tab); len(found) > 0 {
		t.Errorf("the browser complains: %q", found)
	}
}

// id is the last part of a path.
func id(path string) string { return path[strings.LastIndex(path, "/")+1:] }

// TestKeysRestWhileSomebodyTypes: in a field a key is a letter, and with Ctrl, Alt or
// Meta it is the browser's; while an input method composes it is the method's.
func TestKeysRestWhileSomebodyTypes(t *testing.T) {
	s := newSite(t)
	s.deliver(bounces(50000001, 3)...)
	k := newKeyboard(s.tab(t, auth.Agent))
	const typed = "jxcge?][/n"
	k.open("/bounced")
	for name, field := range map[string]string{
		"the search box": `document.getElementById("q")`, "a text field": `Object.assign(document.createElement("textarea"), { ariaLabel: "x" })`,
		"what can be edited": `Object.assign(document.createElement("div"), { contentEditable: "true" })`,
	} {
		eval[bool](k.tab, `(el => { if (!el.isConnected) document.querySelector("main").append(el); el.focus(); window.field = el; return true; })(`+field+`)`)
		k.press(typed)
		if got := eval[string](k.tab, `field.value || field.textContent`); got != typed {
			t.Errorf("in %s stands %q, want all that was typed, %q", name, got, typed)
		}
		k.press(kb.Escape)
	}
	eval[bool](k.tab, `document.querySelector(".filters summary").click(), document.querySelector("main select, main input[type=checkbox], main input").focus(), true`)
	k.press("jx?")
	eval[bool](k.tab, `document.activeElement.blur(), true`)
	k.press("j", chromedp.ModifierCtrl)
	k.press("j", chromedp.ModifierAlt)
	k.press("j", chromedp.ModifierMeta)
	eval[bool](k.tab, `document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "j", code: "KeyJ", bubbles: true, isComposing: true }))`)
	if did := eval[bool](k.tab, `!!document.querySelector("tr.now, dialog:modal") || location.pathname !== "/bounced"`); did {
		t.Error("a key acted that was none of ours")
	}
	eval[bool](k.tab, `document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "о", code: "KeyJ", bubbles: true }))`)
	if !eval[bool](k.tab, `!!document.querySelector("tr.now")`) {
		t.Error("j of another alphabet does nothing")
	}
}

// TestKeysCanBeSwitchedOff in the settings, all but Ctrl K, which no voice and no
// slipping finger presses (WCAG 2.1.4).
func TestKeysCanBeSwitchedOff(t *testing.T) {
	s := newSite(t)
	s.deliver(bounces(50000001, 3)...)
	k := newKeyboard(s.tab(t, auth.Agent))
	k.open("/settings")
	eval[bool](k.tab, `document.querySelector('[name="keys"]').checked = false, document.querySelector("form.settings button[type=submit]").focus(), true`)
	k.leave("\r")
	k.open("/bounced")
	k.press("jx/?g5")
	if did := eval[string](k.tab, `[document.activeElement.tagName, document.querySelectorAll("tr.now, dialog:modal").length, document.getElementById("q").value, location.pathname].join(" ")`); did != "BODY 0  /bounced" {
		t.Errorf("with the keys off they did: %s", did)
	}
	if eval[bool](k.tab, `document.querySelector(".search kbd").getClientRects().length > 0`) {
		t.Error("a key is named that does nothing")
	}
	k.press("k", chromedp.ModifierCtrl)
	if !eval[bool](k.tab, `!!document.querySelector("dialog.palette:modal")`) {
		t.Error("Ctrl K does not open the palette")
	}
}

// TestAHeldKeyActsOnce: what a key sends is sent once, however long it is held.
func TestAHeldKeyActsOnce(t *testing.T) {
	s := newSite(t)
	s.deliver(bounces(50000001, 3)...)
	k := newKeyboard(s.tab(t, auth.Agent))
	k.open("/transfers/50000001")
	k.hold('C', 8)
	k.until("noting that it was told", `document.querySelector("[data-tell-note]").textContent === "Copied and noted"`)
	sent := 0
	for _, r := range k.heard.asked() {
		if strings.HasSuffix(r.url, "/tellings") {
			sent++
		}
	}
	if sent != 1 {
		t.Errorf("holding Shift+C noted it %d times, want once", sent)
	}
	k.hold('a', 8)
	k.until("the page says who has it", `document.readyState === "complete" && document.getElementById("assignee").textContent.includes("Test agent")`)
	w := held(t, s, "it is taken", func(r *store.Reader) (store.Work, bool, error) {
		w, err := r.Work(50000001)
		return w, w.Assignee != 0, err
	})
	if w.Version != 1 {
		t.Errorf("holding a did %d acts, want one", w.Version)
	}
}

// TestTheKeysAreShown by a question mark, over the page, and the focus comes back.
func TestTheKeysAreShown(t *testing.T) {
	s := newSite(t)
	s.deliver(bounces(50000001, 3)...)
	k := newKeyboard(s.tab(t, auth.Agent))
	for _, m := range []mode{light, dark, phone} {
		k.show(m)
		rows := k.rows("/bounced")
		k.press("j?")
		k.until("the keys are shown", `!!document.querySelector("dialog.keys-box:modal")`)
		k.shows("dialog.keys-box", "Shift+C")
		if found := inaccessible(k.tab); len(found) > 0 {
			t.Errorf("%s: axe finds %q", m.name, found)
		}
		k.press("jx")
		k.press(kb.Escape)
		if got := k.focus(); got != rows[0] {
			t.Errorf("%s: after Escape the focus is at %s, want where it was, %s", m.name, got, rows[0])
		}
	}
	for keys, want := range map[string]string{"gr": "/reasons", "gb": "/bounced", "gq": "/", "ge": "/events"} {
		k.leave(keys)
		if got := k.here(); got != want {
			t.Errorf("%s led to %s, want %s", keys, got, want)
		}
	}
}
