package web

import (
	"io"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"transferdesk/internal/auth"
)

// flagged are the routes that take the compliance flag beside the role.
var flagged = map[string]bool{"GET /events/:event/locked": true}

// weakest is who may use each route, written down a second time and apart from
// the table of rights: a route that is not in here fails, and so does a right
// that changed by mistake. "" is everybody.
var weakest = map[string]auth.Role{
	"GET /login": "", "POST /login": "", "GET /setup": "", "POST /setup": "",
	"POST /webhooks/wise": "", "GET /healthz": "", "GET /readyz": "", "GET /assets/:hash/:name": "",

	"GET /live": auth.Agent, "POST /live/editing": auth.Agent,

	"POST /logout": auth.Agent, "GET /": auth.Agent, "GET /search": auth.Agent, "POST /search": auth.Agent,
	"GET /customers/:profile": auth.Agent, "GET /users/:user": auth.Agent, "GET /transfers/:transfer": auth.Agent, "GET /transfers/:transfer/wise": auth.Agent,
	"GET /customers/:profile/activity": auth.Agent, "GET /activity/:kind/:id": auth.Agent, "GET /settlements": auth.Agent,
	"GET /transfers/:transfer/print": auth.Agent,
	"GET /settings":                  auth.Agent, "POST /settings": auth.Agent,
	"GET /api/v1/activity/:kind/:id":       auth.Agent,
	"GET /transfers/:transfer/receipt.pdf": auth.Agent, "GET /transfers/:transfer/proof": auth.Agent,
	"GET /transfers/:transfer/proof.pdf": auth.Agent, "GET /transfers/:transfer/proof/wise": auth.Agent, "POST /transfers/:transfer/proof": auth.Agent,
	"GET /bounced": auth.Agent, "GET /events": auth.Agent, "GET /events/:event": auth.Agent,
	"GET /events/rejected": auth.Lead, "GET /events/again": auth.Lead, "POST /events/again": auth.Lead, "POST /events/again/stop": auth.Lead,
	"POST /events/:event/again": auth.Lead, "POST /events/:event/aside": auth.Lead, "POST /events/:event/attach": auth.Lead,
	"GET /events/:event/locked": auth.Agent,
	"GET /events/:event/raw":    auth.Lead, "POST /customers/:profile/link": auth.Lead,

	"POST /transfers/:transfer/assignee": auth.Agent, "POST /transfers/:transfer/follow-up": auth.Agent,
	"POST /transfers/:transfer/resolve": auth.Agent, "POST /transfers/:transfer/reopen": auth.Agent,
	"GET /transfers/:transfer/case": auth.Agent, "POST /transfers/:transfer/case": auth.Agent,
	"GET /cases": auth.Agent, "GET /cases/:case": auth.Agent, "POST /cases/:case/messages": auth.Agent, "POST /cases/:case/ask": auth.Agent,
	"GET /transfers/:transfer/cancel": auth.Lead, "POST /transfers/:transfer/cancel": auth.Lead,

	"GET /help/design":                auth.Agent,
	"GET /help":                       auth.Agent,
	"POST /transfers/:transfer/notes": auth.Agent, "POST /transfers/:transfer/notes/:note": auth.Agent, "GET /transfers/:transfer/notes/:note/edit": auth.Agent,
	"POST /transfers/:transfer/notes/:note/withdraw": auth.Agent, "POST /transfers/:transfer/notes/:note/undo": auth.Agent,

	"GET /admin/system":                  auth.Admin,
	"POST /transfers/:transfer/tellings": auth.Agent, "POST /transfers/:transfer/ask": auth.Agent, "GET /admin/reconciliation": auth.Lead, "POST /admin/reconciliation/run": auth.Lead, "POST /admin/reconciliation/stop": auth.Lead,
	"GET /reasons": auth.Agent, "GET /reasons/:code": auth.Agent, "GET /reasons/:code/compare": auth.Agent,
	"GET /reasons/:code/edit": auth.Lead, "POST /reasons/:code": auth.Lead, "POST /reasons/:code/restore": auth.Lead,
	"GET /admin/subscriptions": auth.Lead, "POST /admin/subscriptions": auth.Lead, "POST /admin/subscriptions/ask": auth.Lead,
	"GET /admin/subscriptions/new": auth.Lead, "GET /admin/subscriptions/missing": auth.Lead,
	"POST /admin/subscriptions/missing": auth.Lead, "POST /admin/subscriptions/missing/stop": auth.Lead,
	"GET /admin/subscriptions/:subscription/delete": auth.Lead, "POST /admin/subscriptions/:subscription/delete": auth.Lead,
	"POST /admin/subscriptions/:subscription/ask": auth.Lead,
	"GET /admin/subscriptions/:subscription/test": auth.Lead, "POST /admin/subscriptions/:subscription/test": auth.Lead,

	"GET /api/v1/openapi.json": auth.Agent, "GET /api/v1/transfers/:transfer": auth.Agent,
	"GET /api/v1/customers/:profile": auth.Agent, "GET /api/v1/users/:user": auth.Agent,
	"PUT /api/v1/directory/:reference": auth.Admin,

	"GET /api/v1/search": auth.Agent, "POST /api/v1/search": auth.Agent, "GET /api/v1/bounced": auth.Agent,
	"GET /api/v1/events": auth.Agent, "GET /api/v1/events/:event": auth.Agent,
}

