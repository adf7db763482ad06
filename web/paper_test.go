package web

import (
	"bytes"
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"transferdesk/internal/auth"
	"transferdesk/internal/enrich"
	"transferdesk/internal/transfer"
	"transferdesk/internal/wise/api"
	"transferdesk/internal/wise/simserver"
	"transferdesk/store"
)

// paperSite is a site that asks a simulated Wise, where testTransfer was paid out
// 44 hours ago and its webhooks have said so.
type paperSite struct {
	*site
	sim *simserver.Server
}

// newPaperSite starts one that has the token of testUser, who is linked to the
// customer, or with without none at all.
func newPaperSite(t *testing.T, without bool) *paperSite {
	t.Helper()
	p := &paperSite{sim: simserver.New(simserver.Options{
		Clock: func() time.Time { return testNow }, ClientID: "client", ClientSecret: "secret", UserTokens: map[int64]string{testUser: "refresh-1"},
	})}
	server := httptest.NewServer(p.sim)
	t.Cleanup(func() { p.sim.Close(); server.Close() })
	tokens := filepath.Join(t.TempDir(), "tokens")
	must(t, os.WriteFile(tokens, fmt.Appendf(nil, "user_id,refresh_token\n%d,refresh-1\n", testUser), 0o600))
	p.site = newSite(t, func(cfg *Config) {
		var err error
		wise := api.Config{BaseURL: server.URL, ClientID: "client", ClientSecret: "secret", UserTokens: tokens, Clock: time.Now, Log: cfg.Log}
		if without {
			wise.UserTokens = ""
		}
		cfg.Wise, err = api.New(wise)
		must(t, err)
		cfg.Enrich = enrich.New(cfg.DB, cfg.Wise, cfg.Clock, cfg.Log)
	})
	if !without {
		p.link()
	}
	p.sim.AddProfile(simserver.Profile{ID: testProfile, User: testUser, Name: "Erika Mustermann", Country: "DE"})
	p.sim.AddRecipient(simserver.Recipient{ID: testAccount, Profile: testProfile, Name: "Rita Recipient", Currency: "USD", Country: "US", Number: "00011122233344"})
	p.wiseHas("outgoing_payment_sent")
	p.deliver(stateChange(testTransfer, "", "incoming_payment_waiting", ago(46*time.Hour)),
		stateChange(testTransfer, "incoming_payment_waiting", "funds_converted", ago(45*time.Hour)),
		stateChange(testTransfer, "funds_converted", "outgoing_payment_sent", ago(44*time.Hour)))
	return p
}

// link links the user to the customer.
func (p *paperSite) link() {
	p.t.Helper()
	status, got := p.put(p.token(auth.Admin), "K-1", fmt.Sprintf(`{"name":"Erika","profile_id":%d,"user_id":%d}`, testProfile, testUser))
	if status != http.StatusOK {
		p.t.Fatalf("linking: %v", got)
	}
}

// wiseHas puts the transfer into a state at Wise.
func (p *paperSite) wiseHas(state string) {
	p.sim.AddTransfer(simserver.Transfer{
		ID: testTransfer, Profile: testProfile, Recipient: testAccount, Status: state, Reference: "Invoice 7", SourceCurrency: "EUR", SourceValue: "1250",
		TargetCurrency: "USD", TargetValue: "1068.75", SentAt: testNow.Add(-44 * time.Hour), Created: testNow.Add(-46 * time.Hour),
	})
}

// asked are the paths that Wise was asked for, those with a part in them.
func (p *paperSite) asked(part string) (paths []string) {
	for _, r := range p.sim.Requests() {
		if strings.Contains(r.Path, part) {
			paths = append(paths, r.Path)
		}
	}
	return paths
}

// told has Wise asked about the things of the paper, as the background does.
func (p *paperSite) told(kinds ...store.AnswerKind) {
	p.t.Helper()
	ids := map[store.AnswerKind]int64{store.OfWiseProfile: testProfile, store.OfRecipient: testAccount}
	for _, kind := range kinds {
		id := ids[kind]
		if id == 0 {
			id = testTransfer
		}
		must(p.t, p.server.Cfg.Enrich.Now(context.Background(), enrich.Question{Kind: kind, ID: id, Profile: testProfile}))
	}
}

