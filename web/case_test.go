package web

import (
	"context"
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/PuerkitoBio/goquery"

	"transferdesk/internal/auth"
	"transferdesk/internal/wise/simserver"
	"transferdesk/store"
	"transferdesk/web/front"
)

// newCaseSite has a returned transfer, here and at Wise, and an agent.
func newCaseSite(t *testing.T) (*wiseSite, *browser) {
	t.Helper()
	w := newWiseSite(t, nil)
	w.sim.AddTransfer(simserver.Transfer{ID: testTransfer, Profile: testProfile, Recipient: testAccount, Status: "bounced_back"})
	w.deliver(bouncedLife(testTransfer)...)
	return w, w.signIn(auth.Agent)
}

const draftPath = "/transfers/49983981/case"

// drafted reads the form of a draft.
func drafted(doc *goquery.Document) url.Values {
	return url.Values{"number": {doc.Find(`input[name="number"]`).AttrOr("value", "")}, "subject": {doc.Find("#subject").AttrOr("value", "")}, "description": {doc.Find("#description").Text()}}
}

// opened opens a case through the form and gives its path.
func (w *wiseSite) opened(b *browser) string {
	w.t.Helper()
	answer := b.submit(draftPath, drafted(b.page(draftPath)))
	path := answer.Header.Get("Location")
	if answer.StatusCode != http.StatusSeeOther || !strings.HasPrefix(path, "/cases/") {
		w.t.Fatalf("opening: got %d to %q", answer.StatusCode, path)
	}
	return path
}

func TestACaseIsDraftedFromWhatIsKnownAndOpened(t *testing.T) {
	w, agent := newCaseSite(t)
	if href := agent.page("/transfers/49983981").Find(`[data-testid="action-case"] a`).AttrOr("href", ""); href != draftPath {
		t.Fatalf("the page leads to %q", href)
	}
	doc := agent.page(draftPath)
	form := drafted(doc)
	if got := form.Get("subject"); got != "Transfer 49983981: why it was returned, and what happens next" {
		t.Errorf("the subject is %q", got)
	}
	wants(t, "the description", form.Get("description"), "Transfer 49983981, profile 16055450, recipient account 14124090.", "(times in UTC)",
		"- 2026-11-16 12:00:00 outgoing_payment_sent", "payout failure ACCOUNT_CLOSED", "bounced_back", "whether you will pay it out again or refund it")
	if strings.Contains(form.Get("description")+form.Get("subject"), "Erika") || strings.Contains(form.Get("description"), "Recipient's") {
		t.Error("a name, or words of Wise's, stand in the draft")
	}
	path := w.opened(agent)
	doc = agent.page(path)
	wants(t, "what we asked", testid(doc, "our-cases"), "why it was returned", "Wise opened the case.", "Agent One", "our number td-49983981-")
	wants(t, "the messages before Wise was asked", testid(doc, "messages"), "Not known: Wise has not told us the messages yet.")
	if answer := agent.submit(path+"/ask", url.Values{}); answer.StatusCode != http.StatusSeeOther {
		t.Fatalf("asking: %d", answer.StatusCode)
	}
	wants(t, "the messages", testid(agent.page(path), "messages"), "Us", "whether you will pay it out again", "as Wise had them")
	for _, page := range []string{"/transfers/49983981", "/customers/16055450"} {
		doc := agent.page(page)
		wants(t, page, testid(doc, "our-cases"), "why it was returned", "Wise opened the case.")
		if doc.Find(`[data-testid="our-cases"] a[href="`+path+`"]`).Length() != 1 {
			t.Errorf("%s does not lead to %s", page, path)
		}
	}
	wants(t, "the list", testid(agent.page("/cases"), "case-row"), "opened by Agent One", "Transfer 49983981", "Customer 16055450", "Erika Mustermann")
	must(t, w.project.Rebuild(context.Background(), nil))
	wants(t, "after a rebuild", testid(agent.page(path), "our-cases"), "Wise opened the case.", "Agent One")
}

