package transfer

import "transferdesk/internal/money"

func (t timeline) failureFacts() []Failure {
	var failures []Failure
	for _, c := range t.failures {
		failures = append(failures, Failure{
			Code: c.content.code, Description: c.description(), At: c.at, BySent: c.bySent(),
			Attempt: t.lives.attemptAt(c.at), Evidence: c.evidence(),
		})
	}
	return failures
}

func (c *cluster) description() string {
	for _, e := range c.bodies {
		if e.Description != "" {
			return e.Description
		}
	}
	return ""
}

func (t timeline) refundFacts() []Refund {
	var refunds []Refund
	for _, c := range t.refunds {
		refunds = append(refunds, Refund{
			Amount: c.amount(func(e Event) money.Amount { return e.Refund }),
			At:     c.at, BySent: c.bySent(), Evidence: c.evidence(),
		})
	}
	for i := range refunds {
		refunds[i].Undone = undone(t.lives.visits, refunds, i)
	}
	return refunds
}

// undone says whether a refund was taken back: another state came in a later
// second. One that came before the transfer had ever got to funds_refunded after
// this refund, and without another refund since, was only in between: the refund
// belongs to that funds_refunded.
func undone(visits []Visit, refunds []Refund, i int) bool {
	left := leaves(visits, refunds[i].At)
	if left < 0 {
		return false
	}
	if left > 0 && visits[left-1].State == FundsRefunded || visits[len(visits)-1].State != FundsRefunded {
		return true
	}
	for _, later := range refunds[i+1:] {
		if !second(later.At).Before(second(visits[left].At)) {
			return true
		}
	}
	return entered(visits[left:], FundsRefunded) > 1
}

// entered counts the visits in a state.
func entered(visits []Visit, state State) int {
	n := 0
	for _, v := range visits {
		if v.State == state || v.Gap && v.From == state {
			n++
		}
	}
	return n
}

// amount is the cluster's amount with the most digits that a body gave it.
func (c *cluster) amount(of func(Event) money.Amount) money.Amount {
	finest := of(c.bodies[0])
	for _, e := range c.bodies[1:] {
		if a := of(e); a.Digits() > finest.Digits() {
			finest = a
		}
	}
	return finest
}

func (t timeline) movementFacts() []Moved {
	var moved []Moved
	for _, c := range t.movements {
		moved = append(moved, Moved{Movement: c.movement(), At: c.at, Profile: c.profile(), Evidence: c.evidence()})
	}
	return moved
}

// movement puts together what the versions tell of one movement: balance, step
// and balance after it are in some of them only.
func (c *cluster) movement() Movement {
	m := Movement{Credit: c.content.credit, Reference: c.content.reference}
	m.Amount = c.amount(func(e Event) money.Amount { return e.movement().Amount })
	for _, e := range c.bodies {
		m.fill(e.movement())
	}
	return m
}

func (m *Movement) fill(from Movement) {
	if m.AccountID == 0 {
		m.AccountID = from.AccountID
	}
	if m.BalanceID == 0 {
		m.BalanceID = from.BalanceID
	}
	if m.StepID == 0 {
		m.StepID = from.StepID
	}
	if m.Channel == "" {
		m.Channel = from.Channel
	}
	if !m.BalanceAfter.Known() {
		m.BalanceAfter = from.BalanceAfter
	}
}

// profile is the last profile that a body names, 0 if none does.
func (c *cluster) profile() int64 {
	profile := int64(0)
	for _, e := range c.bodies {
		if e.Profile != 0 {
			profile = e.Profile
		}
	}
	return profile
}
