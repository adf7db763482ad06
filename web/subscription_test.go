package web

import (
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/PuerkitoBio/goquery"

	"transferdesk/internal/auth"
	"transferdesk/internal/wise/simserver"
)

const (
	stateChanges = "transfers#state-change"
	firstID      = "72195556-e5cb-495e-a010-b37a4f2a3043"
	secondID     = "eabeb3f5-c134-4a1c-99e2-86a1163daf1b"
)

func TestTheCoverageSaysWhatComesWhatIsMissingAndWhatIsNotPossible(t *testing.T) {
	w := newWiseSite(t, nil)
	w.has(simserver.Subscription{ID: firstID, Name: "one", TriggerOn: stateChanges, Version: "4.0.0", URL: w.ours()})
	w.has(simserver.Subscription{ID: secondID, Name: "two", TriggerOn: stateChanges, Version: "2.0.0", URL: w.ours()})
	w.has(simserver.Subscription{Name: "far", TriggerOn: "transfers#refund", Version: "9.9.0", URL: "https://hooks.example.com/wise"})
	w.has(simserver.Subscription{Name: "own", TriggerOn: "balances#credit", Version: "2.0.0", URL: w.ours(), Profile: subscribedProfile, User: subscribedUser})
	w.deliver(strings.Replace(stateChange(7, "", "processing", ago(time.Hour)), "01234567-89ab-cdef-0123-456789abcdef", firstID, 1), activeCases(8, ago(time.Hour)))

	before := coverage(w.lead.page("/admin/subscriptions"), stateChanges)
	wants(t, "before Wise was asked", strings.Join(before, " | "), "Not known | Not known | ")
	w.asks("")
	w.asks("16055450")
	if got := w.recorded(auth.AskSubscriptions); len(got) != 4 || got[1] != "done subscriptions" || got[3] != "done subscriptions 16055450" {
		t.Errorf("recorded %q, want both askings, each before and after", got)
	}
	doc := w.lead.page("/admin/subscriptions?profile=16055450")
	for name, want := range map[string][]string{
		stateChanges:               {"SubscribedVersion 2.0.0, 4.0.0. 2 of them: each sends its own copy.", "Not subscribedThe other scope is.", "UTC"},
		"transfers#refund":         {"Only elsewhereTo hooks.example.com, so nothing of it comes here.", "Missing", "never"},
		"transfers#payout-failure": {"Missing", "Missing", "never"},
		"balances#credit":          {"Not possibleWise offers it to profiles only.", "SubscribedVersion 2.0.0.", "never"},
		"users#state-change":       {"Missing", "Not possibleWise offers it to applications only.", "never"},
		"kyc-reviews#state-change": {"Not subscribedWise’s pages do not say clearly", "Not subscribedWise’s pages do not say clearly", "never"},
	} {
		got := coverage(doc, name)
		for i := range want {
			if len(got) != 3 || !strings.Contains(got[i], want[i]) {
				t.Errorf("%s: got %q, want %q", name, got, want)
				break
			}
		}
	}
	list := testid(doc, "list-")
	wants(t, "the list", list, "Twice", "Older version", "Another address", "Version not known", "hooks.example.com", firstID)
	strays := testid(doc, "strays")
	wants(t, "what no list names", strays, "01234567-89ab-cdef-0123-456789abcdef", "transfers#active-cases")
	if strings.Contains(strays, firstID) {
		t.Errorf("a listed one stands among those that no list names: %q", strays)
	}
	wants(t, "the profile", testid(doc, "list-16055450"), "own", "Wise offers no test for profile subscriptions.")
	wants(t, "profiles asked for", testid(w.lead.page("/admin/subscriptions"), "profiles"), "16055450", "1 subscription", "ago")
}

