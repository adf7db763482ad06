package feed

import (
	"slices"
	"time"
)

// State is how a feed is.
type State string

// The states. A feed that never came is not quiet: nobody can miss what was
// perhaps never subscribed to.
const (
	Never  State = "never"   // nothing has ever come
	TooFew State = "too_few" // too few gaps to say what is usual
	Well   State = "well"
	Quiet  State = "quiet" // silent for clearly longer than usual
)

// How a silence is judged.
const (
	Enough = 20               // gaps; under them it is too few to say
	Floor  = 15 * time.Minute // a shorter silence is never called quiet
	times  = 3                // clearly longer: this often the gap that only one in twenty exceeds
	gone   = 7 * 24 * time.Hour
)

// Health is what can be said of a feed at some time.
type Health struct {
	State    State
	Last     time.Time     // the last arrival; zero: Never
	Silence  time.Duration // since then; not less than 0
	Usual    time.Duration // the median gap; only when Well or Quiet
	Arrivals int64
}

// Judge says how the feed is. It is quiet when nothing has come for longer than
// three times the 95th percentile of its own gaps, and than fifteen minutes, beyond
// what is usually silent at this time of the week.
func (r Record) Judge(now time.Time) Health {
	if r.Arrivals == 0 {
		return Health{State: Never}
	}
	h := Health{State: TooFew, Last: r.Last, Silence: max(0, now.Sub(r.Last)), Arrivals: r.Arrivals}
	if len(r.Gaps) < Enough {
		return h
	}
	h.State, h.Usual = Well, r.percentile(50)
	bound := max(Floor, times*r.percentile(95))
	if h.Silence > bound && h.Silence-r.Hours.usualSilence(r.Last, now) > bound {
		h.State = Quiet
	}
	return h
}

// percentile is the gap that p of 100 gaps do not exceed.
func (r Rhythm) percentile(p int) time.Duration {
	sorted := slices.Sorted(slices.Values(r.Gaps))
	return sorted[max(0, (p*len(sorted)+99)/100-1)]
}

// Of gives the records of the types named; all of them when none is named.
func Of(records []Record, types ...string) []Record {
	if len(types) == 0 {
		return records
	}
	var some []Record
	for _, r := range records {
		if slices.Contains(types, r.Type) {
			some = append(some, r)
		}
	}
	return some
}

// Together is what several feeds are as one: the last arrival of any of them, and
// the rhythm of the busiest. One that has been silent for a week while others
// spoke is taken for unsubscribed, and its rhythm counts no more.
func Together(records []Record) Record {
	var all Record
	for _, r := range records {
		if r.Arrivals == 0 {
			continue
		}
		if all.Arrivals == 0 || r.First.Before(all.First) {
			all.First = r.First
		}
		if r.Last.After(all.Last) {
			all.Last = r.Last
		}
		all.Arrivals += r.Arrivals
		all.Hours = all.Hours.with(r.Hours)
	}
	for _, r := range records {
		if r.Arrivals > 0 && all.Last.Sub(r.Last) <= gone && r.Rhythm.busier(all.Rhythm) {
			all.Gaps = r.Gaps
		}
	}
	return all
}

// Gone says whether the record has been silent for a week while others of its
// type spoke: probably its subscription was deleted.
func (r Record) Gone(others []Record) bool {
	return Together(Of(others, r.Type)).Last.Sub(r.Last) > gone
}

// busier says whether a rhythm tells more of what is usual than another: it has
// enough gaps, and shorter ones.
func (r Rhythm) busier(than Rhythm) bool {
	if len(r.Gaps) < Enough || len(than.Gaps) < Enough {
		return len(r.Gaps) > len(than.Gaps)
	}
	return r.percentile(50) < than.percentile(50)
}
