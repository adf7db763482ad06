package feed

import (
	"slices"
	"time"
)

// kept is how many hours are remembered: four weeks.
const kept = 4 * 7 * 24

// Hours remembers in which hours of the last four weeks anything arrived, so that
// a night or a weekend without events is not taken for an outage. Hours are counted
// from 1970 in UTC.
type Hours struct {
	From   int64          // the first hour that we know of
	Newest int64          // the last hour in which something arrived
	Bits   [kept / 8]byte // an hour's bit stands at its number modulo kept
}

// mark notes an arrival. One from before all that is remembered means that the
// clock was far ahead until now: the memory begins anew. A clock that never was set
// tells nothing.
func (h *Hours) mark(at time.Time) {
	hour := hourOf(at)
	if hour < kept {
		return
	}
	if h.Newest == 0 || hour <= h.Newest-kept || hour >= h.Newest+kept {
		*h = Hours{From: hour, Newest: hour}
	}
	for h.Newest < hour {
		h.Newest++
		h.set(h.Newest, false)
	}
	h.From = max(min(h.From, hour), h.Newest-kept+1)
	h.set(hour, true)
}

func (h *Hours) set(hour int64, busy bool) {
	i, bit := hour%kept/8, byte(1)<<(hour%8)
	h.Bits[i] &^= bit
	if busy {
		h.Bits[i] |= bit
	}
}

// busy says whether anything arrived in an hour that we know of.
func (h *Hours) busy(hour int64) bool { return h.Bits[hour%kept/8]>>(hour%8)&1 == 1 }

// knows says whether the hour is one that we remember.
func (h *Hours) knows(hour int64) bool { return h.Newest != 0 && hour >= h.From && hour <= h.Newest }

// How many earlier windows must be known before they say what is usual.
const (
	enoughWeeks = 2
	enoughDays  = 3
	mostDays    = 7
)

// usualSilence is how long the same hours of the week, or of the day while there
// are fewer than two weeks to compare, were silent before: the lower median of the
// longest silent stretches, so that one outage is not what is usual.
func (h *Hours) usualSilence(from, to time.Time) time.Duration {
	stretches := h.before(from, to, 7*24, kept)
	if len(stretches) < enoughWeeks {
		stretches = h.before(from, to, 24, mostDays)
		if len(stretches) < enoughDays {
			return 0
		}
	}
	slices.Sort(stretches)
	if usual := stretches[(len(stretches)-1)/2]; usual > 0 {
		return usual + time.Hour // the hours at both ends were silent in part
	}
	return 0
}

// before gives the longest silent stretch of each window that lies a multiple of
// step hours earlier, as far as we know them, the latest first and n at most.
func (h *Hours) before(from, to time.Time, step int64, n int) []time.Duration {
	var stretches []time.Duration
	first, last := hourOf(from), hourOf(to)
	for back := step; back <= kept && len(stretches) < n; back += step {
		if h.knows(first-back) && h.knows(last-back) {
			stretches = append(stretches, h.longestSilence(first-back, last-back))
		}
	}
	return stretches
}

// longestSilence is the longest run of silent hours from one hour to another.
func (h *Hours) longestSilence(from, to int64) time.Duration {
	longest, run := int64(0), int64(0)
	for hour := from; hour <= to; hour++ {
		run++
		if h.busy(hour) {
			run = 0
		}
		longest = max(longest, run)
	}
	return time.Duration(longest) * time.Hour
}

// with is what two records of hours are together.
func (h *Hours) with(other Hours) Hours {
	if h.Newest == 0 {
		return other
	}
	both := *h
	for hour := max(other.From, both.Newest-kept+1); hour <= other.Newest; hour++ {
		if other.busy(hour) {
			both.mark(time.Unix(hour*3600, 0))
		}
	}
	return both
}

func hourOf(t time.Time) int64 { return t.Unix() / 3600 }
