package web

import (
	"strconv"

	"github.com/labstack/echo/v4"

	"transferdesk/internal/auth"
	"transferdesk/internal/work"
	"transferdesk/store"
	"transferdesk/templates"
	"transferdesk/web/front"
)

// didWork is where a page leads after an act: it says what was done, and what would
// take it back.
func didWork(transfer, version int64) string {
	return "/transfers/" + front.IDText(transfer) + "?did=work&version=" + strconv.FormatInt(version, 10)
}

// workToast says what the reader has just done; nil for everybody else, and for an
// address that does not say so.
func (s *Server) workToast(c echo.Context, who auth.Actor, v transferView, page templates.Work, face front.Face) *templates.Toast {
	if c.QueryParam("did") != "work" {
		return nil
	}
	version, _ := front.ParseID(c.QueryParam("version")) // what is no number is no act
	return v.work.toast(who, version, page, face)
}

// toast says what the act of that version did; nil where it is not the reader's own.
func (w workView) toast(who auth.Actor, version int64, page templates.Work, face front.Face) *templates.Toast {
	for i, act := range w.acts {
		if act.Version != version || act.By.Kind != string(who.Kind) || act.By.ID != who.ID {
			continue
		}
		toast := &templates.Toast{Text: w.people.doneWords(act), Here: "/transfers/" + page.Transfer}
		if version == w.held.Version {
			toast.Undo = undoWork(act, w.acts[i+1:], page, work.Today(face.Now, face.Zone))
		}
		return toast
	}
	return nil
}

// doneWords says to somebody what they did.
func (c colleagues) doneWords(act store.WorkAct) string {
	deed := c.deed(act)
	if deed.Self && act.Kind == work.Assigned {
		return "Assigned to you."
	}
	return deed.Told() + "."
}

// undoWork is the form that takes an act back, while nothing was done after it: each is
// undone by another of the same kind, so that the record has both. nil where what was
// before cannot be any more: a day that has passed. before are the acts before it.
func undoWork(act store.WorkAct, before []store.WorkAct, page templates.Work, today work.Day) *templates.Undo {
	undo := &templates.Undo{Fields: seenFields(page)}
	field := func(name, value string) {
		undo.Fields = append(undo.Fields, templates.FormField{Name: name, Value: value})
	}
	base := "/transfers/" + page.Transfer + "/"
	switch act.Kind {
	case work.Assigned, work.Unassigned:
		undo.Post = base + "assignee"
		field("person", strconv.FormatInt(personID(act.From), 10))
	case work.FollowUpSet, work.FollowUpCleared:
		undo.Post = base + "follow-up"
		if act.From == "" {
			field("pick", noDay)
		} else if work.Day(act.From) < today {
			return nil
		} else {
			field("pick", act.From)
		}
	case work.Resolved:
		undo.Post = base + "reopen"
	case work.Reopened:
		undo.Post = base + "resolve"
		field("outcome", act.From)
		field("remark", lastRemark(before))
	}
	return undo
}

// lastRemark is the remark with which it was last resolved.
func lastRemark(acts []store.WorkAct) string {
	for _, act := range acts {
		if act.Kind == work.Resolved {
			return act.Remark
		}
	}
	return ""
}

// seenFields say what the page has shown.
func seenFields(page templates.Work) []templates.FormField {
	return []templates.FormField{{Name: "version", Value: page.Version}, {Name: "code", Value: page.Code}}
}
