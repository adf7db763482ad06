package web

import (
	"slices"

	"transferdesk/internal/transfer"
	"transferdesk/templates"
	"transferdesk/web/wording"
)

// isInbound says whether the events are of a payment to the customer.
func isInbound(entries []transfer.Entry) bool {
	return slices.ContainsFunc(entries, func(e transfer.Entry) bool { return e.Kind == transfer.IncomingCredit && !e.SetsNothing })
}

// wordInbound puts the timeline of a payment to the customer into its own words.
func wordInbound(f transfer.Facts, rows []templates.TimelineRow) []templates.TimelineRow {
	if f.Inbound == nil {
		return rows
	}
	for i := range rows {
		if tag, other := wording.Inbound(transfer.State(rows[i].State)); other && !rows[i].Asked {
			rows[i].Tag = tag
		}
	}
	return rows
}

// describeIncoming says that money came by SWIFT, and how much was settled.
func describeIncoming(row *templates.TimelineRow, e transfer.Entry) {
	row.Tag = templates.Tag{Text: "Credited by SWIFT", Tone: "done", Icon: templates.IconCredit}
	if e.Incoming != nil {
		row.Amount = e.Incoming.Settled.String()
		if e.Incoming.ByMessage {
			row.Note = "The amount is that of the SWIFT message; Wise may have credited another."
		}
	}
}
