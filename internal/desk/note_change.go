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
	if err := d.allowChange(ctx, actor, entry, held, n.Based); err != nil {
		return err
	}
	judged := held.Version
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
		if held.Version != n.Based || held.Version != judged {
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

// MayChange says whether an actor may edit or withdraw a note, or bring one back that was
// withdrawn: its author, though not against whoever else withdrew it, and whoever may do
// so to the notes of others.
func MayChange(actor auth.Actor, n store.Note) bool {
	own := isBy(actor, n.By) && (!n.Withdrawn || isBy(actor, n.ChangedBy))
	return actor.Kind == auth.Person && (own || actor.May(auth.ChangeOthersNote))
}

func isBy(actor auth.Actor, by store.Actor) bool {
	return by.Kind == string(actor.Kind) && by.ID == actor.ID
}

// The refusals to change a note.
const (
	othersNote = "Only its author or a lead may change this note. Nothing was changed."
	goneNote   = "Somebody else has withdrawn this note: only they or a lead may bring it back. Nothing was changed."
)

// allowChange records a refusal. An author who has not seen that the note was withdrawn
// is told so first, with what was typed.
func (d *Desk) allowChange(ctx context.Context, actor auth.Actor, entry audit.Entry, held store.Note, based int64) error {
	own := isBy(actor, held.By)
	if MayChange(actor, held) || own && held.Version != based {
		return nil
	}
	entry.Act = auth.ChangeOthersNote
	if own {
		return audit.Refuse(ctx, d.db, d.clock, actor, entry, goneNote)
	}
	return audit.Refuse(ctx, d.db, d.clock, actor, entry, othersNote)
}
