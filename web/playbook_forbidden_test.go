package web

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"transferdesk/internal/reason"
)

// Whatever may not reach a customer is refused with 422, by the field, with the
// reason, and with everything that was typed still there.
func TestWhatMayNotReachACustomerIsRefused(t *testing.T) {
	s, lead := playbookSite(t)
	for _, c := range []struct{ field, typed string }{
		{"customer_why", "because of an AML matter"}, {"customer_why", "because of sanctions"}, {"customer_why", "because of frаud"}, {"customer_why", "because of f\u200braud"},
		{"customer_why", "because of fra\u00adud"}, {"customer_why", "because of ｆｒａｕｄ"}, {"customer_why", "because of fra\r\nud"}, {"customer_why", "because compliance has it"},
		{"customer_why", "because it is ACCOUNT_CLOSED"}, {"customer_why", "because of <b>it</b>"}, {"customer_why", "because it has arrived"}, {"customer_why", "because it was delivered"},
		{"customer_next", "wait two days"}, {"customer_next", "wait 24h"}, {"customer_next", "wait until 3 December"}, {"customer_next", "wait until tomorrow"}, {"customer_next", "wait until December"},
		{"customer_next", strings.Repeat("a", reason.MaxClause+1)}, {"customer_next", "see https://example.com"}, {"customer_next", "ask for it."},
		{"title", strings.Repeat("a", reason.MaxTitle+1)}, {"title", ""}, {"meaning", ""}, {"meaning", strings.Repeat("a", reason.MaxMeaning+1)}, {"ask", ""}, {"fix", " "},
		{"openness", "locked"}, {"openness", ""}, {"who", "customer"}, {"money_now", "sender"}, {"retry", "perhaps"}, {"note", "\u200b "}, {"note", strings.Repeat("a", 301)},
	} {
		form := changed(formOf(reason.OfFailure, "ACCOUNT_CLOSED", 0), "meaning", "Kept meaning.", "desk_note", "Kept <note>.", c.field, c.typed)
		answer := lead.submit(closedPage, form)
		if answer.StatusCode != http.StatusUnprocessableEntity {
			t.Errorf("%s %q: got %d, want 422", c.field, c.typed, answer.StatusCode)
			continue
		}
		doc := lead.document(answer, http.StatusUnprocessableEntity)
		if got := doc.Find(`[role=alert] a[href="#` + c.field + `"]`).Text(); got == "" {
			t.Errorf("%s %q: the summary does not lead to the field: %s", c.field, c.typed, folded(doc.Find("[role=alert]").Text()))
		}
		if doc.Find("#"+c.field+"[aria-invalid]").Length() != 1 || doc.Find("[aria-invalid]").Length() != 1 {
			t.Errorf("%s %q: another field is marked", c.field, c.typed)
		}
		if got := doc.Find("#desk_note").Text(); strings.TrimSpace(got) != "Kept <note>." {
			t.Errorf("%s: what was typed is lost: %q", c.field, got)
		}
		if got := strings.TrimPrefix(doc.Find("textarea#"+c.field).Text(), "\n"); doc.Find("textarea#"+c.field).Length() == 1 && got != strings.ReplaceAll(c.typed, "\r\n", "\n") && got != c.typed {
			t.Errorf("%s: got %q back, want %q", c.field, got, c.typed)
		}
	}
	if n := len(s.versionsOf(reason.OfFailure, "ACCOUNT_CLOSED")); n != 0 {
		t.Errorf("%d versions are kept", n)
	}
}

// A case's whole sentence is held to the same, and a word that is right is kept.
func TestACaseIsEditedToo(t *testing.T) {
	s, lead := playbookSite(t)
	const code = reason.DepositTooSmall
	for _, typed := range []string{"It takes two days.", "Compliance has it.", "please pay it.", "Please pay it", "See example.com now."} {
		if answer := lead.submit("/reasons/"+code, changed(formOf(reason.OfCase, code, 0), "customer_text", typed)); answer.StatusCode != http.StatusUnprocessableEntity {
			t.Errorf("%q: got %d, want 422", typed, answer.StatusCode)
		}
	}
	s.deliver(stateChange(77, "", "incoming_payment_waiting", ago(1e13)), activeCases(77, ago(9e12), strings.ToUpper(code)))
	lead.mustSave(strings.ToUpper(code), changed(formOf(reason.OfCase, code, 0), "title", "Zebra case", "ask", "Ask the zebra.", "customer_text", "Please look for the zebra.", "desk_note", "Zebra note."))
	doc := lead.page("/transfers/77")
	for id, want := range map[string]string{"customer-text": "Please look for the zebra.", "next": "Ask the zebra.", "case": "Zebra note.", "answer": "zebra case"} {
		if got := testid(doc, id); !strings.Contains(got, want) {
			t.Errorf("%s: got %q, want %q", id, got, want)
		}
	}
	if link := doc.Find(`[data-testid="case"] [data-testid="playbook-link"]`).AttrOr("href", ""); testid(lead.page(link), "card-title") != "Zebra case" {
		t.Errorf("the case's link %q does not lead to its card", link)
	}
}

