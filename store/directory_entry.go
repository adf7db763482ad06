package store

import (
	"cmp"
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

// EntriesOfProfiles gives every published version of the entries of some profiles,
// in one query for a whole page.
func (r *Reader) EntriesOfProfiles(profiles []int64) (Entries, error) {
	return r.entriesIn(`SELECT `+entryColumns+` FROM json_each(?1)
		CROSS JOIN directory_entries e ON e.profile_id = json_each.value AND e.profile_id <> 0
		CROSS JOIN directory_imports i ON i.id = e.import_id AND i.state = 'published'`, profiles)
}

// EntriesOfUser gives every published version of the entries that name a user.
func (r *Reader) EntriesOfUser(user int64) (Entries, error) {
	return r.EntriesOfUsers([]int64{user})
}

// EntriesOfUsers gives those that name one of some users, in one query.
func (r *Reader) EntriesOfUsers(users []int64) (Entries, error) {
	return r.entriesIn(`SELECT `+entryColumns+` FROM json_each(?1)
		CROSS JOIN directory_entries e ON e.user_id = json_each.value AND e.user_id <> 0
		CROSS JOIN directory_imports i ON i.id = e.import_id AND i.state = 'published'`, users)
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
	slices.SortFunc(all, func(a, b DirectoryEntry) int { return cmp.Compare(b.ID, a.ID) })
	return all, rows.Err()
}
