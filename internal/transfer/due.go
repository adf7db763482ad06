package transfer

import "time"

// Due says which watches of a kind are due: those since Before or earlier, and later
// than After. One whose Since is not known never is.
type Due struct {
	Kind   WatchKind
	After  time.Time            // zero: however long ago
	Before time.Time            // zero: none is due
	ByCode map[string]time.Time // Before of the codes that have one of their own
}

// Until is Before of a watch with that code.
func (d Due) Until(code string) time.Time {
	if own, ok := d.ByCode[code]; ok {
		return own
	}
	return d.Before
}

// Takes says whether a watch is due by this, to the microsecond, as the database does.
func (d Due) Takes(w Watch) bool {
	until, since := d.Until(w.Code), w.Since.UnixMicro()
	if w.Kind != d.Kind || w.Since.IsZero() || until.IsZero() || since > until.UnixMicro() {
		return false
	}
	return d.After.IsZero() || since > d.After.UnixMicro()
}
