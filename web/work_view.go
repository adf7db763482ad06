package web

import (
	"strconv"
	"strings"
	"time"

	"transferdesk/internal/answer"
	"transferdesk/internal/auth"
	"transferdesk/internal/transfer"
	"transferdesk/internal/work"
	"transferdesk/store"
	"transferdesk/templates"
	"transferdesk/web/front"
)

// workDone is the kind of a timeline's row that says what somebody of ours did about
// the transfer.
const workDone transfer.Kind = "work"

// daysAhead is how far ahead a follow-up is offered, in days.
const daysAhead = 366

// workSection is the section of the page.
func workSection(v transferView, a answer.Answer, who auth.Actor, face front.Face) templates.Work {
	held, today := v.work.held, work.Today(face.Now, face.Zone)
	w := templates.Work{
		Transfer: front.IDText(v.facts.Transfer),
		Version:  strconv.FormatInt(held.Version, 10),
		Code:     string(a.Code),
		Assignee: v.work.people.name(held.Assignee),
		Mine:     held.Assignee == who.ID && who.Kind == auth.Person,
		Given:    held.Assignee,
		People:   v.work.people.offered(who, held.Assignee),
		Day:      string(held.FollowUp),
		Due:      held.Due(today),
		First:    string(today),
		Last:     string(today.Plus(daysAhead)),
		Quick:    quickDays(today),
		Choices:  work.Choices(),
	}
	if held.FollowUp != "" {
		w.FollowUp, w.Away = held.FollowUp.Words(), awayWords(today.Until(held.FollowUp))
	}
	if !held.Open() {
		w.Resolved = &templates.Resolved{As: held.Outcome.Label(), By: shownPerson(held.ResolvedBy), At: face.At(held.ResolvedAt), Remark: held.Remark}
	}
	return w
}

// offered are those whom a transfer can be given to, the reader first; whoever has it
// and has left stands among them, since that is so.
func (c colleagues) offered(who auth.Actor, assignee int64) []templates.Colleague {
	var first, rest []templates.Colleague
	for _, p := range c {
		one := templates.Colleague{ID: front.IDText(p.ID), Name: c.name(p.ID), Left: p.Left}
		switch {
		case p.ID == who.ID && who.Kind == auth.Person:
			one.Name += " (you)"
			first = append(first, one)
		case !p.Left || p.ID == assignee:
			rest = append(rest, one)
		}
	}
	return append(first, rest...)
}

// quickDays are the days at one click; one that is the same as another stands once.
func quickDays(today work.Day) []templates.QuickDay {
	days := []templates.QuickDay{{Label: "Tomorrow", Day: string(today.Plus(1))}, {Label: "In 3 days", Day: string(today.Plus(3))}}
	monday := string(today.NextMonday())
	for _, d := range days {
		if d.Day == monday {
			return days
		}
	}
	return append(days, templates.QuickDay{Label: "Monday", Day: monday})
}

// awayWords says how far a day is away.
func awayWords(days int) string {
	switch {
	case days == 0:
		return "today"
	case days == 1:
		return "tomorrow"
	case days > 0:
		return "in " + strconv.Itoa(days) + " days"
	case days == -1:
		return "yesterday"
	}
	return strconv.Itoa(-days) + " days ago"
}

// followUpStrip says that the day to look again has come; nil while it has not.
func followUpStrip(held store.Work, people colleagues, face front.Face) []templates.Flag {
	today := work.Today(face.Now, face.Zone)
	if !held.Due(today) {
		return nil
	}
	text := "Follow up today"
	if days := today.Until(held.FollowUp); days < 0 {
		text = "The follow-up was due " + awayWords(days) + ", on " + held.FollowUp.Words()
	}
	if name := people.name(held.Assignee); name != "" {
		text += "; it is with " + name
	}
	return []templates.Flag{{Text: text + "."}}
}

// workRow is one act among the events of the timeline.
type workRow struct {
	store.WorkAct
	people colleagues
}

func (w workRow) at() time.Time { return w.At }

func (w workRow) row(face front.Face) templates.TimelineRow {
	return templates.TimelineRow{
		Kind: workDone, Anchor: "work-" + front.IDText(w.Version),
		Tag:  templates.Tag{Text: w.people.deed(w.WorkAct).Told(), Tone: workTone(w.Kind), Icon: workIcon(w.Kind)},
		At:   face.At(w.At),
		Did:  shownPerson(w.By.Name),
		Note: quoted(w.Remark),
	}
}

// quoted is a text of ours in quotation marks; nothing of nothing.
func quoted(text string) string {
	if text == "" {
		return ""
	}
	return "“" + strings.TrimSpace(text) + "”"
}

func workTone(k work.Kind) templates.Tone {
	if k == work.Resolved {
		return answer.Done
	}
	return answer.Neutral
}

func workIcon(k work.Kind) templates.Icon {
	switch k {
	case work.FollowUpSet, work.FollowUpCleared:
		return templates.IconWaiting
	case work.Resolved:
		return templates.IconDone
	case work.Reopened:
		return templates.IconRollback
	}
	return templates.IconPerson
}
