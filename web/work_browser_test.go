package web

import (
	"strings"
	"testing"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

func TestAnActInABrowserTakesNoLoadOfThePage(t *testing.T) {
	ctx, tr := openBrowser(t)
	s := newSite(t)
	s.deliver(bouncedLife(testTransfer)...)
	email := s.colleague("Anna")
	_, err := chromedp.Run(ctx, logIn(s.http.URL, email))
	must(t, err)
	_, err = chromedp.Run(ctx, chromedp.Navigate(s.http.URL+workPage))
	must(t, err)
	loads := 0
	must(t, chromedp.Listen(ctx, func(event any) {
		if e, is := event.(*page.EventFrameNavigated); is && e.Frame.ParentID == "" {
			loads++
		}
	}))
	_, err = chromedp.Run(ctx, chromedp.SetValue("#remark", "half typed"))
	must(t, err)
	_, err = chromedp.Run(ctx, chromedp.KeyEvent("a"))
	must(t, err)
	_, err = chromedp.Run(ctx, chromedp.WaitVisible(`[data-testid="undo"]`))
	must(t, err)
	if got := said(t, ctx, "assignee"); !strings.Contains(got, "Anna") {
		t.Errorf("in the line: %q", got)
	}
	remark, err := chromedp.Run(ctx, chromedp.Value("#remark"))
	must(t, err)
	if remark != "half typed" {
		t.Errorf("the remark that was being typed is now %q", remark)
	}
	if loads != 0 || s.acts() != 1 {
		t.Errorf("%d loads, %d acts", loads, s.acts())
	}
	if all := tr.take(); len(all) > 0 {
		t.Errorf("the browser complains: %v", all)
	}
}
