package web

import (
	"net/http"
	"path"
	"strconv"
	"unicode"

	"github.com/labstack/echo/v4"

	"transferdesk/internal/audit"
	"transferdesk/internal/auth"
	"transferdesk/internal/work"
	"transferdesk/store"
	"transferdesk/templates"
	"transferdesk/web/front"
)

// workChanged shows what somebody else did beside what was wanted, and lets the reader
// choose. Nothing was overwritten.
func (s *Server) workChanged(c echo.Context, ask workAsk) error {
	if err := s.RecordView(c, ask.who, auth.ViewTransfer, "transfer", ask.on.Transfer); err != nil {
		return err
	}
	var err error
	if ask.view, ask.feed, err = s.readTransferPage(c, ask.on.Transfer, ask.face); err != nil {
		return err
	}
	ask.now = s.composeView(ask.view, ask.face)
	section := workSection(ask.view, ask.now, ask.who, ask.face)
	wish := ask.wish(path.Base(c.Request().URL.Path))
	page := templates.WorkChangedPage{
		Frame: s.Frame(c, ask.who, templates.NavNone, ask.feed), Transfer: section.Transfer,
		Since: ask.missed(), Now: workStands(section), Wanted: sentenceOf(ask.view.work.people.deed(wish).Wanted()) + quotedAfter(wish.Remark),
	}
	page.Title = "Changed meanwhile · " + section.Transfer
	if ask.hasSeenOther(ask.now.Code) {
		page.Answer = ask.now.Headline.Text
	}
	if !ask.view.work.held.Open() && wish.Kind != work.Reopened {
		page.Why = "It is resolved now; reopen it first if that is not right."
	} else {
		page.Again = again(wish, c.Request().URL.Path, section)
	}
	return s.Render(c, http.StatusConflict, templates.WorkChanged(page))
}

// wish is the form as the act that it did not become.
func (a workAsk) wish(form string) store.WorkAct {
	act := store.WorkAct{By: audit.By(a.who)}
	switch form {
	case "assignee":
		act.Kind, act.To = work.Assigned, a.form.Get("person")
		if a.form.Get("me") != "" {
			act.To = strconv.FormatInt(a.who.ID, 10)
		}
		if personID(act.To) == 0 {
			act.Kind = work.Unassigned
		}
	case "follow-up":
		day, _ := dayOf(a.form, work.Today(a.face.Now, a.face.Zone)) // it was read before
		act.Kind, act.To = work.FollowUpSet, string(day)
		if day == "" {
			act.Kind = work.FollowUpCleared
		}
	case "resolve":
		act.Kind, act.To, act.Remark = work.Resolved, front.Clipped(a.form.Get("outcome")), front.Clipped(a.form.Get("remark"))
	default:
		act.Kind = work.Reopened
	}
	return act
}

// again is the form that does it all the same, with what is there now as what was seen.
func again(wish store.WorkAct, post string, section templates.Work) *templates.Undo {
	form := &templates.Undo{Label: "Do mine on top", Post: post, Fields: seenFields(section)}
	field := func(name, value string) {
		form.Fields = append(form.Fields, templates.FormField{Name: name, Value: value})
	}
	switch wish.Kind {
	case work.Assigned, work.Unassigned:
		field("person", strconv.FormatInt(personID(wish.To), 10))
	case work.FollowUpSet:
		field("pick", wish.To)
	case work.FollowUpCleared:
		field("pick", noDay)
	case work.Resolved:
		field("outcome", wish.To)
		field("remark", wish.Remark)
	}
	return form
}

// missed are the acts that the page had not shown.
func (a workAsk) missed() []templates.WorkSince {
	var all []templates.WorkSince
	for _, act := range a.view.work.acts {
		if act.Version > a.on.Seen {
			all = append(all, templates.WorkSince{Text: a.view.work.people.deed(act).Sentence(), At: a.face.At(act.At)})
		}
	}
	return all
}

// workStands says how the work stands, in a few sentences.
func workStands(w templates.Work) []string {
	with := "With nobody yet."
	if w.Assignee != "" {
		with = "With " + w.Assignee + "."
	}
	lines := []string{with}
	if w.FollowUp != "" {
		lines = append(lines, "Follow-up on "+w.FollowUp+".")
	}
	if w.Resolved != nil {
		lines = append(lines, "Resolved: "+front.LowerFirst(w.Resolved.As)+".")
	}
	return lines
}

// sentenceOf makes the first letter a capital one.
func sentenceOf(words string) string {
	for _, r := range words {
		return string(unicode.ToUpper(r)) + words[len(string(r)):]
	}
	return words
}

// quotedAfter is a remark behind something else.
func quotedAfter(remark string) string {
	if remark == "" {
		return ""
	}
	return ", " + quoted(remark)
}
