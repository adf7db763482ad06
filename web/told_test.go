package web

import (
	"context"
	"net/http"
	"strings"
	"testing"
	"time"

	"transferdesk/internal/auth"
	"transferdesk/internal/transfer"
	"transferdesk/internal/wise/api"
	"transferdesk/internal/wise/simserver"
	"transferdesk/store"
)

func TestATransferShowsWhatWiseSaidAndWhen(t *testing.T) {
	w := newToldSite(t, toldPlan{token: true, linked: true})
	w.paidOut(90 * time.Minute)
	w.work()
	first := w.agent.page(testPage)
	wants(t, "before the answer", testid(first, "wise-told"), "Wise is being asked.", "Being asked now.", "Reload the page")
	w.settled()
	doc := w.agent.page(testPage)
	told := testid(doc, "wise-told")
	wants(t, "the answer", told, "1,250.00 EUR", "1,068.75 GBP", "0.855", "Invoice 7", "••••1234", "as of", "0 s ago 21 Nov 2026, 08:00 UTC",
		"Wise’s estimate, no promise, and not for the customer.", "Expected21 Nov 2026, 08:30 UTC", "SIM")
	if strings.Contains(told, "Rita Recipient") || strings.Contains(told, "GB00SIMU") || strings.Contains(told, "being asked") {
		t.Errorf("got %q, want a masked recipient, and nothing under way", told)
	}
	wants(t, "the header", folded(doc.Find("main .line").Text()), "1,250.00 EUR → 1,068.75 GBP", "from Wise’s API")
	wants(t, "the next step", testid(doc, "next"), "Wise's estimate, no promise: 21 Nov, 08:30 UTC (asked for on 21 Nov, 08:00 UTC)")
	wants(t, "the reference to read out", testid(doc, "payout-reference"), "Payout reference SIM")
	wants(t, "the cases", testid(doc, "issue-told"), "Wise’s API names no issue, as of 0 s ago")
	if text := testid(doc, "customer-text"); strings.Contains(text, "08:30") || strings.Contains(text, "SIM") || strings.Contains(text, "estimate") {
		t.Errorf("the customer is told %q", text)
	}
}

// TestThePageDoesNotWaitForWise: Wise hangs until the page has been served.
func TestThePageDoesNotWaitForWise(t *testing.T) {
	served := make(chan struct{})
	w := newToldSite(t, toldPlan{personal: true, gate: func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(rw http.ResponseWriter, r *http.Request) {
			<-served
			next.ServeHTTP(rw, r)
		})
	}})
	w.paidOut(90 * time.Minute)
	w.work()
	for _, path := range []string{testPage, testPage + "/wise", "/customers/16055450", "/search?q=see+49983981"} {
		w.agent.page(path)
	}
	wants(t, "while Wise hangs", testid(w.agent.page(testPage), "wise-told"), "Wise is being asked.")
	close(served)
	w.settled()
	w.asked()
	wants(t, "once Wise answered", testid(w.agent.page(testPage), "wise-told"), "1,250.00 EUR")
}

// TestWhateverIsWrongWithWiseTheLastAnswerStands: with its age, and the reason.
func TestWhateverIsWrongWithWiseTheLastAnswerStands(t *testing.T) {
	for mode, reason := range map[simserver.Mode]string{
		simserver.Down: "gave no usable answer", simserver.ServerError: "gave no usable answer", simserver.Unauthorized: "does not take the credentials",
		simserver.SCA: "strong customer authentication", simserver.Missing: "does not know it", simserver.TooMany: "Too many requests",
		simserver.Garbage: "cannot read", simserver.WrongTypes: "cannot read", simserver.Truncated: "cannot read", simserver.Redirect: "points to another address",
		simserver.Forbidden: "does not allow this",
	} {
		t.Run(string(mode), func(t *testing.T) {
			w := newToldSite(t, toldPlan{token: true, linked: true})
			w.paidOut(90 * time.Minute)
			w.work()
			w.asked()
			w.later(26 * time.Hour)
			w.sim.Fail(simserver.Failure{Mode: mode, Paths: []string{"/v1/transfers"}})
			told := testid(w.asked(), "wise-told")
			wants(t, "the page", told, reason, "1,250.00 EUR", "1 d 2 h ago 21 Nov 2026, 08:00 UTC", "not newer: see above", "asked 0 s ago", "details")
			if mode == simserver.TooMany {
				return // Wise asked for a pause, which the wall clock measures
			}
			w.sim.Fail(simserver.Failure{})
			w.later(60 * time.Hour)
			if told := testid(w.asked(), "wise-told"); strings.Contains(told, reason) || !strings.Contains(told, "0 s ago 23 Nov 2026, 20:00 UTC") {
				t.Errorf("Wise answers again, and the page says %q", told)
			}
		})
	}
}

