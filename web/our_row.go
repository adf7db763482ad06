package web

import (
	"slices"
	"time"

	"transferdesk/templates"
	"transferdesk/web/front"
)

// ourRow is a row of a timeline that is nothing of Wise's: somebody of ours did it.
type ourRow interface {
	at() time.Time
	row(face front.Face) templates.TimelineRow
	entry() apiEntry
}

// ours lists what our own people did about the transfer, newest first.
func (v transferView) ours() []ourRow {
	var all []ourRow
	for _, t := range v.tellings {
		all = append(all, tellingDone{t})
	}
	for _, act := range v.work.acts {
		all = append(all, workRow{act, v.work.people})
	}
	for _, n := range v.notes {
		all = append(all, noteDone{n, v.reader})
	}
	slices.SortStableFunc(all, func(a, b ourRow) int { return b.at().Compare(a.at()) })
	return all
}

// besideEvents puts what our own people did among rows of events, both newest first;
// times are the moments by which the rows are ordered.
func besideEvents(rows []templates.TimelineRow, times []time.Time, ours []ourRow, face front.Face) []templates.TimelineRow {
	if len(ours) == 0 {
		return rows
	}
	all := make([]templates.TimelineRow, 0, len(rows)+len(ours))
	for i, row := range rows {
		for len(ours) > 0 && !ours[0].at().Before(times[i]) {
			all, ours = append(all, ours[0].row(face)), ours[1:]
		}
		all = append(all, row)
	}
	for _, o := range ours {
		all = append(all, o.row(face))
	}
	return all
}

// timelineJSON is the timeline, oldest first, with what our own people did among the
// events.
func timelineJSON(v transferView, event func(i int) apiEntry) []apiEntry {
	out := []apiEntry{}
	rest := v.ours()
	ours := func(until time.Time) {
		for n := len(rest); n > 0 && rest[n-1].at().Before(until); n = len(rest) {
			out, rest = append(out, rest[n-1].entry()), rest[:n-1]
		}
	}
	for i, e := range v.entries {
		if !e.SetsNothing {
			ours(e.At.Time)
		}
		out = append(out, event(i))
	}
	for n := len(rest); n > 0; n-- {
		out = append(out, rest[n-1].entry())
	}
	return out
}
