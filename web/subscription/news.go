package subscription

import (
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/labstack/echo/v4"

	"transferdesk/internal/answer"
	"transferdesk/internal/atwise"
	"transferdesk/internal/audit"
	"transferdesk/internal/journal"
	"transferdesk/internal/wise"
	"transferdesk/internal/wise/api"
	"transferdesk/store"
	"transferdesk/templates"
	"transferdesk/web/front"
)

// cutOffAfter is after what time an act without an end must have been cut off.
const cutOffAfter = time.Minute

// newsOf says what came of the act that the address names; nil when it names none
// of the latest.
func (p *Pages) newsOf(c echo.Context, v view, face front.Face) (*templates.SubscriptionNews, error) {
	id, ok := front.ParseID(c.QueryParam("act"))
	at := slices.IndexFunc(v.acts, func(a store.SubscriptionAct) bool { return a.ID == id })
	if !ok || at < 0 {
		return nil, nil
	}
	act := v.acts[at]
	news := v.actNews(act, face)
	if act.Act == store.ActSubscribe && act.Result != string(audit.Done) && !v.doubted(act, face.Now) {
		news.Again = templates.Link{Text: "Change it and try again", Href: newPath(act.Profile, url.Values{"event": {act.Event}, "version": {act.Version}, "url": {act.URL}})}
	}
	if act.Trouble.Kind != atwise.TroubleCallback {
		return &news, nil
	}
	news.Link = templates.Link{Text: "What was refused at the door", Href: "/events/rejected"}
	return &news, p.Cfg.DB.Read(c.Request().Context(), func(r *store.Reader) (err error) {
		news.More, err = v.whatCame(r, act)
		return err
	})
}

// doubted says whether nobody can tell what came of an act.
func (v view) doubted(act store.SubscriptionAct, now time.Time) bool {
	return act.Result == string(audit.Unknown) || act.Result == store.ActStarted && now.Sub(act.At) > cutOffAfter
}

// actNews says in words what was asked and how that went.
func (v view) actNews(act store.SubscriptionAct, face front.Face) templates.SubscriptionNews {
	what := act.Event + " " + act.Version + " for " + scopeName(act.Profile)
	asked := map[string]string{store.ActSubscribe: "Subscribing to " + what, store.ActUnsubscribe: "Deleting the subscription to " + what, store.ActTest: "A test of the subscription to " + what}[act.Act]
	news := templates.SubscriptionNews{By: act.By.Name, At: face.At(act.At), TraceID: act.Trouble.TraceID, Said: act.Trouble.Text, Text: asked}
	tag := func(text string, tone templates.Tone) { news.Tag = templates.Tag{Text: text, Tone: tone} }
	switch {
	case v.doubted(act, face.Now):
		tag("Not known", answer.Waiting)
		news.Text, news.Said = asked+": nobody can tell whether Wise did it.", strings.TrimSpace(news.Said+" "+v.sinceThen(act))
	case act.Result == store.ActStarted:
		tag("Under way", answer.Moving)
	case act.Result == string(audit.Done) && act.Trouble.Kind == string(api.NotFound):
		tag("Gone already", answer.Done)
		news.Text, news.Said = asked+": Wise does not know it any more, so there was nothing to delete.", ""
	case act.Result == string(audit.Done):
		tag("Done", answer.Done)
		news.Text += map[string]string{store.ActSubscribe: ": Wise has made it. Its signed test was taken.", store.ActUnsubscribe: ": Wise has deleted it.", store.ActTest: ": Wise has queued it."}[act.Act]
	case act.Result == string(audit.Refused):
		tag("Refused", answer.Problem)
		news.Text += ": Wise said no, and nothing was changed."
	default:
		tag("Not asked", answer.Problem)
		news.Text += ": nothing was asked of Wise, and nothing was changed."
	}
	return news
}

// sinceThen says what the list tells of an act in doubt, if it was told since.
func (v view) sinceThen(act store.SubscriptionAct) string {
	told := v.told(act.Profile)
	if ended := act.SubscriptionEnd.At; !told.Known || told.At.Before(act.At) || told.At.Before(ended) {
		return "Wise’s list will tell; it was not told since."
	}
	is := slices.ContainsFunc(told.Value, func(s api.Subscription) bool {
		return act.Subscription != "" && s.ID == act.Subscription || act.Subscription == "" && s.Event == act.Event && s.Version == act.Version && s.URL == act.URL
	})
	if is {
		return "Wise’s list, told since, has it."
	}
	return "Wise’s list, told since, does not have it."
}

// whatCame says what was seen at our door of the test that Wise sends first.
func (v view) whatCame(r *store.Reader, act store.SubscriptionAct) (lines []string, err error) {
	lines = []string{"Before Wise makes a subscription it sends a signed test to the address, and refuses where that is not answered with a 2xx within five seconds."}
	if placeOf(act.URL, v.ours) == elsewhere {
		return append(lines, "The address is not this server’s, so what became of the test cannot be seen from here."), nil
	}
	n, first, err := r.TestsBetween(act.AfterReceipt, act.SubscriptionEnd.At)
	if err != nil {
		return nil, err
	}
	rows, err := r.RejectedAfter(act.AfterRejected, mostRejectedSeen)
	if err != nil {
		return nil, err
	}
	for _, row := range rows {
		if !row.At.After(act.SubscriptionEnd.At) {
			return append(lines, "Something came to our door meanwhile and was refused: "+journal.Explain(row.Reason).Title+". "+journal.Explain(row.Reason).Do), nil
		}
	}
	if n > 0 {
		return append(lines, "A test came meanwhile and was taken (event "+strconv.FormatInt(first, 10)+"). If it was Wise’s, something between Wise and this server gave another answer in our place: look at the proxy."), nil
	}
	return append(lines, "Nothing came to this server meanwhile. The address may lead elsewhere, a firewall or the proxy may let nothing through, or the certificate is not one of a public CA; it cannot be checked from here."), nil
}

// mostRejectedSeen is how many refused requests are looked at.
const mostRejectedSeen = 50

// refusedTest finds the refused request that bore a delivery id; "" when none did.
func refusedTest(rows []store.RejectedRow, deliveryID string) (reason string) {
	for _, row := range rows {
		for _, h := range front.HeaderLines(row.Headers) {
			if h.Name == wise.DeliveryHeader && strings.EqualFold(h.Value, deliveryID) {
				reason = row.Reason
			}
		}
	}
	return reason
}
