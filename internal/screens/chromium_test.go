package screens

import (
	"context"
	"errors"
	"os"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
)

// chromium is Debian's; TRANSFERDESK_REQUIRE_BROWSER=1 (set in CI) turns a missing one
// from a skip into a failure.
const chromium = "/usr/bin/chromium"

// patience is how long a tab may take for one step.
const patience = 30 * time.Second

// process is the one Chromium of all tests.
type process struct {
	ctx   context.Context
	close func() error
}

// started starts it once; its profile is an empty folder, and no name but this
// machine's leads anywhere.
var started = sync.OnceValues(func() (process, error) {
	if _, err := os.Stat(chromium); err != nil {
		return process{close: func() error { return nil }}, err
	}
	profile, err := os.MkdirTemp("", "screens-")
	if err != nil {
		return process{}, err
	}
	flags := []chromedp.ExecAllocatorOption{
		chromedp.ExecPath(chromium), chromedp.UserDataDir(profile), chromedp.Headless, chromedp.NoSandbox, chromedp.DisableGPU,
		chromedp.NoFirstRun, chromedp.WindowSize(1280, 800), chromedp.Flag("host-resolver-rules", "MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"),
	}
	for _, off := range []string{"disable-quic", "disable-background-networking", "disable-component-update", "disable-sync", "disable-dev-shm-usage"} {
		flags = append(flags, chromedp.Flag(off, true))
	}
	ctx, stop := chromedp.NewExecAllocator(context.Background(), flags...)
	ctx, _ = chromedp.NewContext(ctx)
	end := func() error {
		closed := chromedp.Cancel(ctx)
		stop()
		return errors.Join(closed, os.RemoveAll(profile))
	}
	return process{ctx, end}, chromedp.Do(ctx)
})

// openBrowser gives the browser, or skips the test where there is none.
func openBrowser(t *testing.T) context.Context {
	t.Helper()
	p, err := started()
	switch {
	case errors.Is(err, os.ErrNotExist) && os.Getenv("TRANSFERDESK_REQUIRE_BROWSER") == "1":
		t.Fatalf("no Chromium at %s, and TRANSFERDESK_REQUIRE_BROWSER=1 asks for one", chromium)
	case errors.Is(err, os.ErrNotExist):
		t.Skipf("no Chromium at %s: the browser tests are skipped", chromium)
	case err != nil:
		t.Fatalf("starting Chromium: %v", err)
	}
	return p.ctx
}

// TestMain closes the browser after the last test.
func TestMain(m *testing.M) {
	code := m.Run()
	if p, _ := started(); p.close != nil {
		if err := p.close(); err != nil && code == 0 {
			code = 1
		}
	}
	os.Exit(code)
}
