package web

import (
	"time"

	"transferdesk/internal/when"
	"transferdesk/templates"
)

// clockface prints times for one reader: against one now and in one zone, so
// that all ages on a page agree.
type clockface struct {
	now  time.Time
	zone *time.Location
}

// at makes a time ready for print; the zero time stays "not known".
func (f clockface) at(t time.Time) templates.When {
	if t.IsZero() {
		return templates.When{}
	}
	return templates.When{
		Age:   f.age(t),
		Full:  when.Full(t, f.zone),
		Short: when.Date(t, f.now, f.zone) + ", " + when.Clock(t, f.zone),
		RFC:   when.RFC(t),
	}
}

// age is how long ago t was; empty for the future, which has no age.
func (f clockface) age(t time.Time) string {
	if t.IsZero() || t.After(f.now) {
		return ""
	}
	return when.Age(f.now.Sub(t))
}
