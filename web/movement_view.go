package web

import (
	"slices"

	"transferdesk/internal/evidence"
	"transferdesk/internal/transfer"
	"transferdesk/templates"
	"transferdesk/web/front"
)

// movedCards are the balance movements that name a transfer, newest first.
func movedCards(f transfer.Facts, face front.Face) []templates.Movement {
	var cards []templates.Movement
	for _, m := range slices.Backward(f.Movements) {
		card := movementCard(m.Movement, front.IDText(f.Transfer), m.Evidence)
		card.At = face.At(m.At)
		cards = append(cards, card)
	}
	return cards
}

func movementCard(m transfer.Movement, transferID string, events evidence.IDs) templates.Movement {
	card := templates.Movement{
		Credit:   m.Credit,
		Amount:   m.Amount.String(),
		Balance:  front.IDText(m.BalanceID),
		Transfer: transferID,
		Channel:  m.Channel,
		Events:   events,
	}
	if m.BalanceAfter.Known() {
		card.After = m.BalanceAfter.String()
	}
	if transferID == "" {
		card.Reference = m.Reference
	}
	return card
}
