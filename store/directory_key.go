package store

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"transferdesk/internal/customer"
)

// entryKey is one thing that an entry is found by.
type entryKey struct{ kind, text string }

// The kinds of key.
const (
	keyName      = "name"
	keyEmail     = "email"
	keyReference = "reference"
)

// keysOf gives the keys of an entry, each once.
func keysOf(e customer.DirectoryEntry) []entryKey {
	keys := []entryKey{{keyReference, customer.Fold(e.Reference)}}
	if e.Email != "" {
		keys = append(keys, entryKey{keyEmail, customer.Fold(e.Email)})
	}
	for _, key := range customer.NameKeys(e.Name) {
		keys = append(keys, entryKey{keyName, key})
	}
	return keys
}

// How many entries a search gives at most, and how many keys it looks at when the
// words that were typed are not all beside each other in a name.
const (
	MaxFound  = 50
	maxLooked = 5000
)

// FindByReference gives the entries with a reference, whatever its case.
func (r *Reader) FindByReference(text string) (Entries, error) {
	return r.FindByReferences([]string{text})
}

// FindByReferences gives the entries with one of some references, whatever their case:
// of each at most 200 versions, the newest first.
func (r *Reader) FindByReferences(texts []string) (Entries, error) {
	return r.found(keyReference, texts)
}

// FindByEmails gives the entries with one of some e-mail addresses, as of references.
func (r *Reader) FindByEmails(texts []string) (Entries, error) {
	return r.found(keyEmail, texts)
}

// FindByName gives the entries, at most 50, whose name has a word beginning with
// each word of text, whatever the case and the accents. Where the words are not
// in the order of the name, 5,000 names that have the longest are looked at.
func (r *Reader) FindByName(text string) (Entries, error) {
	words := customer.NameWords(text)
	if len(words) == 0 {
		return nil, nil
	}
	ids, err := r.keyed(strings.Join(words, " "), nil, MaxFound)
	if err != nil || len(ids) >= MaxFound || len(words) == 1 {
		return r.currentEntries(ids, err)
	}
	longest := slices.MaxFunc(words, func(a, b string) int { return len(a) - len(b) })
	more, err := r.keyed(longest, words, maxLooked)
	for _, id := range more {
		if !slices.Contains(ids, id) && len(ids) < MaxFound {
			ids = append(ids, id)
		}
	}
	return r.currentEntries(ids, err)
}

// keyed gives the published entries of the name keys that begin with prefix, of
// at most limit keys; each of words must begin a word of the key.
func (r *Reader) keyed(prefix string, words []string, limit int) ([]int64, error) {
	rows, err := r.query(`SELECT k.key, k.entry_id FROM directory_keys k
		CROSS JOIN directory_entries e ON e.id = k.entry_id
		CROSS JOIN directory_imports i ON i.id = e.import_id AND i.state = 'published'
		WHERE k.kind = 'name' AND k.key >= ?1 AND k.key < ?2 LIMIT ?3`, prefix, prefix+"\U0010ffff", limit)
	if err != nil {
		return nil, fmt.Errorf("searching names: %w", err)
	}
	defer func() { _ = rows.Close() }()
	var ids []int64
	for rows.Next() {
		var key string
		var id int64
		if err := rows.Scan(&key, &id); err != nil {
			return nil, fmt.Errorf("searching names: %w", err)
		}
		if beginsEach(key, words) && !slices.Contains(ids, id) && len(ids) < MaxFound {
			ids = append(ids, id)
		}
	}
	return ids, rows.Err()
}

// beginsEach says whether each of words begins a word of a key.
func beginsEach(key string, words []string) bool {
	for _, word := range words {
		if !strings.HasPrefix(key, word) && !strings.Contains(key, " "+word) {
			return false
		}
	}
	return true
}

// found gives the entries of some exact keys.
func (r *Reader) found(kind string, texts []string) (Entries, error) {
	keys := make([]string, 0, len(texts))
	for _, text := range texts {
		if key := customer.Fold(text); key != "" {
			keys = append(keys, key)
		}
	}
	if len(keys) == 0 {
		return nil, nil
	}
	list, err := json.Marshal(keys)
	if err != nil {
		return nil, fmt.Errorf("searching the directory: %w", err)
	}
	rows, err := r.query(`SELECT DISTINCT e.value FROM json_each(?1) j CROSS JOIN json_each((SELECT json_group_array(entry_id) FROM
		(SELECT entry_id FROM directory_keys WHERE kind = ?2 AND key = j.value ORDER BY entry_id DESC LIMIT 200))) e`, string(list), kind)
	if err != nil {
		return nil, fmt.Errorf("searching the directory: %w", err)
	}
	defer func() { _ = rows.Close() }()
	var ids []int64
	for rows.Next() {
		var id int64
		if err := rows.Scan(&id); err != nil {
			return nil, fmt.Errorf("searching the directory: %w", err)
		}
		ids = append(ids, id)
	}
	return r.currentEntries(ids, rows.Err())
}

// currentEntries reads entries by id and leaves out those that a newer one of the
// same reference and profile has replaced: nobody is found by a name of the past.
func (r *Reader) currentEntries(ids []int64, err error) (Entries, error) {
	if err != nil || len(ids) == 0 {
		return nil, err
	}
	list, err := json.Marshal(ids)
	if err != nil {
		return nil, fmt.Errorf("asking the directory: %w", err)
	}
	return r.directoryEntries(`SELECT `+entryColumns+` FROM json_each(?1)
		CROSS JOIN directory_entries e ON e.id = json_each.value
		CROSS JOIN directory_imports i ON i.id = e.import_id AND i.state = 'published'
		WHERE NOT EXISTS (SELECT 1 FROM directory_entries n CROSS JOIN directory_imports j ON j.id = n.import_id AND j.state = 'published'
			WHERE n.reference = e.reference AND n.profile_id = e.profile_id AND n.id > e.id)`, string(list))
}
