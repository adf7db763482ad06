package web

import (
	"context"
	"fmt"
	"math/rand/v2"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/PuerkitoBio/goquery"

	"transferdesk/internal/auth"
	"transferdesk/internal/desk"
	"transferdesk/internal/work"
	"transferdesk/store"
	"transferdesk/web/front"
)

// actorOf is somebody who is signed in.
func (s *site) actorOf(email string) (who auth.Actor) {
	s.t.Helper()
	must(s.t, s.db.Read(context.Background(), func(r *store.Reader) error {
		p, err := r.PersonByEmail(email)
		who = auth.Actor{Kind: auth.Person, ID: p.ID, Name: p.Name, Role: auth.Role(p.Role)}
		return err
	}))
	return who
}

// workOn is a transfer as its page stands.
func (s *site) workOn(id int64) desk.WorkOn {
	s.t.Helper()
	on := desk.WorkOn{Transfer: id}
	must(s.t, s.db.Read(context.Background(), func(r *store.Reader) error {
		w, err := r.Work(id)
		on.Seen = w.Version
		return err
	}))
	return on
}

// assigned and resolved do what the forms of a transfer's page do.
func (s *site) assigned(id int64, by auth.Actor, to int64) {
	s.t.Helper()
	_, err := s.desk.Assign(context.Background(), by, "", s.workOn(id), to)
	must(s.t, err)
}

func (s *site) resolved(id int64, by auth.Actor) {
	s.t.Helper()
	_, err := s.desk.Resolve(context.Background(), by, "", s.workOn(id), desk.Resolution{Outcome: work.Informed})
	must(s.t, err)
}

// inScope gives the rows of a list in a scope, sorted, and wants its counter, its chip
// and the rows to be as many.
func (b *browser) inScope(show, whose string) []string {
	b.t.Helper()
	path := "/?show=" + show
	if whose != "all" {
		path += "&whose=" + whose
	}
	doc := b.page(path)
	n := doc.Find("main tbody tr").Length()
	for what, counter := range map[string]*goquery.Selection{
		"counter": doc.Find(`.tiles [aria-current] b, [data-testid="checks"] [aria-current] b`),
		"chip":    doc.Find(`[data-testid="scopes"] [aria-current] b`),
	} {
		if got := counter.Text(); got != fmt.Sprint(n) && !(got == "–" && n == 0) {
			b.t.Errorf("%s: the %s says %q, and there are %d rows", path, what, got, n)
		}
	}
	rows := links(doc)
	slices.Sort(rows)
	return rows
}

// atRandom lets two people work on some transfers, the same way every time.
func (s *site) atRandom(ids []string, people ...auth.Actor) {
	s.t.Helper()
	dice := rand.New(rand.NewPCG(7, 11))
	for _, text := range ids {
		id, who := personID(text), people[dice.IntN(len(people))]
		if dice.IntN(3) > 0 {
			s.assigned(id, who, who.ID)
		}
		if dice.IntN(3) == 0 {
			_, err := s.desk.FollowUp(context.Background(), who, "", s.workOn(id), "2026-11-21")
			must(s.t, err)
		}
		if dice.IntN(3) == 0 {
			s.resolved(id, who)
		}
	}
}

func TestInEveryScopeEveryListCountsItsRows(t *testing.T) {
	s := newSite(t)
	s.past()
	s.due()
	s.problems()
	s.deliver(walked(630, "processing", 5*day, "outgoing_payment_sent", 3*day)...)
	s.estimated(630, testNow.Add(-day), testNow.Add(-2*day))
	agent, lead := s.signIn(auth.Agent), s.signIn(auth.Lead)
	var ids []string
	for _, list := range queueLists() {
		if !list.closing() {
			ids = append(ids, agent.inScope(list.show, "all")...)
		}
	}
	slices.Sort(ids)
	resolved := 0
	s.atRandom(slices.Compact(ids), s.actorOf("agent@example.com"), s.actorOf("lead@example.com"))
	for _, list := range queueLists() {
		if list.closing() {
			continue
		}
		all := agent.inScope(list.show, "all")
		parts := slices.Concat(agent.inScope(list.show, "mine"), lead.inScope(list.show, "mine"), agent.inScope(list.show, "unassigned"))
		slices.Sort(parts)
		if !slices.Equal(all, parts) {
			t.Errorf("%s: all are %v, and its parts %v", list.show, all, parts)
		}
		for _, id := range agent.inScope(list.show, "resolved") {
			resolved++
			if slices.Contains(all, id) {
				t.Errorf("%s: %s is resolved, and stands among all", list.show, id)
			}
		}
	}
	if resolved < 3 || len(agent.inScope("followup", "all")) < 2 {
		t.Errorf("only %d are resolved: the test does not test", resolved)
	}
}

