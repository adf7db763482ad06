package reconcile

import (
	"context"
	"fmt"
	"math"
	"slices"
	"time"

	"transferdesk/internal/transfer"
	"transferdesk/store"
)

// How often findings are looked at that wait for an explanation, and how many at once.
const (
	explainEvery  = time.Minute
	explainAtOnce = 200
)

// explainSome takes note of findings whose event has come after all; false when it is
// not time to look, or there was none.
func (r *Reconciler) explainSome(ctx context.Context, now time.Time) (bool, error) {
	if now.Before(r.explain) {
		return false, nil
	}
	if err := r.cfg.Projector.CatchUp(ctx); err != nil {
		return false, fmt.Errorf("catching up before explaining: %w", err)
	}
	var explained []int64
	err := r.cfg.DB.Read(ctx, func(reader *store.Reader) (err error) {
		explained, err = r.explained(reader)
		return err
	})
	r.explain = now.Add(explainEvery)
	if err != nil || len(explained) == 0 {
		return false, err
	}
	return true, r.cfg.DB.Write(ctx, store.LaneProject, func(tx *store.Tx) error {
		for _, id := range explained {
			if err := tx.ExplainReconcileFinding(id, now); err != nil {
				return err
			}
		}
		return nil
	})
}

// explained looks at the next findings that are open, in turn, and gives those that
// are explained.
func (r *Reconciler) explained(reader *store.Reader) (ids []int64, err error) {
	if r.nextOpen == 0 {
		r.nextOpen = math.MaxInt64
	}
	open, err := reader.OpenReconcileFindings(r.nextOpen, explainAtOnce)
	if err != nil {
		return nil, err
	}
	r.nextOpen = 0
	if len(open) == explainAtOnce {
		r.nextOpen = open[len(open)-1].ID
	}
	facts, err := reader.TransfersOf(store.FoundTransfers(open))
	for _, f := range open {
		if IsExplained(f, facts[f.Transfer]) {
			ids = append(ids, f.ID)
		}
	}
	return ids, err
}

// IsExplained says whether Wise's own event of what was found has come: no state of the
// transfer, by its facts, rests on the finding any more, and an event has told of that
// state.
func IsExplained(f store.ReconcileFinding, facts transfer.Facts) bool {
	if !f.ExplainedAt.IsZero() {
		return true
	}
	rests := slices.ContainsFunc(facts.Visits, func(v transfer.Visit) bool { return v.Seen && slices.Contains(v.Evidence, f.Delivery) })
	told := slices.ContainsFunc(facts.Visits, func(v transfer.Visit) bool { return !v.Seen && string(v.State) == f.Theirs })
	return told && !rests
}
