package web

import (
	"net/http"
	"net/url"
	"testing"

	"transferdesk/internal/auth"
)

func TestWhoeverWritesInACaseIsSeenByOthersOnIt(t *testing.T) {
	w, anna := newCaseSite(t)
	path, ben := w.opened(anna), w.second(auth.Lead)
	page := anna.page(path)
	about := page.Find("body").AttrOr("data-here", "")
	hers := anna.listen(page.Find("body").AttrOr("data-live", ""), "at", about)
	ben.listen(about, "at", about)
	if got := hers.next(); about == "" || got != "changed here:"+about {
		t.Errorf("somebody came to %q: got %q", about, got)
	}
	if got := testid(anna.page(path), "here"); got != "Ben Two is viewing now" {
		t.Errorf("Anna reads %q", got)
	}
	what := page.Find(`[data-testid="message-form"] form`).AttrOr("data-editing", "")
	if got := ben.submit("/live/editing", url.Values{"at": {about}, "what": {what}}).StatusCode; got != http.StatusNoContent {
		t.Errorf("typing into %q: got %d", what, got)
	}
	if got := hers.next(); got != "changed here:"+about {
		t.Errorf("somebody types: got %q", got)
	}
	if got := testid(anna.page(path), "here"); got != "Ben Two is writing a message" {
		t.Errorf("Anna reads %q", got)
	}
}
