package store

import (
	"fmt"
	"time"

	"transferdesk/internal/fault"
)

// DirectoryImport is an import that is under way.
type DirectoryImport struct{ ID int64 }

// StartDirectoryImport opens an import and drops any that is still open, since
// only an interrupted one can be in the way, and of two at once the later wins. So
// no file is published between the lines of another; single entries may be put.
func (tx *Tx) StartDirectoryImport(at time.Time, by Actor) (DirectoryImport, error) {
	_, err := tx.exec(`UPDATE directory_imports SET state = 'dropped', ended_at = ? WHERE state = 'open'`, stamp(at))
	if err != nil {
		return DirectoryImport{}, fmt.Errorf("dropping an unfinished import: %w", err)
	}
	return tx.openDirectoryImport(at, by)
}

// openDirectoryImport adds an import that is open.
func (tx *Tx) openDirectoryImport(at time.Time, by Actor) (DirectoryImport, error) {
	result, err := tx.exec(`INSERT INTO directory_imports (state, started_at, ended_at, actor_kind, actor_id, actor_name)
		VALUES ('open', ?, 0, ?, ?, ?)`, stamp(at), by.Kind, by.ID, by.Name)
	if err != nil {
		return DirectoryImport{}, fmt.Errorf("starting an import: %w", err)
	}
	id, err := result.LastInsertId()
	return DirectoryImport{id}, err
}

// PublishDirectoryImport makes all entries of an import count, at once;
// fault.Conflict when it is open no more, since another has begun.
func (tx *Tx) PublishDirectoryImport(i DirectoryImport, at time.Time) error {
	result, err := tx.exec(`UPDATE directory_imports SET state = 'published', ended_at = ? WHERE id = ? AND state = 'open'`, stamp(at), i.ID)
	if err != nil {
		return fmt.Errorf("publishing import %d: %w", i.ID, err)
	}
	if n, err := result.RowsAffected(); err != nil || n == 1 {
		return err
	}
	return errOtherImport
}

// errOtherImport refuses an import that lost its place to another.
var errOtherImport = fault.New(fault.Conflict, "Another import has taken over from this one. Nothing of this one was imported; run it again.")

// ImportOpen gives errOtherImport's fault.Conflict when an import has been taken
// over; asked once for each turn, so that no line goes into a dropped one.
func (r *Reader) ImportOpen(i DirectoryImport) error {
	var open bool
	err := r.scan(`SELECT EXISTS (SELECT 1 FROM directory_imports WHERE id = ? AND state = 'open')`, []any{i.ID}, &open)
	if err != nil {
		return fmt.Errorf("looking at import %d: %w", i.ID, err)
	}
	if !open {
		return errOtherImport
	}
	return nil
}

// DropDirectoryImport gives an import up; SweepDirectory then takes its entries away.
func (tx *Tx) DropDirectoryImport(i DirectoryImport, at time.Time) error {
	_, err := tx.exec(`UPDATE directory_imports SET state = 'dropped', ended_at = ? WHERE id = ? AND state = 'open'`, stamp(at), i.ID)
	if err != nil {
		return fmt.Errorf("dropping import %d: %w", i.ID, err)
	}
	return nil
}

// sweepEntries is how many entries go in one turn: some milliseconds.
const sweepEntries = 200

// SweepDirectory takes away a bounded part of the entries of dropped imports, which
// nobody has ever seen; true means that nothing is left to take.
func (tx *Tx) SweepDirectory() (done bool, err error) {
	entries, err := tx.directoryEntries(`SELECT `+entryColumns+` FROM directory_imports i
		JOIN directory_entries e ON e.import_id = i.id WHERE i.state = 'dropped' LIMIT ?`, sweepEntries)
	if err != nil {
		return false, err
	}
	for _, e := range entries {
		for _, k := range keysOf(e.DirectoryEntry) {
			if _, err := tx.exec(`DELETE FROM directory_keys WHERE kind = ? AND key = ? AND entry_id = ?`, k.kind, k.text, e.ID); err != nil {
				return false, fmt.Errorf("sweeping the directory: %w", err)
			}
		}
		if _, err := tx.exec(`DELETE FROM directory_entries WHERE id = ?`, e.ID); err != nil {
			return false, fmt.Errorf("sweeping the directory: %w", err)
		}
	}
	return len(entries) < sweepEntries, nil
}