// TestAPayoutThatIsLateIsSaidEverywhere: on its page, in lists, in the search and in
// the JSON.
func TestAPayoutThatIsLateIsSaidEverywhere(t *testing.T) {
	w := newToldSite(t, toldPlan{token: true, linked: true})
	w.paidOut(48 * time.Hour)
	w.deliver(activeCases(testTransfer, ago(time.Hour), "other_case"))
	w.work()
	doc := w.asked()
	const headline = "Paid out on 19 Nov; the estimate has passed: trace it."
	if got := testid(doc, "answer"); got != headline {
		t.Fatalf("the page says %q, want %q", got, headline)
	}
	wants(t, "what next", testid(doc, "next"), "Wise's estimate was 19 Nov, 10:00 UTC", "payout reference SIM", "a recall after “sent” is only a request")
	wants(t, "the estimate", testid(doc, "wise-told"), "Expected19 Nov 2026, 10:00 UTC, passed 1 d 22 h ago")
	for _, path := range []string{"/customers/16055450", "/search?q=see+49983981", "/?show=cases"} {
		wants(t, path, folded(w.agent.page(path).Find("main").Text()), headline)
	}
	wants(t, "the amount in a list", folded(w.agent.page("/customers/16055450").Find("#transfers").Parent().Text()), "1,250.00 EUR by Wise’s API")
	token := w.token(auth.Agent)
	whole := w.fetch(token, "/api/v1/transfers/49983981")
	said := whole["answer"].(map[string]any)
	if said["code"] != "sent_overdue" || said["headline"] != headline || said["who_acts"] != "us" {
		t.Errorf("the JSON says %v", said)
	}
	if e := whole["estimate"].(map[string]any); e["at"] != "2026-11-19T10:00:00Z" || e["fetched_at"] != "2026-11-21T08:00:00Z" {
		t.Errorf("the estimate of the JSON is %v", e)
	}
	d := whole["details"].(map[string]any)
	if d["source_amount"] != "1250.00" || d["source_currency"] != "EUR" || d["recipient"].(map[string]any)["number"] != "••••1234" {
		t.Errorf("the details of the JSON are %v", d)
	}
	for _, row := range w.fetch(token, "/api/v1/customers/16055450")["transfers"].([]any) {
		if a := row.(map[string]any)["answer"].(map[string]any); a["code"] != "sent_overdue" || a["headline"] != headline {
			t.Errorf("a list of the JSON says %v", a)
		}
	}
}

// TestAnOldEstimateMakesNoLaterPayoutLate: it came back, or stepped back, since.
func TestAnOldEstimateMakesNoLaterPayoutLate(t *testing.T) {
	w := newToldSite(t, toldPlan{token: true, linked: true})
	w.paidOut(48 * time.Hour)
	w.work()
	w.asked()
	w.later(time.Hour)
	w.sim.Fail(simserver.Failure{Mode: simserver.ServerError})
	w.deliver(stateChange(testTransfer, "outgoing_payment_sent", "processing", w.now.Add(-30*time.Minute).Format(time.RFC3339)),
		stateChange(testTransfer, "processing", "outgoing_payment_sent", w.now.Add(-20*time.Minute).Format(time.RFC3339)))
	doc := w.asked()
	if got := testid(doc, "answer"); strings.Contains(got, "estimate") {
		t.Errorf("the page says %q", got)
	}
	wants(t, "the estimate", testid(doc, "wise-told"), "it says nothing of how things stand now", "What is kept is about an earlier payout.")
	if got := testid(doc, "payout-reference"); got != "" {
		t.Errorf("the reference of an earlier payout stands in the header: %q", got)
	}
	if whole := w.fetch(w.token(auth.Agent), "/api/v1/transfers/49983981"); whole["estimate"] != nil {
		t.Errorf("the JSON has the estimate %v", whole["estimate"])
	}
}