const testPage = "/transfers/49983981"

func TestTheReceiptComesWholeFromWise(t *testing.T) {
	p := newPaperSite(t, false)
	agent := p.signIn(auth.Agent)
	if href, _ := agent.page(testPage).Find(`[data-testid="action-receipt"] a`).Attr("href"); href != testPage+"/receipt.pdf" {
		t.Fatalf("the button leads to %q", href)
	}
	answer := agent.get(testPage + "/receipt.pdf")
	pdf := body(t, answer)
	if answer.StatusCode != http.StatusOK || !strings.HasPrefix(pdf, "%PDF-") || !strings.Contains(pdf, "%%EOF") {
		t.Fatalf("got %d, %.60q", answer.StatusCode, pdf)
	}
	for name, want := range map[string]string{
		"Content-Type": "application/pdf", "Content-Disposition": `attachment; filename="wise-receipt-49983981.pdf"`, "Cache-Control": "no-store",
		"X-Content-Type-Options": "nosniff", "Content-Security-Policy": "sandbox; default-src 'none'", "Content-Length": fmt.Sprint(len(pdf)),
	} {
		if got := answer.Header.Get(name); got != want {
			t.Errorf("%s: got %q, want %q", name, got, want)
		}
	}
	if got := p.recorded(auth.ViewReceipt); len(got) != 1 {
		t.Errorf("recorded %q, want one view", got)
	}
	head := agent.send(http.MethodHead, testPage+"/receipt.pdf", nil)
	if head.StatusCode != http.StatusOK || head.Header.Get("Content-Type") != "application/pdf" || len(p.asked("receipt")) != 1 {
		t.Errorf("HEAD: got %d %s, and Wise was asked for %q", head.StatusCode, head.Header.Get("Content-Type"), p.asked("receipt"))
	}
}

func TestACustomerInTheUSGetsTheCombinedReceipt(t *testing.T) {
	p := newPaperSite(t, false)
	p.sim.AddProfile(simserver.Profile{ID: testProfile, User: testUser, Name: "Amy", Country: "US"})
	agent := p.signIn(auth.Agent)
	if text := testid(agent.page(testPage), "action-receipt"); !strings.Contains(text, "not known yet") {
		t.Errorf("before it is known the button says %q", text)
	}
	// Nobody has asked where she lives, so that the click does.
	answer := agent.get(testPage + "/receipt.pdf")
	if answer.StatusCode != http.StatusOK || !strings.Contains(answer.Header.Get("Content-Disposition"), "us-combined") || len(p.asked("us-combined-receipt.pdf")) != 1 {
		t.Fatalf("got %d %q, asked %q", answer.StatusCode, answer.Header.Get("Content-Disposition"), p.asked("receipt"))
	}
	if text := testid(agent.page(testPage), "action-receipt"); !strings.HasPrefix(text, "US receipt (PDF)") || !strings.Contains(text, "requires") {
		t.Errorf("once it is known the button says %q", text)
	}
	p.deliver(stateChange(105, "incoming_payment_waiting", "incoming_payment_initiated", ago(time.Hour)))
	p.sim.AddTransfer(simserver.Transfer{ID: 105, Profile: testProfile, Status: "incoming_payment_initiated"})
	if answer := agent.get("/transfers/105/receipt.pdf"); answer.StatusCode != http.StatusOK {
		t.Errorf("when the payment is announced: got %d", answer.StatusCode)
	}
}

func TestWithoutWiseTheUsualReceiptIsAskedFor(t *testing.T) {
	p := newPaperSite(t, false)
	p.sim.Fail(simserver.Failure{Mode: simserver.ServerError, Paths: []string{"/v2/profiles", "/profiles"}})
	answer := p.signIn(auth.Agent).get(testPage + "/receipt.pdf")
	if answer.StatusCode != http.StatusOK || len(p.asked("/receipt.pdf")) != 1 {
		t.Errorf("got %d, asked %q", answer.StatusCode, p.asked("receipt"))
	}
}

