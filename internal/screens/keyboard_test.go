package screens

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"github.com/chromedp/cdproto/browser"
	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// countScript counts, in the browser, what a person presses and what is loaded: held
// keys once, and Shift and Ctrl with the key that they go with.
const countScript = `try {
	const more = name => sessionStorage.setItem(name, Number(sessionStorage.getItem(name)) + 1);
	if (window === top && location.protocol.startsWith("http")) {
		more("test-loads");
		addEventListener("keydown", event => {
			if (event.isTrusted && !event.repeat && !["Shift", "Control", "Alt", "Meta"].includes(event.key)) more("test-presses");
		}, true);
		addEventListener("pointerdown", () => more("test-clicks"), true);
	}
} catch {}`

// keyboard is a tab whose person touches no mouse.
type keyboard struct{ *tab }

// newKeyboard lets the tab copy, and counts what is pressed and loaded from now on.
func newKeyboard(tb *tab) keyboard {
	tb.t.Helper()
	for _, name := range []string{"clipboard-read", "clipboard-write"} {
		allow := browser.SetPermissionParams{Permission: &browser.PermissionDescriptor{Name: name}, Setting: browser.PermissionSettingGranted, BrowserContextID: chromedp.FromContext(tb.ctx).BrowserContextID}
		_, err := chromedp.CallBrowser(tb.ctx, browser.SetPermission, allow)
		must(tb.t, err)
	}
	_, err := chromedp.Call(tb.ctx, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: countScript})
	must(tb.t, err)
	return keyboard{tb}
}

// counted is how often a person pressed a key, loaded a page, clicked, since the count
// was set to nothing.
func (k keyboard) counted() (presses, loads, clicks int) {
	k.t.Helper()
	number := func(name string) int {
		n, _ := strconv.Atoi(eval[string](k.tab, `sessionStorage.getItem("`+name+`") || "0"`))
		return n
	}
	return number("test-presses"), number("test-loads"), number("test-clicks")
}

// fromNothing sets the count to nothing.
func (k keyboard) fromNothing() {
	k.t.Helper()
	eval[bool](k.tab, `["test-presses", "test-loads", "test-clicks"].forEach(name => sessionStorage.removeItem(name)), true`)
}

// press presses keys one after the other, on whatever has the focus.
func (k keyboard) press(keys string, held ...chromedp.Modifier) {
	k.t.Helper()
	k.do(strokes(keys, held...))
	k.rest()
}

// strokes are keys that go down and up. What a key types comes with its going down, so
// that a page that takes the key keeps it from being typed, as at a real keyboard.
func strokes(keys string, held ...chromedp.Modifier) chromedp.Action[chromedp.Void] {
	var all []chromedp.Action[chromedp.Void]
	for _, key := range keys {
		down, up := stroke(key, held...)
		for _, event := range []input.DispatchKeyEventParams{down, up} {
			all = append(all, chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
				_, err := cdp.Call(ctx, t, input.DispatchKeyEvent, event)
				return err
			}))
		}
	}
	return chromedp.Steps(all...)
}

// stroke is one key going down and up.
func stroke(key rune, held ...chromedp.Modifier) (down, up input.DispatchKeyEventParams) {
	events := kb.Encode(key)
	down, up = *events[0], *events[len(events)-1]
	for _, m := range held {
		down.Modifiers |= int64(m)
		up.Modifiers |= int64(m)
	}
	if len(events) == 3 && down.Modifiers&^int64(chromedp.ModifierShift) == 0 {
		down.Type, down.Text, down.UnmodifiedText = input.DispatchKeyEventTypeKeyDown, events[1].Text, events[1].UnmodifiedText
	}
	return down, up
}

// leave presses keys that lead to another page, and waits for it.
func (k keyboard) leave(keys string) {
	k.t.Helper()
	ctx, cancel := context.WithTimeout(k.ctx, patience)
	defer cancel()
	if _, err := chromedp.RunResponse(ctx, strokes(keys)); err != nil {
		k.t.Fatalf("%q leads nowhere: %v %v", keys, err, k.heard.take())
	}
	k.rest()
}

