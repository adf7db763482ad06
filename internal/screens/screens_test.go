package screens

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"transferdesk/internal/auth"
)

// screen is one page in one state: opened, or what comes when a form of it is sent.
type screen struct {
	path   string
	as     auth.Role // "" is nobody
	send   string    // where a form of the page goes; "": none is sent
	fields fields
	status int // 0: 200
}

// fields are those of a form, by name.
type fields map[string]string

// opened are pages that somebody opens.
func opened(as auth.Role, paths ...string) []screen { return answered(200, as, paths...) }

// answered are pages that are answered with a status.
func answered(status int, as auth.Role, paths ...string) (all []screen) {
	for _, path := range paths {
		all = append(all, screen{path: path, as: as, status: status})
	}
	return all
}

// sent is what comes when a form of a page is sent.
func sent(status int, as auth.Role, path, to string, what fields) []screen {
	return []screen{{path, as, to, what, status}}
}

// screens is every page of the router, each in the states that matter, by route.
func (w *world) screens(t *testing.T) map[string][]screen {
	t.Helper()
	w.prepare(t)
	all := map[string][]screen{}
	for _, some := range []map[string][]screen{w.transferScreens(t), w.customerScreens(t), w.listScreens(), w.playbookScreens(), w.eventScreens(t), w.adminScreens(t), ownScreens()} {
		maps.Copy(all, some)
	}
	return all
}

// prepare does what pages need to have something to show.
func (w *world) prepare(t *testing.T) {
	tb, back := w.lend(t, auth.Lead)
	defer back()
	for _, note := range []string{"clearer", "shorter"} {
		tb.open("/reasons/ACCOUNT_CLOSED/edit")
		tb.send("/reasons/ACCOUNT_CLOSED", fields{"note": note, "title": "The account is closed, " + note})
	}
	tb.open(w.page("returned"))
	for _, text := range []string{"Called the **bank**:\n- closed in *May*\n> and `so on`", "gone"} {
		tb.send(w.page("returned")+"/notes", fields{"text": text})
	}
	tb.send(w.page("returned")+"/notes/2/withdraw", fields{"based": "1"})
	tb.open("/admin/subscriptions")
	tb.send("/admin/subscriptions/ask", fields{"profile": ""})
}

// ownScreens are those of a person's own: coming in, settings, help.
func ownScreens() map[string][]screen {
	wrong := fields{"email": "a@example.com", "password": "wrong"}
	return map[string][]screen{
		"/login":       slices.Concat(opened("", "/login", "/login?signed-out=1", "/login?next=/bounced"), sent(422, "", "/login", "/login", wrong)),
		"/setup":       answered(404, "", "/setup?token=x"),
		"/settings":    opened(auth.Agent, "/settings"),
		"/help/design": opened(auth.Agent, "/help/design"),
		"/help":        opened(auth.Agent, "/help"),
	}
}

// transferScreens are a transfer at its stages, and what can be done about it.
func (w *world) transferScreens(t *testing.T) map[string][]screen {
	waiting, out, back := w.page("waiting_funding"), w.page("sent"), w.page("returned")
	known := w.link(t, auth.Agent, "/bounced", "/transfers/", "")
	stages := []string{waiting, out, back, back + "?caller=recipient", w.page("refunded") + "?order=learned", w.plain(t)}
	for _, code := range []string{"in_process", "failed_state_unchanged", "returned_no_reason", "charged_back", "only_heard_of", "unknown", "inbound_credited", "underfunded", "held_verification"} {
		stages = append(stages, w.page(code))
	}
	return map[string][]screen{
		"/transfers/:transfer": slices.Concat(opened(auth.Agent, stages...), opened(auth.Lead, waiting),
			answered(404, auth.Agent, "/transfers/999999"), answered(400, auth.Agent, "/transfers/x")),
		"/transfers/:transfer/notes/:note/edit": slices.Concat(opened(auth.Lead, back+"/notes/1/edit"), answered(403, auth.Agent, back+"/notes/1/edit"),
			sent(422, auth.Lead, back, back+"/notes", fields{"text": " "}), sent(409, auth.Lead, back, back+"/notes/1", fields{"text": "mine", "based": "7"}),
			sent(409, auth.Lead, back, back+"/notes/1/withdraw", fields{"based": "7"})),
		"/transfers/:transfer/print": opened(auth.Agent, back+"/print"),
		"/transfers/:transfer/proof": opened(auth.Agent, out+"/proof", waiting+"/proof"),
		"/transfers/:transfer/cancel": slices.Concat(opened(auth.Lead, waiting+"/cancel", out+"/cancel"), answered(403, auth.Agent, waiting+"/cancel"),
			sent(422, auth.Lead, waiting+"/cancel", waiting+"/cancel", fields{"typed": "1"})),
		"/transfers/:transfer/case": slices.Concat(opened(auth.Agent, back+"/case", known+"/case"),
			sent(422, auth.Agent, known+"/case", known+"/case", fields{"subject": "Ask a@b.example", "description": "Where is it?"})),
	}
}

// plain is the page of a transfer of the plan, which Wise's API knows too.
func (w *world) plain(t *testing.T) string {
	return w.link(t, auth.Agent, "/", "/transfers/", "")
}