func TestADraftThatCannotBeTakenKeepsWhatWasTyped(t *testing.T) {
	w, agent := newCaseSite(t)
	for _, c := range []struct{ subject, description, field, text string }{
		{"about Erika", "text", "subject", "a name of the customer"},
		{`"><script>alert(1)</script> x@y.example`, "<b>text</b>", "subject", "e-mail"},
		{"fine", " ", "description", "The description must have"},
	} {
		form := drafted(agent.page(draftPath))
		form.Set("subject", c.subject)
		form.Set("description", c.description)
		doc := w.document(agent.submit(draftPath, form), http.StatusUnprocessableEntity)
		if got := drafted(doc); got.Get("subject") != c.subject || got.Get("description") != c.description || got.Get("number") != form.Get("number") {
			t.Errorf("%s: kept %v", c.subject, got)
		}
		if got := doc.Find("#" + c.field + "-help").Text(); !strings.Contains(got, c.text) {
			t.Errorf("%s: got %q", c.subject, got)
		}
	}
	w.sim.Fail(simserver.Failure{Mode: simserver.Forbidden, Paths: []string{"/cases"}})
	form := drafted(agent.page(draftPath))
	form.Set("description", "typed by me")
	doc := w.document(agent.submit(draftPath, form), http.StatusUnprocessableEntity)
	wants(t, "refused by Wise", testid(doc, "case-form"), "No case was opened.", "does not allow")
	wants(t, "the attempt", testid(doc, "our-cases"), "Wise refused to open it.")
	if got := drafted(doc); got.Get("description") != "typed by me" || got.Get("number") == form.Get("number") {
		t.Errorf("kept %v", got)
	}
}

func TestACaseThatNobodyKnowsOfSaysSo(t *testing.T) {
	w, agent := newCaseSite(t)
	w.sim.Fail(simserver.Failure{Mode: simserver.Down, Paths: []string{"/cases"}})
	form := drafted(agent.page(draftPath))
	for range 2 { // a double click
		answer := agent.submit(draftPath, form)
		if answer.StatusCode != http.StatusSeeOther || answer.Header.Get("Location") != "/transfers/49983981#our-cases" {
			t.Fatalf("got %d to %q", answer.StatusCode, answer.Header.Get("Location"))
		}
	}
	if n := w.asked("POST", "/cases"); n != 1 {
		t.Errorf("Wise was asked %d times", n)
	}
	wants(t, "the transfer", testid(agent.page("/transfers/49983981"), "our-cases"), "It is not known whether Wise opened it.", "not sent again by itself")
	doc := agent.page("/cases")
	wants(t, "the list", testid(doc, "case-row"), "No number yet", "It is not known whether Wise opened it.")
	if href := doc.Find(`[data-testid="case-row"] th a`).AttrOr("href", ""); href != "/transfers/49983981#our-cases" {
		t.Errorf("the row leads to %q", href)
	}
}

func TestAMessageIsWrittenAndWhatBecameOfItIsShown(t *testing.T) {
	w, agent := newCaseSite(t)
	path := w.opened(agent)
	send := func(text string) *http.Response {
		token := agent.page(path).Find(`input[name="token"]`).AttrOr("value", "")
		return agent.submit(path+"/messages", url.Values{"token": {token}, "text": {text}})
	}
	if answer := send("Is there\r\n<b>news</b>?"); answer.StatusCode != http.StatusSeeOther || answer.Header.Get("Location") != path+"#messages" {
		t.Fatalf("got %d to %q", answer.StatusCode, answer.Header.Get("Location"))
	}
	wants(t, "until Wise is asked", testid(agent.page(path), "sent"), "Wise took the message.", "Is there <b>news</b>?")
	agent.submit(path+"/ask", url.Values{})
	doc := agent.page(path)
	wants(t, "then", testid(doc, "messages"), "Is there <b>news</b>?")
	if got := testid(doc, "sent"); got != "" {
		t.Errorf("it stands twice: %q", got)
	}
	doc = w.document(send(strings.Repeat("x", 4001)), http.StatusUnprocessableEntity)
	wants(t, "too long", testid(doc, "message-form"), "1 to 4000 characters")
	if n := len(doc.Find("#text").Text()); n != 4001 {
		t.Errorf("kept %d characters", n)
	}
	w.sim.Fail(simserver.Failure{Mode: simserver.Forbidden, Paths: []string{"/cases"}})
	doc = w.document(send("typed by me"), http.StatusUnprocessableEntity)
	wants(t, "refused", testid(doc, "message-form"), "Nothing was sent.", "typed by me")
	w.sim.Fail(simserver.Failure{Mode: simserver.Down, Paths: []string{"/cases"}})
	if got := send("nobody knows").StatusCode; got != http.StatusSeeOther {
		t.Errorf("down: %d", got)
	}
	agent.submit(path+"/ask", url.Values{})
	doc = agent.page(path)
	wants(t, "unknown", testid(doc, "sent"), "It is not known whether Wise got it.", "nobody knows", "Wise refused the message.", "typed by me")
	wants(t, "what is kept, with the reason", testid(doc, "messages"), "Is there <b>news</b>?", "as Wise had them")
	wants(t, "the trouble", testid(doc, "case-trouble"), "Not newer, since the last try failed", "no usable answer")
}

