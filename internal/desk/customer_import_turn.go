package desk

import (
	"context"
	"fmt"
	"time"

	"transferdesk/internal/customer"
	"transferdesk/store"
)

// How an import shares the database with the server beside it. A turn holds the
// writer for some 10 ms: at most turnLines lines, and no new one after turnTime.
// Between two turns it rests as long as the turn took, so that ingest, which may
// be another process's, always comes in between.
const (
	turnLines = 250
	turnTime  = 8 * time.Millisecond
)

// flush writes the entries that wait, in as many turns as they need.
func (r *importRun) flush(ctx context.Context) error {
	for len(r.waiting) > 0 {
		if r.report.Bad > 0 && !r.in.SkipBad {
			r.waiting = r.waiting[:0]
			return nil
		}
		begun := time.Now()
		if err := r.turn(ctx, begun); err != nil {
			return err
		}
		if err := sleep(ctx, time.Since(begun)); err != nil {
			return err
		}
	}
	return nil
}

// turn writes as many entries as one turn may. What a line did is counted after
// the commit.
func (r *importRun) turn(ctx context.Context, begun time.Time) error {
	var changes []store.EntryChange
	err := r.write(ctx, func(tx *store.Tx) error {
		if err := tx.ImportOpen(r.at); err != nil {
			return err
		}
		for _, e := range r.waiting {
			change, err := tx.AddDirectoryEntry(r.at, e.DirectoryEntry)
			if err != nil {
				return err
			}
			if changes = append(changes, change); time.Since(begun) > turnTime {
				break
			}
		}
		return nil
	})
	if err != nil {
		return fmt.Errorf("writing the lines: %w", err)
	}
	for i, change := range changes {
		r.count(r.waiting[i], change)
	}
	r.waiting = r.waiting[:copy(r.waiting, r.waiting[len(changes):])]
	return nil
}

func (r *importRun) count(e numberedEntry, change store.EntryChange) {
	switch change {
	case store.EntryNew:
		r.report.New++
	case store.EntryChanged:
		r.report.Changed++
	case store.EntryContradict:
		r.refuse(&customer.BadLine{Line: e.line, Reason: "another line has the same reference and profile_id and says something else"})
	default:
		r.report.Same++
	}
}

// sweep takes away entries that never counted, some at a time.
func (r *importRun) sweep(ctx context.Context) error {
	for done := false; !done; {
		begun := time.Now()
		err := r.write(ctx, func(tx *store.Tx) (err error) {
			done, err = tx.SweepDirectory()
			return err
		})
		if err != nil {
			return err
		}
		if !done {
			if err := sleep(ctx, time.Since(begun)); err != nil {
				return err
			}
		}
	}
	return nil
}

// write goes in the lane that nobody waits for.
func (r *importRun) write(ctx context.Context, do func(*store.Tx) error) error {
	return r.desk.db.Write(ctx, store.LaneProject, do)
}