// An internal card says no cause, whatever stands in its clauses.
func TestAnInternalCardSaysNoCause(t *testing.T) {
	s, lead := playbookSite(t)
	lead.mustSave("ACCOUNT_CLOSED", changed(formOf(reason.OfFailure, "ACCOUNT_CLOSED", 0), "openness", "internal", "customer_why", "because of a zebra", "customer_next", "look for a zebra"))
	text := testid(lead.page("/transfers/49983981"), "customer-text")
	if strings.Contains(text, "zebra") || !strings.Contains(text, "could not be paid out. It is back at Wise") {
		t.Errorf("the customer is told %q", text)
	}
	if got := body(t, s.call(s.token("agent"), "/api/v1/transfers/49983981")); strings.Contains(got, "zebra") {
		t.Errorf("the JSON holds it: %s", got)
	}
}

// What a lead types is text, on every page that shows it.
func TestHostileWordsInThePlaybookComeOutAsText(t *testing.T) {
	_, lead := playbookSite(t)
	for i, text := range hostile {
		text = text[:min(len(text), 1200)]
		form := changed(formOf(reason.OfFailure, "ACCOUNT_CLOSED", int64(i)), "meaning", text, "ask", text, "desk_note", text, "note", text, "customer_why", text, "customer_next", text)
		doc := lead.document(lead.submit(closedPage, form), http.StatusUnprocessableEntity)
		if n := doc.Find("main script, img, iframe, [onerror], [onload]").Length(); n != 0 {
			t.Errorf("%.30q: %d elements that we never write", text, n)
		}
	}
	long := changed(formOf(reason.OfFailure, "ACCOUNT_CLOSED", 0), "meaning", strings.Repeat("語", reason.MaxMeaning), "ask", strings.Repeat("語", reason.MaxAsk),
		"desk_note", strings.Repeat("語", reason.MaxNote), "fix", strings.Repeat("語", reason.MaxFix), "title", strings.Repeat("語", reason.MaxTitle), "note", strings.Repeat("語", 300))
	lead.mustSave("ACCOUNT_CLOSED", long)
	markup := `<img src=x onerror=alert(1)><script>x</script>`
	lead.mustSave("ACCOUNT_CLOSED", changed(formOf(reason.OfFailure, "ACCOUNT_CLOSED", 1), "title", "<script>x</script>", "meaning", markup, "ask", markup, "fix", markup, "desk_note", markup, "note", markup))
	for _, path := range []string{"/reasons", closedPage, closedPage + "/edit", closedPage + "/compare?from=0&to=1", "/transfers/49983981", "/bounced", "/bounced?reason=ACCOUNT_CLOSED", "/reasons?q=" + url.QueryEscape(markup)} {
		doc := lead.page(path)
		if n := doc.Find("main script, img, [onerror]").Length(); n != 0 {
			t.Errorf("%s: %d elements that we never write", path, n)
		}
	}
}

// The customer's sentences can be looked at before they count.
func TestAPreviewSavesNothing(t *testing.T) {
	s, lead := playbookSite(t)
	form := changed(formOf(reason.OfFailure, "ACCOUNT_CLOSED", 0), "customer_why", "because of a zebra", "do", "preview", "note", "")
	doc := lead.document(lead.submit(closedPage, form), http.StatusOK)
	if got := testid(doc, "previews"); !strings.Contains(got, "could not be paid out because of a zebra.") {
		t.Errorf("the preview says %q", got)
	}
	doc = lead.document(lead.submit(closedPage, changed(form, "customer_why", "because of fraud")), http.StatusOK)
	if doc.Find("#customer_why[aria-invalid]").Length() != 1 || testid(doc, "previews") != "" {
		t.Errorf("a forbidden word is shown as if it could go out: %s", testid(doc, "previews"))
	}
	if n := len(s.versionsOf(reason.OfFailure, "ACCOUNT_CLOSED")); n != 0 {
		t.Errorf("%d versions are kept", n)
	}
}
