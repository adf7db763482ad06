package enrich

import (
	"context"
	"time"

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
		asked := e.turn(ctx, q)
		e.queue.done(q)
		if asked && !rest(ctx, e.pause) {
			return
		}
	}
}

// turn asks a question if it is due, and says whether Wise was asked. Whatever goes
// wrong with one question is no reason to end the others.
func (e *Enricher) turn(ctx context.Context, q Question) (asked bool) {
	defer func() {
		if p := recover(); p != nil {
			e.log.Error("asking Wise's API panicked", "kind", q.Kind, "id", q.ID)
			asked = true
		}
	}()
	s, err := e.read(ctx, q)
	if err == nil && (e.noToken(s) || !e.Due(q, s.kept, s.facts)) {
		return false
	}
	if err == nil {
		asked, err = true, e.answer(ctx, s, store.LaneProject)
	}
	if err != nil && ctx.Err() == nil {
		e.logTrouble(q, err)
	}
	return asked
}

// logTrouble logs an answer that did not come: quietly where it is Wise's trouble,
// which stands on the page.
func (e *Enricher) logTrouble(q Question, err error) {
	if t := api.TroubleOf(err); t != nil {
		e.log.Info("Wise's API gave no answer", "kind", q.Kind, "id", q.ID, "trouble", t.Kind, "status", t.Status, "trace_id", t.TraceID)
		return
	}
	e.log.Warn("asking Wise's API", "kind", q.Kind, "id", q.ID, "err", err)
}

// rest waits; false once ctx has ended.
func rest(ctx context.Context, d time.Duration) bool {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
		return true
	case <-ctx.Done():
		return false
	}
}
