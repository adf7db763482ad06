package web

import (
	"context"
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"transferdesk/internal/auth"
	"transferdesk/internal/customer"
	"transferdesk/internal/desk"
)

// directory imports lines below the header.
func (s *site) directory(lines ...string) {
	s.t.Helper()
	_, err := s.desk.ImportCustomers(context.Background(), cli(), desk.Import{
		From: strings.NewReader("reference,name,email,profile_id,user_id\n" + strings.Join(lines, "\n")),
		Bad:  func(b *customer.BadLine) { s.t.Error(b) },
	})
	if err != nil {
		s.t.Fatal(err)
	}
}

const testCustomer = "/customers/16055450"

func TestACustomerWhoIsNotLinkedHasAnUnknownAccount(t *testing.T) {
	s := newSite(t)
	s.deliver(bouncedLife(testTransfer)...)
	for _, path := range []string{testCustomer, "/transfers/49983981"} {
		if got := testid(s.nobodyAs(auth.Agent).page(path), "account-state"); !strings.Contains(got, "Account state unknown") {
			t.Errorf("%s: got %q", path, got)
		}
	}
	doc := s.nobodyAs(auth.Agent).page(testCustomer)
	if got := testid(doc, "links"); !strings.Contains(got, "Not linked to a user yet, so the account state is unknown.") {
		t.Errorf("got %q", got)
	}
	if n := doc.Find("form.link-form").Length(); n != 0 {
		t.Error("an agent has the form")
	}
}

// nobodyAs signs in as somebody of the role, who is added once.
func (s *site) nobodyAs(role auth.Role) *browser {
	s.t.Helper()
	b := s.nobody()
	form := url.Values{"email": {string(role) + "@example.com"}, "password": {testPassword}}
	if b.submit("/login", form).StatusCode != http.StatusSeeOther {
		return s.signIn(role)
	}
	return b
}

func TestTheDirectorySaysWhoItIsAndWhoseAccountCounts(t *testing.T) {
	s := newSite(t)
	s.deliver(append(bouncedLife(testTransfer), userChanged(testUser, "ACTIVE", "WITHDRAW_ONLY", "ACCOUNT_SUSPENSION", ago(5e12)))...)
	s.directory(`C-17,"<b>Erika</b> Mustermann",erika@example.com,16055450,7788991`)
	agent := s.signIn(auth.Agent)
	doc := agent.page(testCustomer)
	text := folded(doc.Find("main").Text())
	for _, want := range []string{"<b>Erika</b> Mustermann", "C-17", "erika@example.com", "from the directory, imported by test", "History (1)"} {
		if !strings.Contains(text, want) {
			t.Errorf("the page lacks %q", want)
		}
	}
	if got := testid(doc, "account-state"); !strings.Contains(got, "Can withdraw only: the 90 days end on") {
		t.Errorf("the account: got %q", got)
	}
	if got := doc.Find("title").Text(); !strings.Contains(got, "1 open now · <b>Erika</b> Mustermann · Customer 16055450") {
		t.Errorf("the title: got %q", got)
	}
	doc = agent.page("/transfers/49983981")
	if got := testid(doc, "account-state"); !strings.Contains(got, "Can withdraw only") {
		t.Errorf("beside the transfer: got %q", got)
	}
	if got := folded(doc.Find(".strips").Text()); !strings.Contains(got, "The linked user's account: can withdraw only") {
		t.Errorf("the strip of the transfer: got %q", got)
	}
	for _, path := range []string{"/transfers/49983981", "/", "/bounced"} {
		if got := folded(agent.page(path).Find("main").Text()); !strings.Contains(got, "<b>Erika</b> Mustermann") {
			t.Errorf("%s does not name the customer", path)
		}
	}
	doc = agent.page("/users/7788991")
	if got := testid(doc, "profiles"); !strings.Contains(got, "16055450 <b>Erika</b> Mustermann from the directory") {
		t.Errorf("the user's customers: got %q", got)
	}
}

func TestSomebodyOfTheDirectoryHasAPageBeforeTheFirstEvent(t *testing.T) {
	s := newSite(t)
	s.directory("C-17,Erika,,16055450,7788991")
	agent := s.signIn(auth.Agent)
	if got := testid(agent.page(testCustomer), "account-state"); !strings.Contains(got, "Wise has not told us the state of the account of user 7788991.") {
		t.Errorf("got %q", got)
	}
	agent.page("/users/7788991")
	for _, path := range []string{"/customers/16055451", "/users/7788992"} {
		if got := agent.get(path).StatusCode; got != http.StatusNotFound {
			t.Errorf("%s: got %d, want 404", path, got)
		}
	}
}

