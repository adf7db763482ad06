package answer

import (
	"cmp"
	"slices"
	"time"

	"transferdesk/internal/activity"
	"transferdesk/internal/money"
	"transferdesk/internal/transfer"
)

// moneyPair is a SWIFT credit and a movement that may be the same money.
type moneyPair struct {
	credit, move int
	named        bool // the movement names the credit's transfer
	apart        time.Duration
}

// pairs lists all that may be the same money, the surest first: those that name one
// transfer, then the nearest in time.
func pairs(credits []activity.Facts, moves []transfer.Entry) []moneyPair {
	var all []moneyPair
	for i, c := range credits {
		for j, m := range moves {
			if p, ok := pairOf(c, m); ok {
				p.credit, p.move = i, j
				all = append(all, p)
			}
		}
	}
	slices.SortStableFunc(all, func(a, b moneyPair) int {
		if a.named != b.named {
			if a.named {
				return -1
			}
			return 1
		}
		return cmp.Compare(a.apart, b.apart)
	})
	return all
}

func pairOf(c activity.Facts, m transfer.Entry) (moneyPair, bool) {
	p := moneyPair{named: m.Transfer != 0 && m.Transfer == c.Transfer, apart: c.Since().Sub(m.At.Time).Abs()}
	if !m.Movement.Credit || m.Profile != c.Profile || m.Transfer != 0 && !p.named {
		return p, false
	}
	if p.named {
		return p, fitsSettled(c, m.Movement.Amount)
	}
	timed := !c.Since().IsZero() && !m.SetsNothing && p.apart <= SameMoneyWithin
	return p, timed && settled(c).Known() && settled(c).Equal(m.Movement.Amount)
}

// fitsSettled says whether the amount can be what the credit settled. What was read
// from the raw message is what the banks settled, and Wise may have converted it.
func fitsSettled(c activity.Facts, a money.Amount) bool {
	s := settled(c)
	return !s.Known() || s.Equal(a) || onlyMessage(c)
}

// onlyMessage says whether nothing but the raw message tells of the amount: the
// versions that spell it out name a rate beside it.
func onlyMessage(c activity.Facts) bool {
	d := c.Detail.Swift
	return d == nil || d.Message != "" && d.At.IsZero()
}

func settled(c activity.Facts) money.Amount {
	if c.Detail.Swift == nil {
		return money.Amount{}
	}
	return c.Detail.Swift.Settled
}
