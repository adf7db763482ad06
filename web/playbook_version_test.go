package web

import (
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"transferdesk/internal/auth"
	"transferdesk/internal/reason"
	"transferdesk/internal/testkit"
	"transferdesk/web/front"
)

// Versions are listed with who, when and why; any two can be compared, and each can
// be brought back, which is a version of its own.
func TestVersionsAreComparedAndBroughtBack(t *testing.T) {
	s, lead := playbookSite(t)
	lead.mustSave("ACCOUNT_CLOSED", changed(formOf(reason.OfFailure, "ACCOUNT_CLOSED", 0), "meaning", "First meaning.", "note", "why the first"))
	s.setNow(s.now.Add(30 * time.Minute))
	lead.mustSave("ACCOUNT_CLOSED", changed(formOf(reason.OfFailure, "ACCOUNT_CLOSED", 1), "meaning", "Second meaning.", "openness", "softly", "note", "why the second"))
	page := lead.page(closedPage)
	if got := testid(page, "versions"); !strings.Contains(got, "Version 2 written counts nowby Lead One") || !strings.Contains(got, "why the second") || !strings.Contains(got, "Version 1 written by Lead One 30 min ago") {
		t.Errorf("the versions: %s", got)
	}
	for query, want := range map[string]string{
		"from=0&to=1": "MeaningThe recipient's details were right, but the account is closed. First meaning.",
		"from=1&to=2": "MeaningFirst meaning. Second meaning.How openTell plainly Softly",
		"from=2&to=1": "MeaningSecond meaning. First meaning.How openSoftly Tell plainly",
	} {
		doc := lead.page(closedPage + "/compare?kind=failure&" + query)
		if got := testid(doc, "changes"); got != want {
			t.Errorf("%s: got %q, want %q", query, got, want)
		}
		if doc.Find("del").Length() != doc.Find("ins").Length() || doc.Find("del").Length() == 0 {
			t.Errorf("%s: before and after are not marked", query)
		}
	}
	if got := testid(lead.page(closedPage+"/compare?from=1&to=1"), "same"); got == "" {
		t.Error("two that say the same are not said to")
	}
	for query, want := range map[string]int{"from=0&to=9": 404, "from=x&to=1": 400, "from=-1&to=1": 400, "": 400} {
		if got := lead.get(closedPage + "/compare?" + query).StatusCode; got != want {
			t.Errorf("compare %q: got %d, want %d", query, got, want)
		}
	}
	restore := func(based, version, note string) *http.Response {
		return lead.submit(closedPage+"/restore", url.Values{"kind": {"failure"}, "based": {based}, "version": {version}, "note": {note}})
	}
	if got := restore("2", "1", "").StatusCode; got != http.StatusUnprocessableEntity {
		t.Errorf("without a note: got %d", got)
	}
	if got := restore("1", "1", "x").StatusCode; got != http.StatusConflict {
		t.Errorf("on an old version: got %d", got)
	}
	if got := restore("2", "7", "x").StatusCode; got != http.StatusNotFound {
		t.Errorf("a version that is not there: got %d", got)
	}
	if got := restore("2", "1", "the first was better").StatusCode; got != http.StatusSeeOther {
		t.Fatalf("an older one: got %d", got)
	}
	if got := testid(lead.page("/transfers/49983981"), "why"); got != "First meaning." {
		t.Errorf("the transfer says %q", got)
	}
	if got := restore("3", "0", "as it came").StatusCode; got != http.StatusSeeOther {
		t.Fatalf("the built-in card: got %d", got)
	}
	page = lead.page(closedPage)
	if testid(page, "built-in") == "" || testid(lead.page("/transfers/49983981"), "why") != "The recipient's details were right, but the account is closed." {
		t.Errorf("the built-in card does not count: %s", testid(page, "card"))
	}
	all := s.versionsOf(reason.OfFailure, "ACCOUNT_CLOSED")
	if len(all) != 4 || !all[0].Builtin || all[1].Card != all[3].Card || all[0].Note != "as it came" {
		t.Errorf("kept: %+v", all)
	}
	audited := 0
	for _, e := range testkit.AuditEntries(t, s.db) {
		if (e.Act == string(auth.EditPlaybook) || e.Act == string(auth.RestorePlaybook)) && e.Result == "done" && e.SubjectKind == "reason" && e.SubjectID == "failure ACCOUNT_CLOSED" && e.ActorName == "Lead One" {
			audited++
		}
	}
	if audited != 4 {
		t.Errorf("%d of 4 acts are in the audit log", audited)
	}
}

