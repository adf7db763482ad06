package screens

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"

	"transferdesk/internal/auth"
)

// unscripted gives a tab in which no page runs a script.
func (s *site) unscripted(t *testing.T, role auth.Role) *tab {
	t.Helper()
	tb := s.tab(t, role)
	scripts(tb, false)
	t.Cleanup(func() { scripts(tb, true) })
	return tb
}

// scripts lets pages that are loaded from now on run theirs, or not.
func scripts(tb *tab, on bool) {
	tb.t.Helper()
	_, err := chromedp.Call(tb.ctx, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: !on})
	must(tb.t, err)
}

// visit goes to a path; rest, which waits in a script, is of no use here.
func (tb *tab) visit(path string) {
	tb.t.Helper()
	if got := run(tb, chromedp.NavigateResponse(tb.base+path)).Status; got != 200 {
		tb.t.Fatalf("%s: answered %d", path, got)
	}
}

// press clicks something that leads to another page, and waits for that.
func (tb *tab) press(selector string) {
	tb.t.Helper()
	tb.follow(chromedp.Click(selector))
}

// follow takes a step that leads to another page, and waits for that.
func (tb *tab) follow(step chromedp.Action[chromedp.Void]) {
	tb.t.Helper()
	got, err := chromedp.RunResponse(tb.ctx, step)
	must(tb.t, err)
	if got == nil || got.Status != 200 {
		tb.t.Fatalf("it led to %+v", got)
	}
}

// shows fails unless the text under a data-testid has a part.
func (tb *tab) shows(id, part string) {
	tb.t.Helper()
	if got := tb.text(id); !strings.Contains(got, part) {
		tb.t.Errorf("%s shows %q, want %q in it", id, got, part)
	}
}

// returned delivers every life and gives a transfer that came back.
func (s *site) returned(t *testing.T) int64 {
	t.Helper()
	all := lives(t)
	at := slices.IndexFunc(all, func(l life) bool { return l.code == "returned" })
	if at < 0 {
		t.Fatal("no life is of a transfer that came back")
	}
	s.deliver(all[at].bodies...)
	return all[at].transfer
}

func TestTheDeskWorksWithoutScripts(t *testing.T) {
	s := newSite(t)
	id := s.returned(t)
	page := fmt.Sprintf("/transfers/%d", id)
	tb := s.unscripted(t, auth.Agent)
	for at, step := range []struct {
		name string
		do   func()
	}{
		{"search and read", func() {
			tb.visit("/")
			tb.follow(chromedp.SendKeys(`#q`, fmt.Sprintf("#%d\r", id)))
			if got := run(tb, chromedp.Location()); !strings.HasSuffix(got, page) || tb.text("answer") == "" || tb.text("customer-text") == "" {
				t.Errorf("the search led to %s", got)
			}
		}},
		{"filter", func() {
			tb.visit("/bounced")
			tb.do(chromedp.Click(`.filters summary`), chromedp.Click(`.filters input[name="stage"][value="returned"]`))
			tb.press(`.filters button[type="submit"]`)
			if got := run(tb, chromedp.Location()); !strings.Contains(got, "stage=returned") || !eval[bool](tb, fmt.Sprintf(`!!document.querySelector('a[href="%s"]')`, page)) {
				t.Errorf("the filter led to %s, without the transfer", got)
			}
		}},
		{"assign", func() {
			tb.visit(page)
			tb.press(`#assign-me`)
			tb.shows("assignee", "Test agent")
		}},
		{"note", func() {
			tb.do(chromedp.SendKeys(`#note-form textarea[name="text"]`, "called back, nobody there"))
			tb.press(`#note-form button[type="submit"]`)
			tb.shows("notes", "called back, nobody there")
		}},
		{"tell", func() {
			tb.press(`.tell-form button[type="submit"]`)
			tb.shows("last-told", "Last told the customer")
		}},
		{"print", func() {
			tb.press(`[data-testid="print-link"]`)
			tb.shows("print", "Internal: not for the customer")
			tb.shows("printed-by", "Printed by "+"Test agent")
		}},
		{"resolve", func() {
			tb.visit(page)
			tb.do(chromedp.Click(`#work details > summary`), chromedp.SendKeys(`#outcome`, "R"))
			tb.do(chromedp.Evaluate[chromedp.Void](`document.querySelector("#outcome").selectedIndex = 1`))
			tb.press(`#resolve`)
			tb.shows("resolved", "")
		}},
		{"settings", func() {
			tb.visit("/settings")
			tb.do(chromedp.Click(`input[name="theme"][value="dark"]`), chromedp.Evaluate[chromedp.Void](`document.querySelector("#zone").value = "Asia/Kathmandu"`))
			tb.press(`[data-testid="settings-form"] button[type="submit"]`)
			tb.shows("zone", "Asia/Kathmandu")
			if got := eval[string](tb, `document.documentElement.dataset.theme + " " + getComputedStyle(document.documentElement).colorScheme`); got != "dark dark" {
				t.Errorf("the theme is %q", got)
			}
		}},
	} {
		before := t.Failed()
		step.do()
		if !before && t.Failed() {
			t.Logf("that was step %d: %s", at+1, step.name)
		}
	}
}

// uselessScript names what can be seen and does nothing without a script: buttons that
// send no form, hints of keys, and what is marked as a script's. A button that is off
// stands there with its reason.
const uselessScript = `[...document.querySelectorAll("button:enabled, header kbd, button kbd, [data-scripted], a[href='#']")].filter(one => one.checkVisibility() &&
	(one.matches("[data-scripted], kbd, a") || one.type !== "submit" || !one.form)).map(one => one.outerHTML.slice(0, 120))`

// unneededScript names what is only for those without scripts and can be seen with them.
const unneededScript = `[...document.querySelectorAll("[data-unscripted]")].filter(one => one.checkVisibility()).map(one => one.outerHTML.slice(0, 120))`

func TestNothingIsSeenThatOnlyAScriptCouldDo(t *testing.T) {
	s := newSite(t)
	page := fmt.Sprintf("/transfers/%d", s.returned(t))
	paths := []string{"/", "/bounced", "/cases", "/settlements", "/events", "/events/1", "/reasons", "/reasons/ACCOUNT_CLOSED", "/reasons/ACCOUNT_CLOSED/edit", "/search",
		page, page + "/print", page + "/print?for=customer", page + "/case", page + "/cancel", "/settings", "/help", "/admin/subscriptions", "/admin/reconciliation", "/admin/system"}
	plain := s.unscripted(t, auth.Admin)
	for _, path := range paths {
		plain.visit(path)
		for _, one := range eval[[]string](plain, uselessScript) {
			t.Errorf("%s without scripts shows %s", path, one)
		}
	}
	scripts(plain, true)
	for _, path := range paths {
		plain.open(path)
		for _, one := range eval[[]string](plain, unneededScript) {
			t.Errorf("%s with scripts shows %s", path, one)
		}
	}
}
