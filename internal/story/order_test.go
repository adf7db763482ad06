package story

import (
	"hash/fnv"
	"math/rand/v2"
	"regexp"
	"slices"
	"testing"
)

// timesSeen is what the timeline says of arriving: which of the bodies that brought an
// event was the first, and how many more came.
var timesSeen = regexp.MustCompile(`(?m)^(  .*?) \[\d+\](?: and \d+ more)?$`)

// TestTheOrderOfArrivalNeverChangesTheAnswer lets each life arrive again in other
// orders, some of it twice, into a database of its own each time. Evidence is compared
// by what the deliveries hold.
func TestTheOrderOfArrivalNeverChangesTheAnswer(t *testing.T) {
	for _, l := range lives(t) {
		t.Run(l.name, func(t *testing.T) {
			t.Parallel()
			want := timesSeen.ReplaceAllString(l.golden, "$1")
			for name, order := range orders(l) {
				if d := difference(want, l.answeredIn(t, order)); d != "" {
					t.Errorf("arriving %s the answer is another (-as written +%s)\n%s", name, name, d)
				}
			}
		})
	}
}

// answeredIn lets the deliveries arrive all at once, when the page is opened.
func (l life) answeredIn(t *testing.T, order []delivery) string {
	t.Helper()
	w := newWorld(t, l)
	for _, d := range order {
		w.receive(d, l.settings.now)
	}
	w.catchUp()
	return timesSeen.ReplaceAllString(w.told().printed(), "$1")
}

// orders are some others in which a life can arrive; the same in every run.
func orders(l life) map[string][]delivery {
	seed := fnv.New64()
	_, _ = seed.Write([]byte(l.name))
	r := rand.New(rand.NewPCG(seed.Sum64(), 7))
	backwards := slices.Clone(l.deliveries)
	slices.Reverse(backwards)
	shuffled := slices.Clone(l.deliveries)
	for range len(shuffled)/3 + 1 {
		if d := shuffled[r.IntN(len(l.deliveries))]; d.kind != asked {
			shuffled = append(shuffled, d)
		}
	}
	r.Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
	return map[string][]delivery{
		"backwards":          backwards,
		"shuffled and twice": shuffled,
	}
}
