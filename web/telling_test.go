package web

import (
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/PuerkitoBio/goquery"

	"transferdesk/internal/auth"
)

const tellingPage = "/transfers/49983981"

// tell sends the form of a page as a browser without scripts does.
func (b *browser) tell(page *goquery.Document) *http.Response {
	b.t.Helper()
	form := page.Find(`form[data-tell]`)
	text, found := form.Find(`input[name="text"]`).Attr("value")
	if !found {
		b.t.Fatal("the page has no form to note what the customer was told")
	}
	return b.submit(form.AttrOr("action", ""), url.Values{"text": {text}})
}

// told counts the rows of what customers were told.
func (s *site) told() (n int) {
	s.t.Helper()
	if err := s.sql().QueryRow(`SELECT count(*) FROM tellings`).Scan(&n); err != nil {
		s.t.Fatal(err)
	}
	return n
}

func TestWhatTheCustomerWasToldStandsAtTheTopAndInTheTimeline(t *testing.T) {
	s := newSite(t)
	s.deliver(bouncedLife(testTransfer)...)
	agent := s.signIn(auth.Agent)
	page := agent.page(tellingPage)
	text := testid(page, "customer-text")
	if got := testid(page, "last-told"); got != "What the customer was told: nothing noted yet." {
		t.Errorf("before: %q", got)
	}
	if answer := agent.tell(page); answer.StatusCode != http.StatusSeeOther || answer.Header.Get("Location") != tellingPage+"#last-told" {
		t.Fatalf("telling: %d to %q", answer.StatusCode, answer.Header.Get("Location"))
	}
	s.setNow(s.now.Add(50 * time.Minute))
	page = agent.page(tellingPage)
	if got := testid(page, "last-told"); !strings.HasPrefix(got, "Last told the customer 50 min ago 21 Nov 2026, 08:00 UTC by Agent One: “Your payment of 1,250.00 EUR") {
		t.Errorf("at the top: %q", got)
	}
	for _, order := range []string{"?order=happened", "?order=learned"} {
		first := agent.page(tellingPage + order).Find(`[data-testid="timeline"] > li`).First()
		if got := folded(first.Text()); !strings.Contains(got, "Customer was told “"+text+"” by Agent One") || !strings.Contains(got, "told 21 Nov 2026, 08:00 UTC") {
			t.Errorf("%s: the newest row is %q", order, got)
		}
	}
	if rows := s.recorded(auth.TellCustomer); len(rows) != 1 || rows[0] != "done transfer 49983981" {
		t.Errorf("the audit log has %v", rows)
	}
}

func TestTheTimelineHasWhatWasToldWhereItHappened(t *testing.T) {
	s := newSite(t)
	s.deliver(bouncedLife(testTransfer)...)
	agent := s.signIn(auth.Agent)
	agent.tell(agent.page(tellingPage))
	s.setNow(s.now.Add(50 * time.Minute))
	s.deliver(stateChange(testTransfer, "bounced_back", "processing", ago(-52*time.Minute)))
	for _, order := range []string{"?order=happened", "?order=learned"} {
		rows := agent.page(tellingPage + order).Find(`[data-testid="timeline"] > li`)
		if got := folded(rows.Eq(1).Text()); !strings.Contains(got, "Customer was told") {
			t.Errorf("%s: the second row is %q, the first %q", order, got, folded(rows.Eq(0).Text()))
		}
	}
	var told apiTransfer
	decodeInto(t, body(t, s.call(s.token(auth.Agent), "/api/v1"+tellingPage)), &told)
	n := len(told.Timeline)
	row := told.Timeline[n-2]
	if row.Kind != customerTold || row.Event != nil || row.By == nil || *row.By != "Agent One" || row.Note == nil || *row.Note != told.Told.Text || told.Timeline[n-1].Event == nil {
		t.Errorf("in JSON the last but one of %d is %+v", n, row)
	}
}

func TestADoubleClickIsOneTelling(t *testing.T) {
	s := newSite(t)
	s.deliver(bouncedLife(testTransfer)...)
	agent := s.signIn(auth.Agent)
	page := agent.page(tellingPage)
	for range 3 {
		agent.tell(page)
	}
	if n, rows := s.told(), s.recorded(auth.TellCustomer); n != 1 || len(rows) != 1 {
		t.Errorf("%d tellings, and the audit log has %v", n, rows)
	}
	s.setNow(s.now.Add(time.Minute))
	agent.tell(page)
	if n := s.told(); n != 2 {
		t.Errorf("a minute later there are %d tellings, want 2", n)
	}
}

