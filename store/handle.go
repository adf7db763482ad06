package store

import (
	"encoding/json"
	"fmt"
	"strings"

	"transferdesk/internal/wise"
)

// Handle is a text by which somebody may search, and what it leads to.
type Handle struct {
	Text        string // compared without regard to case
	Kind        wise.HandleKind
	SubjectKind string // HandleTransfer, HandleProfile, HandleUser, or an activity.Kind
	SubjectID   string // Wise's id of it
}

// What a handle leads to, where that is no activity.
const (
	HandleTransfer = "transfer"
	HandleProfile  = "profile"
	HandleUser     = "user"
)

// SaveHandle takes note of a handle; one that is there already stays.
func (tx *Tx) SaveHandle(m Model, h Handle) error {
	_, err := tx.exec(m.of(`INSERT INTO rm_handles (text, kind, subject_kind, subject_id) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING`),
		strings.ToLower(h.Text), string(h.Kind), h.SubjectKind, h.SubjectID)
	if err != nil {
		return fmt.Errorf("saving a handle of %s %s: %w", h.SubjectKind, h.SubjectID, err)
	}
	return nil
}

// Handles gives what a text leads to, at most 200 things.
func (r *Reader) Handles(text string) ([]Handle, error) {
	rows, err := r.query(`SELECT text, kind, subject_kind, subject_id FROM rm_handles WHERE text = ?
		ORDER BY kind, subject_kind, subject_id LIMIT ?`, strings.ToLower(strings.TrimSpace(text)), maxLimit)
	if err != nil {
		return nil, fmt.Errorf("reading handles: %w", err)
	}
	defer func() { _ = rows.Close() }()
	var all []Handle
	for rows.Next() {
		var h Handle
		if err := rows.Scan(&h.Text, &h.Kind, &h.SubjectKind, &h.SubjectID); err != nil {
			return nil, fmt.Errorf("reading handles: %w", err)
		}
		all = append(all, h)
	}
	return all, rows.Err()
}

// HandlesOf gives what some texts lead to, by the text as it was asked for: of each at
// most so many things, the highest ids first; all in one query.
func (r *Reader) HandlesOf(texts []string, each int) (map[string][]Handle, error) {
	all := map[string][]Handle{}
	if len(texts) == 0 {
		return all, nil
	}
	keys := make([]string, len(texts))
	for i, text := range texts {
		keys[i] = strings.ToLower(strings.TrimSpace(text))
	}
	list, err := json.Marshal(keys)
	if err != nil {
		return nil, fmt.Errorf("asking for handles: %w", err)
	}
	rows, err := r.query(`SELECT j.key, (SELECT json_group_array(json_array(kind, subject_kind, subject_id)) FROM
			(SELECT kind, subject_kind, subject_id FROM rm_handles WHERE text = j.value
			ORDER BY kind DESC, subject_kind DESC, subject_id DESC LIMIT ?2))
		FROM json_each(?1) j`, string(list), each)
	if err != nil {
		return nil, fmt.Errorf("reading handles: %w", err)
	}
	defer func() { _ = rows.Close() }()
	for rows.Next() {
		var at int
		var packed []byte
		if err := rows.Scan(&at, &packed); err != nil {
			return nil, fmt.Errorf("reading handles: %w", err)
		}
		var found [][3]string
		if err := json.Unmarshal(packed, &found); err != nil {
			return nil, fmt.Errorf("reading handles: %w", err)
		}
		for _, h := range found {
			all[texts[at]] = append(all[texts[at]], Handle{Text: keys[at], Kind: wise.HandleKind(h[0]), SubjectKind: h[1], SubjectID: h[2]})
		}
	}
	return all, rows.Err()
}