func TestEveryRouteLetsInExactlyWhoMay(t *testing.T) {
	s := newSite(t)
	emails, tokens := map[auth.Role]string{}, map[auth.Role]string{}
	for _, role := range auth.Roles() {
		emails[role], tokens[role] = s.person(role), s.token(role)
	}
	sessions, seen := map[auth.Role]*browser{}, map[string]bool{}
	for _, r := range s.server.routes() {
		name := r.method + " " + r.path
		least, listed := weakest[name]
		if !listed {
			t.Errorf("%s: this route is not in the test's own table", name)
			continue
		}
		expect(t, name+" as nobody", s.nobody().try(r, ""), refusedFor(r.door, "", least))
		for _, role := range auth.Roles() {
			if sessions[role] == nil {
				sessions[role] = s.signInAs(emails[role])
			}
			session, token := refusedFor(r.door, "", least), refusedFor(r.door, "", least)
			if r.door == doorPage {
				session = refusedFor(r.door, role, least)
			}
			if r.door == doorToken {
				token = refusedFor(r.door, role, least)
			}
			expect(t, name+" with a token of "+string(role), s.nobody().try(r, tokens[role]), token)
			if flagged[name] {
				s.flag(emails[role], true)
				expect(t, name+" with the flag and a session of "+string(role), sessions[role].try(r, ""), session)
				s.flag(emails[role], false)
				session = http.StatusForbidden
			}
			expect(t, name+" with a session of "+string(role), sessions[role].try(r, ""), session)
			if r.path == "/logout" {
				sessions[role] = nil
			}
		}
		seen[name] = true
	}
	for name := range weakest {
		if !seen[name] {
			t.Errorf("%s: the test knows this route, the server does not", name)
		}
	}
}

// try asks for a route with every id filled in.
func (b *browser) try(r route, token string) *http.Response {
	b.t.Helper()
	path := strings.ReplaceAll(r.path, ":kind", "card")
	for _, param := range []string{":profile", ":user", ":transfer", ":event", ":subscription", ":hash", ":name", ":id", ":case", ":note"} {
		path = strings.ReplaceAll(path, param, "1")
	}
	var form io.Reader
	if r.method == http.MethodPost {
		form = strings.NewReader(url.Values{}.Encode())
	}
	req, err := http.NewRequest(r.method, b.http.URL+path, form)
	if err != nil {
		b.t.Fatal(err)
	}
	if token != "" {
		req.Header.Set("Authorization", "Bearer "+token)
	}
	if r.path != "/webhooks/wise" && form != nil {
		req.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	}
	return b.do(b.client, req)
}

// refusedFor is how a role must be turned away, 0 when it must be let in.
func refusedFor(d door, role, least auth.Role) int {
	rank := map[auth.Role]int{"": 0, auth.Agent: 1, auth.Lead: 2, auth.Admin: 3}
	switch {
	case d == doorOpen, role != "" && rank[role] >= rank[least]:
		return 0
	case role != "":
		return http.StatusForbidden
	case d == doorToken:
		return http.StatusUnauthorized
	}
	return http.StatusSeeOther
}

func expect(t *testing.T, who string, answer *http.Response, refused int) {
	t.Helper()
	toLogin := strings.HasPrefix(answer.Header.Get("Location"), "/login") && answer.Request.URL.Path != "/logout"
	switch refused {
	case 0:
		open := answer.Request.URL.Path == "/webhooks/wise" // 401 there is about the signature
		if toLogin || answer.StatusCode == http.StatusForbidden || answer.StatusCode == http.StatusUnauthorized && !open {
			t.Errorf("%s: got %d to %q, want to be let in", who, answer.StatusCode, answer.Header.Get("Location"))
		}
	case http.StatusSeeOther:
		if answer.StatusCode != http.StatusSeeOther || !strings.HasPrefix(answer.Header.Get("Location"), "/login") {
			t.Errorf("%s: got %d to %q, want 303 to the log-in page", who, answer.StatusCode, answer.Header.Get("Location"))
		}
	default:
		if answer.StatusCode != refused {
			t.Errorf("%s: got %d, want %d", who, answer.StatusCode, refused)
		}
	}
}

func TestARouteWithoutARuleIsRefusedAtStartUp(t *testing.T) {
	s := newSite(t)
	for name, r := range map[string]route{
		"no door":               {http.MethodGet, "/x", doorNone, auth.ViewQueue, s.server.queueShow},
		"no act":                {http.MethodGet, "/x", doorPage, "", s.server.queueShow},
		"an act without a rule": {http.MethodGet, "/x", doorPage, "no.such.act", s.server.queueShow},
		"an open door, an act":  {http.MethodGet, "/x", doorOpen, auth.ViewQueue, s.server.queueShow},
		"no handler":            {http.MethodGet, "/x", doorPage, auth.ViewQueue, nil},
	} {
		if r.check() == nil {
			t.Errorf("%s: got no error", name)
		}
	}
}
