package answer

import (
	"time"

	"transferdesk/internal/evidence"
	"transferdesk/internal/transfer"
	"transferdesk/internal/when"
)

// RefundEventAfter is how long the refund event and the state funds_refunded may come
// apart before that is worth a look, unless a setting says otherwise.
const RefundEventAfter = 24 * time.Hour

// Money and state disagree: the flags of one half without the other.
const (
	FlagRefundEventMissing = "refund_event_missing"  // funds_refunded, and no refund event for hours
	FlagRefundStateMissing = "refund_state_missing"  // a refund event, and the state has not followed for hours
	FlagCreditUnexplained  = "credit_without_refund" // a credit with this transfer's number, and no refund is reported
)

// asRule is how far apart the two come when all is well.
const asRule = "the two come apart by minutes to hours"

// unmet is one half of a refund whose other half has not come.
type unmet struct {
	flag  string
	since time.Time
	seen  bool // since is when we asked
	rests evidence.IDs
	says  string // what there is, and what is not
}

// due says whether the other half has kept us waiting for too long.
func (l life) due(u unmet) bool {
	return !u.since.IsZero() && l.Now.Sub(u.since) >= l.waits().otherHalf()
}

// unmetHalf finds a refund of which only one half is here; false when both are, or
// neither, or when the payment was one to the customer.
func (l life) unmetHalf() (unmet, bool) {
	if l.Facts.Inbound != nil {
		return unmet{}, false
	}
	if r, newer := l.Facts.NewerRefund(); newer {
		u := unmet{flag: FlagRefundStateMissing, since: r.At, rests: r.Evidence}
		u.says = "Wise reported a refund of " + amount(r.Amount) + " on " + l.day(r.At) + ", and the state has not become “" + l.label(transfer.FundsRefunded) + "”"
		return u, true
	}
	if l.is(transfer.FundsRefunded) && len(l.Facts.CurrentRefunds()) == 0 {
		u := unmet{flag: FlagRefundEventMissing, since: l.held.At, seen: l.held.Seen, rests: l.held.Evidence}
		u.says = "The state says refunded since " + l.day(l.held.At) + ", and no refund event has told the amount"
		if u.seen {
			u.says = "Wise's API said on " + l.day(l.held.At) + " that it is refunded, and no refund event has told the amount"
		}
		return u, true
	}
	return l.unexplainedCredit()
}

// unexplainedCredit is money that came with this transfer's number although no refund
// is reported.
func (l life) unexplainedCredit() (unmet, bool) {
	m, ok := l.Facts.CreditWithoutRefund()
	u := unmet{flag: FlagCreditUnexplained, since: m.At, rests: m.Evidence}
	u.says = "A balance was credited " + amount(m.Amount) + " on " + l.day(m.At) + " with this transfer's number, and Wise has reported no refund"
	return u, ok
}

// moneyFlags: the other half is missing for longer than it takes when all is well.
func moneyFlags(l life) []Flag {
	u, ok := l.unmetHalf()
	if !ok || !l.due(u) {
		return nil
	}
	credit, rests := l.creditSays(u)
	text := u.says + " in " + when.Age(l.Now.Sub(u.since)) + ". " + join([]string{credit, "For us: ask Wise."})
	return []Flag{{u.flag, text, u.since, evidence.Union(u.rests, rests)}}
}

// moneyNote says of a half that has just come that this is nothing odd.
func moneyNote(l life) Sentence {
	u, ok := l.unmetHalf()
	if !ok || l.due(u) {
		return Sentence{}
	}
	credit, rests := l.creditSays(u)
	return sentence(join([]string{u.says + " yet. That is normal: " + asRule + ".", credit}), u.rests, rests)
}

// creditSays names a balance credit that speaks for the half that is here.
func (l life) creditSays(u unmet) (string, evidence.IDs) {
	switch u.flag {
	case FlagRefundStateMissing:
		if m, ok := l.credited(); ok {
			return "A credit of the same amount on " + l.day(m.At) + " says that the money moved.", m.Evidence
		}
	case FlagRefundEventMissing:
		if m, ok := l.creditBeside(u); ok {
			return "A credit of " + amount(m.Amount) + " on " + l.day(m.At) + " with this transfer's number says that money moved.", m.Evidence
		}
	}
	return "", nil
}

// creditBeside finds a credit that goes with a state whose amount nobody has told: the
// last one, not long before it.
func (l life) creditBeside(u unmet) (found transfer.Moved, ok bool) {
	for _, m := range l.Facts.Movements {
		if m.Credit && (u.seen || !m.At.Before(u.since.Add(-time.Hour))) {
			found, ok = m, true
		}
	}
	return found, ok
}

// waitForState says what is still to come after a refund event.
func (l life) waitForState() string {
	if u, ok := l.unmetHalf(); ok && l.due(u) {
		return "The state has not followed the refund in " + when.Age(l.Now.Sub(u.since)) + ": ask Wise whether the refund stands."
	}
	return "Wait for the state: Wise reports it apart from the refund, and " + asRule + "."
}

// waitForAmount says what is still to come after funds_refunded.
func (l life) waitForAmount() string {
	if u, ok := l.unmetHalf(); ok && l.due(u) {
		return "The refund event with the amount has not come in " + when.Age(l.Now.Sub(u.since)) + ": look for the credit, and ask Wise; until then name no amount."
	}
	return "The refund event with the amount is still to come (" + asRule + "); until then name no amount."
}
