package screens

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"transferdesk/internal/auth"
)

// plant is a page of the tests' own with one fault, and the gate that must find it.
type plant struct {
	head, body string
	mode       mode
	gate       func(*tab) []string
	want       string // in what the gate finds
}

// answers are both answers of a transfer, as its page has them; %s stands above them.
const answers = `%s<p data-testid="answer">Paid out.</p><p data-testid="where">There.</p><p data-testid="since">Today.</p><p data-testid="why">So.</p><p data-testid="next">Nothing.</p>`

// plants are the faults.
func plants() map[string]plant {
	above := func(what string) string { return fmt.Sprintf(answers, what) }
	return map[string]plant{
		"a field without a label":         {body: `<input name="amount">`, mode: light, gate: inaccessible, want: "label at 1"},
		"grey on grey":                    {body: `<p style="color:#aaa;background:#999">Read me</p>`, mode: light, gate: inaccessible, want: "color-contrast at 1"},
		"grey on grey in the dark":        {head: `<style>@media (prefers-color-scheme: dark) { p { color: #aaa; background: #999 } }</style>`, body: `<p>Read me</p>`, mode: dark, gate: inaccessible, want: "color-contrast at 1"},
		"grey on grey in print":           {head: `<style>@media print { p { color: #aaa; background: #999 } }</style>`, body: `<p>Read me</p>`, mode: paper, gate: inaccessible, want: "color-contrast at 1"},
		"grey on grey on a phone":         {head: `<style>@media (max-width: 400px) { p { color: #aaa; background: #999 } }</style>`, body: `<p>Read me</p>`, mode: phone, gate: inaccessible, want: "color-contrast at 1"},
		"a button without a name, folded": {body: `<details><summary>More</summary><button></button></details>`, mode: light, gate: inaccessible, want: "button-name at 1"},
		"a table wider than a phone":      {body: `<table><tr><td><div style="width:500px">wide</div></table>`, mode: phone, gate: sideways, want: "px wider than the screen"},
		"a wide table in a fold":          {body: `<details><summary>More</summary><div style="width:500px">wide</div></details>`, mode: phone, gate: sideways, want: "px wider than the screen"},
		"a cell that is a flex box":       {body: `<table><tr><td>One</td><td style="display:flex">Two</td></tr></table>`, mode: light, gate: misshapen, want: "is drawn as flex"},
		"a cell on paper":                 {head: `<style>@media print { td { display: block } }</style>`, body: `<table><tr><td>One</td></tr></table>`, mode: paper, gate: misshapen, want: "is drawn as block"},
		"an image of another server":      {body: `<img alt="" src="http://evil.example/x.png">`, mode: light, gate: foreign, want: "evil.example/x.png"},
		"a style sheet of another server": {head: `<link rel="stylesheet" href="https://cdn.example/x.css">`, mode: light, gate: foreign, want: "cdn.example/x.css"},
		"an error of the console":         {body: `<script>console.error("no")</script>`, mode: light, gate: complaints, want: "console.error"},
		"a script that fails":             {body: `<script>null.x</script>`, mode: light, gate: complaints, want: "exception"},
		"a dialog":                        {body: `<script>alert("hello")</script>`, mode: light, gate: complaints, want: "dialog: hello"},
		"a breach of the content policy":  {head: `<meta http-equiv="Content-Security-Policy" content="img-src 'none'">`, body: `<img alt="" src="/x.png">`, mode: light, gate: complaints, want: "Content Security Policy"},
		"a canary that ran":               {body: `<script>window.owned = 1</script>`, mode: light, gate: complaints, want: "run as a script"},
		"a title that was taken":          {body: `<script>document.title = "owned"</script>`, mode: light, gate: complaints, want: "run as a script"},
		"a banner that comes late":        {body: `<p>One</p><p>Two</p><script>requestAnimationFrame(() => requestAnimationFrame(() => { const b = document.createElement("div"); b.style.height = "400px"; document.querySelector("p").before(b); }))</script>`, mode: light, gate: shifted, want: "shifts by"},
		"columns laid out anew":           {body: `<div style="display:grid;grid-template-columns:repeat(auto-fit,minmax(200px,1fr))">` + strings.Repeat(`<div>`+strings.Repeat("<p>word</p>", 40)+`</div>`, 4) + `</div>`, mode: light, gate: shifted, want: "shifts by"},
		"a style sheet that is too large": {head: `<link rel="stylesheet" href="/big.css">`, mode: light, gate: overweight, want: "Stylesheet"},
		"a script that is too large":      {head: `<script src="/big.js"></script>`, mode: light, gate: overweight, want: "Script"},
		"a page that is too large":        {body: noise(), mode: light, gate: overweight, want: "Document"},
		"what is too large together":      {head: `<link rel="stylesheet" href="/big.css"><script src="/big.js"></script>`, mode: light, gate: overweight, want: "the first load takes"},
		"too many requests":               {body: `<img alt="" src="/x.png?a"><img alt="" src="/x.png?b"><img alt="" src="/x.png?c"><img alt="" src="/x.png?d"><img alt="" src="/x.png?e"><img alt="" src="/x.png?f">`, mode: light, gate: overweight, want: "in 7 requests"},
		"a box pushed below the fold":     {body: above(`<div style="height:770px">Banner</div>`), mode: light, gate: unanswered, want: "next begins at"},
		"a box pushed below a phone's":    {body: above(`<div style="height:710px">Banner</div>`), mode: phone, gate: unanswered, want: "next begins at"},
		"an answer that is missing":       {body: strings.Replace(above(""), `data-testid="why"`, "", 1), mode: light, gate: unanswered, want: "why is not there"},
		"a headline that is too long":     {body: strings.Replace(above(""), "Paid out.", strings.Repeat("long ", 19), 1), mode: light, gate: unanswered, want: "the headline has 94 characters"},
	}
}