// customerScreens are a customer with all that belongs to it.
func (w *world) customerScreens(t *testing.T) map[string][]screen {
	profile := w.link(t, auth.Agent, "/bounced", "/customers/", "")
	thing, support := w.link(t, auth.Agent, profile, "/activity/", ""), w.link(t, auth.Agent, "/cases", "/cases/", "")
	return map[string][]screen{
		"/customers/:profile": slices.Concat(opened(auth.Agent, profile), opened(auth.Lead, profile), answered(404, auth.Agent, "/customers/999"),
			sent(422, auth.Lead, profile, profile+"/link", fields{"user": "x", "do": "link"})),
		"/customers/:profile/activity": opened(auth.Agent, profile+"/activity?kind=card_transaction", profile+"/activity?kind=dispute"),
		"/users/:user":                 opened(auth.Agent, w.link(t, auth.Agent, profile, "/users/", "")),
		"/activity/:kind/:id":          slices.Concat(opened(auth.Agent, thing), answered(404, auth.Agent, "/activity/dispute/none")),
		"/cases":                       opened(auth.Agent, "/cases", "/cases?turn=wise", "/cases?turn=customer"),
		"/cases/:case":                 slices.Concat(opened(auth.Agent, support), sent(422, auth.Agent, support, support+"/messages", fields{"text": ""})),
		"/settlements":                 opened(auth.Agent, "/settlements", "/settlements?kind=incoming_transfer"),
	}
}

// listScreens are the queue, the bounced transfers and the search: with rows, with
// nothing, with a choice.
func (w *world) listScreens() map[string][]screen {
	paste := "Dear all, " + strings.Join([]string{strings.TrimPrefix(w.page("sent"), "/transfers/"), "49983999", "x@example.com", "DE89370400440532013000"}, "\n")
	return map[string][]screen{
		"/":        slices.Concat(opened(auth.Agent, "/", "/?show=failed", "/?show=cases", "/?show=late"), opened(auth.Lead, "/")),
		"/bounced": opened(auth.Agent, "/bounced", "/bounced?stage=refunded", "/bounced?reason=NOTHING"),
		"/search": slices.Concat(opened(auth.Agent, "/search", "/search?q=nothing+like+it", "/search?q=a", "/search?q=7"),
			sent(200, auth.Agent, "/search", "/search", fields{"q": paste})),
	}
}

// playbookScreens are the cards, read and written.
func (w *world) playbookScreens() map[string][]screen {
	const card = "/reasons/ACCOUNT_CLOSED"
	return map[string][]screen{
		"/reasons":       opened(auth.Lead, "/reasons", "/reasons?q=closed", "/reasons?q=nothinglikeit"),
		"/reasons/:code": slices.Concat(opened(auth.Agent, card), opened(auth.Lead, card), answered(404, auth.Agent, "/reasons/NO_SUCH_CODE")),
		"/reasons/:code/edit": slices.Concat(opened(auth.Lead, card+"/edit"),
			sent(422, auth.Lead, card+"/edit", card, fields{"title": "", "note": ""}), sent(409, auth.Lead, card+"/edit", card, fields{"based": "1", "note": "late", "title": "Closed"})),
		"/reasons/:code/compare": opened(auth.Agent, card+"/compare?from=1&to=2"),
	}
}

// eventScreens are what Wise sent.
func (w *world) eventScreens(t *testing.T) map[string][]screen {
	event := w.link(t, auth.Agent, "/events", "/events/", "1")
	return map[string][]screen{
		"/events":          opened(auth.Lead, "/events", "/events?status=quarantined", "/events?type=none"),
		"/events/rejected": opened(auth.Lead, "/events/rejected"),
		"/events/again":    opened(auth.Lead, "/events/again"),
		"/events/:event": slices.Concat(opened(auth.Agent, event), opened(auth.Lead, event), answered(404, auth.Agent, "/events/9999999"),
			sent(422, auth.Lead, event, event+"/attach", fields{"do": "attach", "kind": "transfer", "id": "x"})),
		"/events/:event/raw":    opened(auth.Lead, event+"/raw"),
		"/events/:event/locked": answered(403, auth.Agent, event+"/locked"),
	}
}

// adminScreens are those that set the product up and look after it.
func (w *world) adminScreens(t *testing.T) map[string][]screen {
	const list = "/admin/subscriptions"
	return map[string][]screen{
		list:                           slices.Concat(opened(auth.Lead, list, list+"?profile=1"), answered(403, auth.Agent, list)),
		list + "/new":                  slices.Concat(opened(auth.Lead, list+"/new"), sent(422, auth.Lead, list+"/new", list, fields{"url": "ftp://x", "event": ""})),
		list + "/missing":              opened(auth.Lead, list+"/missing"),
		list + "/:subscription/delete": opened(auth.Lead, w.link(t, auth.Lead, list, list+"/", "/delete")),
		list + "/:subscription/test":   opened(auth.Lead, w.link(t, auth.Lead, list, list+"/", "/test")),
		"/admin/system":                opened(auth.Admin, "/admin/system"),
		"/admin/reconciliation":        opened(auth.Lead, "/admin/reconciliation"),
	}
}
