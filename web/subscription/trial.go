package subscription

import (
	"net/http"
	"net/url"
	"time"

	"github.com/labstack/echo/v4"

	"transferdesk/internal/answer"
	"transferdesk/internal/audit"
	"transferdesk/internal/auth"
	"transferdesk/internal/journal"
	"transferdesk/internal/when"
	"transferdesk/store"
	"transferdesk/templates"
	"transferdesk/web/front"
)

// How a test is watched: for how long the page looks again by itself, and how many
// tests it shows.
const (
	watchedFor  = time.Minute
	latestTests = 5
)

// TrialShow shows the latest tests of a subscription, and whether they arrived.
func (p *Pages) TrialShow(c echo.Context, who auth.Actor) error {
	v, old, err := p.inPath(c, who, "")
	if err != nil {
		return err
	}
	face := p.Face(who)
	page := templates.TrialPage{
		Frame: p.Frame(c, who, templates.NavSubscriptions, v.feed), ID: old.ID, Type: old.Event, Version: old.Version, URL: old.URL,
		Here: placeOf(old.URL, v.ours) != elsewhere, Action: root + "/" + old.ID + "/test", Back: scopePath(0, nil), Why: v.appWhy,
	}
	err = p.Cfg.DB.Read(c.Request().Context(), func(r *store.Reader) (err error) {
		page.Tests, err = p.trials(r, old.ID, face)
		return err
	})
	if err != nil {
		return err
	}
	for _, t := range page.Tests {
		page.Watching = page.Watching || t.Waiting
	}
	page.Title = "Test of a subscription"
	return p.OK(c, templates.TrialShow(page))
}

// trials reads the latest tests with what became of each.
func (p *Pages) trials(r *store.Reader, subscription string, face front.Face) (rows []templates.TrialRow, err error) {
	tests, err := r.SubscriptionTests(subscription, latestTests)
	if err != nil {
		return nil, err
	}
	now := p.Cfg.Wall()
	for _, t := range tests {
		arrival, arrived, err := r.ArrivalOf(t.DeliveryID)
		if err != nil {
			return nil, err
		}
		refused, err := r.RejectedAfter(t.AfterRejected, store.MaxRejected)
		if err != nil {
			return nil, err
		}
		row := templates.TrialRow{DeliveryID: t.DeliveryID, Asked: face.At(t.AskedAt), By: t.By.Name}
		judgeTrial(&row, trial{test: t, arrival: arrival, arrived: arrived, refused: refusedTest(refused, t.DeliveryID), now: now})
		rows = append(rows, row)
	}
	return rows, nil
}

// trial is what is known of one test.
type trial struct {
	test    store.SubscriptionTest
	arrival store.DeliveryArrival
	arrived bool
	refused string // the reason for which it was refused at the door; "": it was not
	now     time.Time
}

// judgeTrial says what became of a test. One that was refused may still come: Wise
// sends it again.
func judgeTrial(row *templates.TrialRow, t trial) {
	waited := t.now.Sub(t.test.AskedAt)
	switch {
	case t.arrived:
		row.Tag = templates.Tag{Text: "Arrived" + afterWords(t.arrival.ReceivedAt.Sub(t.test.AskedAt)), Tone: answer.Done}
		row.Event, row.Text = t.arrival.Delivery, "Verified with key "+t.arrival.Key+"."
	case t.refused != "":
		d := journal.Explain(t.refused)
		row.Tag = templates.Tag{Text: "Came and was refused", Tone: answer.Problem}
		row.Text, row.Rejected = d.Title+": "+d.What+" "+d.Do, true
	case waited < watchedFor:
		row.Tag, row.Waiting = templates.Tag{Text: "Queued at Wise; not arrived yet", Tone: answer.Moving}, true
	default:
		row.Tag, row.Late = templates.Tag{Text: "Not arrived", Tone: answer.Waiting}, true
	}
}

// afterWords says after how long it came; "" where clocks disagree.
func afterWords(d time.Duration) string {
	switch {
	case d < 0:
		return ""
	case d < time.Second:
		return " within a second"
	}
	return " after " + when.Age(d)
}

// TrialStart asks Wise to send a test, and leads to where it can be watched.
func (p *Pages) TrialStart(c echo.Context, who auth.Actor) error {
	form, err := front.ReadForm(c)
	if err != nil {
		return err
	}
	_, old, err := p.inPath(c, who, form.Get("profile"))
	if err != nil {
		return err
	}
	act, err := p.Cfg.AtWise.TestSubscription(c.Request().Context(), who, front.RequestID(c), old)
	if err != nil {
		return err
	}
	if act.Result != string(audit.Done) {
		return c.Redirect(http.StatusSeeOther, scopePath(0, url.Values{"act": {front.IDText(act.ID)}}))
	}
	return c.Redirect(http.StatusSeeOther, root+"/"+old.ID+"/test")
}
