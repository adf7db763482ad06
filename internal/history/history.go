// Package history is the arithmetic of how long things have taken: exact
// percentiles with their sample sizes, kept up to date one sample at a time. It
// knows nothing of transfers; a key says what was measured.
package history

import "time"

// Enough is the smallest sample that a percentile is told from; below it there are
// too few to say.
const Enough = 20

// Key names what was measured: a leg of the way, and the code that it is about; an
// empty Code is all of them.
type Key struct{ Leg, Code string }

// Figures is what is known of one key. A percentile is of the nearest rank: the
// shortest time that at least so many of the samples took no longer than.
type Figures struct {
	N    int64         // finished samples
	Open int64         // begun and not finished yet: counted as such, in no percentile
	P50  time.Duration // whole seconds; 0 unless Told
	P90  time.Duration
}

// Told says whether the sample is large enough for a percentile to be told.
func (f Figures) Told() bool { return f.N >= Enough }

// Table is what is known of every key; the zero Table knows nothing.
type Table map[Key]Figures

// Of gives the figures of a leg: of the code where there are enough of it, else of
// all. own says which of the two they are.
func (t Table) Of(leg, code string) (f Figures, own bool) {
	if code != "" && t[Key{leg, code}].Told() {
		return t[Key{leg, code}], true
	}
	return t[Key{Leg: leg}], code == ""
}
