package web

import (
	"context"
	"fmt"
	"os"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"

	"transferdesk/internal/auth"
)

// chromium is Debian's; TRANSFERDESK_REQUIRE_BROWSER=1 (set in CI) turns a
// missing one from a skip into a failure.
const chromium = "/usr/bin/chromium"

// trouble collects what a browser complains about: console errors, reports of
// the content policy, scripts that failed, dialogs that opened.
type trouble struct {
	mu  sync.Mutex
	all []string
}

func (tr *trouble) add(text string) {
	tr.mu.Lock()
	defer tr.mu.Unlock()
	tr.all = append(tr.all, text)
}

func (tr *trouble) take() []string {
	tr.mu.Lock()
	defer tr.mu.Unlock()
	all := tr.all
	tr.all = nil
	return all
}

// openBrowser starts Chromium with an empty profile folder.
func openBrowser(t *testing.T) (context.Context, *trouble) {
	t.Helper()
	if underRace {
		t.Skip("the race detector does not look into a browser: the tests without it open one")
	}
	if _, err := os.Stat(chromium); err != nil {
		if os.Getenv("TRANSFERDESK_REQUIRE_BROWSER") == "1" {
			t.Fatalf("no Chromium at %s, and TRANSFERDESK_REQUIRE_BROWSER=1 asks for one", chromium)
		}
		t.Skipf("no Chromium at %s: the browser tests are skipped", chromium)
	}
	flags := []chromedp.ExecAllocatorOption{
		chromedp.ExecPath(chromium), chromedp.UserDataDir(t.TempDir()), chromedp.Headless, chromedp.NoSandbox, chromedp.DisableGPU,
		chromedp.NoFirstRun, chromedp.WindowSize(1280, 800),
	}
	for _, off := range []string{"disable-quic", "disable-background-networking", "disable-component-update", "disable-sync", "disable-dev-shm-usage"} {
		flags = append(flags, chromedp.Flag(off, true))
	}
	ctx, stop := chromedp.NewExecAllocator(context.Background(), flags...)
	t.Cleanup(stop)
	ctx, closeTab := chromedp.NewContext(ctx)
	t.Cleanup(closeTab)
	ctx, cancel := context.WithTimeout(ctx, 2*time.Minute)
	t.Cleanup(cancel)
	tr := &trouble{}
	if err := chromedp.Listen(ctx, func(event any) { tr.hear(ctx, event) }); err != nil {
		t.Fatalf("starting Chromium: %v", err)
	}
	if _, err := chromedp.Call(ctx, log.Enable, cdp.Empty{}); err != nil {
		t.Fatalf("listening to Chromium's log: %v", err)
	}
	return ctx, tr
}

func (tr *trouble) hear(ctx context.Context, event any) {
	switch e := event.(type) {
	case *log.EventEntryAdded:
		if e.Entry.Level == log.EntryLevelError || e.Entry.Source == log.EntrySourceSecurity {
			tr.add(fmt.Sprintf("console: %s %s", e.Entry.Text, e.Entry.URL))
		}
	case *runtime.EventConsoleAPICalled:
		if e.Type == runtime.ConsoleAPICalledTypeError || e.Type == runtime.ConsoleAPICalledTypeWarning {
			tr.add("console." + string(e.Type))
		}
	case *runtime.EventExceptionThrown:
		tr.add("exception: " + e.ExceptionDetails.Text)
	case *page.EventJavascriptDialogOpening:
		tr.add("dialog: " + e.Message)
		go func() {
			_, _ = chromedp.Call(ctx, page.HandleJavaScriptDialog, page.HandleJavaScriptDialogParams{Accept: true})
		}()
	}
}

// logIn signs in through the page, with the keyboard.
func logIn(url, email string) chromedp.Action[chromedp.Void] {
	return chromedp.Steps(
		chromedp.Navigate(url+"/login"),
		chromedp.SendKeys(`input[name="email"]`, email),
		chromedp.SendKeys(`input[name="password"]`, testPassword+"\r"),
		chromedp.WaitVisible(`[data-testid="feed-health"]`),
	)
}

// said reads what stands under a data-testid.
func said(t *testing.T, ctx context.Context, id string) string {
	t.Helper()
	text, err := chromedp.Run(ctx, chromedp.Text(`[data-testid="`+id+`"]`))
	must(t, err)
	return text
}

func TestAnAgentFindsABouncedTransferInABrowser(t *testing.T) {
	ctx, tr := openBrowser(t)
	s := newSite(t)
	s.deliver(refundedLife(testTransfer)...)
	s.deliver(bouncedLife(49983982)...)
	email := s.person(auth.Agent)

	err := chromedp.Do(ctx, logIn(s.http.URL, email),
		chromedp.SendKeys(`input[name="q"]`, "#49983982\r"),
		chromedp.WaitVisible(`[data-testid="answer"]`))
	if err != nil {
		t.Fatalf("in the browser: %v\n%v", err, tr.take())
	}
	address, err := chromedp.Run(ctx, chromedp.Location())
	must(t, err)
	title, err := chromedp.Run(ctx, chromedp.Title())
	must(t, err)
	headline, reason, fix := said(t, ctx, "answer"), said(t, ctx, "why"), said(t, ctx, "fix")
	must(t, chromedp.Do(ctx, chromedp.Navigate(s.http.URL+"/search?q=49983981")))
	back := said(t, ctx, "refund")
	if !strings.HasSuffix(address, "/transfers/49983982") {
		t.Errorf("the search led to %s, want the transfer's page", address)
	}
	for name, pair := range map[string][2]string{
		"title": {title, headline}, "headline": {headline, "closed"}, "reason": {reason, "closed"}, "fix": {fix, "account"}, "refund": {back, "1,247.50 EUR"},
	} {
		if !strings.Contains(pair[0], pair[1]) {
			t.Errorf("%s: got %q, want it to contain %q", name, pair[0], pair[1])
		}
	}
	if all := tr.take(); len(all) > 0 {
		t.Errorf("the browser complains: %v", all)
	}
}
