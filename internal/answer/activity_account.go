package answer

import (
	"transferdesk/internal/activity"
	"transferdesk/internal/money"
	"transferdesk/internal/reason"
)

// The profile, its balances, its limits and its recipients.

// sayProfile: what works in the profile's state.
func (s scene) sayProfile() activityWords {
	w := s.plain(kindTitle(s.Facts.Kind))
	of := ForProfile(s.Facts, s.Now, s.Zone)
	w.add("In this state", of.Works.Text)
	w.add("Why", of.Why.Text)
	w.add("What may be done", of.Appeal.Text)
	if of.Until != nil {
		w.deadline = *of.Until
	}
	return w
}

// sayBalance: whether the balance account can be used.
func (s scene) sayBalance() activityWords { return s.plain("Balance account " + outside(s.Facts.ID)) }

// sayHoldLimit: the balance is above the legal limit, or is so no longer.
func (s scene) sayHoldLimit() activityWords {
	w := s.plain(kindTitle(s.Facts.Kind))
	d := s.Facts.Detail.HoldLimit
	if d == nil {
		return w
	}
	if d.Amount.Known() {
		w.title += ", " + amount(d.Amount)
	}
	w.addAmount(labelAmount, d.Amount)
	w.add("How it ended", s.titled(reason.HoldLimitEnds, d.ClosingReason))
	w.addTime("Begun", d.CreatedAt, s.Zone)
	return w
}

// sayOverdraft: how much of the overdraft is used, at the time of the event. Wise
// reports it from 70 % on, at most once an hour.
func (s scene) sayOverdraft() activityWords {
	w := s.plain(kindTitle(s.Facts.Kind))
	w.word = reason.Word{Who: reason.Us, Ask: "Look up the overdraft at Wise before saying anything: this was so when Wise reported it.", Standing: reason.Waits}
	w.headline = "Wise has reported that the overdraft is used."
	d := s.Facts.Detail.Overdraft
	if d == nil {
		return w
	}
	if d.Percent != "" {
		w.headline = "Wise has reported that " + brief(d.Percent, 10) + " % of the overdraft is used."
	}
	if reached(d.Used, d.Limit) {
		w.headline, w.word.Standing = "Wise has reported that the overdraft is used up.", reason.Trouble
	}
	w.addAmount("Used", d.Used)
	w.addAmount("Limit", d.Limit)
	return w
}

// reached says whether one amount is as much as another, in one currency.
func reached(used, limit money.Amount) bool {
	return used.Known() && used.Currency == limit.Currency && used.Value.Abs().GreaterThanOrEqual(limit.Value.Abs())
}

// sayRecipient: what happened to a recipient's account.
func (s scene) sayRecipient() activityWords {
	w := s.plain("Recipient " + outside(s.Facts.ID))
	if d := s.Facts.Detail.Recipient; d != nil {
		w.addCode("Currency", d.Currency)
	}
	return w
}

// sayBatch: the funding of a batch, which hits every transfer of it.
func (s scene) sayBatch() activityWords {
	w := s.plain("Funding of a batch payment")
	var d activity.BatchDetail
	if s.Facts.Detail.Batch != nil {
		d = *s.Facts.Detail.Batch
	}
	w.addCode("Batch", d.Group)
	w.addCode("Bank's return code", d.ReturnCode)
	w.addCode("Payment initiation", s.Facts.ID)
	return w
}