func TestALinkIsLearnedFromACaseThatNamesBoth(t *testing.T) {
	s := newSite(t)
	s.deliver(supportCase(testCase, "GENERAL_ENQUIRY", "OPEN", ago(6e12)), userChanged(testUser, "ACTIVE", "DEACTIVATED", "ACCOUNT_CLOSURE", ago(5e12)))
	doc := s.signIn(auth.Agent).page(testCustomer)
	if got := testid(doc, "links"); !strings.Contains(got, "7788991") || !strings.Contains(got, "named together by Wise event 1") {
		t.Errorf("got %q", got)
	}
	if got := testid(doc, "account-state"); !strings.Contains(got, "The account has been deactivated") {
		t.Errorf("the account: got %q", got)
	}
}

func TestSourcesThatDisagreeAreShownAndTheStrongestCounts(t *testing.T) {
	s := newSite(t)
	s.deliver(supportCase(testCase, "GENERAL_ENQUIRY", "OPEN", ago(6e12)), userChanged(testUser, "ACTIVE", "DEACTIVATED", "ACCOUNT_CLOSURE", ago(5e12)))
	s.directory("C-17,Erika,,16055450,9000001")
	doc := s.signIn(auth.Agent).page(testCustomer)
	got := testid(doc, "links")
	for _, want := range []string{"The sources do not agree.", "9000001 Account state not known", "7788991 Deactivated named, but does not count here"} {
		if !strings.Contains(got, want) {
			t.Errorf("got %q, want %q in it", got, want)
		}
	}
	if got := testid(doc, "link-conflict"); !strings.Contains(got, "The sources do not agree") || !strings.Contains(got, "has a restricted account") {
		t.Errorf("on top of the page: got %q", got)
	}
	if got := testid(doc, "account-state"); !strings.Contains(got, "Wise has not told us") {
		t.Errorf("the account of the user who counts: got %q", got)
	}
}

func TestALeadLinksAndWithdraws(t *testing.T) {
	s := newSite(t)
	s.deliver(append(bouncedLife(testTransfer), userChanged(testUser, "ACTIVE", "WITHDRAW_ONLY", "", ago(5e12)))...)
	lead := s.signIn(auth.Lead)
	send := func(seen, do, user, note string) *http.Response {
		return lead.submit(testCustomer+"/link", url.Values{"seen": {seen}, "do": {do}, "user": {user}, "note": {note}})
	}
	if got := lead.page(testCustomer).Find(`input[name="seen"]`).AttrOr("value", ""); got != "0" {
		t.Fatalf("the form says it saw %q, want 0", got)
	}
	answer := send("0", "link", " 7788991 ", "passport seen")
	if answer.StatusCode != http.StatusSeeOther || answer.Header.Get("Location") != testCustomer+"#links" {
		t.Fatalf("linking: got %d to %q", answer.StatusCode, answer.Header.Get("Location"))
	}
	doc := lead.page(testCustomer)
	if got := testid(doc, "links"); !strings.Contains(got, "set by a lead, Lead One") || !strings.Contains(got, "“passport seen”") {
		t.Errorf("linked: got %q", got)
	}
	if got := send("0", "link", "7788992", "late").StatusCode; got != http.StatusConflict {
		t.Errorf("on an old page: got %d, want 409", got)
	}
	doc = s.document(send("0", "withdraw", "7788991", "typed by me"), http.StatusConflict)
	if got := testid(doc, "links"); !strings.Contains(got, "Another lead changed the links") || !strings.Contains(got, "set by a lead") {
		t.Errorf("a lost update shows %q", got)
	}
	if got := doc.Find(`input[name="note"]`).AttrOr("value", "") + doc.Find(`input[name="seen"]`).AttrOr("value", ""); got != "typed by me1" {
		t.Errorf("it keeps %q, and what there is now", got)
	}
	if got := send("1", "withdraw", "7788991", "wrong Erika").StatusCode; got != http.StatusSeeOther {
		t.Errorf("withdrawing: got %d", got)
	}
	if got := testid(lead.page(testCustomer), "account-state"); !strings.Contains(got, "Account state unknown") {
		t.Errorf("after withdrawing: got %q", got)
	}
	if d := cmp.Diff([]string{"done profile 16055450", "failed profile 16055450", "failed profile 16055450", "done profile 16055450"}, s.recorded(auth.LinkCustomer)); d != "" {
		t.Errorf("recorded (-want +got)\n%s", d)
	}
}

