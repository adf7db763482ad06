package web

import (
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/PuerkitoBio/goquery"

	"transferdesk/internal/auth"
	"transferdesk/internal/note"
	"transferdesk/internal/testkit"
)

// note adds one as the form of the page does, and gives where it leads.
func (b *browser) note(text string) string {
	b.t.Helper()
	form := b.page(tellingPage).Find("#note-form")
	answer := b.submit(form.AttrOr("action", ""), url.Values{"text": {text}})
	if answer.StatusCode != http.StatusSeeOther {
		b.t.Fatalf("noting: got %d\n%s", answer.StatusCode, body(b.t, answer))
	}
	return answer.Header.Get("Location")
}

// press sends a form of a page as it stands there.
func (b *browser) press(form *goquery.Selection) *http.Response {
	b.t.Helper()
	values := url.Values{}
	form.Find("input").Each(func(_ int, in *goquery.Selection) { values.Add(in.AttrOr("name", ""), in.AttrOr("value", "")) })
	form.Find("textarea").Each(func(_ int, in *goquery.Selection) { values.Add(in.AttrOr("name", ""), in.Text()) })
	if form.Length() != 1 {
		b.t.Fatalf("%d such forms", form.Length())
	}
	return b.submit(form.AttrOr("action", ""), values)
}

// second adds another person of a role.
func (s *site) second(role auth.Role) *browser {
	s.t.Helper()
	email := string(role) + ".two@example.com"
	testkit.AddNamed(s.t, s.db, email, "Ben Two", role)
	return s.signInAs(email)
}

func bouncedSite(t *testing.T) *site {
	s := newSite(t)
	s.deliver(bouncedLife(testTransfer)...)
	return s
}

func TestANoteStandsWhereItIsReadAndIsTakenBackByOneButton(t *testing.T) {
	s := bouncedSite(t)
	agent := s.signIn(auth.Agent)
	if got := testid(agent.page(tellingPage), "notes"); !strings.Contains(got, "Customers never see these") || !strings.Contains(got, "No notes yet.") {
		t.Errorf("before: %q", got)
	}
	at := agent.note("Called the **bank**:\r\n- closed in May\r\n<script>alert(1)</script> \u202eabc")
	if at != tellingPage+"?did=noted&note=1#notes" {
		t.Fatalf("it leads to %q", at)
	}
	page := agent.page(strings.TrimSuffix(at, "#notes"))
	one := page.Find(`[data-testid="note"]`)
	if got := folded(one.Find(".note").Text()); got != `Called the bank:closed in May<script>alert(1)</script> \u202eabc` {
		t.Errorf("the note reads %q", got)
	}
	if one.Find(".note strong").Text() != "bank" || one.Find(".note ul > li").Length() != 1 || one.Find("script").Length() != 0 {
		t.Error("its marks are not read")
	}
	row := folded(page.Find(`[data-testid="timeline"] > li`).First().Text())
	if !strings.HasPrefix(row, "Note “Called the bank:") || !strings.Contains(row, "by Agent One") || !strings.Contains(row, "noted 21 Nov 2026, 08:00 UTC") {
		t.Errorf("the newest row is %q", row)
	}
	if got := testid(page, "toast"); !strings.HasPrefix(got, "Noted.") {
		t.Errorf("the toast says %q", got)
	}
	undone := agent.press(page.Find(`[data-testid="toast"] form`))
	if at := undone.Header.Get("Location"); at != tellingPage+"?did=note-withdrawn&note=1#notes" {
		t.Fatalf("taking it back: %d to %q", undone.StatusCode, at)
	}
	page = agent.page(tellingPage + "?did=note-withdrawn&note=1")
	if text := page.Find("main").Text(); strings.Contains(text, "closed in May") || !strings.Contains(folded(text), "A note by Agent One was withdrawn by Agent One.") {
		t.Error("a withdrawn note is still read, or is not said to be withdrawn")
	}
	if again := agent.press(page.Find(`[data-testid="toast"] form`)); again.StatusCode != http.StatusSeeOther {
		t.Fatalf("taking that back: %d", again.StatusCode)
	}
	if got := testid(agent.page(tellingPage), "notes"); !strings.Contains(got, "closed in May") {
		t.Errorf("it did not come back: %q", got)
	}
	if rows := append(s.recorded(auth.AddNote), append(s.recorded(auth.WithdrawNote), s.recorded(auth.EditNote)...)...); strings.Join(rows, "; ") != "done note 1; done note 1; done note 1" {
		t.Errorf("the audit log has %v", rows)
	}
}

