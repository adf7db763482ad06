package projection

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"

	"transferdesk/internal/fault"
	"transferdesk/store"
)

// lastMile is how many receipts may be left for the transaction that swaps.
const lastMile = 128

// errBehind says that too much is left to be folded inside the swap.
var errBehind = errors.New("the new read models are behind")

// Rebuild folds the whole journal again, beside a running server or from another
// process, and swaps the result in. progress, which may be nil, is told how many
// receipts of how many are done. When it ends early the old read models go on
// serving, and another Rebuild starts anew; so it does when two run at once, and
// the later one wins.
func (p *Projector) Rebuild(ctx context.Context, progress func(done, total int64)) error {
	owner := rand.Text()
	if err := p.start(ctx, owner); err != nil {
		return fmt.Errorf("starting to rebuild: %w", err)
	}
	err := p.refill(ctx, owner, progress)
	if errors.Is(err, store.ErrMoved) {
		return fault.Wrap(fault.Conflict, "Another rebuild has taken over from this one.", err)
	}
	if err != nil {
		return fmt.Errorf("rebuilding the read models: %w", err)
	}
	if err := p.sweep(ctx, false); err != nil {
		return fmt.Errorf("taking the old read models away: %w", err)
	}
	return nil
}

// start clears away what an interrupted rebuild has left and makes an empty copy.
func (p *Projector) start(ctx context.Context, owner string) error {
	for {
		if err := p.sweep(ctx, true); err != nil {
			return err
		}
		err := p.db.Write(ctx, store.LaneProject, func(tx *store.Tx) error { return tx.StartRebuild(owner, p.rules.version) })
		if !errors.Is(err, store.ErrUnswept) {
			return err
		}
	}
}

// refill folds into the new copy until it can be swapped in.
func (p *Projector) refill(ctx context.Context, owner string, progress func(done, total int64)) error {
	told, err := p.telling(ctx, progress)
	if err != nil {
		return err
	}
	mem := newMemory()
	for {
		if err := p.drain(ctx, store.Next, mem, owner, told); err != nil {
			return err
		}
		err := p.swap(ctx, mem, owner)
		if !errors.Is(err, errBehind) {
			return err
		}
	}
}

// telling makes a function that reports a cursor as progress.
func (p *Projector) telling(ctx context.Context, progress func(done, total int64)) (func(int64), error) {
	if progress == nil {
		return nil, nil
	}
	var total int64
	err := p.db.Read(ctx, func(r *store.Reader) (err error) {
		total, err = r.LastReceipt()
		return err
	})
	return func(done int64) {
		total = max(total, done)
		progress(done, total)
	}, err
}

// swap folds the last receipts inside the writing transaction, where nothing new
// can arrive, and puts the new copy in the place of the old one: pages never go
// back in time.
func (p *Projector) swap(ctx context.Context, mem *memory, owner string) error {
	err := p.db.Write(ctx, store.LaneProject, func(tx *store.Tx) error {
		from, err := tx.Progress(store.Next)
		if err != nil {
			return err
		}
		if from.Owner != owner {
			return store.ErrMoved
		}
		if err := p.finish(ctx, tx, mem, from); err != nil {
			return err
		}
		return tx.Swap()
	})
	if err != nil {
		*mem = *newMemory()
		return err
	}
	p.swapped()
	return nil
}

// finish folds what is left inside the transaction; errBehind when that is too much.
func (p *Projector) finish(ctx context.Context, tx *store.Tx, mem *memory, from store.Progress) error {
	rest, err := p.read(ctx, from.Cursor, lastMile)
	if err != nil || len(rest) == 0 {
		return err
	}
	last, err := tx.LastReceipt()
	if err != nil {
		return err
	}
	if rest[len(rest)-1].ID < last {
		return errBehind
	}
	b, err := p.prepare(ctx, store.Next, mem, from, rest)
	if err == nil {
		err = b.save(tx)
	}
	if store.Refused(err) {
		return errBehind // the next turn of the drain finds the event that it is about
	}
	return err
}

// sweep takes old copies away, some rows at a time.
func (p *Projector) sweep(ctx context.Context, unfinished bool) error {
	for done := false; !done; {
		err := p.db.Write(ctx, store.LaneProject, func(tx *store.Tx) (err error) {
			done, err = tx.Sweep(unfinished)
			return err
		})
		if err != nil {
			return err
		}
	}
	return nil
}