// leaveBy leaves the page by a script.
func (k keyboard) leaveBy(script string) {
	k.t.Helper()
	ctx, cancel := context.WithTimeout(k.ctx, patience)
	defer cancel()
	_, err := chromedp.RunResponse(ctx, chromedp.Evaluate[chromedp.Void](script))
	must(k.t, err)
	k.rest()
}

// hold keeps a key down, so that the browser repeats it.
func (k keyboard) hold(key rune, times int) {
	k.t.Helper()
	repeated := true
	for i := range times {
		down, _ := stroke(key)
		if i > 0 {
			down.AutoRepeat = &repeated
		}
		_, err := chromedp.Call(k.ctx, input.DispatchKeyEvent, down)
		must(k.t, err)
	}
	k.rest()
}

// here is the path of the page.
func (k keyboard) here() string {
	k.t.Helper()
	return eval[string](k.tab, `location.pathname`)
}

// focus is the address of the link that has the focus, or the id or the name of what has.
func (k keyboard) focus() string {
	k.t.Helper()
	return eval[string](k.tab, `(el => el.getAttribute("href") || el.id || el.tagName)(document.activeElement)`)
}

// until waits for what a page does by itself, also where that loads another page.
func (k keyboard) until(what, expression string) {
	k.t.Helper()
	ctx, cancel := context.WithTimeout(k.ctx, patience)
	defer cancel()
	for {
		there, err := chromedp.Run(ctx, chromedp.Evaluate[bool](expression))
		if ctx.Err() != nil {
			k.t.Fatalf("waited in vain: %s: %v %v", what, err, k.heard.take())
		}
		if err == nil && there {
			return
		}
	}
}

// bounces are transfers that came back, one a minute, the last first in a list.
func bounces(first int64, count int) (bodies []string) {
	for i := range count {
		bodies = append(bodies, bounce(first+int64(i), i)...)
	}
	return bodies
}

// bounce is one that was paid out, failed and came back.
func bounce(id int64, minute int) []string {
	at := func(hour int) string { return fmt.Sprintf("2026-11-20T%02d:%02d:00Z", hour, minute) }
	change := func(from, to string, hour int) string {
		return fmt.Sprintf(`{"data":{"resource":{"type":"transfer","id":%d,"profile_id":77,"account_id":88},"current_state":"%s","previous_state":%s,"occurred_at":"%s"},
			"subscription_id":"d2f1c7aa-6c1e-4f0b-9a58-0c4f6d3b7e21","event_type":"transfers#state-change","schema_version":"2.0.0","sent_at":"%[4]s"}`, id, to, from, at(hour))
	}
	failure := fmt.Sprintf(`{"data":{"transfer_id":%d,"profile_id":77,"failure_reason_code":"ACCOUNT_CLOSED","failure_description":"Closed","occurred_at":"%s"},
		"subscription_id":"d2f1c7aa-6c1e-4f0b-9a58-0c4f6d3b7e21","event_type":"transfers#payout-failure","schema_version":"2.0.0","sent_at":"%[2]s"}`, id, at(12))
	return []string{
		change("null", "incoming_payment_waiting", 8), change(`"incoming_payment_waiting"`, "processing", 9), change(`"processing"`, "funds_converted", 10),
		change(`"funds_converted"`, "outgoing_payment_sent", 11), failure, change(`"outgoing_payment_sent"`, "bounced_back", 13),
	}
}

// rows are the addresses of a list's rows, in their order.
func (k keyboard) rows(path string) []string {
	k.t.Helper()
	k.open(path)
	found := eval[[]string](k.tab, `[...document.querySelectorAll("[data-row]")].map(row => row.querySelector("a[href]").getAttribute("href"))`)
	if len(found) < 2 {
		k.t.Fatalf("%s has the rows %v, want several", path, found)
	}
	return found
}

// shows fails unless what is shown contains what is wanted.
func (k keyboard) shows(selector, want string) {
	k.t.Helper()
	got := eval[string](k.tab, `(el => el && el.getClientRects().length ? el.textContent.replace(/\s+/g, " ").trim() : "(not shown)")(document.querySelector(`+quoted(selector)+`))`)
	if !strings.Contains(got, want) {
		k.t.Errorf("%s shows %q, want %q", selector, got, want)
	}
}
