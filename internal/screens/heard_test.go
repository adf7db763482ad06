package screens

import (
	"context"
	"fmt"
	"strings"
	"sync"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// request is what a tab asked a server for.
type request struct {
	id    network.RequestID
	of    cdp.LoaderID // the page that asked
	url   string
	kind  network.ResourceType
	bytes int64 // as they came over the wire, headers included
	head  int64 // of these the headers
	ended bool
}

// heard collects what a tab asks for and what it complains of: console errors,
// reports of the content policy, scripts that failed, dialogs that opened.
type heard struct {
	mu         sync.Mutex
	complaints []string
	requests   []*request
	page       cdp.LoaderID // the latest: what the one before sends as it goes is never said to end
}

// listen begins to collect.
func (h *heard) listen(ctx context.Context) error {
	if err := chromedp.Listen(ctx, func(event any) { h.hear(ctx, event) }); err != nil {
		return err
	}
	if _, err := chromedp.Call(ctx, log.Enable, cdp.Empty{}); err != nil {
		return err
	}
	_, err := chromedp.Call(ctx, network.Enable, network.EnableParams{})
	return err
}

func (h *heard) hear(ctx context.Context, event any) {
	h.mu.Lock()
	defer h.mu.Unlock()
	switch e := event.(type) {
	case *log.EventEntryAdded:
		if e.Entry.Level == log.EntryLevelError || e.Entry.Source == log.EntrySourceSecurity {
			h.complain("console: %s %s", e.Entry.Text, e.Entry.URL)
		}
	case *runtime.EventConsoleAPICalled:
		if e.Type == runtime.ConsoleAPICalledTypeError || e.Type == runtime.ConsoleAPICalledTypeWarning {
			h.complain("console.%s", e.Type)
		}
	case *runtime.EventExceptionThrown:
		h.complain("exception: %s", e.ExceptionDetails.Text)
	case *page.EventJavascriptDialogOpening:
		h.complain("dialog: %s", e.Message)
		go func() {
			_, _ = chromedp.Call(ctx, page.HandleJavaScriptDialog, page.HandleJavaScriptDialogParams{Accept: true})
		}()
	default:
		h.hearNetwork(event)
	}
}

// hearNetwork keeps requests; one that is redirected counts twice.
func (h *heard) hearNetwork(event any) {
	switch e := event.(type) {
	case *network.EventRequestWillBeSent:
		if e.RedirectResponse != nil {
			h.end(e.RequestID, int64(e.RedirectResponse.EncodedDataLength))
		}
		if e.Type == network.ResourceTypeDocument {
			h.page = e.LoaderID
		}
		h.requests = append(h.requests, &request{id: e.RequestID, of: e.LoaderID, url: e.Request.URL, kind: e.Type})
	case *network.EventResponseReceived:
		for _, r := range h.requests {
			if r.id == e.RequestID && !r.ended {
				r.head = int64(e.Response.EncodedDataLength) // so far there are headers only
			}
		}
	case *network.EventLoadingFinished:
		h.end(e.RequestID, int64(e.EncodedDataLength))
	case *network.EventLoadingFailed:
		h.end(e.RequestID, 0)
	}
}

func (h *heard) complain(format string, args ...any) {
	h.complaints = append(h.complaints, fmt.Sprintf(format, args...))
}

func (h *heard) end(id network.RequestID, bytes int64) {
	for _, r := range h.requests {
		if r.id == id && !r.ended {
			r.bytes, r.ended = bytes, true
		}
	}
}

// underWay are the addresses whose answers are still to come; a stream of events never
// ends.
func (h *heard) underWay() (urls []string) {
	h.mu.Lock()
	defer h.mu.Unlock()
	for _, r := range h.requests {
		if !r.ended && r.of == h.page && r.kind != network.ResourceTypeEventSource {
			urls = append(urls, r.url)
		}
	}
	return urls
}

// take gives the complaints so far and forgets them.
func (h *heard) take() []string {
	h.mu.Lock()
	defer h.mu.Unlock()
	all := h.complaints
	h.complaints = nil
	return all
}

// asked gives the requests since the last forget, those of the page before and
// of what stands in the page itself left out.
func (h *heard) asked() (all []request) {
	h.mu.Lock()
	defer h.mu.Unlock()
	for _, r := range h.requests {
		if r.of == h.page && !strings.HasPrefix(r.url, "data:") && !strings.HasPrefix(r.url, "blob:") {
			all = append(all, *r)
		}
	}
	return all
}

func (h *heard) forget() {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.complaints, h.requests = nil, nil
}
