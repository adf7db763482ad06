package desk

import (
	"context"
	"log/slog"
	"slices"
	"strconv"
	"sync"
	"time"

	"transferdesk/internal/audit"
	"transferdesk/internal/auth"
	"transferdesk/internal/fault"
	"transferdesk/internal/projection"
	"transferdesk/store"
)

// Repairs applies events again that nothing rests on: one at once, or all that a
// filter matches in the background, one such job at a time. It is safe for use by
// many goroutines; Close it before the database.
type Repairs struct {
	db        *store.DB
	projector *projection.Projector
	clock     func() time.Time
	log       *slog.Logger
	ctx       context.Context // ends with Close
	end       context.CancelFunc
	running   sync.WaitGroup

	mu   sync.Mutex
	last *againJob // the one that runs, or ran last; nil: none since the start
}

// NewRepairs makes them. The clock dates what is recorded, as the desk's does.
func NewRepairs(db *store.DB, projector *projection.Projector, clock func() time.Time, log *slog.Logger) *Repairs {
	ctx, end := context.WithCancel(context.Background())
	return &Repairs{db: db, projector: projector, clock: clock, log: log, ctx: ctx, end: end}
}

// Close stops the job that runs, if any, after its turn, and waits for that.
func (r *Repairs) Close() {
	r.mu.Lock()
	r.end()
	r.mu.Unlock()
	r.running.Wait()
}

// ApplyAgain judges one event again: fault.NotFound without such an event,
// fault.Conflict when it is neither quarantined nor kept. What came of it stands
// in the event's history.
func (r *Repairs) ApplyAgain(ctx context.Context, actor auth.Actor, requestID string, delivery int64) error {
	entry := audit.Entry{Act: auth.ApplyAgain, SubjectKind: "event", SubjectID: strconv.FormatInt(delivery, 10), RequestID: requestID}
	ctx = context.WithoutCancel(ctx) // once begun an act is finished
	return audit.Around(ctx, r.db, r.clock, actor, entry, func() error {
		err := r.db.Read(ctx, func(reader *store.Reader) error {
			return standsIn(reader, delivery, store.StatusQuarantined, store.StatusKept)
		})
		if err != nil {
			return err
		}
		return r.projector.Again(ctx, []int64{delivery}, r.record(actor, func(store.Outcome) {}))
	})
}

// record keeps what became of an event in its history.
func (r *Repairs) record(actor auth.Actor, told func(store.Outcome)) projection.Record {
	return func(tx *store.Tx, became store.Outcome) error {
		told(became)
		return tx.AddEventRetry(store.EventRetry{
			Delivery: became.Delivery, At: r.clock(), By: audit.By(actor), Status: became.Kind.Status, Why: became.Why,
		})
	}
}

// repairable narrows a filter to the events that can be applied again; false when
// it takes none of them. Those that were set aside are left alone unless the filter
// asks for them.
func repairable(f store.EventFilter) (store.EventFilter, bool) {
	possible := []string{store.StatusQuarantined, store.StatusSetAside, store.StatusKept}
	if len(f.Status) == 0 {
		f.Status = []string{store.StatusQuarantined, store.StatusKept}
	} else {
		f.Status = slices.DeleteFunc(slices.Clone(f.Status), func(s string) bool { return !slices.Contains(possible, s) })
	}
	f.Cursor, f.Limit = "", projection.AgainTurn
	return f, len(f.Status) > 0
}

// How far Count counts, and for a glance: a page that only offers to go on.
const (
	MostCounted = 10_000
	MostGlanced = 1000
)

// countedAtOnce is how many events one read of Count gives.
const countedAtOnce = 200

// Count says how many events of a filter can be applied again, up to most. It reads
// no further than that many would take if all matched; more says that there may be
// others beyond.
func (r *Repairs) Count(ctx context.Context, f store.EventFilter, most int) (n int, more bool, err error) {
	f, some := repairable(f)
	if !some {
		return 0, false, nil
	}
	f.Limit = countedAtOnce
	for range most / countedAtOnce {
		var ids []int64
		err := r.db.Read(ctx, func(reader *store.Reader) (err error) {
			ids, f.Cursor, err = reader.EventIDs(f)
			return err
		})
		if n += len(ids); err != nil || f.Cursor == "" {
			return n, false, err
		}
	}
	return n, true, nil
}

// StopAgain asks the job that runs to stop after its turn. What it has done stays.
func (r *Repairs) StopAgain(ctx context.Context, actor auth.Actor, requestID string) error {
	entry := audit.Entry{Act: auth.ApplyAgain, SubjectKind: "events", RequestID: requestID, Detail: "stop"}
	return audit.Do(ctx, r.db, r.clock, actor, entry, func(*store.Tx) error {
		r.mu.Lock()
		defer r.mu.Unlock()
		if r.last != nil {
			r.last.stop()
		}
		return nil
	})
}

// errOneAtATime refuses a second job.
func errOneAtATime() error {
	return fault.New(fault.Conflict, "Events are being applied again already. Nothing was started; wait until that is done, or stop it.")
}
