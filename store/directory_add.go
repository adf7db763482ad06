package store

import (
	"fmt"

	"transferdesk/internal/customer"
)

// EntryChange says what a line did to the directory.
type EntryChange int

// What a line can do.
const (
	EntryNew EntryChange = iota
	EntryChanged
	EntrySame       // it said what stood there already, and no row was added
	EntryRepeated   // the import has the same line already
	EntryContradict // the import has another line for the same reference and profile
)

// AddDirectoryEntry adds a line to an open import, unless it says what the
// directory says already. It counts once the import is published.
func (tx *Tx) AddDirectoryEntry(i DirectoryImport, e customer.DirectoryEntry) (EntryChange, error) {
	change, err := tx.entryChange(i, e)
	if err != nil || change >= EntrySame {
		return change, err
	}
	return change, tx.insertEntry(i, e)
}

// insertEntry writes an entry of an open import and the keys that it is found by.
func (tx *Tx) insertEntry(i DirectoryImport, e customer.DirectoryEntry) error {
	result, err := tx.exec(`INSERT INTO directory_entries (import_id, reference, profile_id, user_id, name, email) VALUES (?, ?, ?, ?, ?, ?)`,
		i.ID, e.Reference, e.Profile, e.User, e.Name, e.Email)
	if err != nil {
		return fmt.Errorf("adding a directory entry: %w", err)
	}
	id, err := result.LastInsertId()
	if err != nil {
		return err
	}
	for _, k := range keysOf(e) {
		if _, err := tx.exec(`INSERT INTO directory_keys (kind, key, entry_id) VALUES (?, ?, ?)`, k.kind, k.text, id); err != nil {
			return fmt.Errorf("adding a key of a directory entry: %w", err)
		}
	}
	return nil
}

// entryChange compares a line with the lines before it in the same import, and
// where there is none with the entry that counts. An entry that was put meanwhile
// hides no line of the import's own.
func (tx *Tx) entryChange(i DirectoryImport, e customer.DirectoryEntry) (EntryChange, error) {
	rows, err := tx.query(`SELECT e.import_id, e.user_id, e.name, e.email FROM directory_entries e
		CROSS JOIN directory_imports i ON i.id = e.import_id AND (i.id = ?1 OR i.state = 'published')
		WHERE e.reference = ?2 AND e.profile_id = ?3 ORDER BY i.id = ?1 DESC, e.id DESC LIMIT 1`, i.ID, e.Reference, e.Profile)
	if err != nil {
		return 0, fmt.Errorf("looking for a directory entry: %w", err)
	}
	defer func() { _ = rows.Close() }()
	if !rows.Next() {
		return EntryNew, rows.Err()
	}
	held, from := e, int64(0)
	if err := rows.Scan(&from, &held.User, &held.Name, &held.Email); err != nil {
		return 0, fmt.Errorf("looking for a directory entry: %w", err)
	}
	switch {
	case from == i.ID && held == e:
		return EntryRepeated, nil
	case from == i.ID:
		return EntryContradict, nil
	case held == e:
		return EntrySame, nil
	}
	return EntryChanged, nil
}