func TestWhatCannotBeSavedComesBackAsItWasTyped(t *testing.T) {
	s := bouncedSite(t)
	agent := s.signIn(auth.Agent)
	long := strings.Repeat("é", note.MaxRunes+1)
	for _, text := range []string{" \n ", "\u200b\u2060\n\u00a0\u00ad", long} {
		page := s.document(agent.submit(tellingPage+"/notes", url.Values{"text": {text}}), http.StatusUnprocessableEntity)
		if got := page.Find("textarea#text").Text(); strings.TrimPrefix(got, "\n") != text && got != text {
			t.Errorf("%d characters came back as %d", len(text), len(got))
		}
		if got := page.Find(`.errors a[href="#text"]`).Length(); got != 1 {
			t.Errorf("%d errors lead to the field", got)
		}
	}
	if got := agent.submit(tellingPage+"/notes", url.Values{"text": {strings.Repeat("x", maxNoteForm)}}).StatusCode; got != http.StatusRequestEntityTooLarge {
		t.Errorf("far too long: %d", got)
	}
	if got := agent.submit("/transfers/5/notes", url.Values{"text": {"x"}}).StatusCode; got != http.StatusNotFound {
		t.Errorf("on a transfer that nobody has named: %d", got)
	}
}

func TestADoubleClickIsOneNote(t *testing.T) {
	s := bouncedSite(t)
	agent := s.signIn(auth.Agent)
	if first, second := agent.note("once"), agent.note("once"); first != second {
		t.Errorf("two notes: %q, %q", first, second)
	}
	s.setNow(s.now.Add(time.Minute))
	agent.note("once")
	if n := agent.page(tellingPage).Find(`[data-testid="note"]`).Length(); n != 2 {
		t.Errorf("a minute later there are %d, want 2", n)
	}
}

func TestANoteIsChangedByItsAuthorOrALead(t *testing.T) {
	s := bouncedSite(t)
	author := s.signIn(auth.Agent)
	author.note("mine")
	other, lead := s.second(auth.Agent), s.signIn(auth.Lead)
	if n := other.page(tellingPage).Find(`[data-testid="notes"] .deed`).Length(); n != 0 {
		t.Errorf("another agent is offered %d deeds", n)
	}
	edit := tellingPage + "/notes/1"
	for _, refused := range []*http.Response{other.get(edit + "/edit"), other.submit(edit, url.Values{"text": {"x"}, "based": {"1"}}), other.submit(edit+"/withdraw", url.Values{"based": {"1"}}), other.submit(edit+"/undo", url.Values{"based": {"1"}})} {
		if refused.StatusCode != http.StatusForbidden || !strings.Contains(body(t, refused), "Only its author or a lead may") {
			t.Errorf("%s %s by another agent: %d, want 403 with the reason", refused.Request.Method, refused.Request.URL.Path, refused.StatusCode)
		}
	}
	if rows := s.recorded(auth.ChangeOthersNote); len(rows) != 4 || rows[0] != "denied note 1" {
		t.Errorf("the audit log has %v", rows)
	}
	s.setNow(s.now.Add(50 * time.Minute))
	saved := lead.submit(edit, url.Values{"text": {"theirs"}, "based": {"1"}})
	if at := saved.Header.Get("Location"); at != tellingPage+"?did=note-edited&note=1#notes" {
		t.Fatalf("a lead: %d to %q", saved.StatusCode, at)
	}
	page := lead.page(tellingPage + "?did=note-edited&note=1")
	if got := folded(page.Find(`[data-testid="note"]`).Text()); !strings.HasPrefix(got, "theirsAgent One 50 min ago") || !strings.Contains(got, "by Lead One") {
		t.Errorf("the note reads %q", got)
	}
	lead.press(page.Find(`[data-testid="toast"] form`))
	if got := testid(author.page(tellingPage), "note"); !strings.HasPrefix(got, "mine") {
		t.Errorf("taken back, the note reads %q", got)
	}
	if got := lead.get("/transfers/7/notes/1/edit").StatusCode; got != http.StatusNotFound {
		t.Errorf("on another transfer: %d", got)
	}
}

func TestANoteThatALeadWithdrewStaysSoForItsAuthor(t *testing.T) {
	s := bouncedSite(t)
	author, lead := s.signIn(auth.Agent), s.signIn(auth.Lead)
	author.note("names a colleague")
	edit := author.page(tellingPage + "/notes/1/edit").Find(`[data-testid="note-form"]`)
	lead.submit(tellingPage+"/notes/1/withdraw", url.Values{"based": {"1"}})

	page := author.page(tellingPage + "?did=note-withdrawn&note=1")
	if n := page.Find(`form[action$="/undo"]`).Length(); n != 0 {
		t.Errorf("its author is offered %d ways to bring it back", n)
	}
	if got := testid(page, "note"); !strings.Contains(got, "withdrawn by Lead One") || !strings.Contains(got, "Only they or a lead can bring it back") {
		t.Errorf("its author reads %q", got)
	}
	for _, deed := range []string{"/undo", ""} {
		refused := author.submit(tellingPage+"/notes/1"+deed, url.Values{"text": {"names a colleague"}, "based": {"2"}})
		if text := body(t, refused); refused.StatusCode != http.StatusForbidden || !strings.Contains(text, "only they or a lead may bring it back") {
			t.Errorf("%q by its author: %d\n%s", deed, refused.StatusCode, text)
		}
	}
	edit.Find("textarea").SetText("names nobody")
	late := s.document(author.press(edit), http.StatusConflict)
	if typed, buttons := late.Find("textarea#text").Text(), late.Find(`[data-testid="note-form"] button`).Length(); strings.TrimSpace(typed) != "names nobody" || buttons != 0 || testid(late, "note-stays") == "" {
		t.Errorf("whoever was editing it reads %q, with %d buttons and %q", typed, buttons, testid(late, "note-stays"))
	}
	if rows := s.recorded(auth.ChangeOthersNote); strings.Join(rows, "; ") != "denied note 1; denied note 1" {
		t.Errorf("the audit log has %v", rows)
	}

	back := lead.press(lead.page(tellingPage).Find(`[data-testid="note-back"]`))
	if at := back.Header.Get("Location"); at != tellingPage+"?did=note-undone&note=1#notes" {
		t.Fatalf("a lead: %d to %q", back.StatusCode, at)
	}
	if got := testid(author.page(tellingPage), "note"); !strings.HasPrefix(got, "names a colleague") {
		t.Errorf("brought back, the note reads %q", got)
	}
	author.submit(tellingPage+"/notes/1/withdraw", url.Values{"based": {"3"}})
	if again := author.press(author.page(tellingPage).Find(`[data-testid="note-back"]`)); again.StatusCode != http.StatusSeeOther {
		t.Errorf("who withdrew it brings it back: %d", again.StatusCode)
	}
}

