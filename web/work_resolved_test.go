package web

import (
	"errors"
	"net/url"
	"strings"
	"testing"
	"time"

	"transferdesk/internal/answer"
	"transferdesk/internal/auth"
	"transferdesk/internal/desk"
)

func TestAResolvedTransferWhoseAnswerChangedSaysSo(t *testing.T) {
	s := newSite(t)
	life := bouncedLife(testTransfer)
	s.deliver(life[:5]...)
	agent, token := s.signInAs(s.colleague("Anna")), s.token(auth.Agent)
	agent.does("resolve", "outcome", "delivered", "remark", "")
	read := func() (out apiTransfer) {
		decodeInto(t, body(t, s.call(token, "/api/v1"+workPage)), &out)
		return out
	}
	if before := read(); len(before.Flags) != 0 {
		t.Errorf("nothing has changed: %+v", before.Flags)
	}
	s.setNow(s.now.Add(50 * time.Minute))
	s.deliver(life[5:]...)
	after := read()
	const says = "Resolved by Anna on 21 Nov (delivered after all); since then: Returned to Wise: the recipient's account is closed. Not refunded yet."
	if len(after.Flags) == 0 || after.Flags[0].Code != "changed_since_resolved" || after.Flags[0].Text != says || len(after.Flags[0].Evidence) == 0 || after.Flags[0].Since == nil {
		t.Errorf("the flags are %+v", after.Flags)
	}
	if got := folded(agent.page(workPage).Find(".strips > li").First().Text()); !strings.HasPrefix(got, says) {
		t.Errorf("the strip: %q", got)
	}
	agent.does("reopen")
	if again := read(); len(again.Flags) != 0 || again.Work.Resolved != nil {
		t.Errorf("reopened: %+v", again.Flags)
	}
}

func TestTimeAloneDoesNotChangeWhatWasResolved(t *testing.T) {
	s := newSite(t)
	s.deliver(bouncedLife(testTransfer)[:5]...)
	s.estimated(testTransfer, s.now.Add(30*time.Minute), s.now)
	agent, token := s.signInAs(s.colleague("Anna")), s.token(auth.Agent)
	speaks := func(want answer.Code) {
		t.Helper()
		var told apiTransfer
		decodeInto(t, body(t, s.call(token, "/api/v1"+workPage)), &told)
		if told.Answer.Code != want {
			t.Fatalf("the answer is %s, want %s", told.Answer.Code, want)
		}
		if strips := folded(agent.page(workPage).Find(".strips").Text()); len(told.Flags) != 0 || strings.Contains(strips, "Resolved by") {
			t.Errorf("%s: the flags are %+v, the strips %q", want, told.Flags, strips)
		}
	}
	agent.does("resolve", "outcome", "informed", "remark", "")
	speaks(answer.Sent)
	s.setNow(s.now.Add(50 * time.Minute))
	speaks(answer.SentOverdue)
}

func TestWhatComesWhileATransferIsResolvedIsNotResolvedUnseen(t *testing.T) {
	s := newSite(t)
	life := bouncedLife(testTransfer)
	s.deliver(life[:5]...)
	who := s.actorOf(strings.ToLower(s.colleague("Anna")))
	ask := workAsk{who: who, on: s.workOn(testTransfer), face: s.server.Face(who),
		form: url.Values{"outcome": {"delivered"}, "code": {string(answer.Sent)}}}
	resolve := func() error {
		_, err := s.desk.Resolve(t.Context(), who, "", ask.on, s.server.resolution(ask))
		return err
	}
	s.deliver(life[5:]...) // after the form was read
	if err := resolve(); !errors.Is(err, desk.ErrWorkChanged) || s.acts() != 0 {
		t.Errorf("got %v with %d acts, want that the answer is another one", err, s.acts())
	}
	ask.form.Set("code", string(answer.Returned))
	must(t, resolve())
	if n := s.count(`SELECT count(*) FROM works WHERE resolved_code = 'returned'`); n != 1 {
		t.Error("it was not kept with the answer that spoke")
	}
}

func TestTheJSONHasTheWork(t *testing.T) {
	s := newTeam(t)
	token := s.token(auth.Agent)
	read := func() (out apiTransfer) {
		decodeInto(t, body(t, s.call(token, "/api/v1"+workPage)), &out)
		return out
	}
	if w := read().Work; w.Assignee != nil || w.FollowUp != nil || w.Resolved != nil || w.Version != 0 {
		t.Errorf("untouched: %+v", w)
	}
	s.anna.does("assignee", "person", s.personNamed("Ben"))
	s.anna.does("follow-up", "pick", "2026-11-24")
	s.anna.does("resolve", "outcome", "other", "remark", "by <b>hand</b>")
	out := read()
	w := out.Work
	if w.Assignee == nil || w.Assignee.Name != "Ben" || w.FollowUp == nil || *w.FollowUp != "2026-11-24" || w.Version != 3 || w.Audience != "desk" {
		t.Errorf("the work is %+v", w)
	}
	if r := w.Resolved; r == nil || r.Outcome != "other" || *r.Remark != "by <b>hand</b>" || r.By != "Anna" || *r.At != "2026-11-21T08:00:00Z" {
		t.Errorf("resolved: %+v", w.Resolved)
	}
	row := out.Timeline[len(out.Timeline)-1]
	if row.Kind != workDone || row.Event != nil || *row.By != "Anna" || *row.Note != "Resolved: other “by <b>hand</b>”" || row.Audience != "desk" {
		t.Errorf("the newest row is %+v", row)
	}
}

func TestAHostileRemarkAndNameAreText(t *testing.T) {
	s := newSite(t)
	s.deliver(bouncedLife(testTransfer)...)
	const evil = `<script>alert(1)</script>"><img src=x onerror=alert(1)>`
	email := s.colleague("Eve")
	_, err := s.sql().Exec(`UPDATE people SET name = ? WHERE name = 'Eve'`, "\u202e<b>Eve</b>")
	must(t, err)
	eve := s.signInAs(email)
	eve.does("assignee", "me", "1")
	page := eve.does("resolve", "outcome", "other", "remark", evil+"\u202e")
	if page.Find("main script, main img, #work b, #assignee b").Length() != 0 {
		t.Error("the page took it for markup")
	}
	if got := testid(page, "work"); !strings.Contains(got, evil) || strings.Contains(page.Find("main").Text(), "\u202e") {
		t.Errorf("it reads %q", got)
	}
}
