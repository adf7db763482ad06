package projection

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"transferdesk/internal/fault"
	"transferdesk/store"
)

// AgainTurn is how many deliveries Again takes in one transaction at most.
const AgainTurn = 32

// Record keeps, in the transaction that writes it, what became of a delivery that
// was judged again.
type Record func(tx *store.Tx, became store.Outcome) error

// Again judges deliveries once more against the read models that are served, after
// a fault has passed or a program was mended; those that are neither quarantined
// nor kept stay as they are. What comes out is what a rebuild gives: a copy that
// was applied in the place of one of them becomes the duplicate that it is. Only
// the counts of arrivals by the minute stay, since they say what became of an
// arrival when it came.
//
// Call it with at most AgainTurn deliveries; between two calls nothing is half
// done. It is fault.Conflict while the read models are of an older decoder, since
// they are being folded again anyway.
func (p *Projector) Again(ctx context.Context, deliveries []int64, record Record) error {
	p.mu.Lock()
	defer p.mu.Unlock()
	for {
		err := p.again(ctx, slices.Compact(slices.Sorted(slices.Values(deliveries))), record)
		if !errors.Is(err, store.ErrMoved) {
			return err
		}
		*p.memory = *newMemory()
		p.swapped()
	}
}

// again halves what the store refuses, as step does.
func (p *Projector) again(ctx context.Context, deliveries []int64, record Record) error {
	err := p.redo(ctx, deliveries, record, whole)
	switch {
	case !store.Refused(err):
		return err
	case len(deliveries) == 1:
		return p.refusedAgain(ctx, deliveries, record, err)
	}
	half := len(deliveries) / 2
	if err := p.again(ctx, deliveries[:half], record); err != nil {
		return err
	}
	return p.again(ctx, deliveries[half:], record)
}

// refusedAgain goes on with a delivery that was refused once when it stood alone.
func (p *Projector) refusedAgain(ctx context.Context, deliveries []int64, record Record, cause error) error {
	for range tries - 1 {
		err := p.redo(ctx, deliveries, record, whole)
		if !store.Refused(err) {
			return err
		}
		cause = err
	}
	p.log.Error("the store refused a delivery again; it stays quarantined", "delivery", deliveries[0], "error", cause)
	err := p.redo(ctx, deliveries, record, named)
	if store.Refused(err) {
		err = p.redo(ctx, deliveries, record, bare)
	}
	return err
}

// redo judges deliveries, ascending, and writes what comes of it in one transaction.
func (p *Projector) redo(ctx context.Context, deliveries []int64, record Record, how refusal) error {
	var b *batch
	err := p.db.Read(ctx, func(r *store.Reader) error {
		from, err := r.Progress(store.Live)
		if err != nil {
			return err
		}
		if from.Decoder != p.rules.version {
			return fault.New(fault.Conflict, "Older events are being read again with a newer version just now, and whatever can be read is applied by that. Nothing was changed; try again when it is done.")
		}
		b = p.newBatch(store.Live, p.memory, from)
		b.reader, b.careful = r, true
		return b.redo(deliveries, how)
	})
	if err == nil && len(b.arrivals) > 0 {
		err = p.db.Write(ctx, store.LaneProject, func(tx *store.Tx) error { return b.saveAgain(tx, record) })
	}
	if err != nil {
		*p.memory = *newMemory()
		return fmt.Errorf("judging deliveries again: %w", err)
	}
	p.wrote(b)
	return nil
}

// redo works out what becomes of deliveries now.
func (b *batch) redo(deliveries []int64, how refusal) error {
	for _, id := range deliveries {
		o, found, err := b.reader.Outcome(b.model, id)
		if err != nil {
			return err
		}
		if !found || o.Kind.Status != store.StatusQuarantined && o.Kind.Status != store.StatusKept {
			continue
		}
		turn, err := b.recall(id)
		if err != nil {
			return err
		}
		turn.refused = how
		b.arrivals = append(b.arrivals, turn.arrival)
		if err := b.judgeTurn(turn); err != nil {
			return err
		}
	}
	if err := b.fold(); err != nil {
		return err
	}
	return b.rejudge()
}

// judgeTurn judges a delivery as all of its arrivals together would have it.
func (b *batch) judgeTurn(t turn) error {
	if t.refused != whole {
		return b.decideRefused(t.arrival)
	}
	return b.decide(t.arrival, t.headers)
}

// saveAgain writes the batch without moving the cursor.
func (b *batch) saveAgain(tx *store.Tx, record Record) error {
	taken := b.arrivals
	b.arrivals = nil // their receipts are restored below: most were saved when they came
	err := b.save(tx)
	b.arrivals = taken
	if err != nil {
		return err
	}
	for _, a := range taken {
		if a.refused != bare {
			if err := tx.RestoreArrivals(b.model, a.Delivery, b.from.Cursor); err != nil {
				return err
			}
		}
		if err := record(tx, b.outcomes[b.judged[a.Delivery]]); err != nil {
			return err
		}
	}
	return nil
}
