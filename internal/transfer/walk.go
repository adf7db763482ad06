package transfer

import (
	"slices"
	"time"
)

// walk puts state changes in order: by whole second, and inside a second from
// the state held, taking the change whose previous_state matches.
func walk(sorted []*cluster) []*cluster {
	ordered := make([]*cluster, 0, len(sorted))
	held := State("")
	for _, second := range slotsOf(sorted, time.Second) {
		for len(second) > 0 {
			i := nextOf(second, held)
			held = second[i].content.to
			ordered = append(ordered, second[i])
			second = slices.Delete(second, i, i+1)
		}
	}
	return ordered
}

// nextOf picks the change that follows on the state held; where none does, one
// that no other change of this second leads to. The changes are sorted by
// fraction and hash, so the first wins a tie.
func nextOf(changes []*cluster, held State) int {
	if i := slices.IndexFunc(changes, func(c *cluster) bool { return c.content.from == held }); i >= 0 {
		return i
	}
	return max(0, slices.IndexFunc(changes, func(c *cluster) bool { return !ledTo(changes, c) }))
}

func ledTo(changes []*cluster, c *cluster) bool {
	return slices.ContainsFunc(changes, func(other *cluster) bool {
		return other != c && other.content.to == c.content.from
	})
}
