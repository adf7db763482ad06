package wisesim

import (
	"math/rand/v2"
	"slices"
	"time"
)

// taleKind is one kind of tale.
type taleKind struct {
	name   string
	weight int           // how common it is
	oldest time.Duration // how long ago its last line lies at most; 0: anywhere in the plan's days
	write  func(*tale)
}

// taleKinds are all kinds of tales.
func taleKinds() []taleKind {
	return slices.Concat(cardTales(), oddCardTales(), paymentTales(), disputeTales(), caseTales(), profileTales(), moneyTales())
}

// teller writes tales about the customers of a world, with chance of its own: the
// lives of transfers do not depend on what happens beside them.
type teller struct {
	rng      *rand.Rand
	world    *world
	kinds    []taleKind
	next     int64              // the number of the next tale
	told     map[string]int     // how many of each kind
	transfer map[*profile]int64 // a transfer of each customer, for those who have one
}

// newTeller begins with a number.
func newTeller(seed uint64, w *world, next int64) *teller {
	return &teller{
		rng: rand.New(rand.NewPCG(seed, 0x7a1e+uint64(next))), world: w, kinds: taleKinds(), next: next,
		told: map[string]int{}, transfer: map[*profile]int64{},
	}
}

// tale writes a tale of a kind, about one of the customers.
func (t *teller) tale(kind taleKind) *tale {
	of := t.world.profiles[t.rng.IntN(len(t.world.profiles))]
	one := &tale{rng: t.rng, of: of, about: t.transfer[of], n: t.next, turn: t.told[kind.name]}
	t.next++
	t.told[kind.name]++
	kind.write(one)
	return one
}

// tales tells what happens beside transfers: each kind once, where there are
// customers enough, then by weight.
func (w *world) tales(p Plan, all []*payment, post *postman) {
	t := newTeller(p.Seed, w, 0)
	for _, one := range all {
		t.transfer[one.from] = one.id
	}
	for i := range max(p.Transfers/5, min(len(t.kinds), p.Transfers/2)) {
		kind := t.draw()
		if i < len(t.kinds) {
			kind = t.kinds[i]
		}
		one := t.tale(kind)
		post.tell(one, t.age(kind, one, day(p.Days)), p.ago(day(p.Days)))
	}
}

// age is how long ago the last line of a tale lies: within the kind's span, and so
// that the first lies within the plan's.
func (t *teller) age(kind taleKind, one *tale, plan time.Duration) time.Duration {
	span := plan - one.lasts()
	if kind.oldest > 0 {
		span = min(span, kind.oldest)
	}
	age := time.Minute
	if span > 2*age {
		age += time.Duration(t.rng.Int64N(int64(span - age)))
	}
	return age
}

// draw gives a kind, the common ones more often.
func (t *teller) draw() taleKind {
	total := 0
	for _, kind := range t.kinds {
		total += kind.weight
	}
	left := t.rng.IntN(total)
	for _, kind := range t.kinds {
		if left -= kind.weight; left < 0 {
			return kind
		}
	}
	return t.kinds[0]
}
