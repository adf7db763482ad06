package front

import (
	"time"

	"transferdesk/internal/when"
	"transferdesk/templates"
)

// Face prints times for one reader: against one now and in one zone, so
// that all ages on a page agree.
type Face struct {
	Now  time.Time
	Zone *time.Location
}

// At makes a time ready for print; the zero time stays "not known".
func (f Face) At(t time.Time) templates.When {
	if t.IsZero() {
		return templates.When{}
	}
	ahead := ""
	if t.After(f.Now) {
		ahead = when.Age(t.Sub(f.Now))
	}
	return templates.When{
		Age:   f.Age(t),
		Ahead: ahead,
		Full:  when.Full(t, f.Zone),
		Short: when.Date(t, f.Now, f.Zone) + ", " + when.Clock(t, f.Zone) + " " + when.Zone(t, f.Zone),
		RFC:   when.RFC(t),
	}
}

// Text is a time in a sentence, with its zone and how far from now it is: "18 Nov 2026,
// 14:03 UTC (2 h ago)", "… (in 3 h)".
func (f Face) Text(t time.Time) string {
	if t.After(f.Now) {
		return when.Full(t, f.Zone) + " (in " + when.Age(t.Sub(f.Now)) + ")"
	}
	return when.Full(t, f.Zone) + " (" + f.Age(t) + " ago)"
}

// Age is how long ago t was; empty for the future, which has no age.
func (f Face) Age(t time.Time) string {
	if t.IsZero() || t.After(f.Now) {
		return ""
	}
	return when.Age(f.Now.Sub(t))
}