func TestALinkFormThatIsWrongKeepsWhatWasTyped(t *testing.T) {
	s := newSite(t)
	s.deliver(bouncedLife(testTransfer)...)
	lead := s.signIn(auth.Lead)
	for _, c := range []struct{ name, do, user, note, field, text string }{
		{"no id", "link", "Erika", "seen", "user", "The user id must be a whole number"},
		{"an id with a fraction", "link", "1.5", "seen", "user", "The user id must be a whole number"},
		{"beyond the largest", "link", "9223372036854775808", "seen", "user", "The user id must be a whole number"},
		{"no note", "link", "7788991", "\u2060\u00a0", "note", "The note must have 1 to 500 characters"},
		{"a long note", "link", "7788991", strings.Repeat("é", 501), "note", "The note must have 1 to 500 characters"},
		{"withdrawing what is not there", "withdraw", "7788991", "seen", "user", "there is no link to withdraw"},
		{"markup", "link", `"><script>alert(1)</script>`, "<b>", "user", "The user id must be"},
	} {
		form := url.Values{"seen": {"0"}, "do": {c.do}, "user": {c.user}, "note": {c.note}}
		doc := s.document(lead.submit(testCustomer+"/link", form), http.StatusUnprocessableEntity)
		if got := doc.Find("#" + c.field + "-help").Text(); !strings.Contains(got, c.text) {
			t.Errorf("%s: got %q", c.name, got)
		}
		if got := doc.Find(`.errors a`).AttrOr("href", ""); got != "#"+c.field {
			t.Errorf("%s: the summary links to %q", c.name, got)
		}
		kept := fmt.Sprint(doc.Find(`#user`).AttrOr("value", ""), "|", doc.Find(`#note`).AttrOr("value", ""))
		if kept != c.user+"|"+c.note {
			t.Errorf("%s: kept %q", c.name, kept)
		}
	}
	for form, want := range map[string]int{"user=1&note=x&do=link": 400, "user=1&note=x&seen=0": 400, "user=1&note=x&seen=y&do=link": 400} {
		values, _ := url.ParseQuery(form)
		if got := lead.submit(testCustomer+"/link", values).StatusCode; got != want {
			t.Errorf("%s: got %d, want %d", form, got, want)
		}
	}
}

func TestTheJSONNamesUserReferenceAndProfiles(t *testing.T) {
	s := newSite(t)
	_, router := document(t)
	s.deliver(append(bouncedLife(testTransfer), userChanged(testUser, "ACTIVE", "WITHDRAW_ONLY", "ACCOUNT_SUSPENSION", ago(5e12)),
		supportCase(testCase, "GENERAL_ENQUIRY", "OPEN", ago(6e12)))...)
	s.directory("C-17,Erika,,16055450,7788991")
	token := s.token(auth.Agent)
	for path, wants := range map[string][]string{
		"/api/v1" + testCustomer:      {`"user_id":7788991`, `"reference":"C-17"`, `"name":"Erika"`, `"state":"WITHDRAW_ONLY"`, `"source":"import"`, `"appealable":true`},
		"/api/v1/users/7788991":       {`"profiles":[16055450]`},
		"/api/v1/transfers/49983981":  {`"code":"account_restricted"`},
		"/api/v1/search?q=erika":      {`"kind":"customer","id":16055450,"title":"Customer 16055450 · Erika"`},
		"/api/v1/search?q=39f893e3-4": {`"results":[]`},
	} {
		got := s.conforms(router, s.call(token, path))
		for _, want := range wants {
			if !strings.Contains(got, want) {
				t.Errorf("%s lacks %s:\n%.1500s", path, want, got)
			}
		}
	}
}

func TestLinksAndTheDirectorySurviveARebuild(t *testing.T) {
	s := newSite(t)
	s.deliver(append(bouncedLife(testTransfer), supportCase(testCase, "GENERAL_ENQUIRY", "OPEN", ago(6e12)))...)
	s.directory("C-17,Erika Alt,,16055450,7788991")
	s.directory("C-17,Erika,e@example.com,16055450,7788991")
	lead := s.signIn(auth.Lead)
	lead.submit(testCustomer+"/link", url.Values{"seen": {"0"}, "do": {"link"}, "user": {"9000001"}, "note": {"passport seen"}})
	before := testid(lead.page(testCustomer), "links")
	if !strings.Contains(before, "History (4)") || !strings.Contains(before, "Erika Alt") || !strings.Contains(before, "9000001") {
		t.Fatalf("before: %q", before)
	}
	if err := s.project.Rebuild(context.Background(), nil); err != nil {
		t.Fatal(err)
	}
	if after := testid(lead.page(testCustomer), "links"); after != before {
		t.Errorf("before: %q\nafter: %q", before, after)
	}
}
