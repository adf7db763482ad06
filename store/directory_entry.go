package store

import (
	"encoding/json"
	"fmt"
	"slices"
	"time"

	"transferdesk/internal/customer"
)

// DirectoryEntry is a published line of an import: who a customer is to us.
type DirectoryEntry struct {
	customer.DirectoryEntry
	ID int64
	At time.Time // when its import was published
	By string    // who imported it
}

// Entries are versions of directory entries, the newest first.
type Entries []DirectoryEntry

const entryColumns = `e.id, e.reference, e.profile_id, e.user_id, e.name, e.email, i.ended_at, i.actor_name`

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
	result, err := tx.exec(`INSERT INTO directory_entries (import_id, reference, profile_id, user_id, name, email) VALUES (?, ?, ?, ?, ?, ?)`,
		i.ID, e.Reference, e.Profile, e.User, e.Name, e.Email)
	if err != nil {
		return change, fmt.Errorf("adding a directory entry: %w", err)
	}
	id, err := result.LastInsertId()
	if err != nil {
		return change, err
	}
	for _, k := range keysOf(e) {
		if _, err := tx.exec(`INSERT INTO directory_keys (kind, key, entry_id) VALUES (?, ?, ?)`, k.kind, k.text, id); err != nil {
			return change, fmt.Errorf("adding a key of a directory entry: %w", err)
		}
	}
	return change, nil
}

// entryChange compares a line with the entry that counts and with the lines
// before it in the same import.
func (tx *Tx) entryChange(i DirectoryImport, e customer.DirectoryEntry) (EntryChange, error) {
	rows, err := tx.query(`SELECT e.import_id, e.user_id, e.name, e.email FROM directory_entries e
		JOIN directory_imports i ON i.id = e.import_id AND (i.id = ?1 OR i.state = 'published')
		WHERE e.reference = ?2 AND e.profile_id = ?3 ORDER BY e.id DESC LIMIT 1`, i.ID, e.Reference, e.Profile)
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

// EntriesOfProfiles gives every published version of the entries of some profiles,
// in one query for a whole page.
func (r *Reader) EntriesOfProfiles(profiles []int64) (Entries, error) {
	return r.entriesIn(`SELECT `+entryColumns+` FROM json_each(?1) p
		JOIN directory_entries e ON e.profile_id = p.value AND e.profile_id <> 0
		JOIN directory_imports i ON i.id = e.import_id AND i.state = 'published'`, profiles)
}

// EntriesOfUser gives every published version of the entries that name a user.
func (r *Reader) EntriesOfUser(user int64) (Entries, error) {
	return r.entriesIn(`SELECT `+entryColumns+` FROM json_each(?1) p
		JOIN directory_entries e ON e.user_id = p.value AND e.user_id <> 0
		JOIN directory_imports i ON i.id = e.import_id AND i.state = 'published'`, []int64{user})
}

// Current are the entries that count: the newest of each reference and profile.
// Versions of other entries must not be missing from es.
func (es Entries) Current() Entries {
	type key struct {
		reference string
		profile   int64
	}
	seen := map[key]bool{}
	var current Entries
	for _, e := range es {
		if k := (key{e.Reference, e.Profile}); !seen[k] {
			seen[k] = true
			current = append(current, e)
		}
	}
	return current
}

// OfProfile picks the versions of one profile's entries.
func (es Entries) OfProfile(profile int64) Entries {
	return slices.DeleteFunc(slices.Clone(es), func(e DirectoryEntry) bool { return e.Profile != profile })
}

func (r *Reader) entriesIn(query string, ids []int64) (Entries, error) {
	if len(ids) == 0 {
		return nil, nil
	}
	list, err := json.Marshal(ids)
	if err != nil {
		return nil, fmt.Errorf("asking the directory: %w", err)
	}
	return r.directoryEntries(query, string(list))
}

// directoryEntries runs a query for entryColumns and sorts the newest first.
func (r *Reader) directoryEntries(query string, args ...any) (Entries, error) {
	rows, err := r.query(query, args...)
	if err != nil {
		return nil, fmt.Errorf("reading the directory: %w", err)
	}
	defer func() { _ = rows.Close() }()
	var all Entries
	for rows.Next() {
		var e DirectoryEntry
		var at int64
		if err := rows.Scan(&e.ID, &e.Reference, &e.Profile, &e.User, &e.Name, &e.Email, &at, &e.By); err != nil {
			return nil, fmt.Errorf("reading the directory: %w", err)
		}
		e.At = stamped(at)
		all = append(all, e)
	}
	slices.SortFunc(all, func(a, b DirectoryEntry) int { return int(b.ID - a.ID) })
	return all, rows.Err()
}
