package web

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/PuerkitoBio/goquery"

	"transferdesk/internal/auth"
	"transferdesk/internal/enrich"
	"transferdesk/internal/wise/api"
	"transferdesk/internal/wise/simserver"
	"transferdesk/store"
	"transferdesk/web/front"
)

// newCancelSite has a transfer in process, here and at Wise.
func newCancelSite(t *testing.T) *wiseSite {
	t.Helper()
	w := newWiseSite(t, nil)
	w.sim.AddRecipient(simserver.Recipient{ID: testAccount, Profile: testProfile, Name: "Rita Recipient", Currency: "USD", Country: "US", Number: "00011122233344"})
	w.sim.AddTransfer(simserver.Transfer{ID: testTransfer, Profile: testProfile, Recipient: testAccount, Status: "processing",
		SourceCurrency: "EUR", SourceValue: "1250", TargetCurrency: "USD", TargetValue: "1068.75"})
	w.deliver(stateChange(testTransfer, "", "incoming_payment_waiting", ago(3*time.Hour)), stateChange(testTransfer, "incoming_payment_waiting", "processing", ago(2*time.Hour)))
	return w
}

func (w *wiseSite) cancel(typed, seen string) *http.Response {
	w.t.Helper()
	return w.lead.submit("/transfers/49983981/cancel", url.Values{"typed": {typed}, "seen": {seen}})
}

func (w *wiseSite) tell(kind store.AnswerKind, id int64) {
	w.t.Helper()
	must(w.t, w.server.Cfg.Enrich.Now(context.Background(), enrich.Question{Kind: kind, ID: id, Profile: testProfile}))
}

func TestTheDialogNamesWhatWouldBeCancelledAndAsksForTheID(t *testing.T) {
	w := newCancelSite(t)
	w.tell(store.OfTransferDetails, testTransfer)
	w.tell(store.OfRecipient, testAccount)
	doc := w.lead.page("/transfers/49983981")
	if href := doc.Find(`[data-testid="action-cancel"] a`).AttrOr("href", ""); href != "/transfers/49983981/cancel" {
		t.Fatalf("the page leads to %q", href)
	}
	doc = w.lead.page("/transfers/49983981/cancel")
	wants(t, "the dialog", testid(doc, "cancel-what"), "49983981", "1,250.00 EUR", "1,068.75 USD", "16055450", "Erika Mustermann", "14124090", "3344", "Yes.")
	wants(t, "the form", testid(doc, "cancel-form"), "This is final", "cannot be taken up again", "goes back to the customer", "You are about to cancel 1,250.00 EUR")
	if text := doc.Text(); strings.Contains(text, "Rita") || strings.Contains(text, "00011122233344") {
		t.Error("the recipient is not masked")
	}
	if n := doc.Find("h1").Length(); n != 1 || doc.Find(`form[action="/transfers/49983981/cancel"][method="post"] input[name="typed"]`).AttrOr("value", "x") != "" {
		t.Errorf("%d h1, or no empty field for the id", n)
	}
}

func TestAnIDThatIsTypedWrongKeepsWhatWasTypedAndAsksNothing(t *testing.T) {
	w := newCancelSite(t)
	for _, typed := range []string{"", "49983982", `"><script>alert(1)</script>`, strings.Repeat("4", 5000)} {
		doc := w.document(w.cancel(typed, "0"), http.StatusUnprocessableEntity)
		if got := doc.Find("#typed").AttrOr("value", ""); got != front.Clipped(typed) {
			t.Errorf("%.30q: kept %.60q", typed, got)
		}
		if href := doc.Find(".errors a").AttrOr("href", ""); href != "#typed" || doc.Find("#typed").AttrOr("aria-invalid", "") != "true" {
			t.Errorf("%.30q: the summary leads to %q", typed, href)
		}
	}
	if got := w.lead.submit("/transfers/49983981/cancel", url.Values{"typed": {"49983981"}}).StatusCode; got != http.StatusBadRequest {
		t.Errorf("without the last cancellation that it knew: %d", got)
	}
	if n := w.asked("PUT", "/cancel"); n != 0 {
		t.Errorf("Wise was asked %d times", n)
	}
}

