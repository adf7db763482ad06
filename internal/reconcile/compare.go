package reconcile

import (
	"context"
	"fmt"
	"time"

	"transferdesk/internal/transfer"
	"transferdesk/internal/wise"
	"transferdesk/internal/wise/api"
	"transferdesk/store"
)

// compare holds what Wise said against what we hold, once all that has arrived is
// folded. A difference is a doubt at first: its event may be on its way.
func (r *Reconciler) compare(ctx context.Context, told []api.Transfer, profile int64, now time.Time) error {
	if len(told) == 0 {
		return nil
	}
	if err := r.keepTransfers(ctx, told, now); err != nil {
		return err
	}
	if err := r.cfg.Projector.CatchUp(ctx); err != nil {
		return fmt.Errorf("catching up before comparing: %w", err)
	}
	fresh, due, err := r.doubts(ctx, told, profile, now)
	if err != nil {
		return err
	}
	for _, t := range told {
		if d, is := due[t.ID]; is {
			if err := r.judge(ctx, d, t, now); err != nil {
				return err
			}
		}
	}
	return r.note(ctx, fresh)
}

// note keeps doubts.
func (r *Reconciler) note(ctx context.Context, doubts []store.ReconcileDoubt) error {
	if len(doubts) == 0 {
		return nil
	}
	r.doubtAt = time.Time{}
	return r.cfg.DB.Write(ctx, store.LaneProject, func(tx *store.Tx) error {
		for _, d := range doubts {
			if err := tx.SaveReconcileDoubt(d); err != nil {
				return err
			}
		}
		return nil
	})
}

// doubts are the differences that nobody has noted yet, and those noted that it is time
// to look at again: a list is as good for that as asking for each by itself.
func (r *Reconciler) doubts(ctx context.Context, told []api.Transfer, profile int64, now time.Time) (fresh []store.ReconcileDoubt, due map[int64]store.ReconcileDoubt, err error) {
	ids, due := idsOf(told), map[int64]store.ReconcileDoubt{}
	err = r.cfg.DB.Read(ctx, func(reader *store.Reader) error {
		held, err := reader.StatesHeld(ids)
		if err != nil {
			return err
		}
		noted, err := reader.ReconcileDoubts(ids)
		if err != nil {
			return err
		}
		for _, t := range told {
			ours, known := held[t.ID]
			switch d, is := noted[t.ID]; {
			case is && !now.Before(d.Due):
				due[t.ID] = d
			case !is && differs(t, ours, known):
				fresh = append(fresh, store.ReconcileDoubt{
					Transfer: t.ID, Profile: profile, Round: r.roundID(), Ours: string(ours.State), Theirs: theirs(t), Since: now, Due: now.Add(r.cfg.Grace),
				})
			}
		}
		return nil
	})
	return fresh, due, err
}

// roundID is the round under way; 0: none is.
func (r *Reconciler) roundID() int64 {
	if r.round == nil {
		return 0
	}
	return r.round.ID
}

// differs says whether Wise names a state that we do not hold. That Wise does not know
// the state is no state to learn.
func differs(t api.Transfer, ours store.StateHeld, known bool) bool {
	if t.ID <= 0 || t.Status == "" || transfer.State(t.Status) == transfer.Unknown {
		return false
	}
	return !known || !wise.IsSeen(t.Status, ours.State)
}

// theirs is Wise's state as we hold states.
func theirs(t api.Transfer) string { return string(wise.StateOf(t.Status)) }

func idsOf(told []api.Transfer) []int64 {
	ids := make([]int64, 0, len(told))
	for _, t := range told {
		ids = append(ids, t.ID)
	}
	return ids
}