func TestWhatIsResolvedLeavesTheListsUntilItsFactsMove(t *testing.T) {
	s := newSite(t)
	agent := s.signIn(auth.Agent)
	who := s.actorOf("agent@example.com")
	s.deliver(bouncedLife(101)...)
	s.assigned(101, who, who.ID)
	s.resolved(101, who)
	standsIn := func(want ...string) {
		t.Helper()
		for _, whose := range []string{"all", "mine", "unassigned", "resolved"} {
			if got := len(agent.inScope("returned", whose)) == 1; got != slices.Contains(want, whose) {
				t.Errorf("it stands under %s: %v", whose, got)
			}
		}
	}
	standsIn("resolved")
	if got, want := testid(agent.page("/?whose=resolved"), "was-resolved"), "Resolved by Agent One on 21 Nov: customer informed, nothing open."; got != want {
		t.Errorf("the row says %q, want %q", got, want)
	}
	s.setNow(s.now.Add(20 * time.Minute))
	s.deliver(stateChange(101, "bounced_back", "cancelled", ago(-10*time.Minute)))
	standsIn("all", "mine")
	if got, want := testid(agent.page("/"), "was-resolved"), "Resolved by Agent One on 21 Nov, changed since."; got != want {
		t.Errorf("the row says %q, want %q", got, want)
	}
	_, err := s.desk.Reopen(context.Background(), who, "", s.workOn(101))
	must(t, err)
	s.resolved(101, who)
	standsIn("resolved")
	_, err = s.desk.Reopen(context.Background(), who, "", s.workOn(101))
	must(t, err)
	standsIn("all", "mine")
}

func TestACaseThatIsNewerThanTheResolutionBringsItBack(t *testing.T) {
	s := newSite(t)
	agent := s.signIn(auth.Agent)
	s.deliver(bouncedLife(101)...)
	s.deliver(activeCases(101, ago(time.Hour), "deposit_proof_needed"))
	s.resolved(101, s.actorOf("agent@example.com"))
	if got := agent.inScope("cases", "all"); len(got) > 0 {
		t.Errorf("resolved with its case: %v", got)
	}
	s.setNow(s.now.Add(20 * time.Minute))
	s.deliver(activeCases(101, ago(-5*time.Minute)), activeCases(101, ago(-10*time.Minute), "deposit_proof_needed"))
	if got := agent.inScope("cases", "all"); len(got) != 1 {
		t.Errorf("after a newer case: %v", got)
	}
}

func TestTheScopeIsKeptOverCountersAndPages(t *testing.T) {
	s := newSite(t)
	agent := s.signIn(auth.Agent)
	who := s.actorOf("agent@example.com")
	for id := range int64(front.RowsPerPage + 9) {
		s.deliver(walked(1000+id, "incoming_payment_waiting", 20*day+time.Duration(id%5)*time.Hour)...)
		if id > 1 {
			s.assigned(1000+id, who, who.ID)
		}
	}
	first := agent.page("/?show=unfunded&whose=mine")
	next, _ := first.Find(`a[rel="next"]`).Attr("href")
	second := agent.page(next)
	all := append(links(first), links(second)...)
	slices.Sort(all)
	if n := len(slices.Compact(all)); n != front.RowsPerPage+7 || slices.Contains(all, "1000") {
		t.Errorf("two pages show %d transfers, want %d", n, front.RowsPerPage+7)
	}
	second.Find(`.tiles a, [data-testid="checks"] a, a[rel="first"]`).Each(func(_ int, a *goquery.Selection) {
		if href := a.AttrOr("href", ""); !strings.Contains(href, "whose=mine") {
			t.Errorf("%s leaves the scope", href)
		}
	})
	if answer := agent.get("/?whose=everybody"); answer.StatusCode != http.StatusBadRequest {
		t.Errorf("an unknown scope: got %d, want 400", answer.StatusCode)
	}
	if n := agent.page("/?show=closing&whose=mine").Find(`[data-testid="scopes"]`).Length(); n != 0 {
		t.Error("accounts are said to be somebody's")
	}
}

