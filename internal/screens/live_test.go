package screens

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"transferdesk/internal/auth"
	"transferdesk/internal/live"
	"transferdesk/web"
)

// The transfers of these tests, of one customer.
const liveTransfer = 50088672

func movedTo(transfer int64, from, to string, at time.Time) string {
	return fmt.Sprintf(`{"event_type":"transfers#state-change","schema_version":"2.0.0","sent_at":%[5]q,"subscription_id":"01234567-89ab-4cde-8f01-23456789abcd",
		"data":{"resource":{"type":"transfer","id":%[1]d,"profile_id":16055450,"account_id":14124090},"current_state":%[3]q,"previous_state":%[2]q,"occurred_at":%[4]q}}`,
		transfer, from, to, at.Format(time.RFC3339), at.Add(time.Second).Format(time.RFC3339))
}

// sentOut is the life of a transfer that was paid out.
func sentOut(transfer int64) []string {
	began := now.Add(-2 * time.Hour)
	return []string{movedTo(transfer, "incoming_payment_waiting", "processing", began),
		movedTo(transfer, "processing", "funds_converted", began.Add(time.Minute)),
		movedTo(transfer, "funds_converted", "outgoing_payment_sent", began.Add(2*time.Minute))}
}

func cameBack(transfer int64) string {
	return movedTo(transfer, "outgoing_payment_sent", "bounced_back", now.Add(-time.Hour))
}

// wait waits until the page says so.
func (tb *tab) wait(condition string) {
	tb.t.Helper()
	run(tb, chromedp.Poll[bool](condition))
}

const isLive = `document.querySelector("#live-state").dataset.liveState === "live"`

func TestAnEventAppearsOnAnOpenPageAndDisturbsNobody(t *testing.T) {
	s := newSite(t)
	s.deliver(sentOut(liveTransfer)...)
	tb := s.tab(t, auth.Agent)
	tb.open(fmt.Sprint("/transfers/", liveTransfer))
	tb.wait(isLive)
	before := eval[string](tb, `document.title`)
	eval[bool](tb, `(() => {
		for (const folded of document.querySelectorAll("main details")) folded.open = true;
		const field = document.querySelector("main textarea") || document.querySelector("main input[type=date]");
		field.closest("form").scrollIntoView();
		field.focus();
		field.value = window.half = field.type === "date" ? "2026-12-24" : "half a sente";
		window.field = field;
		window.form0 = field.form.innerHTML; // it names the answer that was there when the typing began
		window.top0 = field.getBoundingClientRect().top;
		return true;
	})()`)
	s.deliver(cameBack(liveTransfer))
	tb.wait(`document.querySelector('[data-testid="answer"]').textContent.includes("Returned")`)
	got := eval[[]bool](tb, `[document.activeElement === field && field.isConnected, field.value === half,
		Math.abs(field.getBoundingClientRect().top - top0) < 2, document.querySelector("main details").open, document.title !== `+quoted(before)+`,
		field.form.innerHTML === form0]`)
	if !slices.Equal(got, []bool{true, true, true, true, true, true}) {
		t.Errorf("focus, typed text, place, open part, title, the rest of the form: got %v", got)
	}
	if all := tb.heard.take(); len(all) > 0 {
		t.Errorf("the browser complains: %v", all)
	}
}

func TestNewRowsWaitUntilTheyAreAskedFor(t *testing.T) {
	s := newSite(t)
	s.deliver(append(sentOut(liveTransfer), cameBack(liveTransfer))...)
	tb := s.tab(t, auth.Agent)
	tb.open("/?show=returned")
	tb.wait(isLive)
	const rows = `document.querySelectorAll("main tr[data-row]").length`
	if n := eval[int](tb, rows); n != 1 {
		t.Fatalf("%d rows, want 1", n)
	}
	eval[bool](tb, `(window.row0 = document.querySelector("main tr[data-row]").getBoundingClientRect().top, true)`)
	for i := int64(1); i <= 3; i++ {
		s.deliver(append(sentOut(liveTransfer+i), cameBack(liveTransfer+i))...)
	}
	tb.wait(`(document.querySelector('[data-testid="news"]') || {}).textContent === "3 new"`)
	if n, moved := eval[int](tb, rows), eval[bool](tb, `Math.abs(document.querySelector("main tr[data-row]").getBoundingClientRect().top - row0) > 1`); n != 1 || moved {
		t.Errorf("%d rows and moved %v, want the one row where it was", n, moved)
	}
	tb.do(chromedp.Click(`[data-testid="news"] button`))
	if n := eval[int](tb, rows); n != 4 {
		t.Errorf("pressed: %d rows, want 4", n)
	}
	if all := tb.heard.take(); len(all) > 0 {
		t.Errorf("the browser complains: %v", all)
	}
}

func TestAPageThatHearsNothingSaysThatItLooksByItself(t *testing.T) {
	s := newSite(t, func(cfg *web.Config) {
		cfg.Live = live.New(live.Limits{}, cfg.Clock) // bears no stream
	})
	tb := s.tab(t, auth.Agent)
	tb.open("/")
	tb.wait(`!document.querySelector("#live-note").hidden`)
	if got := tb.text("live-note"); got != "Live updates are not reaching this page; it looks again every 15 s." {
		t.Errorf("the page says %q", got)
	}
}

// hide makes the tab look hidden to its page, or shown again.
func (tb *tab) hide(hidden bool) {
	tb.t.Helper()
	eval[bool](tb, fmt.Sprintf(`(Object.defineProperty(document, "hidden", {value: %v, configurable: true}),
		document.dispatchEvent(new Event("visibilitychange")))`, hidden))
}

func TestAHiddenTabHasNoStreamAndLooksAgainWhenItIsShown(t *testing.T) {
	var hub *live.Hub
	s := newSite(t, func(cfg *web.Config) {
		hub = live.New(live.Usual(), cfg.Clock)
		cfg.Live = hub
	})
	s.deliver(sentOut(liveTransfer)...)
	tb := s.tab(t, auth.Agent)
	tb.open(fmt.Sprint("/transfers/", liveTransfer))
	tb.wait(isLive)
	tb.hide(true)
	tb.wait(`document.querySelector("#live-state").dataset.liveState === "paused"`)
	for deadline := time.Now().Add(20 * time.Second); hub.Listening() > 0; time.Sleep(5 * time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatalf("%d streams are open, want none of a hidden tab", hub.Listening())
		}
	}
	s.deliver(cameBack(liveTransfer))
	if text := tb.text("answer"); strings.Contains(text, "Returned") {
		t.Errorf("a hidden tab was brought up to date: %q", text)
	}
	tb.hide(false)
	tb.wait(`document.querySelector('[data-testid="answer"]').textContent.includes("Returned")`)
	tb.wait(isLive)
}
