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
	ahead := ""
	if t.After(f.now) {
		ahead = when.Age(t.Sub(f.now))
	}
	return templates.When{
		Age:   f.age(t),
		Ahead: ahead,
		Full:  when.Full(t, f.zone),
		Short: when.Date(t, f.now, f.zone) + ", " + when.Clock(t, f.zone) + " " + when.Zone(t, f.zone),
		RFC:   when.RFC(t),
	}
}

// text is a time in a sentence, with its zone and how far from now it is: "18 Nov 2026,
// 14:03 UTC (2 h ago)", "… (in 3 h)".
func (f clockface) text(t time.Time) string {
	if t.After(f.now) {
		return when.Full(t, f.zone) + " (in " + when.Age(t.Sub(f.now)) + ")"
	}
	return when.Full(t, f.zone) + " (" + f.age(t) + " ago)"
}

// age is how long ago t was; empty for the future, which has no age.
func (f clockface) age(t time.Time) string {
	if t.IsZero() || t.After(f.now) {
		return ""
	}
	return when.Age(f.now.Sub(t))
}
