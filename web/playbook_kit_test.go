package web

import (
	"database/sql"
	"net/http"
	"net/url"
	"strconv"
	"testing"

	"transferdesk/internal/auth"
	"transferdesk/internal/reason"
	"transferdesk/store"
)

// closedPage is the card that most of these tests write on.
const closedPage = "/reasons/ACCOUNT_CLOSED"

// formOf is the form of a card as a browser sends it when nobody has touched it.
func formOf(kind reason.Kind, code string, based int64) url.Values {
	w := reason.Builtin().Failure(code).Writing()
	if kind == reason.OfCase {
		w = reason.Builtin().Case(code).Writing()
	}
	openness := string(w.Openness)
	if openness == "" {
		openness = "internal"
	}
	return url.Values{"kind": {string(kind)}, "based": {strconv.FormatInt(based, 10)}, "note": {"clearer words"},
		"title": {w.Title}, "meaning": {w.Meaning}, "money_now": {string(w.MoneyNow)}, "who": {string(w.Who)}, "ask": {w.Ask}, "fix": {w.Fix},
		"retry": {string(w.Retry)}, "openness": {openness}, "customer_why": {w.CustomerWhy}, "customer_next": {w.CustomerNext},
		"customer_text": {w.CustomerText}, "desk_note": {w.DeskNote}}
}

// changed is a form with some fields written anew.
func changed(form url.Values, pairs ...string) url.Values {
	for i := 0; i < len(pairs); i += 2 {
		form.Set(pairs[i], pairs[i+1])
	}
	return form
}

// mustSave saves a card.
func (b *browser) mustSave(code string, form url.Values) {
	b.t.Helper()
	path := "/reasons/" + url.PathEscape(code)
	if answer := b.submit(path, form); answer.StatusCode != http.StatusSeeOther {
		b.t.Fatalf("saving %s: got %d, want 303\n%s", code, answer.StatusCode, testid(b.document(answer, answer.StatusCode), "card-form"))
	}
}

// versionsOf reads what was kept of a code.
func (s *site) versionsOf(kind reason.Kind, code string) (all []store.PlaybookVersion) {
	s.t.Helper()
	err := s.db.Read(s.t.Context(), func(r *store.Reader) (err error) { all, err = r.PlaybookVersions(kind, code); return err })
	if err != nil {
		s.t.Fatal(err)
	}
	return all
}

// playbookSite holds a transfer that came back because the account is closed, and one
// that a case holds up.
func playbookSite(t *testing.T) (*site, *browser) {
	s := newSite(t)
	s.deliver(bouncedLife(testTransfer)...)
	return s, s.signIn(auth.Lead)
}

// outside runs a statement as another program would.
func (s *site) outside(statement string) {
	s.t.Helper()
	pool, err := sql.Open("sqlite3", "file:"+s.db.Path()+"?_busy_timeout=5000")
	if err != nil {
		s.t.Fatal(err)
	}
	defer func() { _ = pool.Close() }()
	if _, err := pool.Exec(statement); err != nil {
		s.t.Fatalf("%s: %v", statement, err)
	}
}
