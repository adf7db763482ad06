package web

import (
	"context"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"transferdesk/internal/auth"
)

func TestEachActStandsOnThePageInTheTimelineAndInTheRecord(t *testing.T) {
	s := newTeam(t)
	if got := testid(s.anna.page(workPage), "assignee"); got != "Assigned to Nobody yet" {
		t.Errorf("before: %q", got)
	}
	for _, c := range []struct {
		act        string
		form       []string
		toast, row string
		kind       auth.Act
	}{
		{"assignee", []string{"me", "1"}, "Assigned to you.", "Assigned to Anna by Anna", auth.AssignTransfer},
		{"assignee", []string{"person", s.personNamed("Ben")}, "Assigned to Ben.", "Assigned to Ben by Anna", auth.AssignTransfer},
		{"assignee", []string{"person", "0"}, "Assigned to nobody; it was with Ben.", "Assigned to nobody; it was with Ben by Anna", auth.AssignTransfer},
		{"follow-up", []string{"day", "2026-11-24"}, "Follow-up on Tue 24 Nov 2026.", "Follow-up on Tue 24 Nov 2026 by Anna", auth.FollowUpTransfer},
		{"follow-up", []string{"day", "", "pick", "2026-11-22"}, "Follow-up on Sun 22 Nov 2026.", "Follow-up on Sun 22 Nov 2026 by Anna", auth.FollowUpTransfer},
		{"follow-up", []string{"day", "2026-11-22", "pick", "none"}, "No follow-up any more; it was on Sun 22 Nov 2026.", "No follow-up any more", auth.FollowUpTransfer},
		{"resolve", []string{"outcome", "other", "remark", " Paid by hand. "}, "Resolved: other.", "Resolved: other “Paid by hand.”by Anna", auth.ResolveTransfer},
		{"reopen", nil, "Reopened; it was resolved: other.", "Reopened; it was resolved: other by Anna", auth.ReopenTransfer},
	} {
		s.setNow(s.now.Add(time.Minute))
		before := len(s.recorded(c.kind))
		page := s.anna.does(c.act, c.form...)
		if got := testid(page, "toast"); !strings.HasPrefix(got, c.toast+" Undo") {
			t.Errorf("%s %v: the toast says %q", c.act, c.form, got)
		}
		for _, order := range []string{"happened", "learned"} {
			row := s.anna.page(workPage + "?order=" + order).Find(`[data-testid="timeline"] > li`).First()
			if got := folded(row.Text()); !strings.Contains(got, c.row) || !strings.Contains(got, "done 21 Nov 2026, ") {
				t.Errorf("%s %v, %s: the newest row is %q", c.act, c.form, order, got)
			}
		}
		if rows := s.recorded(c.kind); len(rows) != before+1 || rows[len(rows)-1] != "done transfer 49983981" {
			t.Errorf("%s: the record has %v", c.act, rows)
		}
	}
	if strings.Contains(testid(s.anna.page(workPage), "customer-text"), "Paid by hand") {
		t.Error("the remark stands in the customer's text")
	}
}

func TestTheSectionSaysWhoHasItAndWhen(t *testing.T) {
	s := newTeam(t)
	page := s.anna.does("assignee", "me", "1")
	if got := testid(page, "assignee"); got != "Assigned to Anna" {
		t.Errorf("in the line: %q", got)
	}
	if page.Find(`[data-testid="assign-me"]`).Length() != 0 {
		t.Error("it is offered to whoever has it already")
	}
	if got := s.ben.page(workPage).Find(`[data-testid="assign-me"]`).AttrOr("data-key", ""); got != "a" {
		t.Errorf("Ben takes it with the key %q", got)
	}
	s.anna.does("follow-up", "day", "2026-11-22")
	if got := testid(s.anna.page(workPage), "follow-up"); got != "Sun 22 Nov 2026, tomorrow" {
		t.Errorf("the follow-up: %q", got)
	}
	if flags := s.anna.page(workPage).Find(".strips").Text(); strings.Contains(flags, "ollow") {
		t.Errorf("it is not due, and the strip says %q", flags)
	}
	for days, want := range map[int]string{1: "Follow up today; it is with Anna.", 3: "The follow-up was due 2 days ago, on Sun 22 Nov 2026; it is with Anna."} {
		s.setNow(testNow.AddDate(0, 0, days))
		anna := s.signInAs("Anna@example.com")
		if flags := folded(anna.page(workPage).Find(".strips").Text()); !strings.Contains(flags, want) {
			t.Errorf("after %d days the strip says %q, want %q", days, flags, want)
		}
	}
	s.setNow(testNow)
	page = s.signInAs("Anna@example.com").does("resolve", "outcome", "informed", "remark", "")
	if got := testid(page, "work"); !strings.Contains(got, "Customer informed, nothing openby Anna") || !strings.Contains(got, "It was with Anna.") || !strings.Contains(got, "rests until it is reopened") {
		t.Errorf("resolved: %q", got)
	}
}

