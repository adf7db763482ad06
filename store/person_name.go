package store

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"
)

// PersonName is one of our own people as others see them: never by e-mail.
type PersonName struct {
	ID   int64
	Name string
	Left bool // the account is disabled
}

// PersonNames lists everybody, also those who have left, by name.
func (r *Reader) PersonNames() (all []PersonName, err error) {
	rows, err := r.query(`SELECT id, name, disabled_at IS NOT NULL FROM people`)
	if err != nil {
		return nil, fmt.Errorf("listing the names of people: %w", err)
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	for rows.Next() {
		var p PersonName
		if err := rows.Scan(&p.ID, &p.Name, &p.Left); err != nil {
			return nil, fmt.Errorf("listing the names of people: %w", err)
		}
		all = append(all, p)
	}
	slices.SortFunc(all, func(a, b PersonName) int {
		return cmp.Or(strings.Compare(strings.ToLower(a.Name), strings.ToLower(b.Name)), cmp.Compare(a.ID, b.ID))
	})
	return all, rows.Err()
}
