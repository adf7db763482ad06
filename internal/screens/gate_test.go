package screens

import (
	_ "embed"
	"fmt"
	"net/url"
	"slices"
	"strings"

	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/chromedp"
)

// axe is axe-core, as its package has it (testdata/axe-core/VERSION).
//
//go:embed testdata/axe-core/axe.min.js
var axe string

// What a page may weigh, in bytes as they come over the wire, of one file without and of
// the whole load with its headers, and how many requests its first load may take.
const (
	mostHTML     = 30 << 10
	mostStyle    = 12 << 10
	mostScript   = 25 << 10
	mostLoad     = 80 << 10
	mostRequests = 6
	mostShift    = 0.02
	mostHeadline = 90 // characters
)

// axeScript runs axe with every fold of the page open and gives one line for each
// violation. The content policy blocks a script element, so the source is evaluated.
const axeScript = `(async () => {
	document.querySelectorAll("main details").forEach(fold => { fold.open = true; });
	const found = await axe.run(document, { resultTypes: ["violations"] });
	return found.violations.map(one => one.id + " at " + one.nodes.length + ": " +
		one.nodes.slice(0, 3).map(node => node.target.join(" ") + " " + node.html.slice(0, 160) + " (" + (node.any[0] || node.all[0] || node.none[0] || {}).message + ")").join(" | "));
})()`

// inaccessible is the gate of accessibility: what axe-core finds.
func inaccessible(tb *tab) []string {
	tb.t.Helper()
	if !eval[bool](tb, `typeof axe === "object"`) {
		tb.do(chromedp.Evaluate[chromedp.Void](axe))
	}
	return eval[[]string](tb, axeScript)
}

// sideways is the gate of width: what reaches beyond the screen.
func sideways(tb *tab) (found []string) {
	tb.t.Helper()
	over := eval[int](tb, `document.querySelectorAll("main details").forEach(fold => { fold.open = true; }), document.documentElement.scrollWidth - innerWidth`)
	if over > 0 {
		found = append(found, fmt.Sprintf("%d px wider than the screen: %s", over, eval[string](tb, widestScript)))
	}
	return found
}

// widestScript names the innermost element that reaches furthest to the right.
const widestScript = `[...document.body.querySelectorAll("*")].reduce((best, one) => one.getBoundingClientRect().right >= best.right ?
	{ right: one.getBoundingClientRect().right, name: one.outerHTML.slice(0, 160) } : best, { right: innerWidth + 1, name: "?" }).name`

// shifted is the gate of layout shift: the sum of all since the page began to load.
func shifted(tb *tab) (found []string) {
	tb.t.Helper()
	all := eval[[]shift](tb, `new Promise(done => {
		const all = [];
		const add = entries => all.push(...entries.filter(one => !one.hadRecentInput).map(one => ({
			value: one.value, parts: one.sources.map(part => part.node && part.node.outerHTML ? part.node.outerHTML.slice(0, 100) : "?") })));
		const watch = new PerformanceObserver(list => add(list.getEntries()));
		watch.observe({ type: "layout-shift", buffered: true });
		requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => { add(watch.takeRecords()); done(all); })));
	})`)
	sum := 0.0
	for _, one := range all {
		sum += one.Value
	}
	if sum > mostShift {
		found = append(found, fmt.Sprintf("the layout shifts by %.3f: %.600s", sum, fmt.Sprint(all)))
	}
	return found
}

// shift is one entry of the browser's layout-shift.
type shift struct {
	Value float64  `json:"value"`
	Parts []string `json:"parts"` // what was moved
}

// overweight is the gate of size.
func overweight(tb *tab) (found []string) {
	most := map[network.ResourceType]int64{network.ResourceTypeDocument: mostHTML, network.ResourceTypeStylesheet: mostStyle, network.ResourceTypeScript: mostScript}
	var all int64
	asked := tb.loaded()
	for _, r := range asked {
		all += r.bytes
		if limit := most[r.kind]; limit > 0 && r.bytes-r.head > limit {
			found = append(found, fmt.Sprintf("%s %s has %d bytes, at most %d", r.kind, r.url, r.bytes-r.head, limit))
		}
	}
	if all > mostLoad || len(asked) > mostRequests {
		found = append(found, fmt.Sprintf("the first load takes %d bytes in %d requests, at most %d in %d", all, len(asked), mostLoad, mostRequests))
	}
	return found
}

// loaded gives the requests of the first load: not what scripts ask for later.
func (tb *tab) loaded() []request {
	later := []network.ResourceType{network.ResourceTypeEventSource, network.ResourceTypeFetch, network.ResourceTypeXHR}
	return slices.DeleteFunc(tb.heard.asked(), func(r request) bool { return slices.Contains(later, r.kind) })
}

// foreign is the gate of other servers: what was asked of one.
func foreign(tb *tab) (found []string) {
	for _, r := range tb.heard.asked() {
		if u, err := url.Parse(r.url); err != nil || u.Scheme+"://"+u.Host != tb.base {
			found = append(found, "asks another server: "+r.url)
		}
	}
	return found
}

// complaints is the gate of the console, of the content policy and of scripts that are
// not ours: what the browser complains of, and whether a canary was run.
func complaints(tb *tab) (found []string) {
	tb.t.Helper()
	found = slices.DeleteFunc(tb.heard.take(), func(text string) bool {
		return strings.Contains(text, "the server responded with a status of 4") // Chromium's note of a page that answers so
	})
	if eval[bool](tb, `"owned" in window || document.title.startsWith("owned")`) {
		found = append(found, "a text has run as a script")
	}
	return found
}

// unanswered is the gate of the five seconds, for a transfer's page: what of both
// answers does not lie in the first viewport, and a headline that is too long.
func unanswered(tb *tab) []string {
	tb.t.Helper()
	return eval[[]string](tb, fmt.Sprintf(`(() => {
		const found = ["answer", "where", "since", "why", "next"].flatMap(id => {
			const one = document.querySelector('[data-testid="' + id + '"]');
			const box = one && one.getBoundingClientRect();
			return !one || !box.width || box.top < 0 || box.top > innerHeight - 16 ? [id + (box ? " begins at " + Math.round(box.top) + " of " + innerHeight + " px" : " is not there")] : [];
		});
		const headline = document.querySelector('[data-testid="answer"]');
		const length = headline ? [...headline.textContent.trim()].length : 0;
		return length > %d ? [...found, "the headline has " + length + " characters"] : found;
	})()`, mostHeadline))
}
