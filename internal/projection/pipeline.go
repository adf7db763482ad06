package projection

import (
	"context"

	"transferdesk/store"
)

// pipeline lets the writing of one batch and the working out of the next go side by
// side. The next is worked out on the ground that the former will be written, and is
// void when that fails.
type pipeline struct {
	projector *Projector
	model     store.Model
	memory    *memory
	from      store.Progress // what is written
	told      func(cursor int64)

	under   *batch     // being written; nil: none
	written chan error // of under
}

// push works out a chunk and lets it be written once the one before is.
func (l *pipeline) push(ctx context.Context, chunk []arrival) error {
	ahead, ground := l.under, l.from
	if ahead != nil {
		ground = ahead.to
	}
	b, err := l.projector.prepareBehind(ctx, ahead, l.model, l.memory, ground, chunk)
	void, failed := l.wait(ctx)
	if failed != nil {
		return failed
	}
	if void {
		b, err = l.projector.prepare(ctx, l.model, l.memory, l.from, chunk)
	}
	if err != nil {
		return err
	}
	l.under, l.written = b, make(chan error, 1)
	go func(written chan<- error) { written <- l.projector.commit(ctx, b) }(l.written)
	return nil
}

// settle waits until everything is written that was pushed.
func (l *pipeline) settle(ctx context.Context) error {
	_, err := l.wait(ctx)
	return err
}

// wait waits for the batch that is being written. When the store refuses it, the
// event that it refuses is looked for, and what was worked out behind it is void.
func (l *pipeline) wait(ctx context.Context) (void bool, err error) {
	b := l.under
	if b == nil {
		return false, nil
	}
	l.under = nil
	to := b.to
	if err = <-l.written; err != nil {
		*l.memory = *newMemory() // it holds what was not written
		void = true
	}
	if store.Refused(err) {
		to, err = l.projector.halve(ctx, l.model, l.memory, l.from, b.arrivals, err)
	}
	if err != nil {
		return void, err
	}
	l.from = to
	if l.told != nil {
		l.told(to.Cursor)
	}
	return void, nil
}