// A code that came without a card is listed for leads, leads to its transfers, and is
// gone from the list once somebody has written its card.
func TestAnUnknownCodeIsGivenACard(t *testing.T) {
	s := newSite(t)
	s.deliver(append(bouncedLife(50), payoutFailure(50, "BRAND_NEW/CODE", "zq9", ago(60*time.Hour)), payoutFailure(51, "BRAND_NEW/CODE", "zq9", ago(2*time.Hour)), activeCases(50, ago(time.Hour), "New_Case"))...)
	lead, agent := s.signIn(auth.Lead), s.signIn(auth.Agent)
	todo := lead.page("/reasons").Find(`[data-testid="codes-without-card"]`)
	if got := folded(todo.Text()); !strings.Contains(got, "BRAND_NEW/CODE Payout failure2 transfers") || !strings.Contains(got, "new_case Active case1 transfer") || !strings.Contains(got, "2 h ") {
		t.Errorf("to do: %s", got)
	}
	if testid(agent.page("/reasons"), "codes-without-card") != "" {
		t.Error("an agent is given what only a lead can do")
	}
	write := todo.Find(`a[href*="BRAND_NEW"].btn`).AttrOr("href", "")
	doc := lead.page(write)
	if got := doc.Find("h1").Text(); folded(got) != "Write a card" || strings.TrimSpace(doc.Find("#title").Text()) == "" {
		t.Errorf("the form of %s: %s", write, got)
	}
	form := url.Values{"kind": {"failure"}, "based": {"0"}, "note": {"Wise told us"}, "title": {"A brand new reason"}, "meaning": {"It means this."}, "money_now": {"wise"}, "who": {"sender"},
		"ask": {"Ask for that."}, "fix": {"The sender brings that."}, "retry": {"after_fix"}, "openness": {"tell"}, "customer_why": {"because of this"}, "customer_next": {"bring that"}}
	action := doc.Find(`form[data-testid="card-form"]`).AttrOr("action", "")
	if answer := lead.submit(action, form); answer.StatusCode != http.StatusSeeOther {
		t.Fatalf("writing a card at %s: got %d", action, answer.StatusCode)
	}
	if got := testid(lead.page("/transfers/51"), "customer-text") + testid(lead.page("/transfers/51"), "failure"); !strings.Contains(got, "It means this.") {
		t.Errorf("the transfer says %q", got)
	}
	list := lead.page("/reasons")
	if got := testid(list, "codes-without-card"); strings.Contains(got, "BRAND_NEW") || !strings.Contains(got, "new_case") {
		t.Errorf("still to do: %s", got)
	}
	if list.Find(`[data-testid="card-row"]:contains("A brand new reason")`).Length() != 1 {
		t.Error("the new card is not listed")
	}
	page := agent.page("/reasons/BRAND_NEW%2FCODE")
	if got := testid(page, "with-code"); !strings.Contains(got, "2 in 30 days 2 ever") || page.Find(`[data-testid="coded"]`).Length() != 2 {
		t.Errorf("its transfers: %s", got)
	}
	answer := lead.submit("/reasons/BRAND_NEW%2FCODE/restore", url.Values{"kind": {"failure"}, "based": {"1"}, "version": {"0"}, "note": {"no, it was wrong"}})
	if answer.StatusCode != http.StatusSeeOther || !strings.Contains(testid(lead.page("/reasons"), "codes-without-card"), "BRAND_NEW") {
		t.Errorf("taking the card away: got %d", answer.StatusCode)
	}
}

