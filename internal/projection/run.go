package projection

import (
	"context"
	"sync"
	"time"

	"transferdesk/store"
)

// How long Run waits: for a wake that it may have missed, and after a failure.
const (
	look       = time.Second
	firstPause = 100 * time.Millisecond
	lastPause  = 5 * time.Second
	upgradeGap = time.Minute
)

// Run folds what arrives until ctx ends; then it gives nil. A failing database
// does not end it: it tries again. Read models of an older decoder go on serving
// while they are folded again beside it.
func (p *Projector) Run(ctx context.Context) error {
	var beside sync.WaitGroup
	defer beside.Wait()
	beside.Go(func() { p.upkeep(ctx) })
	pause := firstPause
	for ctx.Err() == nil {
		if err := p.CatchUp(ctx); err != nil && ctx.Err() == nil {
			p.log.Error("folding the journal failed; trying again", "error", err, "pause", pause)
			sleep(ctx, pause)
			pause = min(2*pause, lastPause)
			continue
		}
		pause = firstPause
		p.await(ctx)
	}
	return nil
}

func (p *Projector) await(ctx context.Context) {
	timer := time.NewTimer(look)
	defer timer.Stop()
	select {
	case <-p.wake:
	case <-timer.C:
	case <-ctx.Done():
	}
}

// upkeep folds again what an older decoder has folded, and takes away what an
// earlier rebuild has replaced.
func (p *Projector) upkeep(ctx context.Context) {
	for ctx.Err() == nil {
		err := p.upgrade(ctx)
		if err == nil {
			err = p.sweep(ctx, false)
		}
		if err == nil || ctx.Err() != nil {
			return
		}
		p.log.Error("bringing the read models up to date failed; trying again", "error", err, "pause", upgradeGap)
		sleep(ctx, upgradeGap)
	}
}

func (p *Projector) upgrade(ctx context.Context) error {
	at, err := p.progress(ctx, store.Live)
	if err != nil || at.Decoder == 0 || at.Decoder >= p.rules.version {
		return err
	}
	p.upgrading.Store(true)
	p.log.Info("the read models are of an older decoder; folding the journal again", "from", at.Decoder, "to", p.rules.version)
	if err := p.Rebuild(ctx, nil); err != nil {
		return err
	}
	p.upgrading.Store(false)
	return nil
}

func sleep(ctx context.Context, pause time.Duration) {
	timer := time.NewTimer(pause)
	defer timer.Stop()
	select {
	case <-timer.C:
	case <-ctx.Done():
	}
}