// noise is text that packing leaves large.
func noise() string {
	var all strings.Builder
	for i := range uint32(12_000) {
		fmt.Fprintf(&all, "%d ", i*2654435761)
	}
	return all.String()
}

// page is a plant as HTML; the sound one has no fault.
func (p plant) page() string {
	return `<!doctype html><html lang="en"><head><title>Plant</title><link rel="icon" href="data:,"><meta name="viewport" content="width=device-width">` +
		p.head + `</head><body><main><h1>Plant</h1>` + p.body + `</main></body></html>`
}

// garden serves the plants, each under its name, and what they load.
func garden(t *testing.T, all map[string]plant) string {
	t.Helper()
	mux := http.NewServeMux()
	for name, p := range all {
		mux.HandleFunc("/"+strings.ReplaceAll(name, " ", "-"), func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", "text/html; charset=utf-8")
			_, _ = w.Write([]byte(p.page()))
		})
	}
	for file, kind := range map[string]string{"/big.css": "text/css", "/big.js": "text/javascript"} {
		mux.HandleFunc(file, func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", kind)
			_, _ = w.Write([]byte(strings.Repeat(" ", 50<<10)))
		})
	}
	mux.HandleFunc("/x.png", func(w http.ResponseWriter, _ *http.Request) { w.Header().Set("Content-Type", "image/png") })
	server := httptest.NewServer(inPieces(func() bool { return true }, mux))
	t.Cleanup(server.Close)
	return server.URL
}

// TestEveryGateFindsItsFault, and finds nothing on a page that has none: a gate that
// cannot fail guards nothing.
func TestEveryGateFindsItsFault(t *testing.T) {
	all := plants()
	all["sound"] = plant{body: fmt.Sprintf(answers, "")}
	tb := newTab(t, openBrowser(t), garden(t, all), chromedp.WithNewBrowserContext())
	t.Cleanup(func() { _ = chromedp.Cancel(tb.ctx) })
	for name, p := range all {
		if p.gate == nil {
			continue
		}
		tb.show(p.mode)
		tb.open("/" + strings.ReplaceAll(name, " ", "-"))
		if found := p.gate(tb); !strings.Contains(strings.Join(found, "\n"), p.want) {
			t.Errorf("%s: the gate finds %q, want %q", name, found, p.want)
		}
		tb.open("/sound")
		if found := p.gate(tb); len(found) > 0 {
			t.Errorf("%s: on a sound page the gate finds %q", name, found)
		}
	}
}

// TestAPageThatNeverRestsIsNotWaitedForEndlessly: what is still on its way is named.
func TestAPageThatNeverRestsIsNotWaitedForEndlessly(t *testing.T) {
	s := newSite(t)
	tb := s.tab(t, auth.Agent)
	tb.open("/")
	eval[bool](tb, `(fetch("/live?on=queue"), true)`)
	if left := tb.restless(time.Second); len(left) == 0 || !strings.HasSuffix(left[0], "/live?on=queue") {
		t.Errorf("still on its way: %q, want the answer that has no end", left)
	}
}
