package screens

import (
	"context"
	"encoding/json"
	"fmt"
	"net/url"
	"regexp"
	"strings"
	"testing"

	"transferdesk/internal/auth"
	"transferdesk/internal/customer"
	"transferdesk/internal/desk"
	"transferdesk/internal/reason"
	"transferdesk/internal/wise/simserver"
	"transferdesk/internal/wise/wisesim"
)

// hostile are texts that must come out as text, whatever field they stood in.
var hostile = []string{
	`<script>window.owned=1</script>`,
	`"><img src=x onerror=window.owned=1>`,
	`'-alert(1)-'`,
	`javascript:alert(1)`,
	`{{constructor.constructor('alert(1)')()}}${alert(1)}`,
	"\u202egnp.exe\u2066\u200f שלום عالم",
	"a\u0000b\u200bc\u00ad\ufeff",
	`</title></textarea><svg onload=window.owned=1>`,
	strings.Repeat("wide ", 2000),
	strings.Repeat("W", 600),
	strings.Repeat("Z\u0338\u0337\u0336", 200),
	`=cmd|'/c calc'!A1 ` + "＠SUM(1)\t\r\n-1",
}

// The strings of a body, and those that are no text: times, and what names the event.
var (
	bodyText = regexp.MustCompile(`"(\w+)":\s*"([^"\\]*)"`)
	noText   = regexp.MustCompile(`^(event_type|schema_version|sent_at|\w*_at|\w*_time|\w*date)$`)
)

// hostileBodies gives, for each event type of a plan, its bodies with a hostile text in
// one field after the other, and one with it in all of them.
func hostileBodies(all []wisesim.Delivery) (bodies []string) {
	const each = 2
	seen, next := map[string]int{}, 0
	for _, d := range all {
		kind := regexp.MustCompile(`"event_type":\s*"[^"]*"`).FindString(string(d.Body))
		if seen[kind]++; d.Test || kind == "" || seen[kind] > each {
			continue
		}
		whole := string(d.Body)
		for _, m := range bodyText.FindAllStringSubmatchIndex(whole, -1) {
			if !noText.MatchString(whole[m[2]:m[3]]) {
				text, _ := json.Marshal(hostile[next%len(hostile)])
				bodies = append(bodies, whole[:m[4]-1]+string(text)+whole[m[5]+1:])
				next++
			}
		}
		bodies = append(bodies, bodyText.ReplaceAllStringFunc(whole, func(pair string) string {
			if m := bodyText.FindStringSubmatch(pair); !noText.MatchString(m[1]) && m[1] != "type" && m[1] != "subscription_id" {
				text, _ := json.Marshal(hostile[next%len(hostile)])
				return fmt.Sprintf("%q:%s", m[1], text)
			}
			return pair
		}))
	}
	return bodies
}

// newHostileWorld is one in which every field that anybody outside can fill, and every
// one that people fill, holds a hostile text in turn.
func newHostileWorld(t *testing.T) *world {
	w := newWorld(t, wisesim.Plan{Seed: 3, Now: now, Transfers: 30, Days: 60})
	w.deliver(hostileBodies(w.plan.Deliveries())...)
	of := w.plan.World()
	for i, p := range of.Profiles {
		w.sim.AddProfile(simserver.Profile{ID: p.ID, User: p.User, Business: p.Business, Name: hostile[i%len(hostile)], Country: p.Country})
	}
	for i, r := range of.Recipients {
		text := hostile[i%len(hostile)]
		w.sim.AddRecipient(simserver.Recipient{ID: r.ID, Profile: r.Profile, Name: text, Currency: r.Currency, Country: r.Country, Type: r.Type, Number: r.Number, BankName: text})
	}
	w.hostileDirectory(of)
	w.hostilePeople(of)
	return w
}

// hostileDirectory names the customers so, as far as an import takes it.
func (w *world) hostileDirectory(of wisesim.World) {
	for i, p := range of.Profiles {
		text := hostile[i%len(hostile)]
		quoted := `"` + strings.ReplaceAll(text[:min(len(text), 90)], `"`, `""`) + `"`
		_, err := w.cfg.Desk.ImportCustomers(context.Background(), cli(), desk.Import{SkipBad: true, Bad: func(*customer.BadLine) {},
			From: strings.NewReader(fmt.Sprintf("reference,name,email,profile_id,user_id\n%s,%s,\"\"\"<b>x</b>\"\"@y\",%d,%d\n", quoted, quoted, p.ID, p.User))})
		must(w.t, err)
	}
}

