package web

import (
	"context"
	"encoding/json"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"transferdesk/internal/auth"
	"transferdesk/internal/reason"
)

// What a lead saves counts with the next request, everywhere at once: on the transfer,
// in every list and search, in the filters, and in the JSON.
func TestAnEditCountsEverywhereAtOnce(t *testing.T) {
	s, lead := playbookSite(t)
	token := s.token(auth.Agent)
	agent := s.signIn(auth.Agent)
	places := []string{"/transfers/49983981", "/", "/bounced", "/bounced?reason=ACCOUNT_CLOSED", "/search?q=failed+49983981+and+1", "/customers/16055450", "/reasons", closedPage}
	all := func() (pages, api string) {
		for _, path := range places {
			pages += path + "\n" + body(t, agent.get(path)) + "\n"
		}
		for _, path := range []string{"/api/v1/transfers/49983981", "/api/v1/customers/16055450", "/api/v1/bounced", "/api/v1/search?q=49983981"} {
			api += body(t, s.call(token, path)) + "\n"
		}
		return pages, api
	}
	before, _ := all()
	if !strings.Contains(before, "account is closed") || strings.Contains(before, "zebra") {
		t.Fatal("the built-in words are not there, so this test guards nothing")
	}
	lead.mustSave("ACCOUNT_CLOSED", changed(formOf(reason.OfFailure, "ACCOUNT_CLOSED", 0), "title", "Zebra title", "meaning", "Zebra meaning.", "ask", "Zebra ask.",
		"fix", "Zebra fix.", "customer_why", "because of a zebra", "customer_next", "ask the recipient for a zebra", "desk_note", "Zebra note."))
	pages, api := all()
	for _, gone := range []string{"account is closed", "The recipient's account is closed", "Another account of the same recipient"} {
		if strings.Contains(strings.ReplaceAll(pages, "Recipient&#39;s account is closed", ""), gone) || strings.Contains(strings.ReplaceAll(api, "Recipient's account is closed", ""), gone) {
			t.Errorf("%q is still said somewhere", gone)
		}
	}
	doc := agent.page("/transfers/49983981")
	for id, want := range map[string]string{"answer": "Returned to Wise: zebra title. Not refunded yet.", "why": "Zebra meaning.",
		"customer-text": "could not be paid out because of a zebra. It is back at Wise, which will either deliver it or refund it. Please do not send it again yet; before a new payment, ask the recipient for a zebra.",
		"failure":       "Zebra note.", "fix": "Zebra ask."} {
		if got := testid(doc, id); !strings.Contains(got, want) {
			t.Errorf("%s: got %q, want %q", id, got, want)
		}
	}
	for _, path := range places {
		if path != "/reasons" && path != closedPage && !strings.Contains(body(t, agent.get(path)), "ebra") {
			t.Errorf("%s says nothing of the edit", path)
		}
	}
	var one struct {
		Answer   struct{ Headline, CustomerText string }
		Failures []struct{ Title, Meaning, Fix string }
	}
	if err := json.Unmarshal([]byte(strings.ReplaceAll(body(t, s.call(token, "/api/v1/transfers/49983981")), "customer_text", "CustomerText")), &one); err != nil {
		t.Fatal(err)
	}
	if len(one.Failures) != 1 || one.Failures[0].Title != "Zebra title" || one.Failures[0].Fix != "Zebra fix." || !strings.Contains(one.Answer.CustomerText, "because of a zebra") || !strings.Contains(one.Answer.Headline, "zebra title") {
		t.Errorf("the JSON: %+v", one)
	}
}

// A server that starts again has what leads wrote.
func TestARestartKeepsWhatLeadsWrote(t *testing.T) {
	s, lead := playbookSite(t)
	lead.mustSave("ACCOUNT_CLOSED", changed(formOf(reason.OfFailure, "ACCOUNT_CLOSED", 0), "title", "Zebra title"))
	again, err := New(s.server.Cfg)
	if err != nil {
		t.Fatal(err)
	}
	if got := again.catalogue().Failure("ACCOUNT_CLOSED"); got.Title != "Zebra title" || got.Edited == nil || got.Edited.By != "Lead One" {
		t.Errorf("got %+v", got)
	}
}

// While the playbook cannot be read pages say so, and no cause goes out: a lead may
// have taken it back. Once it can be read again, the next request has it.
func TestAPlaybookThatCannotBeReadIsSaid(t *testing.T) {
	s, lead := playbookSite(t)
	lead.mustSave("ACCOUNT_CLOSED", changed(formOf(reason.OfFailure, "ACCOUNT_CLOSED", 0), "openness", "internal"))
	s.outside("ALTER TABLE playbook_versions RENAME TO elsewhere")
	s.server.readPlaybook(context.Background())
	doc := lead.page("/transfers/49983981")
	if got := testid(doc, "playbook-unread"); !strings.Contains(got, "cannot be read") {
		t.Errorf("the page says %q", got)
	}
	if got := testid(doc, "customer-text"); strings.Contains(got, "closed") || !strings.Contains(got, "could not be paid out. It is back") {
		t.Errorf("the customer is told %q", got)
	}
	s.outside("ALTER TABLE elsewhere RENAME TO playbook_versions")
	doc = lead.page("/transfers/49983981")
	if got := testid(doc, "playbook-unread"); got != "" {
		t.Errorf("it can be read again, and the page says %q", got)
	}
}

