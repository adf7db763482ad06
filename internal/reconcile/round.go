package reconcile

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"transferdesk/internal/transfer"
	"transferdesk/internal/wise/api"
	"transferdesk/store"
)

// How much progress is kept at once, and how long it may wait for that. What a kill
// takes away is asked for again.
const (
	keptAtOnce = 25
	keptAfter  = 30 * time.Second
)

// round is a round under way.
type round struct {
	store.ReconcileRound
	named    bool                     // it is known which profiles to ask for
	tries    int                      // of naming them, or of the transfer that is asked for
	profiles []store.ReconcileProfile // still to be asked for
	list     *list                    // that is being read; nil: none
	through  []store.ReconcileProfile // asked for, and not kept yet
	kept     time.Time                // when progress was kept last
	refused  *store.Trouble           // the company's token is not taken: nobody is asked with it any more

	looked, asked int              // transfers too old for the lists that were looked at, and asked for
	old           []transfer.Facts // of them, still to be asked for
}

// advance takes the round one request further.
func (r *Reconciler) advance(ctx context.Context, now time.Time) (err error) {
	switch round := r.round; {
	case r.troubles >= giveUp:
		err = r.end(ctx, now, store.RoundUnreachable)
	case !round.named:
		err = r.nameProfiles(ctx, now)
	case round.list != nil || len(round.profiles) > 0:
		err = r.readList(ctx, now)
	default:
		var more bool
		if more, err = r.askOld(ctx, now); err == nil && !more {
			err = r.end(ctx, now, store.RoundDone)
		}
	}
	if err != nil || r.round == nil {
		return err
	}
	if len(r.round.through) >= keptAtOnce || now.Sub(r.round.kept) >= keptAfter {
		err = r.keep(ctx)
	}
	row := r.round.ReconcileRound
	r.tell(func(s *Status) { s.Round = row })
	return err
}

// end finishes the round.
func (r *Reconciler) end(ctx context.Context, now time.Time, how store.RoundEnd) error {
	row := &r.round.ReconcileRound
	row.EndedAt, row.End = now, how
	if how == store.RoundUnreachable {
		row.Said = "Wise gave no usable answer several times in a row. The next round tries again."
	}
	if err := r.keep(ctx); err != nil {
		row.EndedAt, row.End, row.Said = time.Time{}, store.RoundRuns, ""
		return err
	}
	r.log.Info("a round of reconciliation has ended", "round", row.ID, "end", row.End, "profiles", row.Asked, "skipped", row.Skipped, "transfers", row.Transfers)
	r.drop()
	return nil
}

// keep writes how far the round has come.
func (r *Reconciler) keep(ctx context.Context) error {
	round := r.round
	err := r.cfg.DB.Write(ctx, store.LaneProject, func(tx *store.Tx) error {
		for _, p := range round.through {
			if err := tx.SaveReconcileProfile(p); err != nil {
				return err
			}
		}
		return tx.SaveReconcileRound(round.ReconcileRound)
	})
	if err != nil {
		return fmt.Errorf("keeping how far round %d is: %w", round.ID, err)
	}
	round.through, round.kept = nil, r.now()
	return nil
}

// nameProfiles works out which profiles to ask for: all that we know of, and those that
// the company's token sees.
func (r *Reconciler) nameProfiles(ctx context.Context, now time.Time) error {
	var seen []api.Profile
	if r.cfg.Wise.Access(0) == api.ByPersonalToken {
		r.round.Requests++
		r.round.tries++
		var err error
		seen, err = r.cfg.Wise.Profiles(ctx, 0)
		switch v := r.weigh(ctx, err, now); {
		case v == ended:
			return ctx.Err()
		case v == later && r.round.tries < triesOfOne:
			return nil
		}
		if err := r.keepProfiles(ctx, seen, now); err != nil {
			return err
		}
	}
	var also []int64
	for _, p := range seen {
		also = append(also, p.ID)
	}
	err := r.cfg.DB.Read(ctx, func(reader *store.Reader) (err error) {
		r.round.profiles, err = reader.ProfilesToReconcile(r.round.ID, also)
		return err
	})
	if err != nil {
		return err
	}
	r.round.named, r.round.tries = true, 0
	r.round.Profiles = r.round.Asked + r.round.Skipped + int64(len(r.round.profiles))
	return r.keep(ctx)
}

// keepProfiles keeps what Wise said of the profiles that the token sees, where that is
// new: among it, whose they are.
func (r *Reconciler) keepProfiles(ctx context.Context, seen []api.Profile, now time.Time) error {
	said := map[int64]store.WiseAnswer{}
	for _, p := range seen {
		value, err := json.Marshal(p)
		if err != nil {
			return fmt.Errorf("keeping profile %d: %w", p.ID, err)
		}
		said[p.ID] = store.WiseAnswer{Kind: store.OfWiseProfile, ID: p.ID, Value: value, User: p.User, FetchedAt: now, TriedAt: now}
	}
	return r.keepAnswers(ctx, store.OfWiseProfile, said)
}