func TestACancelledTransferSpeaksOnlyOnceTheEventHasCome(t *testing.T) {
	w := newCancelSite(t)
	before := w.lead.page("/transfers/49983981")
	answer := w.cancel("49983981", "0")
	if answer.StatusCode != http.StatusSeeOther || answer.Header.Get("Location") != "/transfers/49983981" {
		t.Fatalf("got %d to %q", answer.StatusCode, answer.Header.Get("Location"))
	}
	doc := w.lead.page("/transfers/49983981")
	wants(t, "the strip", testid(doc, "cancellation"), "Cancelled at Wise.", "Wise confirmed the cancellation.", "The event has not come yet", "Lead One")
	for _, id := range []string{"answer", "customer-text", "where"} {
		if got := testid(doc, id); got != testid(before, id) {
			t.Errorf("%s changed to %q before the event", id, got)
		}
	}
	if got := doc.Find(`[data-testid="action-cancel"] button[disabled]`).Length(); got != 1 {
		t.Error("it could be cancelled once more")
	}
	if n := w.lead.page("/transfers/49983981/cancel").Find("form.link-form").Length(); n != 0 {
		t.Error("the dialog has its form still")
	}
	_, router := document(t)
	wants(t, "the JSON", w.conforms(router, w.call(w.token(auth.Agent), "/api/v1/transfers/49983981")), `"cancellation":{"state":"done","asked_at":"2026-11-21T08:00:00Z","by":"Lead One","audience":"desk"}`, `"stoppable":{"answer":"no","why":"Wise has confirmed its cancellation`)

	w.deliver(stateChange(testTransfer, "processing", "cancelled", testNow.Format(time.RFC3339)))
	doc = w.lead.page("/transfers/49983981")
	if got := testid(doc, "cancellation"); got != "" {
		t.Errorf("the strip stays: %q", got)
	}
	wants(t, "the answer", testid(doc, "answer"), "Cancelled on 21 Nov")
	wants(t, "the history", testid(doc, "cancellations"), "Cancelled at Wise.", "Lead One")
	wants(t, "the JSON", w.conforms(router, w.call(w.token(auth.Lead), "/api/v1/transfers/49983981")), `"stoppable":{"answer":"no","why":"It is over: Wise has cancelled it.","audience":"desk"}`)
	if err := w.project.Rebuild(context.Background(), nil); err != nil {
		t.Fatal(err)
	}
	wants(t, "after a rebuild", testid(w.lead.page("/transfers/49983981"), "cancellations"), "Cancelled at Wise.", "Lead One")
}

// TestWhatBecameOfACancellationStandsOnThePage: refused, not asked, not known.
func TestWhatBecameOfACancellationStandsOnThePage(t *testing.T) {
	for _, c := range []struct {
		name  string
		mode  simserver.Mode
		wants []string
		again bool // another may be asked
		state string
		stop  string
	}{
		{"refused", simserver.Conflict, []string{"Wise refused to cancel it.", "converted already", "Asked by Lead One"}, true, "refused", "Wise has refused to cancel it"},
		{"strong authentication", simserver.SCA, []string{"Wise refused to cancel it.", "strong customer authentication"}, true, "refused", ""},
		{"down", simserver.Down, []string{"It is not known whether Wise cancelled it.", "Do not promise anything", "being asked again"}, false, "unknown", "not known yet whether it did"},
		{"garbage", simserver.Garbage, []string{"It is not known whether Wise cancelled it."}, false, "unknown", "being asked again"},
	} {
		t.Run(c.name, func(t *testing.T) {
			w := newCancelSite(t)
			before := testid(w.lead.page("/transfers/49983981"), "customer-text")
			w.sim.Fail(simserver.Failure{Mode: c.mode, Paths: []string{"/v1/transfers"}})
			if got := w.cancel("49983981", "0").StatusCode; got != http.StatusSeeOther {
				t.Fatalf("got %d", got)
			}
			doc := w.lead.page("/transfers/49983981")
			wants(t, "the strip", testid(doc, "cancellation"), c.wants...)
			wants(t, "can it be stopped", testid(doc, "stoppable"), map[bool]string{true: "Not known.", false: "Yes."}[c.stop != ""], c.stop)
			if testid(doc, "customer-text") != before {
				t.Error("the customer's text changed")
			}
			if enabled := doc.Find(`[data-testid="action-cancel"] a`).Length() == 1; enabled != c.again {
				t.Errorf("another may be asked: %t", enabled)
			}
			if got := w.cancel("49983981", "0").StatusCode; got != http.StatusConflict {
				t.Errorf("the same form again: %d, want 409", got)
			}
			if n := w.asked("PUT", "/cancel"); n != 1 {
				t.Errorf("Wise was asked %d times", n)
			}
			_, router := document(t)
			wants(t, "the JSON", w.conforms(router, w.call(w.token(auth.Agent), "/api/v1/transfers/49983981")), `"cancellation":{"state":"`+c.state+`"`)
			w.setNow(w.now.Add(50 * time.Minute))
			w.deliver(stateChange(testTransfer, "processing", "funds_converted", ago(-30*time.Minute)))
			if got := testid(w.lead.page("/transfers/49983981"), "cancellation"); (got == "") != c.again {
				t.Errorf("once the transfer has moved on the strip is %q", got)
			}
		})
	}
}

