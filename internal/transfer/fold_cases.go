package transfer

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"transferdesk/internal/evidence"
)

// caseFacts follows the snapshots of active cases: each is the whole list, so a
// case that is not in the next one is over, and an empty list ends all. Since is
// the first of the unbroken snapshots that list the case.
func (t timeline) caseFacts() ([]Case, time.Time) {
	var open []Case
	for _, c := range t.cases {
		open = c.snapshot(open)
	}
	if len(t.cases) == 0 {
		return nil, time.Time{}
	}
	slices.SortFunc(open, compareCases)
	return open, t.cases[len(t.cases)-1].last()
}

// casesOver are the cases that a snapshot listed and a later one did not; one that
// came again is another.
func (t timeline) casesOver() []Case {
	var open, over []Case
	for _, c := range t.cases {
		after := c.snapshot(open)
		for _, before := range open {
			if !slices.ContainsFunc(after, before.same) {
				over = append(over, before)
			}
		}
		open = after
	}
	slices.SortFunc(over, compareCases)
	return over
}

func compareCases(a, b Case) int {
	return cmp.Or(a.Since.Compare(b.Since), cmp.Compare(a.Code, b.Code))
}

// snapshot is the list of open cases after this snapshot.
func (c *cluster) snapshot(before []Case) []Case {
	var after []Case
	for _, code := range c.codes() {
		i := slices.IndexFunc(before, func(held Case) bool { return strings.EqualFold(held.Code, code) })
		if i < 0 {
			after = append(after, Case{Code: code, Since: c.at, Evidence: c.evidence()})
			continue
		}
		kept := before[i]
		kept.Evidence = evidence.Union(kept.Evidence, c.evidence())
		after = append(after, kept)
	}
	return after
}

// codes is the snapshot as Wise spelled it, each code once; of two spellings the
// first by hash.
func (c *cluster) codes() []string {
	var codes []string
	for _, code := range c.bodies[0].Cases {
		if !containsFold(codes, code) {
			codes = append(codes, code)
		}
	}
	return codes
}

func containsFold(codes []string, code string) bool {
	return slices.ContainsFunc(codes, func(c string) bool { return strings.EqualFold(c, code) })
}
