package web

import (
	"fmt"
	"strconv"

	"transferdesk/internal/activity"
	"transferdesk/internal/answer"
	"transferdesk/internal/reason"
	"transferdesk/internal/wise"
	"transferdesk/store"
	"transferdesk/templates"
	"transferdesk/web/front"
)

// readRecipient reads what became of the account that a transfer pays to; nil when
// no event has told of it.
func readRecipient(r *store.Reader, account int64) (*activity.Facts, error) {
	if account == 0 {
		return nil, nil
	}
	row, found, err := r.ActivityRow(store.Live, activity.Key{Kind: activity.RecipientAccount, ID: front.IDText(account)})
	if err != nil || !found {
		return nil, err
	}
	return &row.Facts, nil
}

// readGone gives, of some recipients that are not there any more, those to which a
// payout may still come, by their ids, with that transfer.
func readGone(r *store.Reader, recipients []activity.Facts) (map[string]int64, error) {
	gone := map[string]int64{}
	for _, one := range recipients {
		if !answer.IsGone(&one) {
			continue
		}
		found, err := r.Handles(one.ID)
		if err != nil {
			return nil, err
		}
		for _, h := range found {
			if h.Kind != wise.HandleRecipient || h.SubjectKind != store.HandleTransfer || gone[one.ID] != 0 {
				continue
			}
			id, err := strconv.ParseInt(h.SubjectID, 10, 64)
			if err != nil {
				return nil, fmt.Errorf("reading a transfer to recipient %s: %w", one.ID, err)
			}
			if facts, err := r.Transfer(id); err != nil {
				return nil, err
			} else if answer.RecipientGone(&one, facts) {
				gone[one.ID] = id
			}
		}
	}
	return gone, nil
}

// goneThing prints a recipient to which a payout may still come: it is for us.
func goneThing(row templates.Activity, transfer int64) templates.Activity {
	row.Open, row.WhoActs, row.Ask = true, reason.Us, answer.RecipientGoneAsk
	row.Headline += " A payout to it may still come."
	row.Transfer = front.IDText(transfer)
	row.Related = append(row.Related, templates.Link{Href: "/transfers/" + row.Transfer, Text: "Transfer " + row.Transfer})
	return row
}
