package web

import (
	"github.com/labstack/echo/v4"

	"transferdesk/internal/activity"
	"transferdesk/internal/answer"
	"transferdesk/internal/auth"
	"transferdesk/internal/evidence"
	"transferdesk/internal/fault"
	"transferdesk/internal/live"
	"transferdesk/internal/reason"
	"transferdesk/internal/transfer"
	"transferdesk/store"
	"transferdesk/templates"
	"transferdesk/web/front"
	"transferdesk/web/wording"
)

// activityView is what both the page and the JSON of a thing are made of.
type activityView struct {
	facts    activity.Facts
	entries  []activity.Entry // oldest first, those that no time places last
	arrivals map[int64]int    // by delivery
	goneOn   bool             // Wise has gone on since with the transfer that it belongs to, which then speaks
	related  []templates.Link // the pages of what else it names
}

// readActivity folds the thing's events again for its history; the facts are
// those stored, which lists show too.
func readActivity(r *store.Reader, key activity.Key) (v activityView, err error) {
	if v.facts, err = r.Activity(key); err != nil {
		return v, err
	}
	events, err := r.ActivityEvents(key)
	if err != nil {
		return v, err
	}
	_, v.entries = activity.Fold(key, events)
	var ids []int64
	for _, e := range v.entries {
		ids = append(ids, deliveries(e.Sources)...)
	}
	if v.arrivals, err = r.ArrivalCounts(ids); err != nil {
		return v, err
	}
	if v.related, err = readRelated(r, v.facts); err != nil {
		return v, err
	}
	v.goneOn, err = readGoneOn(r, v.facts)
	return v, err
}

// readGoneOn says whether a SWIFT credit was returned, or is in a state that says
// something else of it: then only its transfer can say how it stands.
func readGoneOn(r *store.Reader, f activity.Facts) (bool, error) {
	if f.Kind != activity.SwiftCredit || f.Transfer == 0 {
		return false, nil
	}
	of, err := r.Transfer(f.Transfer)
	if fault.KindOf(err) == fault.NotFound {
		return false, nil
	}
	held, known := of.Held()
	return known && held.State != transfer.OutgoingPaymentSent, err
}

// activityShow is /activity/{kind}/{id}: one thing with its whole history.
func (s *Server) activityShow(c echo.Context, who auth.Actor) error {
	key, err := activityKey(c)
	if err != nil {
		return err
	}
	caller, err := callerOf(c, templates.OfAccount)
	if err != nil {
		return err
	}
	if err := s.RecordActivity(c, who, key); err != nil {
		return err
	}
	face := s.Face(who)
	var view activityView
	var feed *templates.Feed
	err = s.Cfg.DB.Read(c.Request().Context(), func(r *store.Reader) (err error) {
		if view, err = readActivity(r, key); err != nil {
			return err
		}
		feed, err = front.ReadFeed(r, face)
		return err
	})
	if err != nil {
		return err
	}
	page := s.activityPage(s.Frame(c, who, templates.NavNone, feed), view, face)
	s.GoLive(c, &page.Frame, live.Activity(string(key.Kind), key.ID))
	page.Thing.Caller = caller
	page.Thing.Withheld = withheld(who, page.Thing.Locked, page.Thing.Events)
	linkRows(page.Timeline, who)
	linkRows(page.Unplaced, who)
	return s.OK(c, templates.ActivityShow(page))
}

func (s *Server) activityPage(frame templates.Frame, v activityView, face front.Face) templates.ActivityPage {
	a := s.say(v.facts, v.entries, face)
	frame.Title = activityTitle(a)
	page := templates.ActivityPage{Frame: frame, Thing: thing(v.facts, a, face), Section: listOf(v.facts)}
	if page.Thing.Related = v.related; !v.goneOn {
		page.Thing.Tell = a.Customer.Text
	}
	if id, ok := numberOfCase(v.facts.Key); ok && !a.Locked {
		page.Thing.Related = append(page.Thing.Related, templates.Link{Href: casePath(id), Text: "Its messages, and writing to Wise"})
	}
	for i, e := range v.entries {
		if i >= len(a.History) {
			break // nothing is said of what is locked
		}
		row := stepRow(e, a.History[i], v.arrivals, face)
		if e.SetsNothing {
			page.Unplaced = append(page.Unplaced, row)
			continue
		}
		page.Timeline = append([]templates.TimelineRow{row}, page.Timeline...)
	}
	return page
}

// activityTitle begins with the answer; nothing of what is locked stands in a tab.
func activityTitle(a answer.ActivityAnswer) string {
	if a.Locked {
		return reason.HandledByCompliance
	}
	return a.Headline.Text + " · " + a.Title
}

// listOf is the list in which the thing stands.
func listOf(f activity.Facts) templates.Link {
	word, _ := wordOfKind(f.Kind)
	if f.Profile == 0 {
		return templates.Link{Href: companyListPath(f.Kind), Text: "All " + lowerFirst(word.many)}
	}
	return templates.Link{Href: activityListPath(f.Profile, f.Kind), Text: "Same customer: " + word.many}
}

// stepRow is one event of the thing's history. Wise's own spelling of the states
// is left out where one of them is locked.
func stepRow(e activity.Entry, step answer.ActivityStep, arrivals map[int64]int, face front.Face) templates.TimelineRow {
	row := templates.TimelineRow{
		Tag:      templates.Tag{Text: step.Text, Tone: answer.Neutral},
		At:       face.At(e.At.Time),
		Seen:     e.At.By == evidence.Sent,
		Received: face.At(firstArrival(e.Sources)),
		Late:     lateness(e.At, e.Sources),
		Senders:  senders(e.Sources),
		Repeats:  repeats(e.Sources, arrivals),
		Gap:      e.Gap,
		Flags:    wording.Oddities(e.Flags),
		Events:   deliveries(e.Sources),
	}
	if !reason.IsLocked(e.State) && !reason.IsLocked(e.From) {
		row.State, row.From = e.State, e.From
	}
	return row
}
