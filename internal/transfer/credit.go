package transfer

import (
	"slices"
)

// sum is what the two event types about a movement share.
type sum struct {
	profile          int64
	second           int64
	amount, currency string
}

// joinCredits makes one movement of a balances#credit and the balances#update of the
// same money (the seeds warn of both being subscribed to): the same profile, second,
// amount and currency, into the same account and with the same rest on the balance
// where both say so. Each update takes one credit at most, so that two payments of
// one amount stay two; a body that has no time of its own is joined with nothing.
func joinCredits(sorted []*cluster) []*cluster {
	if !slices.ContainsFunc(sorted, (*cluster).isCredit) {
		return sorted
	}
	updates := map[sum][]*cluster{}
	for _, u := range sorted {
		if u.content.kind == BalanceUpdate && u.content.credit && !u.bySent() {
			updates[u.sum()] = append(updates[u.sum()], u)
		}
	}
	gone := map[*cluster]bool{}
	for _, fits := range []func(c, u *cluster) bool{sameRest, restKnown, mayBeSame} {
		for _, c := range sorted {
			if !c.isCredit() || gone[c] || c.bySent() {
				continue
			}
			of := updates[c.sum()]
			if i := slices.IndexFunc(of, func(u *cluster) bool { return fits(c, u) }); i >= 0 {
				of[i].absorb(c)
				updates[c.sum()] = slices.Delete(of, i, i+1)
				gone[c] = true
			}
		}
	}
	joined := slices.DeleteFunc(slices.Clone(sorted), func(c *cluster) bool { return gone[c] })
	slices.SortFunc(joined, compareClusters)
	return joined
}

func (c *cluster) isCredit() bool { return c.content.kind == BalanceCredit }

func (c *cluster) sum() sum {
	return sum{c.profile(), c.second(), c.content.amount, c.content.currency}
}

// mayBeSame: nothing that both name tells them apart.
func mayBeSame(c, u *cluster) bool { return u.fitsAll(c) }

// restKnown: the credit names the rest, so it has less to choose from than one that
// does not.
func restKnown(c, u *cluster) bool { return c.movement().BalanceAfter.Known() && u.fitsAll(c) }

// sameRest: both name the rest on the balance, and it is the same.
func sameRest(c, u *cluster) bool {
	return c.movement().BalanceAfter.Known() && u.movement().BalanceAfter.Known() && u.fitsAll(c)
}

// sameMoney says whether two movements of different event types may be one.
func (c content) sameMoney(other content) bool {
	if !c.kind.IsMovement() || !other.kind.IsMovement() || c.kind == other.kind {
		return false
	}
	return c.credit && other.credit && c.amount == other.amount && c.currency == other.currency
}