// The count beside the list is the number of rows behind it, whatever the time.
func TestTheCountEqualsTheRows(t *testing.T) {
	s := newSite(t)
	for i := range int64(45) {
		s.deliver(payoutFailure(1000+i, "WRONG_NAME", "x", ago(time.Duration(i)*time.Hour)))
	}
	agent := s.signIn(auth.Agent)
	for query, want := range map[string]int{"": 45, "?since=" + url.QueryEscape(ago(30*time.Hour)): 31, "?since=2030-01-01T00:00:00Z": 0} {
		rows, path := 0, "/reasons/WRONG_NAME"+query
		count := ""
		for path != "" {
			doc := agent.page(path)
			rows += doc.Find(`[data-testid="coded"]`).Length()
			if count == "" {
				count = testid(doc, "ever") + testid(doc, "since-count")
			}
			path = doc.Find(`a[rel="next"]`).AttrOr("href", "")
		}
		if rows != want || !strings.Contains(count, front.IDText(int64(want))) && want > 0 {
			t.Errorf("%q: %d rows and the count %q, want %d", query, rows, count, want)
		}
	}
	s.deliver(payoutFailure(2000, "WRONG_NAME", "x", ago(40*24*time.Hour)))
	if got := folded(agent.page("/reasons?q=WRONG_NAME").Find(`[data-testid="card-row"] .num`).Text()); got != "4546" && got != "45 46" {
		t.Errorf("the list counts %q, want 45 in 30 days and 46 ever", got)
	}
	if got := agent.get("/reasons/WRONG_NAME?since=yesterday").StatusCode; got != http.StatusBadRequest {
		t.Errorf("since=yesterday: got %d", got)
	}
}

// What is for compliance alone has no page, no form and no row, and neither the
// answer nor the title names it.
func TestLockedCodesHaveNoCard(t *testing.T) {
	s, lead := playbookSite(t)
	for _, code := range []string{"PARTNER_SUSPENDED", "partner-suspended", "SUSPECTED_FRAUD_AML", "x_sanction_hit_y", reason.LockedCode} {
		for _, path := range []string{"/reasons/" + code, "/reasons/" + code + "?kind=case", "/reasons/" + code + "/edit", "/reasons/" + code + "/compare?from=0&to=0"} {
			answer := lead.get(path)
			text := body(t, answer)
			if answer.StatusCode != http.StatusNotFound || !strings.Contains(text, "handled by compliance") || strings.Contains(text, code) {
				t.Errorf("%s: got %d\n%s", path, answer.StatusCode, folded(text))
			}
		}
		for _, kind := range []reason.Kind{reason.OfFailure, reason.OfCase} {
			if answer := lead.submit("/reasons/"+code, changed(formOf(kind, "ACCOUNT_CLOSED", 0), "kind", string(kind))); answer.StatusCode != http.StatusNotFound {
				t.Errorf("writing %s: got %d", code, answer.StatusCode)
			}
			if n := len(s.versionsOf(kind, code)); n != 0 {
				t.Errorf("%s has a version", code)
			}
		}
	}
	for path, want := range map[string]int{"/reasons/NEVER_HEARD_OF": 404, "/reasons/%00": 404, "/reasons/" + strings.Repeat("A", 101): 404, "/reasons/a%E2%80%8Bb": 404, "/reasons/WRONG_NAME?kind=other": 400} {
		if got := lead.get(path).StatusCode; got != want {
			t.Errorf("%s: got %d, want %d", path, got, want)
		}
	}
}

// The list finds cards by their code and by their words.
func TestThePlaybookIsSearched(t *testing.T) {
	_, lead := playbookSite(t)
	for query, want := range map[string]int{"": 45, "wrong name": 1, "WRONG_NAME": 1, "zebra": 0, "frozen": 1, "deposit_amount": 2} {
		if got := lead.page("/reasons?q=" + url.QueryEscape(query)).Find(`[data-testid="card-row"]`).Length(); got < min(want, 1) || want == 0 && got != 0 || query == "" && got != want {
			t.Errorf("%q finds %d cards, want %d", query, got, want)
		}
	}
	if got := testid(lead.page("/reasons?q=zebra"), "empty"); got == "" && !strings.Contains(folded(lead.page("/reasons?q=zebra").Find("main").Text()), "No card matches") {
		t.Error("nothing says that no card matches")
	}
}
