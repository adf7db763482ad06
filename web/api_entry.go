package web

import (
	"strings"

	"transferdesk/internal/money"
	"transferdesk/internal/reason"
	"transferdesk/internal/transfer"
	"transferdesk/internal/when"
	"transferdesk/web/wording"
)

// entryCode is the failure's code, or the codes of the cases of a snapshot.
func entryCode(e transfer.Entry) string {
	if e.Kind == transfer.ActiveCases {
		return strings.Join(e.Cases, ",")
	}
	return e.Code
}

// entryAmount is what was refunded or moved; the zero Amount for other events.
func entryAmount(e transfer.Entry) money.Amount {
	if e.Movement != nil {
		return e.Movement.Amount
	}
	if e.Incoming != nil {
		return e.Incoming.Settled
	}
	return e.Refund
}

// entryNote is what the timeline of the page says beside the event; for the desk.
func entryNote(e transfer.Entry, inbound bool, cards reason.Catalogue) string {
	var notes []string
	switch e.Kind {
	case transfer.StateSeen:
		notes = append(notes, wording.SeenText(e, inbound)+" on "+when.RFC(e.At.Time)+"; not sent by Wise")
	case transfer.PayoutFailure:
		notes = append(notes, cards.Failure(e.Code).Title)
	case transfer.ActiveCases:
		notes = append(notes, casesHappened(e))
	case transfer.BalanceUpdate:
		notes = append(notes, movementNote(e))
	case transfer.IncomingCredit:
		notes = append(notes, incomingNote(e))
	}
	if missing := wording.GapWords(e, inbound); missing != "" {
		notes = append(notes, "an event is missing before this one: "+missing)
	}
	if back := wording.RollbackWords(e, inbound); back != "" {
		notes = append(notes, back)
	}
	if e.SetsNothing {
		notes = append(notes, "no usable time: no fact rests on it")
	}
	return strings.Join(append(notes, wording.Oddities(e.Flags)...), "; ")
}

func movementNote(e transfer.Entry) string {
	if e.Movement != nil && e.Movement.Credit {
		return "credited to the balance"
	}
	return "taken from the balance"
}

func incomingNote(e transfer.Entry) string {
	if e.Incoming != nil && e.Incoming.ByMessage {
		return "credited by SWIFT; the amount is that of the message"
	}
	return "credited by SWIFT"
}