func TestAnEmptyScopeLeadsToTheRowsThatThereAre(t *testing.T) {
	s := newSite(t)
	s.deliver(bouncedLife(101)...)
	doc := s.signIn(auth.Agent).page("/?whose=mine")
	if got := folded(doc.Find(`[data-testid="nothing-matches"]`).Text()); got != "Nothing here is assigned to you Unassigned 1" {
		t.Errorf("the list says %q", got)
	}
	if href := doc.Find(`[data-testid="elsewhere"] a`).AttrOr("href", ""); href != "/?show=returned&whose=unassigned" {
		t.Errorf("it leads to %q", href)
	}
}

func TestARowSaysWhoHasItAndLetsItBeTaken(t *testing.T) {
	s := newSite(t)
	s.problems()
	agent, lead := s.signIn(auth.Agent), s.signIn(auth.Lead)
	row := func(b *browser) *goquery.Selection { return b.page("/").Find("#row-101") }
	if got := folded(row(agent).Find(".hands").Text()); got != "nobody Assign to me" || row(agent).Find(`[data-testid="unseen"]`).Length() != 1 {
		t.Errorf("at first: %q", got)
	}
	form := row(agent).Find(".hands form")
	answer := agent.submit(form.AttrOr("action", ""), url.Values{"me": {"1"}, "version": {"0"}, "next": {form.Find(`[name="next"]`).AttrOr("value", "")}})
	if got := answer.Header.Get("Location"); answer.StatusCode != http.StatusSeeOther || got != "/?did=work&transfer=101&version=1" {
		t.Errorf("taking it: %d, to %q", answer.StatusCode, got)
	}
	if got := folded(row(agent).Find(".hands").Text()); got != "you" {
		t.Errorf("to who has it: %q", got)
	}
	agent.page("/transfers/101")
	if row(lead).Find(`[data-testid="unseen"]`).Length() != 0 {
		t.Error("somebody has looked, and the row says nobody has")
	}
	must(t, s.desk.DisablePerson(context.Background(), cli(), "", "agent@example.com"))
	if got := folded(row(lead).Find(".hands").Text()); got != "Agent One (left)" {
		t.Errorf("to others, of one who has left: %q", got)
	}
	if answer := lead.submit("/transfers/104/assignee", url.Values{"me": {"1"}, "version": {"0"}, "next": {"//evil.example/"}}); answer.Header.Get("Location") != "/?did=work&transfer=104&version=1" {
		t.Errorf("it leads to %q", answer.Header.Get("Location"))
	}
}

func TestAFollowUpIsDueInTheReadersZone(t *testing.T) {
	s := newSite(t)
	s.deliver(bouncedLife(101)...)
	s.deliver(bouncedLife(102)...)
	agent := s.signIn(auth.Agent)
	who := s.actorOf("agent@example.com")
	for id, day := range map[int64]work.Day{101: "2026-11-20", 102: "2026-11-22"} {
		_, err := s.desk.FollowUp(context.Background(), who, "", s.workOn(id), day)
		must(t, err)
	}
	if got := agent.inScope("followup", "all"); !slices.Equal(got, []string{"101"}) {
		t.Errorf("due on the 21st: %v", got)
	}
	if got, want := testid(agent.page("/?show=followup"), "due"), "Follow up since Fri 20 Nov 2026, set by Agent One."; got != want {
		t.Errorf("the row says %q, want %q", got, want)
	}
	s.setNow(time.Date(2026, 11, 21, 23, 30, 0, 0, time.UTC))
	agent = s.signInAs("agent@example.com")
	agent.settle(url.Values{"zone": {"Asia/Tokyo"}})
	if got := agent.inScope("followup", "all"); !slices.Equal(got, []string{"101", "102"}) {
		t.Errorf("when it is the 22nd in Tokyo: %v", got)
	}
}