// A version that cannot be read closes its own card alone.
func TestAVersionThatCannotBeReadClosesItsCard(t *testing.T) {
	s, lead := playbookSite(t)
	s.outside(`INSERT INTO playbook_versions VALUES (NULL, 'failure', 'ACCOUNT_CLOSED', 1, 0, '{"title":', 'x', 1, 'person', 1, 'Lena')`)
	s.server.readPlaybook(context.Background())
	if got := testid(lead.page("/transfers/49983981"), "customer-text"); strings.Contains(got, "closed") {
		t.Errorf("the customer is told %q", got)
	}
	if got := testid(lead.page(closedPage), "card"); !strings.Contains(got, "cannot be read") {
		t.Errorf("the card says %q", got)
	}
	if got := testid(lead.page("/reasons/WRONG_NAME"), "previews"); !strings.Contains(got, "name does not match") {
		t.Errorf("another card says %q", got)
	}
}

// An agent reads and does not write; nothing offers it.
func TestAnAgentReadsThePlaybookOnly(t *testing.T) {
	s, lead := playbookSite(t)
	lead.mustSave("ACCOUNT_CLOSED", formOf(reason.OfFailure, "ACCOUNT_CLOSED", 0))
	agent := s.signIn(auth.Agent)
	doc := agent.page(closedPage)
	if doc.Find(`form[method=post]:not([action="/logout"]), a[href*="/edit"]`).Length() != 0 {
		t.Error("an agent is offered what they may not do")
	}
	for path, form := range map[string]url.Values{closedPage: formOf(reason.OfFailure, "ACCOUNT_CLOSED", 1), closedPage + "/restore": {"kind": {"failure"}, "based": {"1"}, "version": {"0"}, "note": {"x"}}} {
		if answer := agent.submit(path, form); answer.StatusCode != http.StatusForbidden {
			t.Errorf("POST %s: got %d, want 403", path, answer.StatusCode)
		}
	}
	if answer := agent.get(closedPage + "/edit"); answer.StatusCode != http.StatusForbidden {
		t.Errorf("the form: got %d, want 403", answer.StatusCode)
	}
	if n := len(s.versionsOf(reason.OfFailure, "ACCOUNT_CLOSED")); n != 1 {
		t.Errorf("%d versions are kept", n)
	}
}

// Of two who edit at once the later one is told, with both versions, and keeps what
// was typed; saving again is then a decision.
func TestALostUpdateIsAConflict(t *testing.T) {
	s, lead := playbookSite(t)
	admin := s.signIn(auth.Admin)
	lead.mustSave("ACCOUNT_CLOSED", changed(formOf(reason.OfFailure, "ACCOUNT_CLOSED", 0), "meaning", "What Lead wrote.", "note", "first"))
	mine := changed(formOf(reason.OfFailure, "ACCOUNT_CLOSED", 0), "meaning", "What Admin typed.", "desk_note", "Kept note.")
	doc := admin.document(admin.submit(closedPage, mine), http.StatusConflict)
	if got := testid(doc, "conflict"); !strings.Contains(got, "What Lead wrote.") || !strings.Contains(got, "What Admin typed.") || !strings.Contains(got, "Lead One") || !strings.Contains(got, "first") {
		t.Errorf("the conflict shows %q", got)
	}
	if doc.Find("del").Length() == 0 || doc.Find("ins").Length() == 0 {
		t.Error("before and after are not marked")
	}
	if got := folded(doc.Find("#meaning").Text()); got != "What Admin typed." {
		t.Errorf("what was typed is lost: %q", got)
	}
	if got := testid(lead.page(closedPage), "card"); !strings.Contains(got, "What Lead wrote.") {
		t.Errorf("the first edit was overwritten: %q", got)
	}
	if got := doc.Find("input[name=based]").AttrOr("value", ""); got != "1" {
		t.Errorf("the form is based on version %q, want 1", got)
	}
	admin.mustSave("ACCOUNT_CLOSED", changed(mine, "based", "1"))
	if all := s.versionsOf(reason.OfFailure, "ACCOUNT_CLOSED"); len(all) != 2 || all[0].By.Name != "Admin One" {
		t.Errorf("kept: %+v", all)
	}
	admin.mustSave("ACCOUNT_CLOSED", changed(mine, "based", "0"))
	if n := len(s.versionsOf(reason.OfFailure, "ACCOUNT_CLOSED")); n != 2 {
		t.Errorf("the same form sent twice makes %d versions", n)
	}
}
