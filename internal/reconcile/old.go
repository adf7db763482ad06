package reconcile

import (
	"context"
	"slices"
	"time"

	"transferdesk/internal/transfer"
	"transferdesk/internal/wise/api"
	"transferdesk/store"
)

// How much a round does for transfers that are too old for the lists: it looks at some
// of ours, in turn, round after round, and asks for those that are still open.
const (
	lookedAtOnce = 500
	lookedMost   = 20_000
	askedMost    = 50
)

// notFoundFor is how long a transfer that Wise does not know is left out.
const notFoundFor = 24 * time.Hour

// askOld asks for the next transfer that is too old for the lists and still open; false
// when the round has done its share.
func (r *Reconciler) askOld(ctx context.Context, now time.Time) (more bool, err error) {
	round := r.round
	if len(round.old) == 0 {
		return r.findOld(ctx, now)
	}
	next := round.old[0]
	user, err := r.speaker(ctx, next.Profile)
	if err != nil {
		return false, err
	}
	if r.cfg.Wise.Access(user) != api.ByNone {
		round.Requests++
		round.asked++
	}
	round.tries++
	told, err := r.cfg.Wise.Transfer(ctx, user, next.Transfer)
	if err == nil {
		err = api.Same(next.Transfer, told.ID)
	}
	switch v := r.weigh(ctx, err, now); {
	case v == ended:
		return false, ctx.Err()
	case v == later && round.tries < triesOfOne:
		return true, nil
	case v == answered:
		if err := r.compare(ctx, []api.Transfer{told}, next.Profile, now); err != nil {
			return false, err
		}
		round.Transfers++
	default:
		if err := r.leaveBe(ctx, next.Transfer, err, now); err != nil {
			return false, err
		}
	}
	round.tries, round.old, round.OldAfter = 0, round.old[1:], next.Transfer
	return round.asked < askedMost, nil
}

// findOld looks for more of them; false when all were looked at, or enough.
func (r *Reconciler) findOld(ctx context.Context, now time.Time) (more bool, err error) {
	round := r.round
	if round.looked >= lookedMost {
		return false, nil
	}
	var all []transfer.Facts
	var last int64
	var said map[int64]store.WiseAnswer
	err = r.cfg.DB.Read(ctx, func(reader *store.Reader) (err error) {
		if all, last, err = reader.OldTransfers(now.Add(-window), round.OldAfter, lookedAtOnce); err != nil {
			return err
		}
		all = slices.DeleteFunc(all, func(f transfer.Facts) bool { return !open(f) })
		said, err = reader.WiseAnswers(store.OfTransferDetails, transferIDs(all))
		return err
	})
	if err != nil {
		return false, err
	}
	round.looked += lookedAtOnce
	if last == 0 {
		round.OldAfter = 0
		return false, nil
	}
	round.old = slices.DeleteFunc(all, func(f transfer.Facts) bool {
		a := said[f.Transfer]
		return a.Trouble != nil && a.Trouble.Kind == string(api.NotFound) && now.Before(a.RetryAt)
	})
	if len(round.old) == 0 {
		round.OldAfter = last
	}
	return true, nil
}

// leaveBe keeps that Wise does not know a transfer, so that it is not asked for in every
// round; other trouble passes.
func (r *Reconciler) leaveBe(ctx context.Context, id int64, trouble error, now time.Time) error {
	t := troubleOf(trouble)
	if t.Kind != string(api.NotFound) {
		return nil
	}
	return r.cfg.DB.Write(ctx, store.LaneProject, func(tx *store.Tx) error {
		return tx.SaveWiseAnswer(store.WiseAnswer{Kind: store.OfTransferDetails, ID: id, TriedAt: now, Trouble: t, TraceID: t.TraceID, RetryAt: now.Add(notFoundFor)})
	})
}

func transferIDs(all []transfer.Facts) []int64 {
	ids := make([]int64, 0, len(all))
	for _, f := range all {
		ids = append(ids, f.Transfer)
	}
	return ids
}

// open says whether a transfer is still under way: neither at an end nor paid out, or
// in a state that no event has told. What was paid out so long ago stays so.
func open(f transfer.Facts) bool {
	return f.Inbound == nil && (f.State() == "" || f.ToBePaidOut())
}
