package desk

import (
	"context"
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"transferdesk/internal/audit"
	"transferdesk/internal/auth"
	"transferdesk/internal/fault"
	"transferdesk/store"
)

// NewPerson is what it takes to add a person.
type NewPerson struct {
	Email    string
	Name     string // shown on pages and in the audit log
	Role     auth.Role
	Password string

	Compliance bool // may read what is locked
}

// AddPerson adds a person and returns its id: fault.Unprocessable when a field
// is wrong, fault.Conflict when the e-mail is taken.
func (d *Desk) AddPerson(ctx context.Context, actor auth.Actor, requestID string, person NewPerson) (id int64, err error) {
	entry := audit.Entry{Act: auth.AddPerson, SubjectKind: "person", RequestID: requestID, Detail: addedDetail(person)}
	if err := audit.Allow(ctx, d.db, d.clock, actor, entry); err != nil {
		return 0, err
	}
	row, err := d.newRow(ctx, person)
	if err != nil {
		return 0, err
	}
	err = audit.DoNew(ctx, d.db, d.clock, actor, entry, func(tx *store.Tx) (string, error) {
		id, err = tx.AddPerson(row)
		return strconv.FormatInt(id, 10), err
	})
	return id, err
}

// DisablePerson ends a person's access and sessions at once; fault.NotFound
// when there is no such account. Disabling twice is no error.
func (d *Desk) DisablePerson(ctx context.Context, actor auth.Actor, requestID, email string) error {
	entry := audit.Entry{Act: auth.DisablePerson, SubjectKind: "person", RequestID: requestID}
	return audit.DoNew(ctx, d.db, d.clock, actor, entry, func(tx *store.Tx) (string, error) {
		person, err := tx.PersonByEmail(auth.FoldEmail(email))
		if err != nil {
			return "", err
		}
		if err := tx.DisablePerson(person.ID, d.clock()); err != nil {
			return "", err
		}
		return strconv.FormatInt(person.ID, 10), tx.EndSessionsOf(person.ID)
	})
}

// SetPassword gives a person another password and ends all of the person's
// sessions. A disabled account stays disabled.
func (d *Desk) SetPassword(ctx context.Context, actor auth.Actor, requestID, email, password string) error {
	entry := audit.Entry{Act: auth.SetPassword, SubjectKind: "person", RequestID: requestID}
	if err := audit.Allow(ctx, d.db, d.clock, actor, entry); err != nil {
		return err
	}
	email = auth.FoldEmail(email)
	known, err := d.personFor(ctx, email)
	if err != nil {
		return err
	}
	if err := auth.CheckPassword(password, email, known.Name); err != nil {
		return err
	}
	hash, err := d.hasher.Hash(ctx, password)
	if err != nil {
		return err
	}
	return audit.DoNew(ctx, d.db, d.clock, actor, entry, func(tx *store.Tx) (string, error) {
		person, err := tx.PersonByEmail(email)
		if err != nil {
			return "", err
		}
		if err := tx.SetPassword(person.ID, hash); err != nil {
			return "", err
		}
		return strconv.FormatInt(person.ID, 10), tx.EndSessionsOf(person.ID)
	})
}

// People lists everybody who has or had an account, by e-mail. The look itself is recorded.
func (d *Desk) People(ctx context.Context, actor auth.Actor, requestID string) (people []store.Person, err error) {
	entry := audit.Entry{Act: auth.ViewPeople, RequestID: requestID}
	if err := audit.View(ctx, d.db, d.clock, actor, entry); err != nil {
		return nil, err
	}
	err = d.db.Read(ctx, func(r *store.Reader) (err error) {
		people, err = r.People()
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("listing people: %w", err)
	}
	return people, nil
}

// newRow checks every field of a new person and hashes the password.
func (d *Desk) newRow(ctx context.Context, person NewPerson) (store.Person, error) {
	email, err := auth.ParseEmail(person.Email)
	if err != nil {
		return store.Person{}, err
	}
	name, err := parseName(person.Name)
	if err != nil {
		return store.Person{}, err
	}
	role, err := auth.ParseRole(string(person.Role))
	if err != nil {
		return store.Person{}, err
	}
	if err := auth.CheckPassword(person.Password, email, name); err != nil {
		return store.Person{}, err
	}
	hash, err := d.hasher.Hash(ctx, person.Password)
	if err != nil {
		return store.Person{}, err
	}
	return store.Person{Email: email, Name: name, Role: string(role), PasswordHash: hash, CreatedAt: d.clock(), Compliance: person.Compliance}, nil
}

// maxName is the longest name of a person or token, in characters.
const maxName = 100

// parseName reads a name of ours: trimmed, not empty, without what
// cannot be seen or turns the direction of writing.
func parseName(text string) (string, error) {
	text = strings.TrimSpace(text)
	if text == "" || utf8.RuneCountInString(text) > maxName || !utf8.ValidString(text) {
		return "", fault.New(fault.Unprocessable, "The name must have 1 to 100 characters.")
	}
	if strings.ContainsFunc(text, func(r rune) bool { return !unicode.IsPrint(r) }) {
		return "", fault.New(fault.Unprocessable, "The name has characters that cannot be shown.")
	}
	return text, nil
}
