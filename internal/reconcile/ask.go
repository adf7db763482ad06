package reconcile

import (
	"context"
	"strconv"
	"time"

	"transferdesk/internal/audit"
	"transferdesk/internal/auth"
	"transferdesk/internal/enrich"
	"transferdesk/internal/wise/api"
	"transferdesk/store"
)

// foldWithin is how long a person waits for the page to know what was learned.
const foldWithin = time.Second

// Ask asks Wise for one transfer because a person wants to know, at most five seconds.
// What it says is kept, with its time; a state that we do not hold enters the journal
// at once. Trouble is an *api.Error, and kept too; fault.TooMany when the person asks
// too often.
func (r *Reconciler) Ask(ctx context.Context, actor auth.Actor, requestID string, id int64) error {
	entry := audit.Entry{Act: auth.AskTransfer, SubjectKind: "transfer", SubjectID: strconv.FormatInt(id, 10), RequestID: requestID}
	if err := audit.Allow(ctx, r.cfg.DB, r.cfg.Wall, actor, entry); err != nil {
		return err
	}
	if err := r.brake.try(string(actor.Kind)+strconv.FormatInt(actor.ID, 10), r.now()); err != nil {
		return err
	}
	ctx = context.WithoutCancel(ctx) // once begun an act is finished
	return audit.Around(ctx, r.cfg.DB, r.cfg.Wall, actor, entry, func() error { return r.ask(ctx, id) })
}

// ask asks, compares and learns.
func (r *Reconciler) ask(ctx context.Context, id int64) error {
	asked := r.now()
	if err := r.cfg.Enrich.Now(ctx, enrich.Question{Kind: store.OfTransferDetails, ID: id}); err != nil {
		return err
	}
	var told store.Told[api.Transfer]
	err := r.cfg.DB.Read(ctx, func(reader *store.Reader) (err error) {
		told, err = store.ToldOf[api.Transfer](reader, store.OfTransferDetails, id)
		return err
	})
	if err != nil || !told.Known {
		return err
	}
	r.cfg.Enrich.Want(
		enrich.Question{Kind: store.OfEstimate, ID: id},
		enrich.Question{Kind: store.OfRecipient, ID: told.Value.Recipient},
	)
	return r.learnNow(ctx, told.Value, asked)
}

// learnNow compares without a grace, since a person asks, and waits until pages know.
func (r *Reconciler) learnNow(ctx context.Context, told api.Transfer, asked time.Time) error {
	r.foldSoon(ctx)
	ours, err := r.held(ctx, told.ID)
	if err != nil || !differs(told, ours.StateHeld, ours.known) {
		return err
	}
	if err := r.learn(ctx, ours, told, 0, 0, asked); err != nil {
		return err
	}
	r.foldSoon(ctx)
	return nil
}

// foldSoon waits a moment until what has arrived is folded.
func (r *Reconciler) foldSoon(ctx context.Context) {
	ctx, cancel := context.WithTimeout(ctx, foldWithin)
	defer cancel()
	folded := make(chan struct{})
	go func() {
		defer close(folded)
		if err := r.cfg.Projector.CatchUp(ctx); err != nil {
			r.log.Debug("a page is shown before what was learned is folded", "error", err)
		}
	}()
	select {
	case <-folded:
	case <-ctx.Done():
	}
}