func TestADoubleClickDoesNothingTwice(t *testing.T) {
	s := newTeam(t)
	for _, c := range [][]string{{"assignee", "me", "1"}, {"follow-up", "pick", "2026-11-23"}, {"resolve", "outcome", "refunded", "remark", "x"}, {"reopen"}} {
		page := s.anna.page(workPage)
		before := s.acts()
		for range 3 {
			if answer := s.anna.act(page, c[0], c[1:]...); answer.StatusCode != http.StatusSeeOther {
				t.Errorf("%s: %d", c[0], answer.StatusCode)
			}
		}
		if n := s.acts(); n != before+1 {
			t.Errorf("%s three times: %d acts more", c[0], n-before)
		}
	}
	if rows := s.recorded(auth.AssignTransfer); len(rows) != 1 {
		t.Errorf("the record has %v", rows)
	}
}

func TestWhoIsLateSeesBothVersionsAndChooses(t *testing.T) {
	s := newTeam(t)
	seen := s.anna.page(workPage)
	s.ben.does("assignee", "me", "1")
	s.setNow(s.now.Add(2 * time.Minute))
	answer := s.document(s.anna.act(seen, "assignee", "person", s.personNamed("Anna")), http.StatusConflict)
	for id, want := range map[string]string{"work-since": "Ben took it on 2 min ago", "work-now": "With Ben.", "work-wanted": "Assign it to Anna"} {
		if got := testid(answer, id); !strings.HasPrefix(got, want) {
			t.Errorf("%s: %q, want %q", id, got, want)
		}
	}
	if to := answer.Find(`[data-testid="keep-theirs"]`).AttrOr("href", ""); to != workPage {
		t.Errorf("keeping theirs leads to %q", to)
	}
	if s.acts() != 1 || testid(s.anna.page(workPage), "assignee") != "Assigned to Ben" {
		t.Error("something was overwritten")
	}
	form := answer.Find(`[data-testid="apply-mine"]`).Closest("form")
	values := url.Values{}
	for _, in := range form.Find("input").EachIter() {
		values.Set(in.AttrOr("name", ""), in.AttrOr("value", ""))
	}
	if again := s.anna.submit(form.AttrOr("action", ""), values); again.StatusCode != http.StatusSeeOther {
		t.Fatalf("mine on top: %d", again.StatusCode)
	}
	if got := testid(s.anna.page(workPage), "assignee"); got != "Assigned to Anna" {
		t.Errorf("mine on top: %q", got)
	}
	for _, late := range [][]string{{"follow-up", "pick", "2026-11-24"}, {"follow-up", "pick", "none", "version", "99"}, {"resolve", "outcome", "other", "remark", "mine"}} {
		before := s.acts()
		if late[1] == "pick" && late[2] == "none" {
			s.anna.does("follow-up", "pick", "2026-11-23")
			before++
		}
		page := s.document(s.anna.act(seen, late[0], late[1:]...), http.StatusConflict)
		if s.acts() != before || page.Find(`[data-testid="apply-mine"]`).Length() != 1 {
			t.Errorf("%v: %d acts more, %q", late, s.acts()-before, testid(page, "work-wanted"))
		}
	}
}

