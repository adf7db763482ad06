package web

import (
	"slices"
	"strings"
	"time"

	"transferdesk/internal/evidence"
	"transferdesk/internal/reason"
	"transferdesk/internal/transfer"
	"transferdesk/templates"
	"transferdesk/web/front"
	"transferdesk/web/wording"
)

// timeline turns entries into rows, newest first as an agent reads them; those
// that set nothing stand apart, unless the order is that in which we learned of
// them. arrivals counts the arrivals of each delivery. What our own people did
// stands among them.
func timeline(v transferView, cards reason.Catalogue, face front.Face) (placed, unplaced []templates.TimelineRow) {
	order, entries := v.order, v.order.arrange(v.entries)
	inbound := wording.IsInbound(entries)
	var times []time.Time
	for i := len(entries) - 1; i >= 0; i-- {
		row := timelineRow(entries[i], inbound, v.arrivals, cards, face)
		if entries[i].SetsNothing && order == byHappening {
			unplaced = append(unplaced, row)
			continue
		}
		placed, times = append(placed, row), append(times, order.time(entries[i]))
	}
	return besideEvents(placed, times, v.ours(), face), unplaced
}

func timelineRow(e transfer.Entry, inbound bool, arrivals map[int64]int, cards reason.Catalogue, face front.Face) templates.TimelineRow {
	row := templates.TimelineRow{
		Kind:     e.Kind,
		At:       face.At(e.At.Time),
		Seen:     e.At.By == evidence.Sent,
		Asked:    e.Kind == transfer.StateSeen,
		Quiet:    e.Confirms,
		Received: face.At(wording.FirstArrival(e.Sources)),
		Late:     wording.Lateness(e.At, e.Sources),
		Senders:  wording.Senders(e.Sources),
		Repeats:  wording.Repeats(e.Sources, arrivals),
		Gap:      e.Gap,
		Missing:  wording.GapWords(e, inbound),
		Back:     wording.RollbackWords(e, inbound),
		Flags:    wording.Oddities(e.Flags),
		Events:   wording.Deliveries(e.Sources),
	}
	describe(&row, e, inbound, cards)
	return row
}

// describe says in words what happened.
func describe(row *templates.TimelineRow, e transfer.Entry, inbound bool, cards reason.Catalogue) {
	switch e.Kind {
	case transfer.StateSeen:
		row.Tag = templates.Tag{Text: wording.SeenText(e, inbound), Tone: "neutral", Icon: templates.IconSearch}
		row.State, row.Late = string(e.To), ""
	case transfer.StateChange:
		word := wording.Of(e.To)
		row.Tag = templates.Tag{Text: word.Happened, Tone: word.Tone, Icon: word.Icon}
		row.State, row.From = string(e.To), string(e.From)
	case transfer.PayoutFailure:
		card := cards.Failure(e.Code)
		row.Tag = templates.Tag{Text: "Payout failed: " + front.LowerFirst(card.Title), Tone: "problem"}
		row.Code, row.Note, row.Desk = e.Code, card.Meaning, e.Description
	case transfer.RefundIssued:
		row.Tag = templates.Tag{Text: "Refund reported", Tone: "final", Icon: templates.IconRefund}
		row.Amount = e.Refund.String()
	case transfer.ActiveCases:
		row.Tag = templates.Tag{Text: casesHappened(e), Tone: "waiting", Icon: templates.IconCase}
		row.Code, row.Note = strings.Join(casesChanged(e), ", "), wording.CasesNote(e, cards)
	case transfer.BalanceUpdate:
		describeMovement(row, e)
	case transfer.IncomingCredit:
		wording.DescribeIncoming(row, e)
	}
}

func describeMovement(row *templates.TimelineRow, e transfer.Entry) {
	row.Tag = templates.Tag{Text: "Taken from the balance", Tone: "neutral", Icon: templates.IconDebit}
	if e.Movement == nil {
		return
	}
	if e.Movement.Credit {
		row.Tag = templates.Tag{Text: "Credited to the balance", Tone: "neutral", Icon: templates.IconCredit}
	}
	row.Amount = e.Movement.Amount.String()
}

func casesHappened(e transfer.Entry) string {
	switch {
	case len(e.Opened) > 0 && len(e.Cleared) > 0:
		return "Cases opened and cleared"
	case len(e.Opened) > 0:
		return "Case opened"
	case len(e.Cleared) > 0:
		return "Case cleared"
	case len(e.Cases) == 0:
		return "No cases"
	}
	return "Cases still open"
}

// casesChanged are the codes that opened or cleared; where none did, those listed.
func casesChanged(e transfer.Entry) []string {
	changed := slices.Concat(e.Opened, e.Cleared)
	if len(changed) == 0 {
		changed = slices.Clone(e.Cases)
	}
	return changed
}
