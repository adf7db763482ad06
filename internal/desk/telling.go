package desk

import (
	"context"
	"encoding/json"
	"strconv"
	"time"

	"transferdesk/internal/audit"
	"transferdesk/internal/auth"
	"transferdesk/internal/fault"
	"transferdesk/store"
)

// sameTelling is within which a second click on the same text is no second telling.
const sameTelling = time.Minute

// Telling is a text that somebody copied or read out for a customer.
type Telling struct {
	Transfer int64
	Text     string          // as it was composed and shown; not empty
	Code     string          // answer.Code that spoke
	Basis    json.RawMessage // answer.Basis
	Caller   string          // who was on the line; may be empty
	Identity string          // whether that was confirmed; may be empty
}

// Tell notes that a customer was told a text. The same text by the same person within
// a minute is one telling. Its errors: fault.Forbidden for anybody but a person,
// fault.Unprocessable for a text that is none.
func (d *Desk) Tell(ctx context.Context, actor auth.Actor, requestID string, told Telling) error {
	entry := audit.Entry{Act: auth.TellCustomer, SubjectKind: "transfer", SubjectID: strconv.FormatInt(told.Transfer, 10), RequestID: requestID, Detail: told.Code}
	if err := audit.Allow(ctx, d.db, d.clock, actor, entry); err != nil {
		return err
	}
	if actor.Kind != auth.Person {
		return audit.Refuse(ctx, d.db, d.clock, actor, entry, "Only a person tells a customer something.")
	}
	if told.Text == "" {
		return fault.New(fault.Unprocessable, "There is nothing to tell the customer yet, so nothing was noted.")
	}
	row := store.Telling{Transfer: told.Transfer, Text: told.Text, Code: told.Code, Basis: told.Basis,
		Caller: told.Caller, Identity: told.Identity, At: d.clock(), By: audit.By(actor)}
	if noted, err := d.noted(ctx, row); noted || err != nil {
		return err
	}
	return audit.Do(ctx, d.db, d.clock, actor, entry, func(tx *store.Tx) error {
		if noted, err := isNoted(&tx.Reader, row); noted || err != nil {
			return err
		}
		return tx.AddTelling(row)
	})
}

// noted says the same before anything is written, so that a double click leaves one
// entry in the audit log too.
func (d *Desk) noted(ctx context.Context, row store.Telling) (noted bool, err error) {
	err = d.db.Read(ctx, func(r *store.Reader) (err error) {
		noted, err = isNoted(r, row)
		return err
	})
	return noted, err
}

// isNoted says whether the same person has just noted the same text.
func isNoted(r *store.Reader, row store.Telling) (bool, error) {
	last, err := r.LastTellings([]int64{row.Transfer})
	held, found := last[row.Transfer]
	return found && held.By == row.By && held.Text == row.Text && row.At.Sub(held.At) < sameTelling, err
}
