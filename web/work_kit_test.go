package web

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"

	"transferdesk/internal/auth"
	"transferdesk/internal/testkit"
)

const workPage = "/transfers/49983981"

// team is a site with one transfer that came back, and two agents who are signed in.
type team struct {
	*site
	anna, ben *browser
}

func newTeam(t *testing.T) team {
	t.Helper()
	s := newSite(t)
	s.deliver(bouncedLife(testTransfer)...)
	return team{s, s.signInAs(s.colleague("Anna")), s.signInAs(s.colleague("Ben"))}
}

// colleague adds an agent of that name and gives the e-mail.
func (s *site) colleague(name string) string {
	s.t.Helper()
	email := strings.ToLower(url.QueryEscape(name)) + "@example.com"
	testkit.AddNamed(s.t, s.db, email, name, auth.Agent)
	return email
}

// personNamed is the id of somebody.
func (s *site) personNamed(name string) (id string) {
	s.t.Helper()
	must(s.t, s.sql().QueryRow(`SELECT id FROM people WHERE name = ?`, name).Scan(&id))
	return id
}

// form is what a form of the page sends, with more; act is the end of its address.
func (b *browser) form(page *goquery.Document, act string, more ...string) url.Values {
	b.t.Helper()
	form := page.Find(`form[action="` + workPage + "/" + act + `"]`)
	if form.Length() == 0 {
		b.t.Fatalf("the page has no form for %s", act)
	}
	values := url.Values{}
	form.Find("input[type=hidden]").Each(func(_ int, in *goquery.Selection) { values.Add(in.AttrOr("name", ""), in.AttrOr("value", "")) })
	for i := 0; i+1 < len(more); i += 2 {
		values.Set(more[i], more[i+1])
	}
	return values
}

// act sends a form of a page.
func (b *browser) act(page *goquery.Document, act string, more ...string) *http.Response {
	b.t.Helper()
	return b.submit(workPage+"/"+act, b.form(page, act, more...))
}

// does sends a form of the page as it is now, which must be done, and gives the page
// that it leads to.
func (b *browser) does(act string, more ...string) *goquery.Document {
	b.t.Helper()
	answer := b.act(b.page(workPage), act, more...)
	if answer.StatusCode != http.StatusSeeOther {
		b.t.Fatalf("%s: %d\n%s", act, answer.StatusCode, testid(b.document(answer, answer.StatusCode), "work"))
	}
	return b.page(answer.Header.Get("Location"))
}

// undoes presses the button of the toast.
func (b *browser) undoes(page *goquery.Document) *goquery.Document {
	b.t.Helper()
	form := page.Find(`[data-testid="toast"] form`).First()
	if form.Length() == 0 {
		b.t.Fatalf("there is nothing to undo: %q", testid(page, "toast"))
	}
	values := url.Values{}
	form.Find("input").Each(func(_ int, in *goquery.Selection) { values.Add(in.AttrOr("name", ""), in.AttrOr("value", "")) })
	answer := b.submit(form.AttrOr("action", ""), values)
	if answer.StatusCode != http.StatusSeeOther {
		b.t.Fatalf("undoing: %d", answer.StatusCode)
	}
	return b.page(answer.Header.Get("Location"))
}

// acts counts what was done about transfers.
func (s *site) acts() (n int) {
	s.t.Helper()
	must(s.t, s.sql().QueryRow(`SELECT count(*) FROM work_acts`).Scan(&n))
	return n
}
