package store

import (
	"fmt"
	"time"

	"transferdesk/internal/customer"
	"transferdesk/internal/fault"
)

// PutDirectoryEntry is an import of one entry, open and published in one step, so
// that it counts at once. What says what stands there already adds nothing, and its
// import is 0. An import of a file that is under way is left alone; of its line and
// this entry the one that was written later counts once it is published.
func (tx *Tx) PutDirectoryEntry(e customer.DirectoryEntry, at time.Time, by Actor) (EntryChange, DirectoryImport, error) {
	change, err := tx.entryChange(DirectoryImport{}, e)
	if err != nil {
		return change, DirectoryImport{}, err
	}
	if change == EntrySame {
		behind, err := tx.openLine(e)
		if err != nil || !behind {
			return change, DirectoryImport{}, err
		}
	}
	i, err := tx.openDirectoryImport(at, by)
	if err != nil {
		return change, i, err
	}
	if err := tx.insertEntry(i, e); err != nil {
		return change, i, err
	}
	return change, i, tx.PublishDirectoryImport(i, at)
}

// openLine says whether the newest line of an entry's key is of an import that is
// still open, and would count over what is published.
func (tx *Tx) openLine(e customer.DirectoryEntry) (open bool, err error) {
	err = tx.scan(`SELECT EXISTS (SELECT 1 FROM (
		SELECT i.state FROM directory_entries e CROSS JOIN directory_imports i ON i.id = e.import_id AND i.state <> 'dropped'
		WHERE e.reference = ?1 AND e.profile_id = ?2 ORDER BY e.id DESC LIMIT 1) WHERE state = 'open')`, []any{e.Reference, e.Profile}, &open)
	if err != nil {
		return false, fmt.Errorf("looking for a line of an open import: %w", err)
	}
	return open, nil
}

// DirectoryEntryOf gives the entry that counts of a reference and a profile (0: a
// blank one); fault.NotFound when there is none.
func (r *Reader) DirectoryEntryOf(reference string, profile int64) (DirectoryEntry, error) {
	entries, err := r.directoryEntries(`SELECT `+entryColumns+` FROM directory_entries e
		CROSS JOIN directory_imports i ON i.id = e.import_id AND i.state = 'published'
		WHERE e.reference = ?1 AND e.profile_id = ?2 ORDER BY e.id DESC LIMIT 1`, reference, profile)
	if err != nil {
		return DirectoryEntry{}, err
	}
	if len(entries) == 0 {
		return DirectoryEntry{}, fault.New(fault.NotFound, "The directory has no such entry.")
	}
	return entries[0], nil
}