func TestEveryTransferSaysWhetherItCanBeStoppedAndByWhom(t *testing.T) {
	w := newCancelSite(t)
	agent := w.signIn(auth.Agent)
	doc := agent.page("/transfers/49983981")
	wants(t, "an agent", testid(doc, "stoppable"), "Yes.", "not converted yet")
	wants(t, "an agent's button", testid(doc, "action-cancel"), "A lead or an admin can ask Wise to cancel it.")
	if got := agent.get("/transfers/49983981/cancel").StatusCode; got != http.StatusForbidden {
		t.Errorf("an agent's dialog: %d", got)
	}
	w.deliver(stateChange(testTransfer, "processing", "funds_converted", ago(time.Hour)))
	doc = w.lead.page("/transfers/49983981")
	wants(t, "converted", testid(doc, "stoppable"), "No.", "from conversion on Wise refuses")
	wants(t, "its button", testid(doc, "action-cancel"), "from conversion on Wise refuses")
	doc = w.document(w.cancel("49983981", "0"), http.StatusConflict)
	wants(t, "its dialog", testid(doc, "cancel-refusal"), "cannot be stopped any more", "from conversion on")
	if n := w.asked("PUT", "/cancel"); n != 0 {
		t.Errorf("Wise was asked %d times", n)
	}
	if got := w.lead.get("/transfers/5/cancel").StatusCode; got != http.StatusNotFound {
		t.Errorf("a transfer that nobody heard of: %d", got)
	}
}

func TestWithoutATokenNobodyIsOfferedToCancel(t *testing.T) {
	s := newSite(t)
	s.deliver(stateChange(testTransfer, "incoming_payment_waiting", "processing", ago(2*time.Hour)))
	lead := s.signIn(auth.Lead)
	wants(t, "the button", testid(lead.page("/transfers/49983981"), "action-cancel"), "there is neither a token")
	wants(t, "the dialog", testid(lead.page("/transfers/49983981/cancel"), "cancel-refusal"), "there is neither a token")
}

func TestAFormOfAnotherSiteCancelsNothing(t *testing.T) {
	w := newCancelSite(t)
	form := url.Values{"typed": {"49983981"}, "seen": {"0"}}
	req, err := http.NewRequest(http.MethodPost, w.http.URL+"/transfers/49983981/cancel", strings.NewReader(form.Encode()))
	must(t, err)
	req.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	req.Header.Set("Sec-Fetch-Site", "cross-site")
	if got := w.do(w.lead.client, req).StatusCode; got != http.StatusForbidden {
		t.Errorf("got %d, want 403", got)
	}
	if n := w.asked("PUT", "/cancel"); n != 0 {
		t.Errorf("Wise was asked %d times", n)
	}
}

func TestWhatWiseSaysOfARefusalIsTextAndNothingElse(t *testing.T) {
	said, err := json.Marshal(map[string][]map[string]string{"errors": {{"code": `<script>alert(1)</script>`, "message": `"><img src=x onerror=alert(1)>`}}})
	must(t, err)
	wise := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("x-trace-id", `<b>trace</b>`)
		w.WriteHeader(http.StatusConflict)
		_, _ = fmt.Fprint(w, string(said))
	}))
	t.Cleanup(wise.Close)
	s := newSite(t, func(cfg *Config) {
		client, err := api.New(api.Config{BaseURL: wise.URL, PersonalToken: "personal", Clock: cfg.Clock, Log: cfg.Log})
		must(t, err)
		t.Cleanup(client.Close)
		cfg.Wise = client
	})
	s.deliver(stateChange(testTransfer, "incoming_payment_waiting", "processing", ago(2*time.Hour)))
	lead := s.signIn(auth.Lead)
	if got := lead.submit("/transfers/49983981/cancel", url.Values{"typed": {"49983981"}, "seen": {"0"}}).StatusCode; got != http.StatusSeeOther {
		t.Fatalf("got %d", got)
	}
	doc := lead.page("/transfers/49983981")
	wants(t, "the history", testid(doc, "cancellations"), "Wise refused to cancel it.")
	doc.Find(`[data-testid="cancellations"], [data-testid="cancellation"]`).Each(func(_ int, at *goquery.Selection) {
		if n := at.Find("script, img, b").Length(); n != 0 {
			t.Errorf("%d elements came out of Wise's words", n)
		}
	})
}
