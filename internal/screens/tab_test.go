package screens

import (
	"context"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/chromedp"
)

// mode is a way in which a page is looked at.
type mode struct {
	name          string
	width, height int64
	scheme, media string // media "" is the screen
}

// The modes of the gates: a desk, the same in the dark and on paper, and a phone.
var (
	light = mode{"light 1280", 1280, 800, "light", ""}
	dark  = mode{"dark 1280", 1280, 800, "dark", ""}
	paper = mode{"print", 1280, 800, "light", "print"}
	phone = mode{"light 360", 360, 740, "light", ""}
)

// tab is one tab of the browser, with somebody signed in or nobody.
type tab struct {
	t     *testing.T
	ctx   context.Context
	base  string // http://127.0.0.1:PORT
	heard *heard
}

// newTab opens a tab in a browser context: a child of parent's, or a new one with no
// cookies where parent is the browser itself.
func newTab(t *testing.T, parent context.Context, base string, options ...chromedp.ContextOption) *tab {
	t.Helper()
	ctx, _ := chromedp.NewContext(parent, options...)
	tb := &tab{t: t, ctx: ctx, base: base, heard: &heard{}}
	must(t, tb.heard.listen(ctx))
	_, err := chromedp.Call(ctx, network.SetCacheDisabled, network.SetCacheDisabledParams{CacheDisabled: true})
	must(t, err)
	tb.show(light)
	return tb
}

// do takes steps.
func (tb *tab) do(steps ...chromedp.Action[chromedp.Void]) {
	tb.t.Helper()
	ctx, cancel := context.WithTimeout(tb.ctx, patience)
	defer cancel()
	if err := chromedp.Do(ctx, steps...); err != nil {
		tb.t.Fatalf("in the browser: %v %v", err, tb.heard.take())
	}
}

// run takes one step and gives what comes out of it.
func run[T any](tb *tab, step chromedp.Action[T]) T {
	tb.t.Helper()
	ctx, cancel := context.WithTimeout(tb.ctx, patience)
	defer cancel()
	out, err := chromedp.Run(ctx, step)
	if err != nil {
		tb.t.Fatalf("in the browser: %v %v", err, tb.heard.take())
	}
	return out
}

// eval gives the value of an expression; a promise is waited for.
func eval[T any](tb *tab, expression string) T {
	tb.t.Helper()
	return run(tb, chromedp.Evaluate[T](expression, chromedp.EvalAwaitPromise))
}

// show sets how the tab looks at pages from now on.
func (tb *tab) show(m mode) {
	tb.t.Helper()
	tb.do(chromedp.EmulateViewport(m.width, m.height))
	look := emulation.SetEmulatedMediaParams{Media: m.media, Features: []*emulation.MediaFeature{
		{Name: "prefers-color-scheme", Value: m.scheme}, {Name: "prefers-reduced-motion", Value: "reduce"},
	}}
	_, err := chromedp.Call(tb.ctx, emulation.SetEmulatedMedia, look)
	must(tb.t, err)
}

// open goes to a path, waits until the page rests, and gives the status. What the tab
// has heard before is forgotten.
func (tb *tab) open(path string) int {
	tb.t.Helper()
	status := tb.openOnly(path)
	tb.rest()
	return status
}

// openOnly is open that does not wait for more than the load.
func (tb *tab) openOnly(path string) int {
	tb.t.Helper()
	tb.heard.forget()
	return int(run(tb, chromedp.NavigateResponse(tb.base+path)).Status)
}

// send posts a form as a page of ours does, and gives the status of the page that comes.
func (tb *tab) send(path string, what fields) int {
	tb.t.Helper()
	tb.heard.forget()
	ctx, cancel := context.WithTimeout(tb.ctx, patience)
	defer cancel()
	answer, err := chromedp.RunResponse(ctx, chromedp.Evaluate[chromedp.Void](sendScript(path, what)))
	if err != nil {
		tb.t.Fatalf("sending a form to %s: %v", path, err)
	}
	tb.rest()
	return int(answer.Status)
}

// restScript waits until the page is drawn twice and does not look again by itself, or
// for some seconds: what is being asked of Wise has come then.
const restScript = `new Promise(done => {
	const end = performance.now() + 8000;
	const drawn = () => requestAnimationFrame(() => requestAnimationFrame(() =>
		document.querySelector("[data-look-again]") && performance.now() < end ? drawn() : done(true)));
	drawn();
})`

// rest waits until nothing is on its way and nothing more comes by itself.
func (tb *tab) rest() {
	tb.t.Helper()
	if left := tb.restless(patience); len(left) > 0 {
		tb.t.Fatalf("the page does not come to rest; still on its way: %q", left)
	}
}

// restless is rest that gives up after a time; it gives what is on its way then.
func (tb *tab) restless(most time.Duration) []string {
	tb.t.Helper()
	for end := time.Now().Add(most); ; {
		left := tb.heard.underWay()
		eval[bool](tb, restScript)
		left = append(left, tb.heard.underWay()...)
		if len(left) == 0 || time.Now().After(end) {
			return left
		}
	}
}

// text reads what stands under a data-testid.
func (tb *tab) text(id string) string {
	tb.t.Helper()
	return run(tb, chromedp.Text(`[data-testid="`+id+`"]`))
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
