package reconcile

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"time"

	"transferdesk/internal/wise/api"
	"transferdesk/store"
)

// keepTransfers keeps what Wise said of transfers, where that is new: so that lists and
// pages know amounts.
func (r *Reconciler) keepTransfers(ctx context.Context, told []api.Transfer, now time.Time) error {
	said := map[int64]store.WiseAnswer{}
	for _, t := range told {
		if t.ID <= 0 {
			continue // no transfer has such an id
		}
		value, err := json.Marshal(t)
		if err != nil {
			return fmt.Errorf("keeping transfer %d: %w", t.ID, err)
		}
		said[t.ID] = store.WiseAnswer{Kind: store.OfTransferDetails, ID: t.ID, Value: value, FetchedAt: now, TriedAt: now}
	}
	return r.keepAnswers(ctx, store.OfTransferDetails, said)
}

// keepAnswers keeps those answers that say something new, in one short write.
func (r *Reconciler) keepAnswers(ctx context.Context, kind store.AnswerKind, said map[int64]store.WiseAnswer) error {
	ids := make([]int64, 0, len(said))
	for id := range said {
		ids = append(ids, id)
	}
	var kept map[int64]store.WiseAnswer
	err := r.cfg.DB.Read(ctx, func(reader *store.Reader) (err error) {
		kept, err = reader.WiseAnswers(kind, ids)
		return err
	})
	if err != nil {
		return err
	}
	for id, before := range kept {
		if bytes.Equal(before.Value, said[id].Value) || before.FetchedAt.After(said[id].FetchedAt) {
			delete(said, id)
		}
	}
	if len(said) == 0 {
		return nil
	}
	return r.cfg.DB.Write(ctx, store.LaneProject, func(tx *store.Tx) error {
		for _, answer := range said {
			if err := tx.SaveWiseAnswer(answer); err != nil {
				return err
			}
		}
		return nil
	})
}
