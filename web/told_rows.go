package web

import (
	"time"

	"transferdesk/internal/enrich"
	"transferdesk/internal/transfer"
	"transferdesk/internal/when"
	"transferdesk/internal/wise/api"
	"transferdesk/store"
	"transferdesk/templates"
	"transferdesk/web/front"
)

// pairs leaves out what is not told.
func pairs(all ...templates.Pair) []templates.Pair {
	var told []templates.Pair
	for _, p := range all {
		if p.Value == "" {
			continue
		}
		p.Value = openText(p.Value)
		told = append(told, p)
	}
	return told
}

func detailRows(told store.Told[api.Transfer], face front.Face) []templates.Pair {
	t := told.Value
	created := ""
	if !t.Created.IsZero() {
		created = face.Text(t.Created)
	}
	return pairs(
		templates.Pair{Label: "Sent", Value: t.Source.String()},
		templates.Pair{Label: "Recipient gets", Value: t.Target.String()},
		templates.Pair{Label: "Rate", Value: t.Rate},
		templates.Pair{Label: "Reference", Value: t.Reference},
		templates.Pair{Label: "Created", Value: created},
		templates.Pair{Label: "Status", Value: t.Status, Mono: true},
	)
}

// estimateRows shows the estimate, or says that the one that is kept is about an
// attempt that is over.
func estimateRows(v transferView, face front.Face) ([]templates.Pair, string) {
	e := v.beside.estimate(v.facts.Transfer)
	if e == nil {
		return nil, ""
	}
	if !e.Stands(v.facts) {
		return nil, "The one that is kept was asked for before the payment stepped back, or had passed before it was paid out: it says nothing of how things stand now."
	}
	value := face.Text(e.At)
	if e.At.Before(face.Now) {
		value = when.Full(e.At, face.Zone) + ", passed " + when.Age(face.Now.Sub(e.At)) + " ago"
	}
	return pairs(templates.Pair{Label: "Expected", Value: value}), "Wise’s estimate, no promise, and not for the customer."
}

// payoutRows shows the payout information of the payout that goes on now.
func payoutRows(v transferView) ([]templates.Pair, string) {
	told := v.told.payout
	if !told.Known {
		return nil, ""
	}
	sent, _ := v.facts.LastSent()
	if told.At.Before(sent.At) {
		return nil, "What is kept is about an earlier payout."
	}
	rows := pairs(
		templates.Pair{Label: "To read out", Value: told.Value.Reference, Mono: true},
		templates.Pair{Label: "Paid out by", Value: told.Value.Partner},
	)
	return rows, payoutNote(told.At, sent, len(rows) > 0)
}

// noPayoutYet is said where Wise has no payout information.
const noPayoutYet = "Wise has no payout information yet; it may take 3 days after the payout."

func payoutNote(at time.Time, sent transfer.Visit, known bool) string {
	switch {
	case !known:
		return noPayoutYet
	case at.Before(sent.At.Add(enrich.PayoutSettles)):
		return "Wise may still change it until 3 days after the payout."
	}
	return ""
}

func recipientRows(told store.Told[api.Recipient]) []templates.Pair {
	r := told.Value
	return pairs(
		templates.Pair{Label: "Name", Value: r.Name},
		templates.Pair{Label: "Number", Value: r.Number},
		templates.Pair{Label: "Account", Value: front.Joined(r.Summary, r.Currency, r.Country)},
	)
}

// asOf is ", as of 3 min ago (20 Nov 2026, 10:00 UTC)".
func asOf(t time.Time, face front.Face) string {
	return ", as of " + when.Age(face.Now.Sub(t)) + " ago (" + when.Full(t, face.Zone) + ")"
}
