package answer

import (
	"transferdesk/internal/activity"
	"transferdesk/internal/reason"
)

// withhold is the last gate: of what is locked nothing is left but that compliance
// handles it, and a text that names something locked does not leave this package.
func (a *ActivityAnswer) withhold() {
	if a.Locked {
		a.lock()
	}
	a.Title, a.Headline.Text, a.Tag = a.harmless(a.Title), a.harmless(a.Headline.Text), a.harmless(a.Tag)
	a.Ask, a.Text = a.harmless(a.Ask), a.harmless(a.Text)
	for i, r := range a.Rows {
		a.Rows[i].Label, a.Rows[i].Value = a.harmless(r.Label), a.harmless(r.Value)
	}
	for i, h := range a.History {
		a.History[i].Text = a.harmless(h.Text)
	}
}

// harmless gives a text that names nothing locked.
func (a *ActivityAnswer) harmless(text string) string {
	if !reason.IsLocked(text) {
		return text
	}
	a.Locked, a.Openness = true, reason.Locked
	return reason.HandledByCompliance
}

// lock leaves of a thing what an agent may know of it. What was paid where with a
// card stays, the reason does not.
func (a *ActivityAnswer) lock() {
	a.Tag, a.Tone, a.WhoActs, a.Text = reason.HandledByCompliance, Waiting, reason.Us, ""
	a.Ask = "Ask compliance. Say nothing of a cause."
	switch a.Kind {
	case activity.Card, activity.CardOrder, activity.CardProduction:
		a.Headline.Text = "The card cannot be used at present; we are on it. Handled by compliance."
	case activity.CardTransaction:
		a.Headline.Text = "Not paid. Why is handled by compliance."
	case activity.SupportCase:
		a.Title, a.Rows, a.History = "A question from Wise", nil, nil
		a.Headline.Text = "Wise has a question, handled by compliance."
	default:
		a.Rows, a.History = nil, nil
		a.Headline.Text = "Handled by compliance."
	}
}
