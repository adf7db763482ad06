package transfer

import (
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
	slices.SortFunc(open, func(a, b Case) int {
		if by := a.Since.Compare(b.Since); by != 0 {
			return by
		}
		return strings.Compare(a.Code, b.Code)
	})
	return open, t.cases[len(t.cases)-1].last()
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
