package projection

import (
	"context"
	"errors"
	"fmt"

	"transferdesk/internal/activity"
	"transferdesk/store"
)

// batch is what a chunk of arrivals changes in one copy of the read models. It is
// worked out outside of the writing transaction, on the ground of the progress
// from; if the copy has moved meanwhile, it is void.
type batch struct {
	projector *Projector
	reader    *store.Reader
	model     store.Model
	memory    *memory
	ahead     *batch // goes before this one and may not be written yet; nil: everything before is written
	careful   bool   // fold after each event, to find the one that the fold fails on

	from, to   store.Progress
	arrivals   []arrival
	outcomes   []store.Outcome
	judged     map[int64]int // delivery to the index of its last outcome
	transfers  map[int64]*held
	users      map[int64]*heldUser
	activities map[activity.Key]*heldActivity
	moves      map[movesKey]*moves
	profiles   map[int64]int64 // to the lowest delivery that names it
	handles    []store.Handle
	links      []store.LearnedLink
	tallies    store.Tallies
	clocks     clocks
	codes      *codeChanges
	hearing    hearing
}

// prepare works out a batch on ground that is written.
func (p *Projector) prepare(ctx context.Context, model store.Model, mem *memory, from store.Progress, chunk []arrival) (*batch, error) {
	return p.prepareBehind(ctx, nil, model, mem, from, chunk)
}

// prepareBehind works out a batch. Should the fold fail on some event, it goes again
// event by event, and quarantines that one.
func (p *Projector) prepareBehind(ctx context.Context, ahead *batch, model store.Model, mem *memory, from store.Progress, chunk []arrival) (*batch, error) {
	attempt := func(careful bool) (*batch, error) {
		b := p.newBatch(model, mem, from)
		b.ahead, b.arrivals, b.careful = ahead, chunk, careful
		return b, b.attempt(ctx)
	}
	b, err := attempt(false)
	if errors.Is(err, errPoison) {
		p.log.Error("the fold failed; going event by event", "error", err)
		*mem = *newMemory()
		b, err = attempt(true)
	}
	if err != nil {
		*mem = *newMemory() // half of the chunk may be in it
		return nil, err
	}
	return b, nil
}

// attempt works the batch out. After that it is never changed: it may be written
// and be the ground of the next at the same time.
func (b *batch) attempt(ctx context.Context) error {
	b.to.Cursor = b.arrivals[len(b.arrivals)-1].ID
	if b.to.Decoder == 0 {
		b.to.Decoder = b.projector.rules.version
	}
	err := b.projector.db.Read(ctx, func(r *store.Reader) error {
		b.reader = r
		return b.work()
	})
	b.reader, b.ahead = nil, nil
	if err != nil {
		return fmt.Errorf("folding receipts after %d: %w", b.from.Cursor, err)
	}
	b.memory.at = b.to
	return nil
}

func (p *Projector) newBatch(model store.Model, mem *memory, from store.Progress) *batch {
	mem.stand(from)
	return &batch{
		projector: p, model: model, memory: mem, from: from, to: from,
		judged: map[int64]int{}, transfers: map[int64]*held{}, users: map[int64]*heldUser{},
		activities: map[activity.Key]*heldActivity{}, moves: map[movesKey]*moves{},
		profiles: map[int64]int64{}, tallies: store.Tallies{}, codes: newCodeChanges(),
		clocks: clocks{spans: store.Spans{}},
	}
}

func (b *batch) work() error {
	have, err := b.reader.Progress(b.model)
	if err != nil {
		return err
	}
	if have != b.from && (b.ahead == nil || have != b.ahead.from) {
		return store.ErrMoved
	}
	for _, a := range b.arrivals {
		if err := b.hear(a); err != nil {
			return err
		}
	}
	return b.fold()
}

// fold brings the facts of everything that the batch touched up to date.
func (b *batch) fold() error {
	for id, h := range b.transfers {
		if err := b.foldTransfer(id, h); err != nil {
			return err
		}
	}
	for id, h := range b.users {
		if !h.dirty {
			continue
		}
		before := watchesOfUser(h.row.Facts)
		err := try(func() { h.row.Facts, _ = b.projector.rules.foldUser(id, h.events) })
		if err == nil {
			err = h.row.Pack()
		}
		if b.timed() {
			b.clocks.compare(before, watchesOfUser(h.row.Facts))
		}
		if err != nil {
			return fmt.Errorf("folding user %d: %w", id, err)
		}
	}
	for _, m := range b.moves {
		if err := b.foldMoves(m); err != nil {
			return err
		}
	}
	return b.foldActivities()
}

func (b *batch) foldTransfer(id int64, h *held) error {
	if !h.dirty {
		return nil
	}
	err := try(func() {
		facts, _ := b.projector.rules.foldTransfer(id, h.events)
		h.row = rowOf(facts, h.row.Deliveries)
	})
	if err == nil {
		err = h.row.Pack()
	}
	if err != nil {
		return fmt.Errorf("folding transfer %d: %w", id, err)
	}
	if h.found {
		b.tallies.Add(h.before, -1)
	}
	b.tallies.Add(h.row, 1)
	if b.timed() {
		b.trace(h)
	} else {
		h.traces = nil
	}
	return nil
}

// save writes the batch; store.ErrMoved when its ground has moved.
func (b *batch) save(tx *store.Tx) error {
	if err := tx.Advance(b.model, b.from, b.to); err != nil {
		return err
	}
	if err := tx.SaveOutcomes(b.model, b.outcomes); err != nil {
		return err
	}
	for _, a := range b.arrivals {
		if a.refused == bare {
			continue
		}
		if err := tx.SaveArrival(b.model, a.ReceiptRow); err != nil {
			return err
		}
	}
	for id, delivery := range b.profiles {
		if err := tx.SaveProfile(b.model, id, delivery); err != nil {
			return err
		}
	}
	if err := b.saveNames(tx); err != nil {
		return err
	}
	if err := b.hearing.save(tx, b.model); err != nil {
		return err
	}
	return b.saveFacts(tx)
}

func (b *batch) saveFacts(tx *store.Tx) error {
	for _, h := range b.transfers {
		if !h.dirty {
			continue
		}
		if err := tx.SaveTransfer(b.model, h.row); err != nil {
			return err
		}
	}
	for _, h := range b.users {
		if !h.dirty {
			continue
		}
		if err := tx.SaveUser(b.model, h.row); err != nil {
			return err
		}
	}
	for _, m := range b.moves {
		if err := m.save(tx, b.model); err != nil {
			return err
		}
	}
	for _, h := range b.activities {
		if err := tx.SaveActivity(b.model, h.row); err != nil {
			return err
		}
	}
	if err := b.clocks.save(tx, b.model); err != nil {
		return err
	}
	if err := b.codes.save(tx, b.model); err != nil {
		return err
	}
	return tx.SaveTallies(b.model, b.tallies)
}
