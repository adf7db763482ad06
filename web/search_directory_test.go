package web

import (
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"transferdesk/internal/auth"
)

func TestWhateverSomethingGoesByLeadsToItsPage(t *testing.T) {
	s := newSite(t)
	s.deliver(append(bouncedLife(testTransfer),
		supportCase(testCase, "GENERAL_ENQUIRY", "OPEN", ago(6e12)),
		dispute(testDispute, "OPEN", "AWAITING", ago(5e12)),
		swiftCredit(4455, testUETR, "ACME", ago(5e12)),
		settlement("SETTLE-77", true, ago(5e12)))...)
	s.directory("C-17,Erika Mustermann,Erika@Example.com,16055450,7788991", "KD 4711/a,Max,max@example.com,16055999,", "U-1,Uta,,,9000001")
	agent := s.signIn(auth.Agent)
	for text, want := range map[string]string{
		"C-17": "/customers/16055450", "c-17": "/customers/16055450", "# C-17 ": "/customers/16055450", "KD 4711/A": "/customers/16055999",
		"erika@example.com": "/customers/16055450", " MAX@EXAMPLE.COM": "/customers/16055999", "U-1": "/users/9000001", "16055999": "/customers/16055999", "9000001": "/users/9000001",
		"14124090": "/transfers/49983981", "136": "/activity/support_case/136", testDispute: "/activity/dispute/" + testDispute,
		strings.ToUpper(testUETR): "/activity/swift_credit/4455", "settle-77": "/activity/settlement/SETTLE-77",
	} {
		answer := agent.get("/search?q=" + url.QueryEscape(text))
		if got := answer.Header.Get("Location"); answer.StatusCode != http.StatusSeeOther || got != want {
			t.Errorf("%q: got %d to %q, want 303 to %s\n%s", text, answer.StatusCode, got, want, folded(s.document(answer, answer.StatusCode).Find("main").Text()))
		}
	}
}

func TestANameLeadsToAListGroupedByKind(t *testing.T) {
	s := newSite(t)
	s.deliver(bouncedLife(testTransfer)...)
	s.directory("C-17,José Mustermann,,16055450,", "C-18,Erika Mustermann,,16055999,", "C-19,Gone Mustermann,,,", "C-20,Uta Mustermann,,,9000001")
	agent := s.signIn(auth.Agent)
	text := folded(agent.page("/search?q=muster").Find("main").Text())
	for _, want := range []string{
		"name, or the beginning of one", "José Mustermann · Customer 16055450 reference C-17 1 open now.",
		"Erika Mustermann · Customer 16055999 reference C-18 Nothing open now.",
		"Gone Mustermann reference C-19 In the directory, without a profile or user", "User 9000001 reference C-20",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("got %q, want %q in it", text, want)
		}
	}
	if got := folded(agent.page("/search?q=JOSE+mus").Find("main").Text()); !strings.Contains(got, "16055450") || strings.Contains(got, "16055999") {
		t.Errorf("two words: got %q", got)
	}
	if got := folded(agent.page("/search?q=Nobody").Find("main").Text()); !strings.Contains(got, "names of the directory, by the beginnings of their words") || !strings.Contains(got, "a case id, a dispute id, a UETR, a card’s token") {
		t.Errorf("nobody: got %q", got)
	}
}

func TestAReferenceThatIsAlsoATransferIsAChoice(t *testing.T) {
	s := newSite(t)
	s.deliver(bouncedLife(testTransfer)...)
	s.directory("49983981,Erika,,16055999,")
	doc := s.signIn(auth.Agent).page("/search?q=49983981")
	if got := doc.Find("title").Text(); !strings.HasPrefix(got, "Which one?") {
		t.Errorf("the title: got %q", got)
	}
	for _, href := range []string{"/transfers/49983981", "/customers/16055999"} {
		if doc.Find(`main a[href="`+href+`"]`).Length() != 1 {
			t.Errorf("the choice does not offer %s once", href)
		}
	}
}

// A name is personal: it stands on the page that was asked for, and nowhere else.
func TestASearchForANameLeavesNoTrace(t *testing.T) {
	s := newSite(t)
	s.directory("C-17,Canary Mustermann,canary@example.com,16055450,7788991")
	agent := s.signIn(auth.Agent)
	agent.page("/search?q=canary+muster")
	agent.get("/search?q=canary%40example.com")
	agent.get("/search?q=canary&q=%ff")
	agent.page(testCustomer)
	s.call(s.token(auth.Agent), "/api/v1/search?q=canary")
	if strings.Contains(strings.ToLower(s.log.String()), "canary") {
		t.Error("the log holds the name")
	}
	if !strings.Contains(s.log.String(), "route=/search") {
		t.Error("the log holds no line of a search, so this test guards nothing")
	}
	var n int
	err := s.sql().QueryRow(`SELECT count(*) FROM audit_entries WHERE lower(detail || subject_id || actor_name) LIKE '%canary%'`).Scan(&n)
	if err != nil || n != 0 {
		t.Errorf("%d audit rows hold the name, %v", n, err)
	}
	if got := agent.get("/search?q=canary").Header.Get("Referrer-Policy"); got != "same-origin" && got != "no-referrer" {
		t.Errorf("Referrer-Policy %q: another site would learn the address", got)
	}
}

func TestASearchForManyThingsAtOnceStaysBounded(t *testing.T) {
	s := newSite(t)
	var bodies []string
	for i := range int64(mostOfOne + 5) {
		bodies = append(bodies, stateChange(testTransfer+i, "", "processing", ago(5e12)))
	}
	s.deliver(bodies...)
	agent := s.signIn(auth.Agent)
	doc := agent.page(fmt.Sprintf("/search?q=%d", testAccount))
	if n := doc.Find(".hit").Length(); n != mostOfOne {
		t.Errorf("of one recipient: %d things, want %d", n, mostOfOne)
	}
	if text := doc.Find("main").Text(); !strings.Contains(text, "There may be more") {
		t.Errorf("the page does not say that there may be more: %q", folded(text))
	}
	many := make([]string, 99)
	for i := range many {
		many[i] = fmt.Sprint(900_000 + i)
	}
	text := strings.Join(append(many, fmt.Sprint(testAccount)), " ")
	doc = agent.page("/search?q=" + url.QueryEscape(text))
	if n := doc.Find(".hit").Length(); n != mostOfAll/100 {
		t.Errorf("of one recipient among a hundred ids: %d things, want %d", n, mostOfAll/100)
	}
	if text := folded(doc.Find("main").Text()); !strings.Contains(text, fmt.Sprintf("More than these go by %d: search for it alone.", testAccount)) {
		t.Errorf("the page does not say what there is more of: %q", text)
	}
}
