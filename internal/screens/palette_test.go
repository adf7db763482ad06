package screens

import (
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"transferdesk/internal/auth"
)

// chosen is what the palette's field says is chosen.
const chosen = `(input => document.getElementById(input.getAttribute("aria-activedescendant")).textContent)(document.querySelector(".palette [role=combobox]"))`

// TestThePaletteIsUsedByKeys: pages by name, what the page can do, and the search.
func TestThePaletteIsUsedByKeys(t *testing.T) {
	s := newSite(t)
	s.deliver(bounces(50000001, 3)...)
	k := newKeyboard(s.tab(t, auth.Agent))
	k.open("/transfers/50000001")
	k.press("k", chromedp.ModifierCtrl)
	for _, m := range []mode{light, dark, phone} {
		k.show(m)
		if found := append(inaccessible(k.tab), sideways(k.tab)...); len(found) > 0 {
			t.Errorf("%s: found %q", m.name, found)
		}
	}
	k.show(light)
	first := eval[string](k.tab, chosen)
	k.press(kb.ArrowDown)
	second := eval[string](k.tab, chosen)
	k.press(kb.ArrowUp)
	if again := eval[string](k.tab, chosen); first == second || again != first {
		t.Errorf("down and up lead from %q over %q to %q", first, second, again)
	}
	if selected := eval[int](k.tab, `document.querySelectorAll('.palette [role=option][aria-selected="true"]').length`); selected != 1 {
		t.Errorf("%d options are selected, want 1", selected)
	}
	k.press("receipt")
	k.shows(".palette [aria-disabled]", "Receipt (PDF)It was paid out and came back.")
	k.press("\r")
	if got := k.here(); got != "/transfers/50000001" || !eval[bool](k.tab, `!!document.querySelector(".palette:modal")`) {
		t.Errorf("what may not be done was done: at %s", got)
	}
	k.press("a", chromedp.ModifierCtrl)
	k.press("bncd")
	if got := eval[string](k.tab, chosen); got != "Bouncedg b" {
		t.Errorf("bncd chooses %q, want Bounced", got)
	}
	k.leave("\r")
	if got := k.here(); got != "/bounced" {
		t.Errorf("the palette led to %s, want /bounced", got)
	}
	k.press("k", chromedp.ModifierCtrl)
	k.press("50000002")
	k.shows(".palette [role=option]", "Search for “50000002”")
	k.leave("\r")
	if got := k.here(); got != "/transfers/50000002" {
		t.Errorf("the search led to %s", got)
	}
	if found := append(complaints(k.tab), foreign(k.tab)...); len(found) > 0 {
		t.Errorf("the browser complains: %q", found)
	}
}

// TestThePaletteGivesTheFocusBack, also to a field, and keeps what was typed there.
func TestThePaletteGivesTheFocusBack(t *testing.T) {
	s := newSite(t)
	s.deliver(bounces(50000001, 3)...)
	k := newKeyboard(s.tab(t, auth.Agent))
	rows := k.rows("/bounced")
	k.press("jj")
	k.press("k", chromedp.ModifierCtrl)
	k.press("jx")
	k.press(kb.Escape)
	if got := k.focus(); got != rows[1] {
		t.Errorf("the focus is at %s, want %s", got, rows[1])
	}
	k.press("/erika")
	k.press("k", chromedp.ModifierCtrl)
	k.press("k", chromedp.ModifierCtrl)
	if got := k.focus() + " " + eval[string](k.tab, `document.getElementById("q").value`); got != "q erika" {
		t.Errorf("the focus and the field are %q, want q and what was typed", got)
	}
	if eval[bool](k.tab, `document.querySelectorAll("tr.now").length > 1 || document.querySelectorAll("tr.picked").length > 0`) {
		t.Error("keys of the palette acted on the page behind it")
	}
}

// TestAHostileNameInThePaletteIsAName: what was typed is text.
func TestAHostileNameInThePaletteIsAName(t *testing.T) {
	s := newSite(t)
	k := newKeyboard(s.tab(t, auth.Agent))
	k.open("/cases")
	k.press("k", chromedp.ModifierCtrl)
	k.press(`<img src=x onerror=owned=1>`)
	k.shows(".palette [role=option]", `Search for “<img src=x onerror=owned=1>”`)
	if found := append(complaints(k.tab), foreign(k.tab)...); len(found) > 0 {
		t.Errorf("the browser complains: %q", found)
	}
}
