package store

import (
	"errors"
	"fmt"
	"time"

	"gorm.io/gorm"

	"transferdesk/internal/fault"
)

// Person is an account of one of our own people.
type Person struct {
	ID           int64
	Email        string // in lower case; unique
	Name         string
	Role         string // agent, lead or admin
	PasswordHash string // argon2id, PHC string
	CreatedAt    time.Time
	DisabledAt   time.Time // zero while the account may sign in
	Compliance   bool      // may read what is locked
}

// Disabled says whether the account may not sign in any more.
func (p Person) Disabled() bool { return !p.DisabledAt.IsZero() }

// personRow is Person as the table people has it.
type personRow struct {
	ID           int64
	Email        string
	Name         string
	Role         string
	PasswordHash string
	CreatedAt    int64 `gorm:"autoCreateTime:false"`
	DisabledAt   *int64
	Compliance   bool
}

// TableName is read by GORM.
func (personRow) TableName() string { return "people" }

func (row personRow) person() Person {
	p := Person{ID: row.ID, Email: row.Email, Name: row.Name, Role: row.Role,
		PasswordHash: row.PasswordHash, CreatedAt: time.UnixMicro(row.CreatedAt).UTC(), Compliance: row.Compliance}
	if row.DisabledAt != nil {
		p.DisabledAt = time.UnixMicro(*row.DisabledAt).UTC()
	}
	return p
}

// AddPerson keeps a new person and returns its id; fault.Conflict when the e-mail is taken.
func (tx *Tx) AddPerson(p Person) (int64, error) {
	row := personRow{Email: p.Email, Name: p.Name, Role: p.Role,
		PasswordHash: p.PasswordHash, CreatedAt: p.CreatedAt.UnixMicro(), Compliance: p.Compliance}
	err := tx.gorm.Create(&row).Error
	if errors.Is(err, gorm.ErrDuplicatedKey) {
		return 0, fault.Wrap(fault.Conflict, "There is an account with this e-mail address already.", err)
	}
	if err != nil {
		return 0, fmt.Errorf("adding a person: %w", err)
	}
	return row.ID, nil
}

// DisablePerson ends an account from at on; one that is disabled keeps its first date.
func (tx *Tx) DisablePerson(id int64, at time.Time) error {
	err := tx.gorm.Model(&personRow{}).Where("id = ? AND disabled_at IS NULL", id).
		Update("disabled_at", at.UnixMicro()).Error
	if err != nil {
		return fmt.Errorf("disabling person %d: %w", id, err)
	}
	return nil
}

// SetPassword replaces a person's password hash.
func (tx *Tx) SetPassword(id int64, hash string) error {
	err := tx.gorm.Model(&personRow{}).Where("id = ?", id).Update("password_hash", hash).Error
	if err != nil {
		return fmt.Errorf("setting the password of person %d: %w", id, err)
	}
	return nil
}

// SetCompliance gives a person the compliance flag, or takes it.
func (tx *Tx) SetCompliance(id int64, on bool) error {
	err := tx.gorm.Model(&personRow{}).Where("id = ?", id).Update("compliance", on).Error
	if err != nil {
		return fmt.Errorf("setting the compliance flag of person %d: %w", id, err)
	}
	return nil
}

// Person finds a person by id; fault.NotFound when there is none.
func (r *Reader) Person(id int64) (Person, error) {
	return r.person("id = ?", id)
}

// PersonByEmail finds a person by e-mail in lower case; fault.NotFound when there is none.
func (r *Reader) PersonByEmail(email string) (Person, error) {
	return r.person("email = ?", email)
}

// person finds one person; where is a condition of ours with one parameter.
func (r *Reader) person(where string, value any) (Person, error) {
	var row personRow
	err := r.gorm.Where(where, value).Take(&row).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		return Person{}, fault.New(fault.NotFound, "There is no such account.")
	}
	if err != nil {
		return Person{}, fmt.Errorf("reading a person: %w", err)
	}
	return row.person(), nil
}

// People lists every account, also the disabled ones, by e-mail.
func (r *Reader) People() ([]Person, error) {
	var rows []personRow
	if err := r.gorm.Order("email").Find(&rows).Error; err != nil {
		return nil, fmt.Errorf("listing people: %w", err)
	}
	people := make([]Person, 0, len(rows))
	for _, row := range rows {
		people = append(people, row.person())
	}
	return people, nil
}

// CountPeople counts every account, also the disabled ones.
func (r *Reader) CountPeople() (int, error) {
	var n int64
	if err := r.gorm.Model(&personRow{}).Count(&n).Error; err != nil {
		return 0, fmt.Errorf("counting people: %w", err)
	}
	return int(n), nil
}