func TestAPaperThatCannotBeHadSaysWhy(t *testing.T) {
	p := newPaperSite(t, false)
	p.deliver(bouncedLife(102)...)
	p.deliver(stateChange(103, "", "incoming_payment_waiting", ago(time.Hour)))
	agent := p.signIn(auth.Agent)
	for id, want := range map[string]string{"102": "It was paid out and came back.", "103": "It is not paid out yet."} {
		page := agent.page("/transfers/" + id)
		for _, paper := range []string{"receipt", "proof"} {
			button := page.Find(`[data-testid="action-` + paper + `"]`)
			if _, off := button.Find("button").Attr("disabled"); !off || !strings.Contains(folded(button.Text()), want) {
				t.Errorf("%s of %s: the button says %q", paper, id, folded(button.Text()))
			}
		}
		for _, path := range []string{"/receipt.pdf", "/proof.pdf"} {
			doc := p.document(agent.get("/transfers/"+id+path), http.StatusConflict)
			if text := folded(doc.Find("main").Text()); !strings.Contains(text, want) || doc.Find(`main a[href="/transfers/`+id+`"]`).Length() != 1 {
				t.Errorf("%s of %s: %s", path, id, text)
			}
		}
		if text := testid(agent.page("/transfers/"+id+"/proof"), "why-no-proof"); !strings.Contains(text, want) {
			t.Errorf("the proof's page of %s: %q", id, text)
		}
		if answer := agent.submit("/transfers/"+id+"/proof", url.Values{}); answer.StatusCode != http.StatusConflict {
			t.Errorf("asking about %s: got %d", id, answer.StatusCode)
		}
	}
	if got := p.asked(""); len(got) != 0 {
		t.Errorf("Wise was asked for %q", got)
	}
	for _, path := range []string{"/receipt.pdf", "/proof", "/proof.pdf"} {
		if got := agent.get("/transfers/999" + path).StatusCode; got != http.StatusNotFound {
			t.Errorf("%s of nothing: got %d", path, got)
		}
	}
}

func TestWithoutATokenThePapersSaySo(t *testing.T) {
	p := newPaperSite(t, true)
	agent := p.signIn(auth.Agent)
	page := agent.page(testPage)
	for _, paper := range []string{"receipt", "proof"} {
		if text := testid(page, "action-"+paper); !strings.Contains(text, "no Wise user is linked") {
			t.Errorf("%s: %q", paper, text)
		}
	}
	p.link()
	if text := testid(agent.page(testPage), "action-receipt"); !strings.Contains(text, "no token of Wise’s API for user 7788991") {
		t.Errorf("with a user: %q", text)
	}
	doc := p.document(agent.get(testPage+"/receipt.pdf"), http.StatusConflict)
	if !strings.Contains(doc.Find("main").Text(), "no token of Wise’s API for user 7788991") {
		t.Errorf("the file says %s", folded(doc.Find("main").Text()))
	}
	if text := testid(agent.page(testPage+"/proof"), "why-no-proof"); !strings.Contains(text, "no token") {
		t.Errorf("the proof's page: %q", text)
	}
}

