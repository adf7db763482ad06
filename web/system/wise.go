package system

import (
	"fmt"
	"strconv"

	"transferdesk/internal/answer"
	"transferdesk/internal/wise/api"
	"transferdesk/templates"
	"transferdesk/web/front"
)

// mostTokens is how many users' tokens are listed.
const mostTokens = 100

// wise says whether Wise's API can be asked, and how it has been. Its times
// are those of the wall, as the client's are, not of the pages.
func (p *Pages) wise(face front.Face) templates.WiseAPI {
	wise := p.Cfg.Wise
	h := wise.Health()
	face.Now = p.Cfg.Wall()
	view := templates.WiseAPI{Host: wise.Host(), Answer: face.At(h.LastSuccess), File: h.TokenFile, Facts: wiseFacts(wise, h)}
	view.Tag, view.Words = wiseState(wise, h, face)
	if t := h.LastTrouble; t != nil {
		view.Trouble = &templates.WiseTrouble{Text: t.Text(), At: face.At(h.TroubleAt), Status: t.Status, Trace: t.TraceID, Correlation: t.Correlation}
	}
	view.Refused, view.Tokens, view.Left = wiseTokens(h.Users, face)
	return view
}

// wiseState is whether Wise's API is asked, and answers.
func wiseState(wise *api.Client, h api.Health, face front.Face) (templates.Tag, string) {
	switch {
	case !wise.Application() && wise.Access(0) == api.ByNone && len(h.Users) == 0:
		return templates.Tag{Text: "Not asked", Tone: answer.Neutral}, "No credentials are set, so that Wise is never asked. Pages show what Wise’s webhooks told."
	case h.Breaker == "open":
		return templates.Tag{Text: "Paused", Tone: answer.Problem}, "Several requests in a row had no answer. Nothing is sent until " + face.At(h.OpenUntil).Full + "; then one request tries."
	case h.Breaker == "half-open":
		return templates.Tag{Text: "Trying", Tone: answer.Waiting}, "After a pause the next request shows whether Wise answers again."
	case !h.PausedUntil.IsZero():
		return templates.Tag{Text: "Slowed down", Tone: answer.Waiting}, "Wise asked for fewer requests. What nobody waits for is not sent until " + face.At(h.PausedUntil).Full + "."
	case h.LastTrouble != nil && !h.TroubleAt.Before(h.LastSuccess) && ails(h.LastTrouble.Kind):
		return templates.Tag{Text: "In trouble", Tone: answer.Problem}, "Requests are sent, but the last one met trouble that may meet all: see below."
	case h.Requests == 0:
		return templates.Tag{Text: "Ready", Tone: answer.Neutral}, "Nothing was asked since the start."
	}
	return templates.Tag{Text: "Well", Tone: answer.Done}, "Requests are sent; the breaker is closed."
}

// ails says whether a trouble may be one of every request, not of one thing or user.
func ails(kind api.Kind) bool {
	switch kind {
	case api.Refused, api.NeedsApproval, api.Down, api.Slow, api.Unreadable, api.Redirected:
		return true
	}
	return false
}

// wiseFacts says which credentials are there, never what they are, and what is not
// available without those that are not.
func wiseFacts(wise *api.Client, h api.Health) []templates.SystemFact {
	facts := []templates.SystemFact{
		{Name: "Client credentials", Value: setOr(wise.Application(), "not set: no support cases, no subscriptions of the application, no users’ tokens")},
		{Name: "Client key", Value: setOr(wise.ApplicationKey() != "", "not set: no subscriptions of the application")},
		{Name: "Personal token", Value: setOr(wise.Access(0) == api.ByPersonalToken, "not set: nothing is known of users without a token of their own")},
		{Name: "Users’ tokens", Value: tokenCount(h.Users)},
		{Name: "Since the start", Value: fmt.Sprintf("%s; calls without success: %d", requests(h.Requests), h.Failures)},
		{Name: "Our limit", Value: fmt.Sprintf("%d requests a second and %d a minute, as Wise’s; %d of those at once are for people", api.MostPerSecond, api.MostPerMinute, api.ForPeople)},
	}
	if wise.Plain() {
		facts = append(facts, templates.SystemFact{Name: "Encryption", Value: "none: whoever sees the network reads the tokens"})
	}
	return facts
}

func setOr(set bool, otherwise string) string {
	if set {
		return "set"
	}
	return otherwise
}

func requests(n int64) string {
	if n == 1 {
		return "1 request"
	}
	return strconv.FormatInt(n, 10) + " requests"
}

func tokenCount(all []api.TokenHealth) string {
	refused := 0
	for _, one := range all {
		if one.Refused != nil {
			refused++
		}
	}
	switch {
	case len(all) == 0:
		return "none"
	case refused == 0:
		return strconv.Itoa(len(all)) + ", none of them refused"
	}
	return fmt.Sprintf("%d, %d of them refused", len(all), refused)
}

// wiseTokens lists users' tokens, all that were refused apart from others up to a
// limit, and counts those left out.
func wiseTokens(all []api.TokenHealth, face front.Face) (refused, others []templates.WiseToken, left int) {
	for _, one := range all {
		switch {
		case one.Refused != nil:
			refused = append(refused, wiseToken(one, face))
		case len(others) < mostTokens:
			others = append(others, wiseToken(one, face))
		default:
			left++
		}
	}
	return refused, others, left
}

func wiseToken(t api.TokenHealth, face front.Face) templates.WiseToken {
	row := templates.WiseToken{User: strconv.FormatInt(t.User, 10), Tag: templates.Tag{Text: "Not used yet", Tone: answer.Neutral}}
	switch {
	case t.Refused != nil:
		row.Tag, row.At, row.Words = templates.Tag{Text: "Refused", Tone: answer.Problem}, face.At(t.At), t.Refused.Text()
	case !t.Granted.IsZero():
		row.Tag, row.At = templates.Tag{Text: "Taken", Tone: answer.Done}, face.At(t.Granted)
	}
	return row
}
