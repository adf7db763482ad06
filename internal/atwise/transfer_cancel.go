package atwise

import (
	"context"
	"strconv"
	"strings"
	"time"

	"transferdesk/internal/answer"
	"transferdesk/internal/audit"
	"transferdesk/internal/auth"
	"transferdesk/internal/fault"
	"transferdesk/internal/transfer"
	"transferdesk/store"
)

// patience is how long a person waits for Wise at most.
const patience = 5 * time.Second

// CancelAsk is what a person asks when a transfer is to be cancelled.
type CancelAsk struct {
	Transfer int64
	Typed    string // the transfer's id once more, by hand
	Seen     int64  // id of the last cancellation on the page on which it was decided; 0: there was none
}

// CancelTransfer asks Wise to cancel a transfer, which is final, and gives what
// became of it: also a refusal of Wise's is a result, no error. That it was asked is
// kept before and how it ended after; what cannot be told is settled later (Settle).
//
// Nothing was asked of Wise where it gives an error: fault.Unprocessable when the id
// was not typed as it is, fault.NotFound without such a transfer, fault.Conflict when
// it cannot be stopped any more, when another cancellation is under way, or when the
// page was not the newest; so a form that is sent twice asks once.
func (a *Acts) CancelTransfer(ctx context.Context, actor auth.Actor, requestID string, ask CancelAsk) (store.Cancellation, error) {
	entry := audit.Entry{Act: auth.CancelTransfer, SubjectKind: "transfer", SubjectID: strconv.FormatInt(ask.Transfer, 10), RequestID: requestID}
	if err := audit.Allow(ctx, a.db, a.clock, actor, entry); err != nil {
		return store.Cancellation{}, err
	}
	if strings.TrimSpace(ask.Typed) != entry.SubjectID {
		return store.Cancellation{}, fault.New(fault.Unprocessable, "What was typed is not the id of this transfer. Nothing was asked of Wise.")
	}
	c := store.Cancellation{Transfer: ask.Transfer, By: audit.By(actor)}
	asked := false
	err := audit.Outside(ctx, a.db, a.clock, actor, entry,
		func(tx *store.Tx) (err error) {
			c, err = a.begin(tx, c, ask.Seen)
			return err
		},
		func(ctx context.Context) (audit.Outcome, error) {
			asked = true
			c.End = a.askToCancel(ctx, c)
			return a.cancelOutcome(c), nil
		})
	if err != nil && !asked {
		entry.Detail = "nothing was asked of Wise"
		return c, joined(err, audit.Failed(context.WithoutCancel(ctx), a.db, a.clock, actor, entry))
	}
	if err != nil || c.End.Result.Open() {
		a.wakeSettling()
	}
	return c, err
}

// begin checks that it makes sense to ask, and keeps that Wise is about to be asked.
func (a *Acts) begin(tx *store.Tx, c store.Cancellation, seen int64) (store.Cancellation, error) {
	facts, err := tx.Transfer(c.Transfer)
	if err != nil {
		return c, err
	}
	last, found, err := tx.LastCancellation(c.Transfer)
	if err != nil {
		return c, err
	}
	if err := mayCancel(facts, last, found, seen); err != nil {
		return c, err
	}
	if c.User, err = a.enrich.SpeakerOf(&tx.Reader, facts.Profile); err != nil {
		return c, err
	}
	c.AskedAt = a.clock()
	c.ID, err = tx.StartCancellation(c)
	return c, err
}

// mayCancel refuses what must not be asked of Wise.
func mayCancel(f transfer.Facts, last store.Cancellation, found bool, seen int64) error {
	if found && last.End.Result.Open() {
		return fault.New(fault.Conflict, "A cancellation of this transfer is under way already. Nothing was asked a second time; its page says what became of the first.")
	}
	if stop := answer.CanStop(f); !stop.MayTry() {
		return fault.New(fault.Conflict, "This transfer cannot be stopped any more. Nothing was asked of Wise: "+lowerFirst(stop.Why))
	}
	if found && last.End.Result == store.AskDone && !movedAfter(f, last.End.At) {
		return fault.New(fault.Conflict, "Wise has confirmed the cancellation of this transfer already. Nothing was asked a second time.")
	}
	if found && last.ID != seen {
		return fault.New(fault.Conflict, "Somebody asked Wise to cancel this transfer meanwhile. Nothing was asked a second time; look at what became of it, then decide anew.")
	}
	return nil
}

// movedAfter says whether an event tells of a state that began after t.
func movedAfter(f transfer.Facts, t time.Time) bool {
	held, known := f.Held()
	return known && held.At.After(t)
}
