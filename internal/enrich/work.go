package enrich

import (
	"context"
	"runtime/debug"

	"transferdesk/internal/wise/api"
	"transferdesk/store"
)

// work asks one question after the other until ctx ends.
func (e *Enricher) work(ctx context.Context) {
	for {
		q, ok := e.queue.take(ctx)
		if !ok {
			return
		}
		e.turn(api.Background(ctx), q)
		e.queue.done(q)
	}
}

// turn asks a question if it is due. Whatever goes wrong with one question is no
// reason to end the others.
func (e *Enricher) turn(ctx context.Context, q Question) {
	defer func() {
		if p := recover(); p != nil {
			e.log.Error("asking Wise's API panicked", "kind", q.Kind, "id", q.ID, "stack", string(debug.Stack()))
		}
	}()
	s, err := e.read(ctx, q)
	if err == nil && (e.speechless(s) != nil || !e.Due(s.Question, s.kept, s.facts)) {
		return
	}
	if err == nil {
		err = e.answer(ctx, s, store.LaneProject)
	}
	if err != nil && ctx.Err() == nil && api.TroubleOf(err) == nil { // Wise's own trouble is kept, and the client's log has it
		e.log.Warn("asking Wise's API", "kind", q.Kind, "id", q.ID, "err", err)
	}
}