func TestWithoutATokenOneLineSaysWhatIsMissing(t *testing.T) {
	for name, c := range map[string]struct {
		plan toldPlan
		want string
	}{
		"no credentials":           {toldPlan{linked: true}, "no credentials for Wise’s API are set"},
		"no token for this user":   {toldPlan{token: true}, "no user whose token is held is linked"},
		"no token for linked user": {toldPlan{token: true}, "there is no token for user 4711"},
	} {
		w := newToldSite(t, c.plan)
		if strings.Contains(name, "linked") {
			w.directory("K-1,Erika Mustermann,,16055450,4711")
		}
		w.paidOut(90 * time.Minute)
		w.work()
		told := testid(w.asked(), "wise-told")
		wants(t, name, told, c.want, "Delivery estimate, amounts, recipient and payout reference are not available")
		if n := len(w.sim.Requests()); n != 0 || strings.Contains(told, "being asked") || strings.Contains(told, "as of") {
			t.Errorf("%s: %d requests, and the page says %q", name, n, told)
		}
	}
}

func TestARefreshOfAPageIsNoFurtherView(t *testing.T) {
	w := newToldSite(t, toldPlan{personal: true})
	w.paidOut(90 * time.Minute)
	w.agent.page(testPage)
	w.agent.page(testPage + "/wise")
	if got := w.recorded(auth.ViewTransfer); len(got) != 1 {
		t.Errorf("recorded are %q, want one view", got)
	}
	w.setNow(testNow.Add(16 * time.Minute))
	w.agent.page(testPage + "/wise")
	if got := w.recorded(auth.ViewTransfer); len(got) != 2 {
		t.Errorf("recorded are %q, want a second view after 15 minutes", got)
	}
	w.signIn(auth.Lead).page(testPage + "/wise")
	if got := w.recorded(auth.ViewTransfer); len(got) != 3 {
		t.Errorf("recorded are %q, want the view of somebody who never opened the page", got)
	}
}

func TestAmountsStandBesideACaseAndNobodyGuessesWhatIsMissing(t *testing.T) {
	w := newToldSite(t, toldPlan{token: true, linked: true})
	w.wiseHas("incoming_payment_waiting", 0, true)
	w.deliver(stateChange(testTransfer, "", "incoming_payment_waiting", ago(2*time.Hour)), activeCases(testTransfer, ago(time.Hour), "deposit_amount_less_invoice"))
	w.work()
	doc := w.asked()
	wants(t, "the amount", testid(doc, "case-amount"), "The transfer is for 1,250.00 EUR in all", "as of 0 s ago", "what is missing, is in no event")
	wants(t, "the issue", testid(doc, "issue-told"), "says too that there is an issue")
	w.deliver(activeCases(testTransfer, ago(time.Minute)))
	doc = w.asked()
	wants(t, "the issue without a case", testid(doc, "issue-told"), "Wise’s API says there is an issue; no event named it")
	if text := testid(doc, "case-amount"); text != "" {
		t.Errorf("the case is over, and the page says %q", text)
	}
}

func TestARebuildKeepsWhatWiseSaid(t *testing.T) {
	w := newToldSite(t, toldPlan{token: true, linked: true})
	w.paidOut(48 * time.Hour)
	w.work()
	before := testid(w.asked(), "wise-told")
	must(t, w.project.Rebuild(context.Background(), nil))
	if after := testid(w.agent.page(testPage), "wise-told"); after != before || !strings.Contains(after, "1,250.00 EUR") {
		t.Errorf("after a rebuild the page says %q, before %q", after, before)
	}
}

func TestAReferenceIsThatOfThePayoutThatGoesOn(t *testing.T) {
	sent := transfer.Facts{Transfer: 7, Visits: []transfer.Visit{{State: transfer.OutgoingPaymentSent, At: testNow}}}
	back := transfer.Facts{Transfer: 7, Visits: []transfer.Visit{{State: transfer.BouncedBack, At: testNow}}}
	told := func(at time.Time) beside {
		return beside{payouts: map[int64]store.Told[api.Payout]{7: {Value: api.Payout{Reference: "PPR-77"}, Known: true, At: at}}}
	}
	for name, c := range map[string]struct {
		got, want string
	}{
		"asked for since":    {told(testNow.Add(time.Minute)).reference(sent), "PPR-77"},
		"of a payout before": {told(testNow.Add(-time.Minute)).reference(sent), ""},
		"it came back":       {told(testNow.Add(time.Minute)).reference(back), ""},
		"it was never told":  {beside{}.reference(sent), ""},
		"no state is known":  {told(testNow).reference(transfer.Facts{Transfer: 7}), ""},
	} {
		if c.got != c.want {
			t.Errorf("%s: got %q, want %q", name, c.got, c.want)
		}
	}
}