// Whatever Wise does, people get words, and never a broken file.
func TestWhateverWiseAnswersIsSaidInWords(t *testing.T) {
	for mode, c := range map[simserver.Mode]struct {
		status int
		says   string
	}{
		simserver.Down: {503, "no usable answer"}, simserver.Slow: {503, "in time"}, simserver.Unauthorized: {502, "credentials"}, simserver.SCA: {502, "strong customer authentication"},
		simserver.Forbidden: {502, "does not allow"}, simserver.Missing: {404, "does not know it"}, simserver.Conflict: {502, "does not allow it"},
		simserver.TooMany: {503, "Too many requests"}, simserver.ServerError: {503, "no usable answer"}, simserver.Garbage: {502, "cannot read"},
		simserver.Truncated: {502, "cannot read"}, simserver.Redirect: {502, "points to another address"}, simserver.Huge: {502, "cannot read"},
	} {
		t.Run(string(mode), func(t *testing.T) {
			p := newPaperSite(t, false)
			p.told(store.OfWiseProfile, store.OfPayout, store.OfTransferDetails, store.OfRecipient)
			agent := p.signIn(auth.Agent)
			if mode == simserver.Slow {
				p.server.patience = 300 * time.Millisecond
				p.server.publish(p.server.catalogue(), false)
			}
			p.sim.Fail(simserver.Failure{Mode: mode, RetryAfter: time.Hour})
			answer := agent.get(testPage + "/receipt.pdf")
			text := body(t, answer)
			if answer.StatusCode != c.status || !strings.Contains(answer.Header.Get("Content-Type"), "text/html") || !strings.Contains(text, c.says) || !strings.Contains(text, "Nothing was changed") {
				t.Errorf("the receipt: got %d %s, want %d with %q\n%s", answer.StatusCode, answer.Header.Get("Content-Type"), c.status, c.says, folded(text[strings.Index(text, "<main"):]))
			}
			if mode == simserver.ServerError && !strings.Contains(text, "trace id") {
				t.Error("it names no trace id")
			}
			if got := agent.submit(testPage+"/proof", url.Values{}); got.StatusCode != http.StatusSeeOther {
				t.Errorf("asking again: got %d", got.StatusCode)
			}
			page := agent.page(testPage + "/proof")
			// After several tries Wise is left alone, which the page says as well.
			if text := testid(page, "wise-trouble"); !strings.Contains(text, c.says) && !strings.Contains(text, "left alone for a moment") {
				t.Errorf("the proof's page says %q, want %q", text, c.says)
			}
			if text := testid(page, "proof"); !strings.Contains(text, "1,068.75 USD") {
				t.Errorf("what is kept is not shown: %q", text)
			}
			if got := agent.get(testPage + "/proof.pdf").StatusCode; got != http.StatusOK {
				t.Errorf("the file of what is kept: got %d", got)
			}
			agent.page(testPage)
		})
	}
}

func TestTheProofShowsWhatWiseToldAndHowOldItIs(t *testing.T) {
	p := newPaperSite(t, false)
	agent := p.signIn(auth.Agent)
	empty := agent.page(testPage + "/proof")
	if text := testid(empty, "why-no-proof"); text != "Wise has not told yet how it was paid out." {
		t.Errorf("before it is asked: %q", text)
	}
	if text := testid(agent.page(testPage), "payout-reference"); text != "" {
		t.Errorf("the transfer's page knows a reference: %q", text)
	}
	if got := agent.submit(testPage+"/proof", url.Values{}); got.StatusCode != http.StatusSeeOther || got.Header.Get("Location") != testPage+"/proof" {
		t.Fatalf("asking: got %d to %q", got.StatusCode, got.Header.Get("Location"))
	}
	p.told(store.OfTransferDetails, store.OfRecipient)
	page := agent.page(testPage + "/proof")
	text := testid(page, "proof")
	for _, want := range []string{
		"Proof of payout", "49983981", "1,068.75 USD", "19 Nov 2026, 12:00 UTC", "Sample Clearing Bank of USD", "SWIFT", "Simulated Payments USD", "SIM",
		"R•", "Invoice 7", "UETR", "told on 21 Nov 2026, 08:00 UTC", "until 22 Nov 2026, 12:00 UTC", "not a document of Wise’s", "no proof that the money has arrived", "Made by",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("it does not say %q: %s", want, text)
		}
	}
	if strings.Contains(text, "Recipient, ") || strings.Contains(text, "00011122233344") || strings.Contains(text, "SIMULATED SENDER") {
		t.Errorf("it names who is not to be named: %s", text)
	}
	if text := testid(page, "mt103"); !strings.Contains(text, "For the desk only") || !strings.Contains(text, "S••• R•••") || strings.Contains(text, "RECIPIENT") || strings.Contains(text, "00011122233344") {
		t.Errorf("the message for the desk: %s", text)
	}
	reference := folded(page.Find(`[data-testid="proof"] .strong .id bdi`).Text())
	if got := testid(agent.page(testPage), "payout-reference"); reference == "" || !strings.Contains(got, reference) {
		t.Errorf("the transfer's page says %q, want %q", got, reference)
	}
	if again := agent.document(agent.get(testPage+"/proof/wise"), http.StatusOK); testid(again, "proof") != text || again.Find("body > [id]").Length() != 1 {
		t.Error("what the page refreshes itself with is not the page")
	}
	if got := p.recorded(auth.AskPayout); len(got) != 2 || !strings.HasPrefix(got[0], "started ") || !strings.HasPrefix(got[1], "done ") {
		t.Errorf("recorded %q, want that somebody asked and was answered", got)
	}
	if got := p.recorded(auth.ViewProof); len(got) != 2 {
		t.Errorf("recorded %q, want two views", got)
	}
}

