package desk

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strconv"

	"transferdesk/internal/audit"
	"transferdesk/internal/auth"
	"transferdesk/internal/customer"
	"transferdesk/internal/fault"
	"transferdesk/store"
)

// importRun is one import under way.
type importRun struct {
	desk     *Desk
	in       Import
	actor    auth.Actor
	entry    audit.Entry
	at       store.DirectoryImport
	waiting  []numberedEntry
	report   ImportReport
	recorded bool // its end stands in the audit log
}

// numberedEntry is an entry with the line that it stood in.
type numberedEntry struct {
	customer.DirectoryEntry
	line int
}

// whole reads, writes and publishes.
func (r *importRun) whole(ctx context.Context) error {
	file, err := customer.NewDirectoryFile(r.in.From)
	if err != nil {
		return fault.Wrap(fault.Unprocessable, "Nothing was imported: "+err.Error()+".", err)
	}
	if err := r.start(ctx); err != nil {
		return fmt.Errorf("starting the import: %w", err)
	}
	if err := r.lines(ctx, file); err != nil {
		return errors.Join(stopped(err), r.drop(ctx))
	}
	if r.report.Bad > 0 && !r.in.SkipBad {
		text := fmt.Sprintf("Nothing was imported: %d of %d lines cannot be taken.", r.report.Bad, r.report.Lines)
		return errors.Join(fault.New(fault.Unprocessable, text), r.drop(ctx))
	}
	return r.publish(ctx)
}

// stopped says in words that somebody asked to stop.
func stopped(err error) error {
	if errors.Is(err, context.Canceled) {
		return fault.Wrap(fault.Unavailable, "The import was stopped. Nothing was imported; run it again.", err)
	}
	return err
}

// start opens the import and clears away what interrupted ones have left.
func (r *importRun) start(ctx context.Context) error {
	err := r.write(ctx, func(tx *store.Tx) (err error) {
		r.at, err = tx.StartDirectoryImport(r.desk.clock(), audit.By(r.actor))
		return err
	})
	if err != nil {
		return err
	}
	r.entry.SubjectID = strconv.FormatInt(r.at.ID, 10)
	return r.sweep(ctx)
}

// lines reads to the end of the file. After the first bad line that is not to be
// skipped the rest is only looked at, for the report.
func (r *importRun) lines(ctx context.Context, file *customer.DirectoryFile) error {
	for {
		if err := ctx.Err(); err != nil {
			return err
		}
		entry, line, err := file.Next()
		var bad *customer.BadLine
		switch {
		case errors.Is(err, io.EOF):
			return r.flush(ctx)
		case errors.As(err, &bad):
			r.report.Lines++
			r.refuse(bad)
			continue
		case err != nil:
			return err
		}
		r.report.Lines++
		r.waiting = append(r.waiting, numberedEntry{entry, line})
		if len(r.waiting) >= turnLines {
			if err := r.flush(ctx); err != nil {
				return err
			}
		}
	}
}

func (r *importRun) refuse(bad *customer.BadLine) {
	r.report.Bad++
	r.in.Bad(bad)
}

// publish is the one step that makes the import count, together with its record.
func (r *importRun) publish(ctx context.Context) error {
	r.recorded = true
	err := audit.Do(ctx, r.desk.db, r.desk.clock, r.actor, r.detailed(), func(tx *store.Tx) error {
		return tx.PublishDirectoryImport(r.at, r.desk.clock())
	})
	if err != nil {
		return fmt.Errorf("publishing the import: %w", err)
	}
	r.report.Published = true
	return nil
}

// drop gives the import up. Whoever asked to stop does not wait for the sweep;
// the next import does it.
func (r *importRun) drop(ctx context.Context) error {
	err := r.write(context.WithoutCancel(ctx), func(tx *store.Tx) error {
		return tx.DropDirectoryImport(r.at, r.desk.clock())
	})
	if err != nil || ctx.Err() != nil {
		return err
	}
	return r.sweep(ctx)
}

// detailed is the record's entry with what was found.
func (r *importRun) detailed() audit.Entry {
	entry := r.entry
	entry.Detail = fmt.Sprintf("%d lines: %d new, %d changed, %d the same, %d bad",
		r.report.Lines, r.report.New, r.report.Changed, r.report.Same, r.report.Bad)
	return entry
}
