package screens

import (
	"fmt"
	"testing"

	"transferdesk/internal/auth"
)

// TestSevenWindowsOfOneBrowserAreAllOfUse: a browser has six connections to a host over
// HTTP/1.1, and each window that is live keeps one.
func TestSevenWindowsOfOneBrowserAreAllOfUse(t *testing.T) {
	s := newSite(t)
	s.deliver(sentOut(liveTransfer)...)
	var all []*tab
	for range 7 {
		tb := s.tab(t, auth.Agent)
		if status := tb.open(fmt.Sprint("/transfers/", liveTransfer)); status != 200 {
			t.Fatalf("window %d: %d", len(all)+1, status)
		}
		tb.wait(isLive) // the one that was opened last
		all = append(all, tb)
	}
	first := all[0]
	first.wait(`document.getElementById("live-note").textContent.startsWith("You have more pages open than can be live")`)
	eval[bool](first, `window.dispatchEvent(new Event("focus"))`) // it is used
	first.wait(isLive)
	s.deliver(cameBack(liveTransfer))
	for _, tb := range []*tab{first, all[len(all)-1]} {
		tb.wait(`document.querySelector('[data-testid="answer"]').textContent.includes("Returned")`)
	}
}
