package answer

import (
	"cmp"
	"slices"
	"time"

	"transferdesk/internal/activity"
	"transferdesk/internal/evidence"
	"transferdesk/internal/transfer"
)

// SameMoneyWithin is how far apart a SWIFT credit and a movement that names no
// transfer may be and still be the same money. Wise stamps both with the moment of
// the credit; in between lies only what it takes to book one.
const SameMoneyWithin = 10 * time.Minute

// MoneyMoved is one movement of a customer's balance, with everything that tells of
// it. The seeds warn that several event types tell of the same money.
type MoneyMoved struct {
	ID       int64 // the lowest delivery of the movement, or of the SWIFT credit without one
	At       time.Time
	Transfer int64             // 0: it names none
	Movement transfer.Movement // of a SWIFT credit without a movement what it says itself
	Swift    *activity.Facts   // nil: no SWIFT credit tells of it
	Sources  evidence.IDs      // every delivery that tells of it
	moved    *transfer.Entry   // nil: only the SWIFT credit tells of it
}

// MoneyTold is what is put together: movements of one customer's balances, the
// customer's SWIFT credits, and the transfers that either names.
type MoneyTold struct {
	Movements []transfer.Entry
	Credits   []activity.Facts
	Transfers map[int64]transfer.Facts
}

// Put gives each movement once, newest first. A SWIFT credit is that of the movement
// which names its transfer, or else of the nearest of the same amount within
// SameMoneyWithin that names no transfer; each movement takes one at most, so that
// two payments of one amount stay two. A credit without a movement stands alone.
// The order of what is put in does not matter.
func (t MoneyTold) Put() []MoneyMoved {
	credits := slices.SortedFunc(slices.Values(t.Credits), func(a, b activity.Facts) int {
		return cmp.Or(a.Since().Compare(b.Since()), cmp.Compare(a.ID, b.ID))
	})
	moves := slices.SortedFunc(slices.Values(t.Movements), func(a, b transfer.Entry) int {
		return cmp.Or(a.At.Time.Compare(b.At.Time), cmp.Compare(a.Movement.Reference, b.Movement.Reference), cmp.Compare(a.Hash, b.Hash))
	})
	taken, found := map[int]int{}, map[int]bool{} // movement to credit; credits that have one
	for _, pair := range pairs(credits, moves) {
		if _, gone := taken[pair.move]; !gone && !found[pair.credit] {
			taken[pair.move], found[pair.credit] = pair.credit, true
		}
	}
	var all []MoneyMoved
	for i := range moves {
		m := moneyOf(moves[i])
		if of, ok := taken[i]; ok {
			m.credit(credits[of], t.Transfers[credits[of].Transfer])
		}
		all = append(all, m)
	}
	for i := range credits {
		if !found[i] {
			var m MoneyMoved
			m.credit(credits[i], t.Transfers[credits[i].Transfer])
			all = append(all, m)
		}
	}
	slices.SortFunc(all, func(a, b MoneyMoved) int { return cmp.Or(b.At.Compare(a.At), cmp.Compare(b.ID, a.ID)) })
	return all
}

func moneyOf(e transfer.Entry) MoneyMoved {
	m := MoneyMoved{At: e.At.Time, Transfer: e.Transfer, Movement: *e.Movement, moved: &e}
	for _, s := range e.Sources {
		m.Sources = evidence.Union(m.Sources, evidence.IDs{s.Delivery})
	}
	m.ID = m.Sources[0]
	return m
}

// credit takes in the SWIFT credit of the money, and the state of its transfer that
// says that it was credited.
func (m *MoneyMoved) credit(c activity.Facts, of transfer.Facts) {
	m.Swift, m.Transfer = &c, c.Transfer
	if m.moved == nil {
		m.At, m.ID = c.Since(), slices.Min(c.Evidence)
		m.Movement = transfer.Movement{Credit: true, Amount: settled(c)}
	}
	m.Sources = evidence.Union(m.Sources, c.Evidence)
	if sent, ok := of.LastSent(); ok {
		m.Sources = evidence.Union(m.Sources, sent.Evidence)
	}
}
