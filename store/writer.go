package store

import (
	"context"
	"fmt"
	"log/slog"
	"runtime"
	"sync/atomic"
	"time"

	"transferdesk/internal/fault"
)

// How many writes share one transaction at most. There is no timer: whoever
// waits when the writer comes free goes along.
const (
	ingestGroup = 256
	actGroup    = 64
)

// Tx is the one writing transaction. Every change is a method on it, in the file
// of its table; it reads as well, and sees its own changes.
type Tx struct{ Reader }

// Write runs do in the writing transaction and returns when it is durably
// committed (nil) or when nothing of it was kept (an error: do's own, or
// fault.Unavailable). Others may share the transaction; an error of do takes
// back what do wrote and nothing else.
//
// When ctx ends first Write returns its error as fault.Unavailable, and the
// write may still happen. In LaneIngest do may be called a second time, after
// all that the first call wrote was taken back.
func (db *DB) Write(ctx context.Context, lane Lane, do func(*Tx) error) error {
	w := &write{do: do, done: make(chan error, 1)}
	if err := db.writer.waiting.put(lane, w); err != nil {
		return err
	}
	select {
	case err := <-w.done:
		return err
	case <-ctx.Done():
		return fault.Wrap(fault.Unavailable, "The database did not answer in time. The change may or may not have been saved.", ctx.Err())
	}
}

// CheckWriting says whether writes are kept: ErrFileGone when only a restart helps,
// fault.Unavailable when they fail just now. When the last one failed it tries
// another that changes nothing but goes the whole way to the disk.
func (db *DB) CheckWriting(ctx context.Context) error {
	if err := db.writer.files.check(); err != nil || !db.writer.failing.Load() {
		return err
	}
	return db.Write(ctx, LaneAct, func(tx *Tx) error {
		_, err := tx.exec("PRAGMA user_version = 0")
		return err
	})
}

// writer owns the writing connection; one goroutine uses it.
type writer struct {
	tx      *Tx
	files   openFiles
	failing atomic.Bool // the last transaction was not kept
	log     *slog.Logger
	waiting *waiting
	pace    pace
	most    int      // deliveries in one group
	group   []*write // reused from turn to turn
	ended   chan struct{}
}

func newWriter(c *conn, files openFiles, most int, log *slog.Logger) *writer {
	w := &writer{tx: &Tx{Reader{c}}, files: files, log: log, most: most, waiting: newWaiting(), ended: make(chan struct{})}
	go w.run()
	return w
}

// close commits what waits and gives the connection back.
func (w *writer) close() error {
	w.waiting.close()
	<-w.ended
	return w.tx.conn.close()
}

func (w *writer) run() {
	defer close(w.ended)
	for {
		n, closed := w.waiting.sizes()
		switch {
		case n[LaneIngest]+n[LaneAct] > 0:
			w.turn()
		case n[LaneProject] > 0 && (closed || w.pace.wait(time.Now()) <= 0):
			w.project()
		case closed:
			return
		default:
			w.sleep(n[LaneProject] > 0)
		}
	}
}

// sleep waits for the next write, or until the projector may go.
func (w *writer) sleep(projectWaits bool) {
	if !projectWaits {
		<-w.waiting.wake
		return
	}
	timer := time.NewTimer(w.pace.wait(time.Now()))
	defer timer.Stop()
	select {
	case <-w.waiting.wake:
	case <-timer.C:
	}
}

// turn commits one group of deliveries and acts, then lets the projector go if
// it has waited long enough. Before that it steps back once, so that whoever is
// about to verify a signature comes along: groups grow threefold, and when nobody
// else is at work it costs nothing.
func (w *writer) turn() {
	runtime.Gosched()
	group := w.waiting.take(LaneIngest, w.most, w.group[:0])
	ingest := len(group)
	group = w.waiting.take(LaneAct, actGroup, group)
	w.commit(group[:ingest], group[ingest:])
	w.group = group
	if ingest > 0 {
		w.pace.ingested(ingest, time.Now())
	}
	if w.pace.due(time.Now()) {
		w.project()
	}
}

// project commits the oldest waiting write of the projector, alone.
func (w *writer) project() {
	group := w.waiting.take(LaneProject, 1, w.group[:0])
	w.group = group
	if len(group) == 0 {
		return
	}
	w.commit(nil, group)
	w.pace.projected(time.Now())
}

// commit writes deliveries and acts in one transaction and answers everybody.
func (w *writer) commit(ingest, acts []*write) {
	err := w.transaction(ingest, acts)
	w.failing.Store(err != nil)
	if err != nil {
		w.log.Error("a write to the database failed", "error", err)
		err = fault.Wrap(fault.Unavailable, "The database cannot be written just now. Nothing was saved; try again in a moment.", err)
	}
	for _, group := range [][]*write{ingest, acts} {
		for _, one := range group {
			if one.err == nil {
				one.err = err
			}
			one.done <- one.err
		}
	}
	clear(ingest)
	clear(acts)
}

// transaction gives an error when nothing at all was kept. A commit is not tried
// again: after a failed fsync a second one may succeed and prove nothing.
func (w *writer) transaction(ingest, acts []*write) error {
	if err := w.begin(ingest); err != nil {
		return err
	}
	if err := w.apart(acts); err != nil {
		w.rollback()
		return err
	}
	if err := w.files.check(); err != nil {
		w.rollback()
		return err
	}
	if _, err := w.tx.exec("COMMIT"); err != nil {
		w.rollback()
		return fmt.Errorf("committing: %w", err)
	}
	return nil
}

// begin opens the transaction with the deliveries in it. They go without a
// savepoint each, which is what makes a group cheap; when one fails, all are taken
// back and go again one by one, so that it fails alone.
func (w *writer) begin(ingest []*write) error {
	if _, err := w.tx.exec("BEGIN IMMEDIATE"); err != nil {
		return fmt.Errorf("beginning: %w", err)
	}
	failed := w.together(ingest)
	if failed == nil {
		return nil
	}
	w.log.Warn("a group of deliveries goes row by row", "deliveries", len(ingest), "error", failed)
	w.rollback()
	if _, err := w.tx.exec("BEGIN IMMEDIATE"); err != nil {
		return fmt.Errorf("beginning again: %w", err)
	}
	if err := w.apart(ingest); err != nil {
		w.rollback()
		return err
	}
	return nil
}
