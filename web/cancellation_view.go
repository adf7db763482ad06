package web

import (
	"time"

	"transferdesk/internal/answer"
	"transferdesk/internal/transfer"
	"transferdesk/internal/wise/api"
	"transferdesk/store"
	"transferdesk/templates"
	"transferdesk/web/front"
)

// waitingFor is how long a request to Wise may be under way before its page says
// that nobody knows: a person waits five seconds, and the answer is kept after that.
const waitingFor = 30 * time.Second

// lastCancellation is the newest request to cancel the transfer, while it matters to
// whoever reads the page: until Wise's event says what the strip says, or, of one
// that came to nothing, until the transfer has moved on.
func lastCancellation(all []store.Cancellation, f transfer.Facts, face front.Face, wall time.Time) *templates.Cancellation {
	if len(all) == 0 {
		return nil
	}
	last := all[0]
	if !last.End.Result.Open() && overtaken(last, f) {
		return nil
	}
	shown := cancellationCard(last, face, wall)
	if last.End.Result == store.AskDone {
		shown.Text += " The event has not come yet, so the answer below is still the old one, and the customer hears nothing new before it comes."
	}
	return &shown
}

// overtaken says whether events have told of more since a cancellation ended.
func overtaken(c store.Cancellation, f transfer.Facts) bool {
	held, known := f.Held()
	return c.StoppedBy(f) || known && !held.Seen && held.At.After(c.End.At)
}

// triedToStop is what became of the last request, as far as it matters still.
func triedToStop(all []store.Cancellation, f transfer.Facts) answer.Tried {
	if len(all) == 0 {
		return answer.TriedNever
	}
	switch last := all[0]; {
	case last.End.Result.Open():
		return answer.TriedOpen
	case overtaken(last, f):
		return answer.TriedNever
	case last.End.Result == store.AskDone:
		return answer.TriedDone
	case last.End.Kind == string(api.NotAllowed):
		return answer.TriedRefused
	}
	return answer.TriedNever
}

// cancellationCards are all of them, newest first.
func cancellationCards(all []store.Cancellation, face front.Face, wall time.Time) []templates.Cancellation {
	var cards []templates.Cancellation
	for _, c := range all {
		cards = append(cards, cancellationCard(c, face, wall))
	}
	return cards
}

func cancellationCard(c store.Cancellation, face front.Face, wall time.Time) templates.Cancellation {
	card := templates.Cancellation{By: c.By.Name, At: face.At(c.AskedAt), Code: c.End.Code, Trace: c.End.TraceID}
	if c.End.At.Sub(c.AskedAt) > time.Minute {
		card.EndAt = face.At(c.End.At)
	}
	switch c.End.Result {
	case store.AskDone:
		card.Tone, card.Title, card.Text = answer.Done, doneTitle(c.End.Settled), c.End.Text
	case store.AskRefused:
		card.Tone, card.Title, card.Text = answer.Problem, "Wise refused to cancel it.", c.End.Text
	case store.AskNotDone:
		card.Tone, card.Title, card.Text = answer.Problem, "It was not cancelled.", c.End.Text
	case store.AskStarted:
		if wall.Sub(c.AskedAt) < waitingFor {
			card.Tone, card.Title = answer.Moving, "Wise is being asked to cancel it."
			break
		}
		fallthrough
	default:
		card.Tone, card.Title = answer.Problem, "It is not known whether Wise cancelled it."
		card.Text = "Do not promise anything: Wise is being asked again. " + c.End.Text
		card.EndAt = templates.When{}
	}
	return card
}

// doneTitle says how it is known that Wise cancelled the transfer.
func doneTitle(by store.Settled) string {
	if by == store.ByAnswer {
		return "Cancelled at Wise."
	}
	return "Cancelled at Wise, as it turned out later."
}
