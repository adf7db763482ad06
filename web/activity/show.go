package activity

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

// View is what both the page and the JSON of a thing are made of.
type View struct {
	Facts    activity.Facts
	Entries  []activity.Entry // oldest first, those that no time places last
	arrivals map[int64]int    // by delivery
	goneOn   bool             // Wise has gone on since with the transfer that it belongs to, which then speaks
	Related  []templates.Link // the pages of what else it names
}

// Read folds the thing's events again for its history; the facts are
// those stored, which lists show too.
func Read(r *store.Reader, key activity.Key) (v View, err error) {
	if v.Facts, err = r.Activity(key); err != nil {
		return v, err
	}
	events, err := r.ActivityEvents(key)
	if err != nil {
		return v, err
	}
	_, v.Entries = activity.Fold(key, events)
	var ids []int64
	for _, e := range v.Entries {
		ids = append(ids, wording.Deliveries(e.Sources)...)
	}
	if v.arrivals, err = r.ArrivalCounts(ids); err != nil {
		return v, err
	}
	if v.Related, err = readRelated(r, v.Facts); err != nil {
		return v, err
	}
	v.goneOn, err = readGoneOn(r, v.Facts)
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

// Show is /activity/{kind}/{id}: one thing with its whole history.
func (p *Pages) Show(c echo.Context, who auth.Actor) error {
	key, err := keyOf(c)
	if err != nil {
		return err
	}
	caller, err := front.CallerOf(c, templates.OfAccount)
	if err != nil {
		return err
	}
	if err := p.RecordActivity(c, who, key); err != nil {
		return err
	}
	face := p.Face(who)
	var view View
	var feed *templates.Feed
	err = p.Cfg.DB.Read(c.Request().Context(), func(r *store.Reader) (err error) {
		if view, err = Read(r, key); err != nil {
			return err
		}
		feed, err = front.ReadFeed(r, face)
		return err
	})
	if err != nil {
		return err
	}
	page := p.Page(p.Frame(c, who, templates.NavNone, feed), view, face)
	p.GoLive(c, &page.Frame, live.Activity(string(key.Kind), key.ID))
	page.Thing.Caller = caller
	page.Thing.Withheld = front.Withheld(who, page.Thing.Locked, page.Thing.Events)
	front.LinkRows(page.Timeline, who)
	front.LinkRows(page.Unplaced, who)
	return p.OK(c, templates.ActivityShow(page))
}

// Page is the page of one thing, for its own address and for what is made of it.
func (p *Pages) Page(frame templates.Frame, v View, face front.Face) templates.ActivityPage {
	a := p.Say(v.Facts, v.Entries, face)
	frame.Title = Title(a)
	page := templates.ActivityPage{Frame: frame, Thing: Thing(v.Facts, a, face), Section: listOf(v.Facts)}
	if page.Thing.Related = v.Related; !v.goneOn {
		page.Thing.Tell = a.Customer.Text
	}
	if id, ok := NumberOfCase(v.Facts.Key); ok && !a.Locked {
		page.Thing.Related = append(page.Thing.Related, templates.Link{Href: CasePath(id), Text: "Its messages, and writing to Wise"})
	}
	for i, e := range v.Entries {
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

// Title begins with the answer; nothing of what is locked stands in a tab.
func Title(a answer.ActivityAnswer) string {
	if a.Locked {
		return reason.HandledByCompliance
	}
	return a.Headline.Text + " · " + a.Title
}

// listOf is the list in which the thing stands.
func listOf(f activity.Facts) templates.Link {
	word, _ := wordOfKind(f.Kind)
	if f.Profile == 0 {
		return templates.Link{Href: companyListPath(f.Kind), Text: "All " + front.LowerFirst(word.Many)}
	}
	return templates.Link{Href: ListPath(f.Profile, f.Kind), Text: "Same customer: " + word.Many}
}

// stepRow is one event of the thing's history. Wise's own spelling of the states
// is left out where one of them is locked.
func stepRow(e activity.Entry, step answer.ActivityStep, arrivals map[int64]int, face front.Face) templates.TimelineRow {
	row := templates.TimelineRow{
		Tag:      templates.Tag{Text: step.Text, Tone: answer.Neutral},
		At:       face.At(e.At.Time),
		Seen:     e.At.By == evidence.Sent,
		Received: face.At(wording.FirstArrival(e.Sources)),
		Late:     wording.Lateness(e.At, e.Sources),
		Senders:  wording.Senders(e.Sources),
		Repeats:  wording.Repeats(e.Sources, arrivals),
		Gap:      e.Gap,
		Flags:    wording.Oddities(e.Flags),
		Events:   wording.Deliveries(e.Sources),
	}
	if !reason.IsLocked(e.State) && !reason.IsLocked(e.From) {
		row.State, row.From = e.State, e.From
	}
	return row
}