// hostilePeople lets the desk write so: notes, tellings, links, cards. What is refused
// is not kept, and fails nothing.
func (w *world) hostilePeople(of wisesim.World) {
	d, ctx, who := w.cfg.Desk, context.Background(), cli()
	for i, text := range hostile {
		to := of.Transfers[i%len(of.Transfers)]
		_, _ = d.AddNote(ctx, who, "", desk.NoteText{Transfer: to.ID, Text: text + " **" + text + "**\n- `" + text + "`\n> " + text})
		_ = d.Tell(ctx, who, "", desk.Telling{Transfer: to.ID, Text: text, Code: "sent", Basis: json.RawMessage(`{}`), Caller: "sender"})
		_ = d.ChangeLink(ctx, who, "", desk.LinkChange{Profile: to.Profile, User: 1, Note: text[:min(len(text), desk.MaxLinkNote)]})
		_ = d.ChangeAside(ctx, who, "", desk.AsideChange{Delivery: int64(i + 1), Note: text[:min(len(text), desk.MaxEventNote)]})
		_ = d.EditPlaybook(ctx, who, "", desk.CardChange{Kind: reason.OfFailure, Code: "ACCOUNT_CLOSED", Based: int64(i), Note: text, Writing: reason.Writing{Title: text, Meaning: text, DeskNote: text, Fix: text}})
	}
}

// queries are addresses that carry a hostile text.
func queries() (all []string) {
	for _, text := range hostile {
		q := url.QueryEscape(text[:min(len(text), 1500)])
		for _, page := range []string{"/search?q=", "/reasons?q=", "/bounced?reason=", "/events?type=", "/login?next=", "/admin/subscriptions?profile=", "/?show="} {
			all = append(all, page+q)
		}
		all = append(all, "/reasons/"+url.PathEscape(text[:min(len(text), 60)]))
	}
	return all
}

// crawl opens a page, gives it to look, and goes on with its links, so many pages of
// each route at most.
func crawl(tb *tab, from []string, most int, look func(path string)) (opened int) {
	seen, of := map[string]bool{}, map[string]int{}
	for len(from) > 0 {
		path := from[0]
		from = from[1:]
		if kind := routeOf(path); !seen[path] && of[kind] < most {
			seen[path] = true
			of[kind]++
			opened++
			tb.openOnly(path)
			look(path)
			from = append(from, eval[[]string](tb, `[...document.querySelectorAll('a[href^="/"]')].map(one => one.getAttribute("href")).filter(href => !href.includes(".pdf") && !href.startsWith("/assets"))`)...)
		}
	}
	return opened
}

// routeOf is an address without what tells two pages of a kind apart.
func routeOf(path string) string {
	path, query, _ := strings.Cut(strings.SplitN(path, "#", 2)[0], "?")
	name, _, _ := strings.Cut(query, "=")
	return regexp.MustCompile(`[0-9][0-9a-f-]*|[A-Z_0-9%]{4,}`).ReplaceAllString(path, "*") + "?" + name
}

// TestHostileTextsRunNoScript and break no layout on every page that links lead to, as
// a lead, who sees most; that they stand there as text shows that the pages hold them.
func TestHostileTextsRunNoScript(t *testing.T) {
	t.Parallel()
	w := newHostileWorld(t)
	tb := w.tab(t, auth.Lead)
	tb.show(phone)
	held := 0
	look := func(path string) {
		if eval[bool](tb, `document.body.textContent.includes("window.owned=1")`) {
			held++
		}
		for _, fault := range append(append(complaints(tb), foreign(tb)...), sideways(tb)...) {
			t.Errorf("%.200s: %s", path, fault)
		}
	}
	start := []string{"/", "/bounced", "/cases", "/settlements", "/events", "/reasons", "/admin/subscriptions", "/admin/reconciliation", "/events/rejected", "/settings", "/help"}
	for _, tr := range w.plan.World().Transfers {
		start = append(start, fmt.Sprintf("/transfers/%d", tr.ID), fmt.Sprintf("/customers/%d", tr.Profile))
	}
	n := crawl(tb, start, 8, look)
	for _, path := range queries() {
		tb.openOnly(path)
		look(path)
		n++
	}
	if n < 150 || held < 50 {
		t.Errorf("only %d pages were opened, and %d hold a hostile text", n, held)
	}
	t.Logf("%d pages, %d of them with a canary", n, held)
}
