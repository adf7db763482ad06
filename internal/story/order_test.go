package story

import (
	"hash/fnv"
	"math/rand/v2"
	"slices"
	"testing"
)

// TestTheOrderOfArrivalNeverChangesTheAnswer lets each life arrive again in other
// orders, some of it twice, into a database of its own each time. Evidence is compared
// by what the deliveries hold.
func TestTheOrderOfArrivalNeverChangesTheAnswer(t *testing.T) {
	for _, l := range lives(t) {
		t.Run(l.name, func(t *testing.T) {
			t.Parallel()
			want := l.answeredIn(t, l.deliveries).finally()
			for name, order := range orders(l) {
				if d := difference(want, l.answeredIn(t, order).finally()); d != "" {
					t.Errorf("arriving %s the answer is another (-as written +%s)\n%s", name, name, d)
				}
			}
		})
	}
}

// answeredIn lets the deliveries arrive all at once, when the page is opened.
func (l life) answeredIn(t *testing.T, order []delivery) said {
	t.Helper()
	w := newWorld(t, l)
	for _, d := range order {
		w.receive(d, l.settings.now)
	}
	w.catchUp()
	return w.told()
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

// finally is the answer without what is only about arriving: how often an event came,
// and which of the bodies that brought it was the first.
func (s said) finally() string {
	for i := range s.page.Timeline {
		s.page.Timeline[i].Event, s.page.Timeline[i].Repeats = 0, 0
	}
	return s.printed()
}
