package store

import (
	"database/sql"
	"errors"
	"fmt"
	"time"

	"transferdesk/internal/preference"
)

// preferenceColumns are read beside a person, f being the table preferences; NULL where
// the person has chosen nothing.
const preferenceColumns = `f.zone, f.theme, f.density, f.keys`

// preferenceRow is what preferenceColumns give.
type preferenceRow struct {
	Zone, Theme, Density *string
	Keys                 *bool
}

// preferences gives the defaults where nothing was chosen, and where a value is none
// of ours any more.
func (row preferenceRow) preferences() preference.Preferences {
	if row.Zone == nil || row.Theme == nil || row.Density == nil || row.Keys == nil {
		return preference.Default()
	}
	p := preference.Preferences{Zone: *row.Zone, Theme: preference.Theme(*row.Theme), Density: preference.Density(*row.Density), Keys: *row.Keys}
	return p.Mended()
}

// Preferences gives what a person has chosen, the defaults where that is nothing.
func (r *Reader) Preferences(person int64) (preference.Preferences, error) {
	var row preferenceRow
	err := r.scan(`SELECT `+preferenceColumns+` FROM preferences f WHERE f.person_id = ?`, []any{person}, &row.Zone, &row.Theme, &row.Density, &row.Keys)
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return preference.Preferences{}, fmt.Errorf("reading the preferences of person %d: %w", person, err)
	}
	return row.preferences(), nil
}

// SetPreferences keeps what a person has chosen, in the place of what was before.
func (tx *Tx) SetPreferences(person int64, p preference.Preferences, at time.Time) error {
	_, err := tx.exec(`INSERT INTO preferences (person_id, zone, theme, density, keys, changed_at) VALUES (?, ?, ?, ?, ?, ?)
		ON CONFLICT (person_id) DO UPDATE SET zone = excluded.zone, theme = excluded.theme, density = excluded.density,
			keys = excluded.keys, changed_at = excluded.changed_at`,
		person, p.Zone, string(p.Theme), string(p.Density), p.Keys, stamp(at))
	if err != nil {
		return fmt.Errorf("keeping the preferences of person %d: %w", person, err)
	}
	return nil
}