func TestALostUpdateShowsBothTextsAndOverwritesNothing(t *testing.T) {
	s := bouncedSite(t)
	author, lead := s.signIn(auth.Agent), s.signIn(auth.Lead)
	author.note("first")
	form := author.page(tellingPage + "/notes/1/edit").Find(`[data-testid="note-form"]`)
	lead.submit(tellingPage+"/notes/1", url.Values{"text": {"of the lead"}, "based": {"1"}})
	form.Find("textarea").SetText("of the author")
	page := s.document(author.press(form), http.StatusConflict)
	if theirs, mine := testid(page, "theirs"), page.Find("textarea#text").Text(); !strings.Contains(theirs, "of the lead") || !strings.Contains(theirs, "by Lead One") || strings.TrimSpace(mine) != "of the author" {
		t.Errorf("the page shows %q and %q", theirs, mine)
	}
	if got := testid(author.page(tellingPage), "note"); !strings.HasPrefix(got, "of the lead") {
		t.Errorf("it was overwritten: %q", got)
	}
	if saved := author.press(page.Find(`[data-testid="note-form"]`)); saved.StatusCode != http.StatusSeeOther {
		t.Errorf("saving over it: %d", saved.StatusCode)
	}
	if got := testid(author.page(tellingPage), "note"); !strings.HasPrefix(got, "of the author") {
		t.Errorf("saved over it, the note reads %q", got)
	}
	stale := s.document(author.submit(tellingPage+"/notes/1/withdraw", url.Values{"based": {"2"}}), http.StatusConflict)
	if gone := author.press(stale.Find(`form[action$="/withdraw"]`)); gone.StatusCode != http.StatusSeeOther {
		t.Errorf("withdrawing it all the same: %d", gone.StatusCode)
	}
	if got := author.submit(tellingPage+"/notes/1/undo", url.Values{"based": {"3"}}).StatusCode; got != http.StatusConflict {
		t.Errorf("taking back what is not the last: %d", got)
	}
}

func TestANoteWithAWholeAccountNumberIsWarnedOf(t *testing.T) {
	s := bouncedSite(t)
	agent := s.signIn(auth.Agent)
	agent.note("IBAN DE89 3704 0044 0532 0130 00")
	agent.note("ends in 3000")
	for query, warned := range map[string]bool{"?did=noted&note=1": true, "?did=noted&note=2": false} {
		if got := testid(agent.page(tellingPage+query), "toast"); strings.Contains(got, "cover what nobody needs") != warned {
			t.Errorf("%s: %q", query, got)
		}
	}
}

func TestNotesAreInJSONForTheDeskAlone(t *testing.T) {
	s := bouncedSite(t)
	agent := s.signIn(auth.Agent)
	agent.note("a *secret* for the desk")
	agent.note("gone")
	agent.submit(tellingPage+"/notes/2/withdraw", url.Values{"based": {"1"}})
	s.setNow(s.now.Add(50 * time.Minute))
	agent.submit(tellingPage+"/notes/1", url.Values{"text": {"a *secret* of the desk"}, "based": {"1"}})
	text := body(t, s.call(s.token(auth.Agent), "/api/v1"+tellingPage))
	if !strings.Contains(text, `"notes":[{"id":1,"text":"a *secret* of the desk","author":"Agent One","at":"2026-11-21T08:00:00Z","edited_at":"2026-11-21T08:50:00Z","audience":"desk"}]`) {
		t.Errorf("the notes are not as they should be:\n%s", text)
	}
	if strings.Contains(text, "gone") || !strings.Contains(text, `"kind":"note_withdrawn"`) {
		t.Error("a withdrawn note is not left out, or not said")
	}
	var told apiTransfer
	decodeInto(t, text, &told)
	if strings.Contains(told.Answer.CustomerText, "secret") {
		t.Error("a note has come into the customer's text")
	}
}
