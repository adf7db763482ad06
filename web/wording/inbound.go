package wording

import (
	"slices"

	"transferdesk/internal/transfer"
	"transferdesk/templates"
)

// IsInbound says whether the events are of a payment to the customer.
func IsInbound(entries []transfer.Entry) bool {
	return slices.ContainsFunc(entries, func(e transfer.Entry) bool { return e.Kind == transfer.IncomingCredit && !e.SetsNothing })
}

// WordInbound puts the timeline of a payment to the customer into its own words.
func WordInbound(f transfer.Facts, rows []templates.TimelineRow) []templates.TimelineRow {
	if f.Inbound == nil {
		return rows
	}
	for i := range rows {
		if tag, other := inboundTag(transfer.State(rows[i].State)); other && !rows[i].Asked {
			rows[i].Tag = tag
		}
	}
	return rows
}

// DescribeIncoming says that money came by SWIFT, and how much was settled.
func DescribeIncoming(row *templates.TimelineRow, e transfer.Entry) {
	row.Tag = templates.Tag{Text: "Credited by SWIFT", Tone: "done", Icon: templates.IconCredit}
	if e.Incoming != nil {
		row.Amount = e.Incoming.Settled.String()
		if e.Incoming.ByMessage {
			row.Note = "The amount is that of the SWIFT message; Wise may have credited another."
		}
	}
}