// TestCasesAreListedByWhoseTurnItIs: those of events and those of ours.
func TestCasesAreListedByWhoseTurnItIs(t *testing.T) {
	w, agent := newCaseSite(t)
	w.opened(agent)
	w.deliver(supportCase(9100, "GENERAL_ENQUIRY", "PENDING", ago(5*time.Hour)), supportCase(9101, "GENERAL_ENQUIRY", "OPEN", ago(4*time.Hour)),
		supportCase(9102, "GENERAL_ENQUIRY", "CLOSED", ago(3*time.Hour)), supportMessage(9103, "GENERAL_ENQUIRY", "", "FREEFORM", ago(2*time.Hour)),
		supportCase(9104, "SANCTIONS", "PENDING", ago(time.Hour)))
	for turn, want := range map[string]string{
		"": "7000000 9104 9103 9102 9101 9100", "?turn=us": "9104 9103 9100", "?turn=customer": "9103", "?turn=wise": "7000000 9101", "?turn=over": "9102",
	} {
		doc := agent.page("/cases" + turn)
		var got []string
		doc.Find(`[data-testid="case-row"] th a`).Each(func(_ int, a *goquery.Selection) {
			got = append(got, strings.TrimPrefix(a.AttrOr("href", ""), "/cases/"))
		})
		if strings.Join(got, " ") != want {
			t.Errorf("%s: got %q, want %q", turn, strings.Join(got, " "), want)
		}
		if doc.Find("h1").Length() != 1 || doc.Find(`nav[aria-label="Main"] a[aria-current="page"][href="/cases"]`).Length() != 1 {
			t.Errorf("%s: no h1, or not in the navigation", turn)
		}
	}
	if got := agent.get("/cases?turn=x").StatusCode; got != http.StatusBadRequest {
		t.Errorf("another turn: %d", got)
	}
	if got := agent.get("/cases?cursor=x").StatusCode; got != http.StatusBadRequest {
		t.Errorf("another cursor: %d", got)
	}
	for _, path := range []string{"/cases/1", "/cases/9223372036854775807"} {
		if got := agent.get(path).StatusCode; got != http.StatusNotFound {
			t.Errorf("%s: %d", path, got)
		}
	}
	wants(t, "nothing of that sort", folded(newSite(t).signIn(auth.Agent).page("/cases").Find("main").Text()), "No support case yet", "not to say that Wise has none")
}

func TestNothingIsWrittenInACaseThatIsOver(t *testing.T) {
	w, agent := newCaseSite(t)
	w.deliver(supportCase(9100, "GENERAL_ENQUIRY", "SOLVED", ago(4*time.Hour)), supportCase(9101, "GENERAL_ENQUIRY", "RESOLVED", ago(4*time.Hour)),
		supportCase(9102, "GENERAL_ENQUIRY", "CLOSED", ago(3*time.Hour)))
	for path, open := range map[string]bool{"/cases/9100": true, "/cases/9101": false, "/cases/9102": false} {
		doc := agent.page(path)
		if got := testid(doc, "message-form") != ""; got != open {
			t.Errorf("%s: a form for a message: %v", path, got)
		}
		if got := strings.Contains(doc.Find("main").Text(), "needs a new one, from the page of its transfer"); got == open {
			t.Errorf("%s: says that a new one is needed: %v", path, got)
		}
	}
}

func TestTheListOfCasesHasPages(t *testing.T) {
	s := newSite(t)
	var bodies []string
	for i := range front.RowsPerPage + 7 {
		bodies = append(bodies, supportCase(int64(9000+i), "GENERAL_ENQUIRY", "PENDING", ago(time.Duration(i)*time.Minute)))
	}
	s.deliver(bodies...)
	agent := s.signIn(auth.Agent)
	doc := agent.page("/cases?turn=us")
	next := doc.Find(`a[rel="next"]`).AttrOr("href", "")
	if n := doc.Find(`[data-testid="case-row"]`).Length(); n != front.RowsPerPage || !strings.Contains(next, "turn=us") {
		t.Fatalf("%d rows, then %q", n, next)
	}
	doc = agent.page(next)
	if n := doc.Find(`[data-testid="case-row"]`).Length(); n != 7 || doc.Find(`a[rel="next"]`).Length() != 0 {
		t.Errorf("%d rows on the last page", n)
	}
}

