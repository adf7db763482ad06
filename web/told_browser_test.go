package web

import (
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"transferdesk/internal/auth"
)

// TestThePageShowsTheAnswerWithoutAReload: the script looks again by itself and stops
// when the answer has come.
func TestThePageShowsTheAnswerWithoutAReload(t *testing.T) {
	ctx, tr := openBrowser(t)
	served := make(chan struct{})
	w := newToldSite(t, toldPlan{personal: true, linked: true, gate: func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(rw http.ResponseWriter, r *http.Request) {
			<-served
			next.ServeHTTP(rw, r)
		})
	}})
	w.paidOut(90 * time.Minute)
	w.work()
	must(t, chromedp.Do(ctx, logIn(w.http.URL, "agent@example.com"), chromedp.Navigate(w.http.URL+testPage)))
	if text := said(t, ctx, "wise-told"); !strings.Contains(text, "Wise is being asked.") || strings.Contains(text, "Reload") {
		t.Errorf("before the answer the page says %q", text)
	}
	close(served)
	_, err := chromedp.Run(ctx, chromedp.Poll[bool](`document.querySelector("#told") && !document.querySelector("#told").dataset.lookAgain`))
	must(t, err)
	if text := said(t, ctx, "wise-told"); !strings.Contains(text, "1,250.00 EUR") {
		t.Errorf("after the answer the page says %q", text)
	}
	if text, err := chromedp.Run(ctx, chromedp.Text(`#told-amount`)); err != nil || !strings.Contains(text, "1,068.75 GBP") {
		t.Errorf("the header says %q, %v", text, err)
	}
	if got := w.recorded(auth.ViewTransfer); len(got) != 1 {
		t.Errorf("recorded are %q, want one view", got)
	}
	if all := tr.take(); len(all) > 0 {
		t.Errorf("the browser complains: %v", all)
	}
}

// TestALatePayoutIsReadInTheFirstViewport: what Wise adds pushes nothing below it.
func TestALatePayoutIsReadInTheFirstViewport(t *testing.T) {
	ctx, _ := openBrowser(t)
	w := newToldSite(t, toldPlan{token: true, linked: true})
	w.paidOut(48 * time.Hour)
	w.work()
	w.asked()
	must(t, chromedp.Do(ctx, logIn(w.http.URL, "agent@example.com")))
	for _, size := range [][2]int64{{1280, 800}, {360, 740}} {
		must(t, chromedp.Do(ctx, chromedp.EmulateViewport(size[0], size[1]), chromedp.Navigate(w.http.URL+testPage)))
		low, err := chromedp.Run(ctx, chromedp.Evaluate[[]string](`["answer","where","since","why","next"].filter(id => {
			const box = document.querySelector('[data-testid="'+id+'"]').getBoundingClientRect();
			return box.top < 0 || box.top > innerHeight - 16;
		})`))
		must(t, err)
		if len(low) > 0 {
			t.Errorf("%d×%d: below the first viewport: %v", size[0], size[1], low)
		}
	}
}
