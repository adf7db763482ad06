package screens

import (
	"fmt"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"transferdesk/internal/auth"
	"transferdesk/internal/live"
	"transferdesk/web"
)

// transferPath is the page of the transfer of these tests.
const transferPath = "/transfers/50088672"

// here is what the line on who else is on the page says.
const here = `(document.querySelector('[data-testid="here"]') || { innerText: "" }).innerText`

func TestWhoElseIsOnAPageComesAndGoes(t *testing.T) {
	s := newSite(t)
	s.deliver(sentOut(liveTransfer)...)
	anna, ben := s.tab(t, auth.Agent), s.tab(t, auth.Lead)
	anna.open(transferPath)
	anna.wait(isLive)
	ben.open(transferPath)
	anna.wait(here + `.endsWith("is viewing now")`)
	ben.do(chromedp.SendKeys(`#note`, "half a sentence"))
	anna.wait(here + `.endsWith("is editing a note")`)
	ben.do(chromedp.Navigate("about:blank"))
	later := now.Add(time.Minute)
	s.clock.Store(&later)
	anna.wait(here + ` === ""`)
}

func TestAnOpenPageSaysThatItsReaderIsSignedOut(t *testing.T) {
	s := newSite(t)
	s.deliver(sentOut(liveTransfer)...)
	tb := s.tab(t, auth.Agent)
	tb.open(transferPath)
	tb.wait(isLive)
	eval[bool](tb, `fetch("/logout", { method: "POST", redirect: "manual", body: new URLSearchParams() }).then(() => true)`)
	tb.wait(`document.getElementById("live-state").dataset.liveState === "out"`)
	got := eval[[]string](tb, `[document.getElementById("live-note").innerText, document.querySelector("#live-note a").getAttribute("href")]`)
	if got[0] != "You are signed out, so this page is no longer brought up to date. Sign in" || got[1] != "/login?next=%2Ftransfers%2F50088672" {
		t.Errorf("the page says %q", got)
	}
}

func TestARowThatHasLeftTheListIsSaidAndNotTakenAway(t *testing.T) {
	s := newSite(t)
	for i := range int64(3) {
		s.deliver(append(sentOut(liveTransfer+i), cameBack(liveTransfer+i))...)
	}
	tb := s.tab(t, auth.Agent)
	tb.open("/?show=returned")
	tb.wait(isLive)
	const tops = `[...document.querySelectorAll("main tr[data-row]")].map(row => row.id).join() + " " + document.querySelector("#row-50088673 a").getBoundingClientRect().top`
	before := eval[string](tb, tops)
	s.deliver(movedTo(liveTransfer+1, "bounced_back", "funds_refunded", now.Add(-time.Minute)))
	tb.wait(fmt.Sprintf(`document.querySelector("#row-%d.gone .gone-note") !== null`, liveTransfer+1))
	if after := eval[string](tb, tops); after != before {
		t.Errorf("the rows stand at\n%s, want them in their order, and the one that left where it was,\n%s", after, before)
	}
	if got := eval[string](tb, `[...document.querySelectorAll(".gone-note")].map(note => note.textContent).join()`); got != "No longer here" {
		t.Errorf("it is said %q", got)
	}
}

func TestWhatIsSelectedStaysSelected(t *testing.T) {
	s := newSite(t)
	s.deliver(sentOut(liveTransfer)...)
	tb := s.tab(t, auth.Agent)
	tb.open(transferPath)
	tb.wait(isLive)
	selected := eval[string](tb, `(getSelection().selectAllChildren(document.querySelector('[data-testid="answer"]')), window.title0 = document.title, getSelection().toString())`)
	s.deliver(cameBack(liveTransfer))
	tb.wait(`document.title !== title0`)
	if got := eval[string](tb, `getSelection().toString()`); selected == "" || got != selected {
		t.Errorf("%q is selected, want %q as before", got, selected)
	}
}

func TestAPageThatLooksByItselfIsLiveAgainOnceItCanBe(t *testing.T) {
	s := newSite(t, func(cfg *web.Config) {
		cfg.Live = live.New(live.Limits{PerPerson: 1, Overall: 1, Patience: time.Minute}, cfg.Clock)
	})
	s.deliver(sentOut(liveTransfer)...)
	first, second := s.tab(t, auth.Lead), s.tab(t, auth.Agent)
	first.open(transferPath)
	first.wait(isLive)
	second.open(transferPath)
	second.wait(`document.getElementById("live-state").dataset.liveState === "polling"`)
	first.do(chromedp.Navigate("about:blank"))
	second.wait(isLive)
	if hidden := eval[bool](second, `document.getElementById("live-note").hidden`); !hidden {
		t.Error("it still says that it looks by itself")
	}
}
