package web

import (
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"transferdesk/internal/auth"
)

// pasteScript pastes what stands in a variable into the search box, as a person does.
const pasteScript = `(() => {
	const data = new DataTransfer();
	data.setData("text/plain", TEXT);
	const box = document.getElementById("q");
	box.focus();
	box.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
	return box.value;
})()`

// A browser joins the lines of what is pasted into a line of input, and cuts what is
// too long for it: two ids would be one number, and others be gone.
func TestLinesThatArePastedIntoTheSearchBoxStayApart(t *testing.T) {
	ctx, tr := openBrowser(t)
	s := newSite(t)
	s.deliver(bouncedLife(testTransfer)...)
	must(t, chromedp.Do(ctx, logIn(s.http.URL, s.person(auth.Agent))))
	for name, text := range map[string]string{
		"a column":     `"49983981\n49983999\n"`,
		"a long mail":  `"49983981 " + "word ".repeat(4000) + "\n49983999"`,
		"a long line":  `"49983981 " + "word ".repeat(4000) + "49983999"`,
		"a CRLF table": `"id\tamount\r\n49983981\t12.50\r\n49983999\t1\r\n"`,
	} {
		must(t, chromedp.Do(ctx, chromedp.Navigate(s.http.URL+"/cases")))
		shown, err := chromedp.Run(ctx, chromedp.Evaluate[string](strings.Replace(pasteScript, "TEXT", text, 1)))
		must(t, err)
		if strings.ContainsAny(shown, "\r\n") || len(shown) > 2000 || !strings.Contains(shown, "49983981") {
			t.Errorf("%s stands in the box as %d characters: %.60q", name, len(shown), shown)
		}
		err = chromedp.Do(ctx, chromedp.SendKeys(`#q`, "\r"), chromedp.WaitVisible(`[data-testid="search-lines"]`))
		if err != nil {
			t.Fatalf("%s: %v\n%v", name, err, tr.take())
		}
		lines := said(t, ctx, "search-lines")
		address, err := chromedp.Run(ctx, chromedp.Location())
		must(t, err)
		if !strings.Contains(lines, "Transfer 49983981") || !strings.Contains(lines, "49983999: no transfer") || strings.Contains(address, "q=") {
			t.Errorf("%s: got %q at %s", name, lines, address)
		}
	}
	must(t, chromedp.Do(ctx, chromedp.Navigate(s.http.URL+"/cases")))
	shown, err := chromedp.Run(ctx, chromedp.Evaluate[string](strings.Replace(pasteScript, "TEXT", `"49983981"`, 1)))
	must(t, err)
	if shown != "" {
		t.Errorf("one line that fits is not left to the browser: %q", shown)
	}
	if found := tr.take(); len(found) > 0 {
		t.Errorf("in the browser: %v", found)
	}
}
