package desk

import (
	"cmp"
	"context"
	"fmt"
	"strconv"
	"time"

	"transferdesk/internal/audit"
	"transferdesk/internal/auth"
	"transferdesk/internal/fault"
	"transferdesk/internal/note"
	"transferdesk/store"
)

// sameNote is within which the same text sent twice is one note: a double click, or a
// page that was sent again.
const sameNote = time.Minute

// NoteText is what somebody writes: a new note, or what a note is to say.
type NoteText struct {
	Transfer int64
	Note     int64  // of EditNote
	Based    int64  // the version that the form was based on; of EditNote
	Text     string // not note.IsEmpty, at most note.MaxRunes characters
}

// AddNote adds a note to a transfer and gives its id. Its errors: fault.Forbidden for
// anybody but a person, fault.Unprocessable for a text in which nothing can be seen or
// that is too long, fault.NotFound for a transfer that no event has named.
func (d *Desk) AddNote(ctx context.Context, actor auth.Actor, requestID string, n NoteText) (id int64, err error) {
	entry := audit.Entry{Act: auth.AddNote, SubjectKind: "note", RequestID: requestID, Detail: "transfer " + strconv.FormatInt(n.Transfer, 10)}
	if n.Text, err = d.noteText(ctx, actor, entry, n.Text); err != nil {
		return 0, err
	}
	row := store.Note{Transfer: n.Transfer, Text: n.Text, At: d.clock(), By: audit.By(actor)}
	err = d.db.Read(ctx, func(r *store.Reader) (err error) {
		id, err = twice(r, row)
		return err
	})
	if id > 0 || err != nil {
		return id, err
	}
	err = audit.DoNew(ctx, d.db, d.clock, actor, entry, func(tx *store.Tx) (_ string, err error) {
		if id, err = twice(&tx.Reader, row); id > 0 || err != nil {
			return "", cmp.Or(err, audit.ErrMet)
		}
		id, err = tx.AddNote(row)
		return strconv.FormatInt(id, 10), err
	})
	return id, err
}

// twice gives the note that the same person has just added with the same text; 0: there
// is none. The transfer must be there.
func twice(r *store.Reader, row store.Note) (int64, error) {
	if _, err := r.Transfer(row.Transfer); err != nil {
		return 0, err
	}
	held, err := r.Notes(row.Transfer)
	for _, n := range held {
		if n.By == row.By && n.Text == row.Text && row.At.Sub(n.At) < sameNote {
			return n.ID, err
		}
	}
	return 0, err
}

// EditNote gives a note another text. Its errors are those of AddNote; fault.Forbidden
// also where MayChange says no, fault.NotFound for a note that is not on the transfer,
// fault.Conflict when there is another version than the form was based on. What stands already is no error and adds nothing.
func (d *Desk) EditNote(ctx context.Context, actor auth.Actor, requestID string, n NoteText) (err error) {
	entry := noteEntry(auth.EditNote, requestID, n.Transfer, n.Note)
	if n.Text, err = d.noteText(ctx, actor, entry, n.Text); err != nil {
		return err
	}
	return d.changeNote(ctx, actor, entry, n, func(*store.Reader) (store.NoteVersion, error) {
		return store.NoteVersion{Text: n.Text}, nil
	})
}

// WithdrawNote takes a note back: its text is not shown any more. Its errors are those of
// EditNote but for the text's.
func (d *Desk) WithdrawNote(ctx context.Context, actor auth.Actor, requestID string, transfer, id, based int64) error {
	entry := noteEntry(auth.WithdrawNote, requestID, transfer, id)
	if err := d.allowNote(ctx, actor, entry); err != nil {
		return err
	}
	n := NoteText{Transfer: transfer, Note: id, Based: based}
	return d.changeNote(ctx, actor, entry, n, func(*store.Reader) (store.NoteVersion, error) {
		return store.NoteVersion{Withdrawn: true}, nil
	})
}

// UndoNote takes the last version of a note back: it says again what it said before, and
// one that was withdrawn is back, for whoever withdrew it and for leads (MayChange). Of a
// note that was never changed there is nothing to take back, which is fault.NotFound. Its
// other errors are those of WithdrawNote.
func (d *Desk) UndoNote(ctx context.Context, actor auth.Actor, requestID string, transfer, id, based int64) error {
	entry := noteEntry(auth.EditNote, requestID, transfer, id)
	entry.Detail += fmt.Sprintf(", back to version %d", based-1)
	if err := d.allowNote(ctx, actor, entry); err != nil {
		return err
	}
	return d.changeNote(ctx, actor, entry, NoteText{Transfer: transfer, Note: id, Based: based}, func(r *store.Reader) (store.NoteVersion, error) {
		return r.NoteVersion(id, based-1)
	})
}

// noteText checks the right and the text, which it gives as it is kept.
func (d *Desk) noteText(ctx context.Context, actor auth.Actor, entry audit.Entry, text string) (string, error) {
	if err := d.allowNote(ctx, actor, entry); err != nil {
		return "", err
	}
	text = note.Tidy(text)
	switch {
	case note.IsEmpty(text):
		return "", fault.New(fault.Unprocessable, "A note needs a text. Nothing was saved.")
	case note.IsTooLong(text):
		return "", fault.New(fault.Unprocessable, fmt.Sprintf("A note has at most %d characters; this has %d. Nothing was saved.", note.MaxRunes, len([]rune(text))))
	}
	return text, nil
}

// allowNote: notes are between people.
func (d *Desk) allowNote(ctx context.Context, actor auth.Actor, entry audit.Entry) error {
	if err := audit.Allow(ctx, d.db, d.clock, actor, entry); err != nil {
		return err
	}
	if actor.Kind != auth.Person {
		return audit.Refuse(ctx, d.db, d.clock, actor, entry, "Only a person writes notes.")
	}
	return nil
}

func noteEntry(act auth.Act, requestID string, transfer, id int64) audit.Entry {
	return audit.Entry{Act: act, SubjectKind: "note", SubjectID: strconv.FormatInt(id, 10), RequestID: requestID,
		Detail: "transfer " + strconv.FormatInt(transfer, 10)}
}