func TestWithoutCredentialsThePageWorksFromFeedsAlone(t *testing.T) {
	s := newSite(t)
	s.deliver(stateChange(7, "", "processing", ago(time.Hour)))
	lead := s.signIn(auth.Lead)
	doc := lead.page("/admin/subscriptions?profile=5")
	wants(t, "the application", testid(doc, "scope-"), "Not known", "--wise-client-id", "--wise-client-key")
	wants(t, "the profile", testid(doc, "scope-5"), "no token", "--wise-token")
	wants(t, "coverage", strings.Join(coverage(doc, stateChanges), " | "), "Not known | Not known | ", "UTC")
	wants(t, "strays", testid(doc, "strays"), "01234567-89ab-cdef-0123-456789abcdef")
	wants(t, "our address", testid(doc, "our-address"), "--base-url")
	if n := doc.Find(`main form[method="post"], main a[href*="/new"]`).Length(); n != 0 {
		t.Errorf("%d things are offered that cannot be done", n)
	}
	wants(t, "the form", testid(lead.page("/admin/subscriptions/new"), "why-not"), "--wise-client-id")
	wants(t, "all missing", testid(lead.page("/admin/subscriptions/missing"), "why-not"), "--wise-client-id")
	refused := lead.submit("/admin/subscriptions", url.Values{"event": {stateChanges}, "url": {"https://desk.example.com/webhooks/wise"}, "name": {"x"}, "elsewhere": {"https://desk.example.com/webhooks/wise"}})
	wants(t, "asked all the same", testid(lead.page(refused.Header.Get("Location")), "news"), "Not asked", "nothing was asked of Wise")
}

func TestAnOddProfileIsSaidAtItsField(t *testing.T) {
	s := newSite(t)
	lead := s.signIn(auth.Lead)
	doc := s.document(lead.get("/admin/subscriptions?profile=x%3Cb%3E"), http.StatusUnprocessableEntity)
	if got, _ := doc.Find(`input[name="profile"][aria-invalid]`).Attr("value"); got != "x<b>" {
		t.Errorf("what was typed is %q", got)
	}
}

func TestWhatWiseSaysOfASubscriptionIsTextAndNothingElse(t *testing.T) {
	w := newWiseSite(t, nil)
	for _, text := range hostile {
		w.has(simserver.Subscription{ID: text, Name: text, TriggerOn: text, Version: text, URL: text})
		w.has(simserver.Subscription{Name: text, TriggerOn: stateChanges, Version: "4.0.0", URL: "https://x.example/" + text})
	}
	w.asks("")
	doc := w.lead.page("/admin/subscriptions")
	if n := doc.Find("main script, main img, main svg[onload], main [onerror]").Length(); n != 0 {
		t.Errorf("%d elements are made of texts", n)
	}
	if n := doc.Find(`[data-testid="list-"] tbody tr`).Length(); n < len(hostile) {
		t.Errorf("%d rows, want one at least for each text", n)
	}
	doc.Find(`main a, main form`).Each(func(_ int, e *goquery.Selection) {
		for _, name := range []string{"href", "action"} {
			if to, has := e.Attr(name); has && !strings.HasPrefix(to, "/") && !strings.HasPrefix(to, "#") {
				t.Errorf("%s leads to %q", name, to)
			}
		}
	})
}

func TestTroubleWithWiseIsShownBesideTheStoredList(t *testing.T) {
	for mode, want := range map[simserver.Mode]string{
		simserver.Down: "", simserver.Unauthorized: "", simserver.SCA: "", simserver.Forbidden: "", simserver.Missing: "", simserver.TooMany: "",
		simserver.ServerError: "", simserver.Garbage: "", simserver.Truncated: "", simserver.Redirect: "", simserver.Huge: "",
	} {
		t.Run(string(mode), func(t *testing.T) {
			w := newWiseSite(t, nil)
			w.has(simserver.Subscription{ID: firstID, Name: "one", TriggerOn: stateChanges, Version: "4.0.0", URL: w.ours()})
			w.asks("")
			w.setNow(w.now.Add(10 * time.Minute))
			w.sim.Fail(simserver.Failure{Mode: mode, Paths: []string{"/v3/"}})
			w.asks("")
			doc := w.lead.page("/admin/subscriptions")
			wants(t, "the scope", testid(doc, "scope-"), "1 subscription in Wise’s list of 10 min ago", "Last asked", "What is shown is the older list", want)
			wants(t, "coverage", coverage(doc, stateChanges)[0], "Subscribed")
			if text := testid(doc, "trouble"); len(text) < 60 {
				t.Errorf("the reason is %q", text)
			}
		})
	}
}
