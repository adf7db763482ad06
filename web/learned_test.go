package web

import (
	"testing"
	"time"
)

func TestWhatWisesAPISaysIsToldToOpenPages(t *testing.T) {
	w := newToldSite(t, toldPlan{token: true, linked: true})
	w.paidOut(48 * time.Hour)
	page := w.agent.listen("transfer:49983981")
	w.work()
	w.agent.page(testPage) // has Wise asked
	if got := page.next(); got != "changed transfer:49983981" {
		t.Errorf("the open page hears %q", got)
	}
}
