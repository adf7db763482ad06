package web

import (
	"slices"

	"transferdesk/internal/activity"
	"transferdesk/internal/answer"
	"transferdesk/templates"
	activities "transferdesk/web/activity"
	"transferdesk/web/front"
)

// moneyCards are a customer's movements of money, each with everything that tells of it.
func moneyCards(v moneyView, face front.Face) []templates.Movement {
	var cards []templates.Movement
	for _, m := range v.rows {
		card := movementCard(m.Movement, front.IDText(m.Transfer), m.Sources)
		card.At = face.At(m.At)
		if types := toldBy(m, v.types); len(types) > 1 {
			card.Told = activities.InWords(types)
		}
		if m.Swift != nil {
			card.Swift = activities.Path(activity.Key{Kind: activity.SwiftCredit, ID: m.Swift.ID})
		}
		if m.Swift != nil && m.Movement.Reference != front.IDText(m.Transfer) {
			card.Reference = m.Movement.Reference
		}
		cards = append(cards, card)
	}
	return cards
}

// toldBy are the event types that tell of the money, each once.
func toldBy(m answer.MoneyMoved, types map[int64]string) []string {
	var told []string
	for _, id := range m.Sources {
		if t := types[id]; t != "" {
			told = append(told, t)
		}
	}
	slices.Sort(told)
	return slices.Compact(told)
}
