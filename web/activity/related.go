package activity

import (
	"transferdesk/internal/activity"
	"transferdesk/internal/fault"
	"transferdesk/store"
	"transferdesk/templates"
	"transferdesk/web/front"
)

// readRelated gives the pages of what else a thing names, as far as there are any:
// an event may name a transfer or a card of which nothing else was told.
func readRelated(r *store.Reader, f activity.Facts) ([]templates.Link, error) {
	var links []templates.Link
	if f.Transfer != 0 {
		kinds, err := r.Exists(f.Transfer)
		if err != nil {
			return nil, err
		}
		if kinds.Transfer {
			links = append(links, templates.Link{Href: "/transfers/" + front.IDText(f.Transfer), Text: "Transfer " + front.IDText(f.Transfer)})
		}
	}
	key, text := namedBy(f)
	if key.ID == "" {
		return links, nil
	}
	_, err := r.Activity(key)
	switch {
	case fault.KindOf(err) == fault.NotFound:
		return links, nil
	case err != nil:
		return nil, err
	}
	return append(links, templates.Link{Href: Path(key), Text: text}), nil
}

// namedBy is the other thing that a thing is about, in words.
func namedBy(f activity.Facts) (activity.Key, string) {
	switch d := f.Detail; {
	case d.Dispute != nil:
		return activity.Key{Kind: activity.CardTransaction, ID: d.Dispute.Transaction}, "The card transaction"
	case d.Transaction != nil:
		return activity.Key{Kind: activity.Card, ID: d.Transaction.Token}, "The card"
	case d.Card != nil && f.Kind != activity.Card:
		return activity.Key{Kind: activity.Card, ID: d.Card.Token}, "The card"
	}
	return activity.Key{}, ""
}