func TestNothingIsNotedThatThePageDoesNotSay(t *testing.T) {
	s := newSite(t)
	life := refundedLife(testTransfer)
	s.deliver(life[:7]...)
	agent := s.signIn(auth.Agent)
	before := agent.page(tellingPage)
	s.deliver(life[7:]...)
	after := testid(agent.page(tellingPage), "customer-text")
	answer := s.document(agent.tell(before), http.StatusConflict)
	if got := testid(answer, "telling-seen"); got != testid(before, "customer-text") {
		t.Errorf("what was seen: %q", got)
	}
	if got := testid(answer, "customer-text"); got != after || !strings.Contains(got, "refunded") {
		t.Errorf("what is said now: %q, want %q", got, after)
	}
	if n := s.told(); n != 0 {
		t.Errorf("%d tellings were noted", n)
	}
	if again := agent.tell(answer); again.StatusCode != http.StatusSeeOther || s.told() != 1 {
		t.Errorf("the new text: %d, %d tellings", again.StatusCode, s.told())
	}
	for _, form := range []url.Values{{}, {"text": {"Your payment was delivered."}}} {
		if got := agent.submit(tellingPage+"/tellings", form).StatusCode; got != http.StatusConflict {
			t.Errorf("%v: got %d, want 409", form, got)
		}
	}
	if got := agent.submit(tellingPage+"/tellings", url.Values{"text": {after}, "caller": {"<b>"}}).StatusCode; got != http.StatusBadRequest {
		t.Errorf("a caller that is no word: %d, want 400", got)
	}
}

func TestAScriptHearsWhetherItWasNoted(t *testing.T) {
	s := newSite(t)
	s.deliver(bouncedLife(testTransfer)...)
	agent := s.signIn(auth.Agent)
	text := testid(agent.page(tellingPage), "customer-text")
	for _, c := range []struct {
		text   string
		status int
		says   string
	}{{text, 201, `"Copied and noted"`}, {text + " Soon.", 409, "Copied, but not noted"}} {
		req, err := http.NewRequest(http.MethodPost, s.http.URL+tellingPage+"/tellings", strings.NewReader(url.Values{"text": {c.text}}.Encode()))
		must(t, err)
		req.Header.Set("Content-Type", "application/x-www-form-urlencoded")
		req.Header.Set("Sec-Fetch-Site", "same-origin")
		req.Header.Set("Accept", "application/json")
		answer := s.do(agent.client, req)
		if said := body(t, answer); answer.StatusCode != c.status || !strings.Contains(said, c.says) {
			t.Errorf("got %d %s, want %d %s", answer.StatusCode, said, c.status, c.says)
		}
	}
}

func TestTheCustomerWasToldOtherwiseEverywhere(t *testing.T) {
	s := newSite(t)
	life := bouncedLife(testTransfer)
	s.deliver(life[:5]...)
	agent, token := s.signIn(auth.Agent), s.token(auth.Agent)
	agent.tell(agent.page(tellingPage))
	read := func() (out apiTransfer) {
		decodeInto(t, body(t, s.call(token, "/api/v1"+tellingPage)), &out)
		return out
	}
	if before := read(); before.Told == nil || before.Told.Otherwise || len(before.Flags) != 0 {
		t.Errorf("nothing has changed: %+v, flags %+v", before.Told, before.Flags)
	}
	s.deliver(life[5:]...)
	after := read()
	if !after.Told.Otherwise || after.Told.Audience != "customer" || len(after.Flags) == 0 || after.Flags[0].Code != "told_otherwise" {
		t.Fatalf("it came back: %+v, flags %+v", after.Told, after.Flags)
	}
	flag := after.Flags[0]
	if !strings.HasPrefix(flag.Text, "The customer was told otherwise on 21 Nov: “Your payment of 1,250.00 EUR was paid out by Wise on 16 Nov 2026 (UTC).") ||
		!strings.HasSuffix(flag.Text, "since then: Returned to Wise: the recipient's account is closed. Not refunded yet.") || len(flag.Evidence) != 2 || flag.Evidence[0] != 6 {
		t.Errorf("the flag is %+v", flag)
	}
	for _, path := range []string{"/", "/customers/16055450"} {
		if got := testid(agent.page(path), "told-otherwise"); got != "The customer was told otherwise" {
			t.Errorf("%s: the row says %q", path, got)
		}
	}
	agent.tell(agent.page(tellingPage))
	if again := read(); again.Told.Otherwise || len(again.Flags) != 0 {
		t.Errorf("told anew: %+v, flags %+v", again.Told, again.Flags)
	}
}
