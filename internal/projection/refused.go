package projection

import (
	"context"

	"transferdesk/internal/wise"
	"transferdesk/store"
)

// step folds one chunk and writes it.
func (p *Projector) step(ctx context.Context, model store.Model, mem *memory, from store.Progress, chunk []arrival) (store.Progress, error) {
	to, err := p.write(ctx, model, mem, from, chunk)
	if store.Refused(err) {
		return p.halve(ctx, model, mem, from, chunk, err)
	}
	return to, err
}

// halve goes on with a chunk that the store refused because of what is in it: it is
// halved until the event that it is about stands alone; that one is quarantined
// after three tries, and the others go on. What is the fault of the surroundings (a
// full disk, a lock) is given back, to be tried again for ever.
func (p *Projector) halve(ctx context.Context, model store.Model, mem *memory, from store.Progress, chunk []arrival, cause error) (store.Progress, error) {
	if len(chunk) == 1 {
		return p.refused(ctx, model, mem, from, chunk[0], cause)
	}
	p.log.Warn("the store refused a batch; halving it", "receipts", len(chunk), "error", cause)
	half := len(chunk) / 2
	for _, part := range [][]arrival{chunk[:half], chunk[half:]} {
		var err error
		if from, err = p.step(ctx, model, mem, from, part); err != nil {
			return from, err
		}
	}
	return from, nil
}

// refused goes on with an arrival that was refused once when it stood alone.
func (p *Projector) refused(ctx context.Context, model store.Model, mem *memory, from store.Progress, a arrival, cause error) (store.Progress, error) {
	for range tries - 1 {
		to, err := p.write(ctx, model, mem, from, []arrival{a})
		if !store.Refused(err) {
			return to, err
		}
		cause = err
	}
	p.log.Error("the store refused a delivery; it is quarantined", "delivery", a.Delivery, "tries", tries, "error", cause)
	a.refused = named
	to, err := p.write(ctx, model, mem, from, []arrival{a})
	if store.Refused(err) {
		a.refused = bare
		to, err = p.write(ctx, model, mem, from, []arrival{a})
	}
	return to, err
}

// refusal says how little of an arrival is to be written, since the store refuses
// the rest.
type refusal int

const (
	whole refusal = iota // all of it
	named                // its outcome, and pages for what it names
	bare                 // its outcome alone
)

// decideRefused quarantines a delivery that the store refuses. Its facts are not
// written; the ids that it names are, while the store takes them.
func (b *batch) decideRefused(a arrival) error {
	if !a.First {
		o, found, err := b.outcome(a.Delivery)
		if err != nil || !found || o.Why != WhyHeader {
			return err // it changed nothing anyway
		}
	}
	d, err := a.said, error(nil)
	if !a.First {
		if d, err = b.said(a.Delivery); err != nil {
			return err
		}
	}
	o := store.Outcome{Delivery: a.Delivery, Kind: kindOf(d), Why: WhyRefused, OccurredAt: d.OccurredAt}
	o.Kind.Status = store.StatusQuarantined
	if a.refused == named {
		o.TransferID, o.ProfileID, o.UserID = d.TransferID, d.ProfileID, d.UserID
		if err := b.name(o); err != nil {
			return err
		}
	}
	b.conclude(o)
	return nil
}

// conclude takes note of what becomes of a delivery.
func (b *batch) conclude(o store.Outcome) {
	b.judged[o.Delivery] = len(b.outcomes)
	b.outcomes = append(b.outcomes, o)
}

// kindOf is the kind of a body's outcome, but for what becomes of it.
func kindOf(d wise.Decoded) store.Kind {
	return store.Kind{Type: d.EventType, SchemaVersion: d.SchemaVersion, Subscription: d.Subscription}
}