func TestWhoIsLateOnAResolvedTransferIsToldSo(t *testing.T) {
	s := newTeam(t)
	seen := s.anna.page(workPage)
	s.ben.does("resolve", "outcome", "refunded", "remark", "")
	page := s.document(s.anna.act(seen, "resolve", "outcome", "other", "remark", "kept, all of it"), http.StatusConflict)
	if got := testid(page, "work-since"); !strings.HasPrefix(got, "Ben resolved it: refunded to the customer") {
		t.Errorf("since: %q", got)
	}
	if got := testid(page, "work-wanted"); got != "Resolve it: other, “kept, all of it”" {
		t.Errorf("wanted: %q", got)
	}
	if page.Find(`[data-testid="apply-mine"]`).Length() != 0 || !strings.Contains(page.Find("main").Text(), "reopen it first") {
		t.Error("it is offered to be resolved a second time")
	}
}

func TestNobodyResolvesWithAnAnswerThatTheyHaveNotSeen(t *testing.T) {
	s := newSite(t)
	life := bouncedLife(testTransfer)
	s.deliver(life[:5]...)
	agent := s.signInAs(s.colleague("Anna"))
	seen := agent.page(workPage)
	s.deliver(life[5:]...)
	page := s.document(agent.act(seen, "resolve", "outcome", "delivered", "remark", "thanks"), http.StatusConflict)
	if got := testid(page, "work-since"); !strings.Contains(got, "The answer is another one: “Returned to Wise") || s.acts() != 0 {
		t.Errorf("since: %q, %d acts", got, s.acts())
	}
	if agent.act(seen, "assignee", "me", "1").StatusCode != http.StatusSeeOther {
		t.Error("whom it is assigned to has nothing to do with the answer")
	}
}

func TestUndoLeadsBackAndLeavesItsOwnRow(t *testing.T) {
	s := newTeam(t)
	s.anna.does("assignee", "person", s.personNamed("Ben"))
	page := s.anna.undoes(s.anna.does("assignee", "me", "1"))
	if got := testid(page, "assignee"); got != "Assigned to Ben" {
		t.Errorf("assigned back: %q", got)
	}
	s.anna.does("follow-up", "pick", "2026-11-24")
	page = s.anna.undoes(s.anna.does("follow-up", "pick", "none"))
	if got := testid(page, "follow-up"); !strings.HasPrefix(got, "Tue 24 Nov 2026") {
		t.Errorf("the follow-up is back: %q", got)
	}
	page = s.anna.undoes(s.anna.does("resolve", "outcome", "other", "remark", "by hand"))
	if page.Find(`[data-testid="resolved"]`).Length() != 0 {
		t.Error("it is still resolved")
	}
	if page = s.anna.undoes(page); testid(page, "resolved") != "Other" || !strings.Contains(testid(page, "work"), "“by hand”") {
		t.Errorf("reopening was taken back: %q", testid(page, "work"))
	}
	if n := s.acts(); n != 9 {
		t.Errorf("%d acts, want 9", n)
	}
	stale := s.anna.does("reopen")
	s.ben.does("follow-up", "pick", "none")
	version := stale.Find(`[data-testid="toast"] input[name="version"]`).AttrOr("value", "")
	if again := s.anna.page(workPage + "?did=work&version=" + version); again.Find(`[data-testid="undo"]`).Length() != 0 || testid(again, "toast") == "" {
		t.Errorf("what somebody has gone on from is offered to be undone: %q", testid(again, "toast"))
	}
	if toast := testid(s.ben.page(workPage+"?did=work&version="+version), "toast"); toast != "" {
		t.Errorf("Ben is told what Anna did: %q", toast)
	}
}

func TestADayThatHasPassedIsNotOfferedAgain(t *testing.T) {
	s := newTeam(t)
	s.anna.does("follow-up", "pick", "2026-11-22")
	s.setNow(s.now.AddDate(0, 0, 3))
	page := s.signInAs("Anna@example.com").does("follow-up", "pick", "none")
	if testid(page, "toast") == "" || page.Find(`[data-testid="undo"]`).Length() != 0 {
		t.Errorf("the toast: %q", testid(page, "toast"))
	}
}

