package projection

import (
	"context"
	"errors"
	"fmt"
	"time"

	"transferdesk/store"
)

// How many receipts a batch takes, so that it holds the writer for about target:
// ingest waits meanwhile, and may wait 20 ms. Each commit costs as much as some
// hundred receipts, so that batches are as large as that allows.
const (
	target    = 15 * time.Millisecond
	minBatch  = 64
	maxBatch  = 4096
	firstSize = 256
)

// drain folds into one copy until nothing is left. told, which may be nil, hears
// of the cursor after each batch.
func (p *Projector) drain(ctx context.Context, model store.Model, mem *memory, owner string, told func(cursor int64)) error {
	from, err := p.progress(ctx, model)
	if err != nil {
		return err
	}
	if owner != "" && from.Owner != owner {
		return store.ErrMoved
	}
	if from.Decoder > p.rules.version {
		return errNewer
	}
	s := p.stream(ctx, from.Cursor)
	defer s.end()
	line := &pipeline{projector: p, model: model, memory: mem, from: from, told: told}
	for chunk := range s.chunks {
		if err := line.push(ctx, chunk); err != nil {
			return errors.Join(err, line.settle(ctx))
		}
	}
	return errors.Join(line.settle(ctx), s.err)
}

// errNewer says that another program has folded with a decoder that we don't know.
var errNewer = errors.New("the read models are of a newer decoder than this program's")

// write folds one chunk and writes it; rows and cursor move in one transaction.
func (p *Projector) write(ctx context.Context, model store.Model, mem *memory, from store.Progress, chunk []arrival) (store.Progress, error) {
	b, err := p.prepare(ctx, model, mem, from, chunk)
	if err == nil {
		err = p.commit(ctx, b)
	}
	if err != nil {
		*mem = *newMemory() // it holds what was not written
		return from, err
	}
	return b.to, nil
}

// commit writes a batch.
func (p *Projector) commit(ctx context.Context, b *batch) error {
	var took time.Duration
	err := p.db.Write(ctx, store.LaneProject, func(tx *store.Tx) error {
		began := time.Now()
		defer func() { took = time.Since(began) }()
		return b.save(tx)
	})
	if err != nil {
		return fmt.Errorf("writing the batch after receipt %d: %w", b.from.Cursor, err)
	}
	p.resize(len(b.arrivals), took)
	p.wrote(b)
	return nil
}

// resize takes note of how long a batch held the writer.
func (p *Projector) resize(n int, took time.Duration) {
	if took <= 0 || n < minBatch/2 {
		return
	}
	fit := int64(float64(n) * float64(target) / float64(took))
	p.size.Store(max(minBatch, min(fit, 2*p.size.Load(), maxBatch)))
}

func (p *Projector) progress(ctx context.Context, model store.Model) (at store.Progress, err error) {
	err = p.db.Read(ctx, func(r *store.Reader) (err error) {
		at, err = r.Progress(model)
		return err
	})
	return at, err
}
