package store

import (
	"errors"
	"fmt"
	"slices"
	"time"
)

// EventAttachment says that an event is about a thing that its body does not name,
// or, undone, that it is not.
type EventAttachment struct {
	ID          int64 // given by AddEventAttachment
	Delivery    int64
	SubjectKind string // HandleTransfer, HandleProfile or HandleUser
	SubjectID   int64  // Wise's id
	Undone      bool
	At          time.Time
	By          Actor
	Note        string
}

// AddEventAttachment keeps a row; the newest of a delivery and a thing counts.
func (tx *Tx) AddEventAttachment(a EventAttachment) error {
	_, err := tx.exec(`INSERT INTO event_attachments (delivery_id, subject_kind, subject_id, undone, at, actor_kind, actor_id, actor_name, note)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`, a.Delivery, a.SubjectKind, a.SubjectID, a.Undone, stamp(a.At), a.By.Kind, a.By.ID, a.By.Name, a.Note)
	if err != nil {
		return fmt.Errorf("attaching event %d: %w", a.Delivery, err)
	}
	return nil
}

const attachmentColumns = `SELECT id, delivery_id, subject_kind, subject_id, undone, at, actor_kind, actor_id, actor_name, note FROM event_attachments `

// EventAttachments gives all that was said about what a delivery is attached to,
// the newest 200 rows, oldest first.
func (r *Reader) EventAttachments(delivery int64) ([]EventAttachment, error) {
	all, err := r.attachments(attachmentColumns+`WHERE delivery_id = ? ORDER BY id DESC LIMIT ?`, delivery, maxLimit)
	slices.Reverse(all)
	return all, err
}

// AttachedTo gives the attachments to a thing that stand, the newest 200 of them,
// newest first.
func (r *Reader) AttachedTo(kind string, id int64) ([]EventAttachment, error) {
	return r.attachments(attachmentColumns+`AS a WHERE subject_kind = ? AND subject_id = ? AND undone = 0
		AND NOT EXISTS (SELECT 1 FROM event_attachments b WHERE b.delivery_id = a.delivery_id AND b.id > a.id
		AND b.subject_kind = a.subject_kind AND b.subject_id = a.subject_id)
		ORDER BY id DESC LIMIT ?`, kind, id, maxLimit)
}

func (r *Reader) attachments(query string, args ...any) (all []EventAttachment, err error) {
	rows, err := r.query(query, args...)
	if err != nil {
		return nil, fmt.Errorf("reading attached events: %w", err)
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	for rows.Next() {
		var a EventAttachment
		var at int64
		err := rows.Scan(&a.ID, &a.Delivery, &a.SubjectKind, &a.SubjectID, &a.Undone, &at, &a.By.Kind, &a.By.ID, &a.By.Name, &a.Note)
		if err != nil {
			return nil, fmt.Errorf("reading attached events: %w", err)
		}
		a.At = stamped(at)
		all = append(all, a)
	}
	return all, rows.Err()
}

// Standing picks, of all that was said about a delivery, oldest first, the
// attachments that stand.
func Standing(all []EventAttachment) []EventAttachment {
	var standing []EventAttachment
	for _, a := range all {
		standing = slices.DeleteFunc(standing, func(old EventAttachment) bool {
			return old.SubjectKind == a.SubjectKind && old.SubjectID == a.SubjectID
		})
		if !a.Undone {
			standing = append(standing, a)
		}
	}
	return standing
}