func TestWhatCannotBeIsRefusedAndKeepsWhatWasTyped(t *testing.T) {
	s := newTeam(t)
	s.colleague("Gone")
	gone := s.personNamed("Gone")
	must(t, s.desk.DisablePerson(context.Background(), cli(), "", "gone@example.com"))
	long := strings.Repeat("x", 501)
	for _, c := range []struct {
		act   string
		form  []string
		wants string
		field string
	}{
		{"assignee", []string{"person", gone}, "Gone has left", "person"},
		{"assignee", []string{"person", "4711"}, "There is no such person", "person"},
		{"assignee", []string{"person", "Ben"}, "Choose somebody of the list", "person"},
		{"assignee", nil, "Choose somebody of the list", "person"},
		{"follow-up", []string{"day", "2026-11-20"}, "in the past; today is Sat 21 Nov 2026", "day"},
		{"follow-up", []string{"day", "2028-01-01"}, "a year ahead", "day"},
		{"follow-up", []string{"day", ""}, "needs a day", "day"},
		{"resolve", []string{"outcome", "", "remark", "typed"}, "Choose with what", "outcome"},
		{"resolve", []string{"outcome", "won", "remark", "typed"}, "Choose with what", "outcome"},
		{"resolve", []string{"outcome", "other", "remark", " "}, "needs a remark", "remark"},
		{"resolve", []string{"outcome", "refunded", "remark", long}, "500 characters", "remark"},
	} {
		page := s.document(s.anna.act(s.anna.page(workPage), c.act, c.form...), http.StatusUnprocessableEntity)
		link := page.Find(`#work .errors a`)
		if got := folded(link.Text()); !strings.Contains(got, c.wants) || link.AttrOr("href", "") != "#"+c.field || page.Find("#"+c.field+"[aria-invalid]").Length() != 1 {
			t.Errorf("%v: %q at %q", c.form, got, link.AttrOr("href", ""))
		}
		if c.act == "resolve" && strings.TrimSpace(c.form[3]) != "" && page.Find("#remark").Text() != c.form[3] {
			t.Errorf("%v: the remark is now %q", c.form, page.Find("#remark").Text())
		}
		if c.act == "follow-up" && page.Find("#day").AttrOr("value", "") != c.form[1] {
			t.Errorf("%v: the day is now %q", c.form, page.Find("#day").AttrOr("value", ""))
		}
		if testid(page, "answer") == "" {
			t.Errorf("%v: the page has no answer", c.form)
		}
	}
	if s.acts() != 0 {
		t.Errorf("%d acts", s.acts())
	}
	open := s.anna.page(workPage)
	s.anna.does("resolve", "outcome", "refunded", "remark", "")
	for _, c := range [][]string{{"assignee", "me", "1"}, {"follow-up", "pick", "2026-11-24"}, {"resolve", "outcome", "delivered", "remark", ""}} {
		form := s.anna.form(open, c[0], append(c[1:], "version", "1")...)
		page := s.document(s.anna.submit(workPage+"/"+c[0], form), http.StatusUnprocessableEntity)
		if got := folded(page.Find("#work .errors").Text()); !strings.Contains(got, "Reopen it first") {
			t.Errorf("%v of a resolved one: %q", c, got)
		}
	}
	for path, want := range map[string]int{"/transfers/7/assignee": http.StatusNotFound, "/transfers/x/assignee": http.StatusBadRequest} {
		if got := s.anna.submit(path, url.Values{"me": {"1"}}).StatusCode; got != want {
			t.Errorf("%s: %d, want %d", path, got, want)
		}
	}
}

func TestWhoHasLeftKeepsTheirNameAndIsNotOffered(t *testing.T) {
	s := newTeam(t)
	s.anna.does("assignee", "person", s.personNamed("Ben"))
	must(t, s.desk.DisablePerson(context.Background(), cli(), "", "ben@example.com"))
	page := s.anna.page(workPage)
	if got := testid(page, "assignee"); got != "Assigned to Ben (left)" {
		t.Errorf("in the line: %q", got)
	}
	if option := page.Find(`#person option[selected]`); option.Text() != "Ben (left)" || option.AttrOr("disabled", "no") == "no" {
		t.Errorf("selected: %q", option.Text())
	}
	s.anna.does("assignee", "me", "1")
	if options := s.anna.page(workPage).Find(`#person option`); strings.Contains(options.Text(), "Ben") || options.Eq(1).Text() != "Anna (you)" {
		t.Errorf("offered: %q", options.Text())
	}
	if html, _ := page.Html(); strings.Contains(html, "@example.com") {
		t.Error("the page has somebody's e-mail")
	}
}