// TestACaseThatOnlyWisesAPILocksShowsNothing: no event said so, Wise's answer does.
func TestACaseThatOnlyWisesAPILocksShowsNothing(t *testing.T) {
	w, agent := newCaseSite(t)
	id := w.sim.AddCase(simserver.SupportCase{Profile: testProfile, User: testUser, Transfer: testTransfer, Type: "SANCTIONS", SubType: "RECIPIENT_SANCTION_HIT", Text: "canary of a message"})
	w.deliver(supportCase(id, "GENERAL_ENQUIRY", "OPEN", ago(time.Hour)))
	path := fmt.Sprint("/cases/", id)
	if answer := agent.submit(path+"/ask", url.Values{}); answer.StatusCode != http.StatusSeeOther {
		t.Fatalf("asking: %d", answer.StatusCode)
	}
	for _, page := range []string{path, "/cases", "/cases?turn=us", "/transfers/49983981", "/customers/16055450"} {
		if text := body(t, agent.get(page)); lockedWord.MatchString(text) || strings.Contains(text, "canary") {
			t.Errorf("%s says %q", page, around(text))
		}
	}
	doc := agent.page(path)
	if title := doc.Find("title").Text(); !strings.HasPrefix(title, "Handled by compliance") || doc.Find("form[action^='/cases']").Length() != 0 {
		t.Errorf("the title is %q, or it can be written in", title)
	}
	if about, meets := doc.Find("body").Attr("data-here"); meets {
		t.Errorf("people meet on %q", about)
	}
	wants(t, "the page", testid(doc, "answer"), "Wise has a question, handled by compliance.")
	wants(t, "the row", testid(agent.page("/cases"), "case-row"), "A question from Wise", "Wise has a question, handled by compliance.")
	if got := agent.submit(path+"/messages", url.Values{"token": {strings.Repeat("0", 16)}, "text": {"x"}}).StatusCode; got != http.StatusNotFound {
		t.Errorf("writing: %d, want 404", got)
	}
	var log string
	must(t, w.sql().QueryRow(`SELECT group_concat(value || said) FROM wise_answers`).Scan(&log))
	if lockedWord.MatchString(log) || strings.Contains(log, "canary") || lockedWord.MatchString(w.log.String()) {
		t.Errorf("kept or logged: %.300s", log)
	}
}

func TestWhatWiseWritesInACaseIsTextAndNothingElse(t *testing.T) {
	w, agent := newCaseSite(t)
	for i, text := range hostile {
		id := w.sim.AddCase(simserver.SupportCase{Profile: testProfile, User: testUser, Transfer: testTransfer, Type: "GENERAL_ENQUIRY", Text: text})
		w.deliver(supportCase(id, "GENERAL_ENQUIRY", "OPEN", ago(time.Duration(i)*time.Minute)))
		path := fmt.Sprint("/cases/", id)
		agent.submit(path+"/ask", url.Values{})
		doc := agent.page(path)
		letter := doc.Find(`[data-testid="messages"] .letter`)
		if letter.Length() != 1 || letter.Find("script, img, svg").Length() != 0 || strings.ContainsAny(letter.Text(), "\u202e\u200b\x00") {
			t.Errorf("%.40q: shown as %.80q", text, letter.Text())
		}
	}
}

func TestWithoutCredentialsACaseSaysWhyItCannotBeOpened(t *testing.T) {
	s := newSite(t)
	s.deliver(append(bouncedLife(testTransfer), supportCase(9100, "GENERAL_ENQUIRY", "PENDING", ago(time.Hour)))...)
	agent := s.signIn(auth.Agent)
	wants(t, "the button", testid(agent.page("/transfers/49983981"), "action-case"), "no client credentials")
	wants(t, "the draft", testid(agent.page(draftPath), "case-refusal"), "no client credentials")
	doc := agent.page("/cases/9100")
	wants(t, "the case", folded(doc.Find("main").Text()), "It is our turn", "Nothing can be written from here", "What happened")
	if answer := agent.submit("/cases/9100/ask", url.Values{}); answer.StatusCode != http.StatusSeeOther {
		t.Errorf("asking all the same: %d", answer.StatusCode)
	}
	w := newWiseSite(t, nil)
	w.deliver(bouncedLife(7)...)
	w.directory("C-1,Erika Mustermann,,16055450,")
	wants(t, "without a user", testid(w.lead.page("/transfers/7/case"), "case-refusal"), "no Wise user is linked")
	err := w.db.Read(context.Background(), func(r *store.Reader) error {
		open, err := r.OpenSupportCases()
		if len(open) != 0 {
			t.Errorf("%d are open", len(open))
		}
		return err
	})
	must(t, err)
}
