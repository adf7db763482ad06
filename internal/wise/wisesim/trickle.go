package wisesim

import (
	"context"
	"slices"
	"time"

	"transferdesk/internal/transfer"
)

// Trickle tells new events one after the other, for as long as it is asked, about
// the customers of a plan: lives like those of the plan, told fast.
type Trickle struct {
	post  *postman
	draw  chooser
	clock func() time.Time
	open  []*payment // lives that have begun; steps are taken off as they are told
	next  int64      // the id of the next transfer
	tales *teller
	begun []*tale // tales that have begun; lines are taken off as they are told
	watch func(before transfer.State, after Payment) bool
}

// The trickle's transfers and tales have ids of their own range, and some are
// always open. One event in so many is of a tale.
const (
	firstTrickled     = 90_000_000
	firstTrickledTale = 1_000_000
	mostOpen          = 12
	mostBegun         = 6
	taleEvery         = 5
)

// Trickle begins a trickle; every event happens at the clock's now.
func (p Plan) Trickle(clock func() time.Time) *Trickle {
	w := newWorld(p.Seed, p.Transfers)
	return &Trickle{
		post: &postman{world: w}, draw: newChooser(), clock: clock, next: firstTrickled,
		tales: newTeller(p.Seed, w, firstTrickledTale),
	}
}

// Watch lets somebody know of each step of a transfer before it is told: the state
// that it was in, "" for a new one, and how it stands afterwards. Where the answer
// is no, the step is not told and the life ends there.
func (t *Trickle) Watch(watch func(before transfer.State, after Payment) bool) { t.watch = watch }

// Next gives the deliveries of the next event: more than one where several
// subscriptions hear of it, or where it is sent twice. None of them is late.
func (t *Trickle) Next() []Delivery {
	for {
		now := t.clock().UTC()
		t.post.now, t.post.sent = now, nil
		// A little back, so that nothing is sent after now and all of it arrives.
		at := now.Add(-4 * time.Second)
		if t.post.world.rng.IntN(taleEvery) == 0 {
			t.line(at)
		} else {
			t.step(at)
		}
		if len(t.post.sent) == 0 {
			continue
		}
		for i := range t.post.sent {
			t.post.sent[i].At = now
		}
		return t.post.sent
	}
}

// step tells the next step of a life.
func (t *Trickle) step(at time.Time) {
	p := t.choose()
	s, before := p.steps[0], p.now.state
	if before == "" {
		p.start = at
	}
	p.take(s, at)
	if t.watch != nil && !t.watch(before, p.details()) {
		p.steps = p.steps[:1]
		t.advance(p)
		return
	}
	t.advance(p)
	t.post.step(p, s, at)
}

// line tells the next line of a tale that has begun, or begins another.
func (t *Trickle) line(at time.Time) {
	rng := t.post.world.rng
	if len(t.begun) == 0 || (len(t.begun) < mostBegun && rng.IntN(3) == 0) {
		t.begun = append(t.begun, t.tales.tale(t.tales.draw()))
	}
	i := rng.IntN(len(t.begun))
	one := t.begun[i]
	t.post.line(one, one.lines[0], at)
	if one.lines = one.lines[1:]; len(one.lines) == 0 {
		t.begun = slices.Delete(t.begun, i, i+1)
	}
}

// choose takes a life that has begun, or begins another.
func (t *Trickle) choose() *payment {
	rng := t.post.world.rng
	if len(t.open) > 0 && (len(t.open) >= mostOpen || rng.IntN(3) > 0) {
		return t.open[rng.IntN(len(t.open))]
	}
	p := t.post.world.newPayment(t.draw.draw(t.post.world), "")
	t.next += 1 + rng.Int64N(40)
	p.id = t.next
	t.open = append(t.open, p)
	t.tales.transfer[p.from] = p.id
	return p
}

// advance takes off the step that is being told, and the life when it was the last.
func (t *Trickle) advance(p *payment) {
	p.steps = p.steps[1:]
	if len(p.steps) > 0 {
		return
	}
	for i, one := range t.open {
		if one == p {
			t.open = append(t.open[:i], t.open[i+1:]...)
			return
		}
	}
}

// Run tells an event every so often until the context ends, then gives nil. It
// stops early with the error of a send that failed.
func (t *Trickle) Run(ctx context.Context, every time.Duration, send func(context.Context, Delivery) error) error {
	for sleep(ctx, every) == nil {
		for _, one := range t.Next() {
			if err := send(ctx, one); err != nil && ctx.Err() == nil {
				return err
			}
		}
	}
	return nil
}