func TestTheProofIsAFile(t *testing.T) {
	p := newPaperSite(t, false)
	p.told(store.OfPayout, store.OfTransferDetails, store.OfRecipient)
	agent := p.signIn(auth.Agent)
	answer := agent.get(testPage + "/proof.pdf")
	first := body(t, answer)
	if answer.StatusCode != http.StatusOK || answer.Header.Get("Content-Type") != "application/pdf" || !strings.HasPrefix(first, "%PDF-") ||
		answer.Header.Get("Content-Disposition") != `attachment; filename="proof-of-payout-49983981.pdf"` || answer.Header.Get("Content-Security-Policy") != "sandbox; default-src 'none'" {
		t.Fatalf("got %d %v", answer.StatusCode, answer.Header)
	}
	if bytes.Contains([]byte(first), []byte("SIMULATED")) {
		t.Error("a name stands in it")
	}
	if second := body(t, agent.get(testPage+"/proof.pdf")); second != first {
		t.Error("the same paper is another file")
	}
}

func TestBeforeWiseKnowsThePayoutThePageSaysSo(t *testing.T) {
	p := newPaperSite(t, false)
	agent := p.signIn(auth.Agent)
	p.sim.Fail(simserver.Failure{Mode: simserver.Missing, Paths: []string{"/v2/transfers"}})
	agent.submit(testPage+"/proof", url.Values{})
	if text := testid(agent.page(testPage+"/proof"), "why-no-proof"); !strings.Contains(text, "some hours after the payout") {
		t.Errorf("got %q", text)
	}
}

// A state that was only seen by asking began on a day that nobody knows.
func TestTheDayOfAskingIsNotTheDayOfThePayout(t *testing.T) {
	p := newPaperSite(t, false)
	view := paperView{facts: transfer.Facts{Transfer: 5, Visits: []transfer.Visit{{State: transfer.OutgoingPaymentSent, At: testNow, Seen: true, Gap: true}}}}
	view.told.payout = store.Told[api.Payout]{Known: true, At: testNow.Add(time.Hour)}
	paper := p.server.proof(view, auth.Actor{Name: "Ada"})
	if paper.PaidOut != "" || paper.Seen != "21 Nov 2026, 08:00 UTC" || paper.Settles != "" || !strings.Contains(strings.Join(paper.Remarks(), " "), "they may still change") {
		t.Errorf("got %+v", paper)
	}
	view.facts.Visits[0] = transfer.Visit{State: transfer.OutgoingPaymentSent, At: testNow, BySent: true}
	if paper = p.server.proof(view, auth.Actor{Name: "Ada"}); paper.PaidOut != "21 Nov 2026, 08:00 UTC at the latest" || paper.Settles == "" {
		t.Errorf("placed by when it was sent: got %+v", paper)
	}
}

// What Wise said of a payout that came back is not about the next one.
func TestAnEarlierPayoutProvesNothingOfALaterOne(t *testing.T) {
	p := newPaperSite(t, false)
	p.told(store.OfPayout)
	agent := p.signIn(auth.Agent)
	if got := testid(agent.page(testPage), "payout-reference"); got == "" {
		t.Fatal("the first payout has no reference")
	}
	p.setNow(p.now.Add(3 * time.Hour))
	p.deliver(stateChange(testTransfer, "outgoing_payment_sent", "bounced_back", ago(-time.Hour)),
		stateChange(testTransfer, "bounced_back", "processing", ago(-90*time.Minute)),
		stateChange(testTransfer, "processing", "outgoing_payment_sent", ago(-2*time.Hour)))
	agent = p.signIn(auth.Lead) // the agent's session is over
	if got := testid(agent.page(testPage), "payout-reference"); got != "" {
		t.Errorf("the second payout shows %q, which is the first one's", got)
	}
	if got := agent.get(testPage + "/proof.pdf").StatusCode; got != http.StatusConflict {
		t.Errorf("a proof of it: got %d", got)
	}
}
