package desk

import (
	"context"

	"transferdesk/internal/audit"
	"transferdesk/internal/auth"
	"transferdesk/internal/fault"
	"transferdesk/store"
)

// changeNote adds what made gives as the note's next version.
func (d *Desk) changeNote(ctx context.Context, actor auth.Actor, entry audit.Entry, n NoteText, made func(*store.Reader) (store.NoteVersion, error)) error {
	var held store.Note
	err := d.db.Read(ctx, func(r *store.Reader) (err error) {
		held, err = noteOn(r, n)
		return err
	})
	if err != nil {
		return err
	}
	if err := d.allowChange(ctx, actor, entry, held); err != nil {
		return err
	}
	return audit.Do(ctx, d.db, d.clock, actor, entry, func(tx *store.Tx) error {
		if held, err = noteOn(&tx.Reader, n); err != nil {
			return err
		}
		next, err := made(&tx.Reader)
		if err != nil {
			return err
		}
		if next.Text == held.Text && next.Withdrawn == held.Withdrawn {
			return audit.ErrMet
		}
		if held.Version != n.Based {
			return fault.New(fault.Conflict, "This note was changed meanwhile. Nothing was overwritten; both are shown below.")
		}
		next.Note, next.Version, next.At, next.By = held.ID, held.Version+1, d.clock(), audit.By(actor)
		return tx.AddNoteVersion(next)
	})
}

// noteOn gives a note of the transfer that the form names.
func noteOn(r *store.Reader, n NoteText) (store.Note, error) {
	held, err := r.Note(n.Note)
	if err == nil && held.Transfer != n.Transfer {
		return store.Note{}, fault.New(fault.NotFound, "There is no such note on this transfer.")
	}
	return held, err
}

// MayChange says whether an actor may edit or withdraw a note: its author, and whoever
// may do so to the notes of others.
func MayChange(actor auth.Actor, n store.Note) bool {
	return actor.Kind == auth.Person && (isAuthor(actor, n) || actor.May(auth.ChangeOthersNote))
}

func isAuthor(actor auth.Actor, n store.Note) bool {
	return n.By.Kind == string(actor.Kind) && n.By.ID == actor.ID
}

// allowChange records a refusal.
func (d *Desk) allowChange(ctx context.Context, actor auth.Actor, entry audit.Entry, held store.Note) error {
	if isAuthor(actor, held) {
		return nil
	}
	entry.Act = auth.ChangeOthersNote
	return audit.Allow(ctx, d.db, d.clock, actor, entry)
}
