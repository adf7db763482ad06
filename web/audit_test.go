package web

import (
	"database/sql"
	"net/http"
	"net/url"
	"strings"
	"testing"

	_ "github.com/mattn/go-sqlite3"

	"transferdesk/internal/auth"
	"transferdesk/internal/reason"
)

// sql opens a connection beside the server's.
func (s *site) sql() *sql.DB {
	s.t.Helper()
	db, err := sql.Open("sqlite3", "file:"+s.db.Path()+"?_busy_timeout=5000")
	if err != nil {
		s.t.Fatal(err)
	}
	s.t.Cleanup(func() { _ = db.Close() })
	return db
}

// recorded lists the audit rows of an act as "result subject id".
func (s *site) recorded(act auth.Act) []string {
	s.t.Helper()
	rows, err := s.sql().Query(`SELECT result, coalesce(subject_kind, ''), coalesce(subject_id, '') FROM audit_entries WHERE act = ? ORDER BY id`, string(act))
	if err != nil {
		s.t.Fatalf("reading the audit log: %v", err)
	}
	defer func() { _ = rows.Close() }()
	var all []string
	for rows.Next() {
		var result, kind, id string
		if err := rows.Scan(&result, &kind, &id); err != nil {
			s.t.Fatal(err)
		}
		all = append(all, strings.TrimSpace(result+" "+kind+" "+id))
	}
	return all
}

// breakAudit makes every further audit row fail, as a full disk does.
func (s *site) breakAudit() {
	s.t.Helper()
	if _, err := s.sql().Exec(`CREATE TRIGGER broken BEFORE INSERT ON audit_entries BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END`); err != nil {
		s.t.Fatalf("breaking the audit log: %v", err)
	}
}

// viewed are the pages whose every view is recorded.
var viewed = []struct {
	page, api string
	act       auth.Act
	want      string
}{
	{"/transfers/49983981", "/api/v1/transfers/49983981", auth.ViewTransfer, "done transfer 49983981"},
	{"/customers/16055450", "/api/v1/customers/16055450", auth.ViewCustomer, "done profile 16055450"},
	{"/users/7788991", "/api/v1/users/7788991", auth.ViewUser, "done user 7788991"},
	{"/activity/verification/16055450", "/api/v1/activity/verification/16055450", auth.ViewActivity, "done verification 16055450"},
	{"/events/1", "/api/v1/events/1", auth.ViewEvent, "done event 1"},
}

func TestEveryViewOfACustomerIsRecorded(t *testing.T) {
	s := newSite(t)
	s.deliver(append(bouncedLife(testTransfer), userChanged(testUser, "ACTIVE", "WITHDRAW_ONLY", "ACCOUNT_SUSPENSION", ago(5e12)), verification("verified", ago(5e12)))...)
	agent, token := s.signIn(auth.Agent), s.token(auth.Agent)
	for _, v := range viewed {
		agent.page(v.page)
		if got := s.recorded(v.act); len(got) != 1 || got[0] != v.want {
			t.Errorf("%s: recorded %q, want one row %q", v.page, got, v.want)
		}
		if answer := s.call(token, v.api); answer.StatusCode != http.StatusOK {
			t.Errorf("%s: got %d, want 200", v.api, answer.StatusCode)
		}
		if got := s.recorded(v.act); len(got) != 2 || got[1] != v.want {
			t.Errorf("%s: recorded %q, want a second row %q", v.api, got, v.want)
		}
	}
}

func TestNoPageOfACustomerIsShownWhenItsViewCannotBeRecorded(t *testing.T) {
	s := newSite(t)
	s.deliver(append(bouncedLife(testTransfer), userChanged(testUser, "ACTIVE", "WITHDRAW_ONLY", "ACCOUNT_SUSPENSION", ago(5e12)))...)
	agent, token, lead := s.signIn(auth.Agent), s.token(auth.Agent), s.signIn(auth.Lead)
	s.breakAudit()
	for _, v := range viewed {
		for path, answer := range map[string]*http.Response{v.page: agent.get(v.page), v.api: s.call(token, v.api)} {
			text := body(t, answer)
			if answer.StatusCode != http.StatusServiceUnavailable || answer.Header.Get("Retry-After") == "" {
				t.Errorf("%s: got %d, want 503 with Retry-After", path, answer.StatusCode)
			}
			if !strings.Contains(text, "cannot be recorded") || strings.Contains(text, "ACCOUNT_CLOSED") {
				t.Errorf("%s: got %q, want the reason and nothing of the customer", path, text)
			}
		}
	}
	if answer := lead.get("/events/1/raw"); answer.StatusCode != http.StatusServiceUnavailable {
		t.Errorf("revealing: got %d, want 503", answer.StatusCode)
	}
	for _, path := range []string{"/", "/bounced", "/events", "/healthz", "/readyz"} {
		if answer := agent.get(path); answer.StatusCode != http.StatusOK {
			t.Errorf("%s: got %d, want 200: lists and health go on", path, answer.StatusCode)
		}
	}
}

func TestNothingIsDoneThatCannotBeRecorded(t *testing.T) {
	s := newSite(t)
	s.deliver(bouncedLife(testTransfer)...)
	lead := s.signIn(auth.Lead)
	lead.note("before")
	lead.submit(workPage+"/notes/1", url.Values{"text": {"edited"}, "based": {"1"}})
	shown := lead.page(workPage)
	s.breakAudit()
	for _, act := range []struct{ path, form string }{
		{workPage + "/notes", "text=x"}, {workPage + "/notes/1", "text=x&based=2"}, {workPage + "/notes/1/withdraw", "based=2"}, {workPage + "/notes/1/undo", "based=2"},
		{workPage + "/assignee", "me=1&version=0"}, {workPage + "/follow-up", "pick=2026-11-24&version=0"}, {workPage + "/resolve", "outcome=refunded&version=0"},
		{testCustomer + "/link", "do=link&user=7788991&note=x&seen=0"}, {closedPage, formOf(reason.OfFailure, "ACCOUNT_CLOSED", 0).Encode() + "&note=x"},
		{"/settings", "zone=UTC&theme=dark&density=dense"}, {"/events/1/again", ""},
	} {
		form, err := url.ParseQuery(act.form)
		must(t, err)
		answer := lead.submit(act.path, form)
		if text := folded(s.document(answer, answer.StatusCode).Find("main").Text()); answer.StatusCode != http.StatusServiceUnavailable || !strings.Contains(text, "could not be recorded just now, so nothing was changed") {
			t.Errorf("%s: got %d, %q, want 503 that says so", act.path, answer.StatusCode, text)
		}
	}
	if told := lead.tell(shown); told.StatusCode != http.StatusServiceUnavailable {
		t.Errorf("telling: got %d, want 503", told.StatusCode)
	}
	if n := s.acts() + s.count(`SELECT (SELECT count(*) FROM note_versions) - 2 + (SELECT count(*) FROM tellings)`); n != 0 {
		t.Errorf("%d things were changed all the same", n)
	}
}

func TestARevealIsForLeadsAndRecordedAsOne(t *testing.T) {
	s := newSite(t)
	s.deliver(payoutFailure(testTransfer, "WRONG_NAME", "Name of Erika Mustermann is wrong", ago(5e12)))
	agent, lead := s.signIn(auth.Agent), s.signIn(auth.Lead)

	doc := agent.page("/events/1")
	if text := doc.Text(); strings.Contains(text, "Erika") {
		t.Error("an agent's event page shows a personal text unmasked")
	}
	if n := doc.Find(`form[action="/events/1/raw"]`).Length(); n != 0 {
		t.Error("an agent is offered the reveal")
	}
	if answer := agent.get("/events/1/raw"); answer.StatusCode != http.StatusForbidden {
		t.Errorf("an agent's reveal: got %d, want 403", answer.StatusCode)
	}
	if n := lead.page("/events/1").Find(`form[action="/events/1/raw"]`).Length(); n != 1 {
		t.Errorf("a lead is offered the reveal %d times, want once", n)
	}
	doc = s.document(lead.get("/events/1/raw"), http.StatusOK)
	if !strings.Contains(doc.Find("pre").Text(), "Erika Mustermann") {
		t.Error("the reveal does not show the body as it came")
	}
	got := s.recorded(auth.RevealRaw)
	if len(got) != 2 || !strings.HasPrefix(got[0], "denied") || got[1] != "done event 1" {
		t.Errorf("recorded %q, want the refusal and the reveal", got)
	}
}

func TestAStrangersLinkRevealsNothing(t *testing.T) {
	s := newSite(t)
	s.deliver(payoutFailure(testTransfer, "WRONG_NAME", "Name of Erika Mustermann is wrong", ago(5e12)))
	lead := s.signIn(auth.Lead)
	req, err := http.NewRequest(http.MethodGet, s.http.URL+"/events/1/raw", nil)
	if err != nil {
		t.Fatal(err)
	}
	req.Header.Set("Sec-Fetch-Site", "cross-site")
	if answer := lead.do(lead.client, req); answer.StatusCode != http.StatusForbidden {
		t.Errorf("got %d, want 403", answer.StatusCode)
	}
	if got := s.recorded(auth.RevealRaw); len(got) != 0 {
		t.Errorf("recorded %q, want no reveal", got)
	}
}
