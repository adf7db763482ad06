package transfer

import (
	"time"

	"transferdesk/internal/evidence"
	"transferdesk/internal/money"
)

// Inbound is a payment to the customer: money that came by SWIFT and was credited to
// a balance. Its transfer has the states of any other, with another meaning (the
// table of paths): funds_refunded is "returned to the payer".
type Inbound struct {
	Amount    money.Amount `json:"amount,omitzero"`      // settled to the balance; zero: not told
	ByMessage bool         `json:"by_message,omitempty"` // Amount is what the banks settled, by the raw message: Wise may have credited another
	At        time.Time    `json:"at"`                   // when it was credited
	BySent    bool         `json:"by_sent,omitempty"`
	Evidence  evidence.IDs `json:"evidence"`

	ReturnedAt     time.Time    `json:"returned_at,omitzero"` // when it was returned after that; zero: it was not, or only asking told of it
	ReturnEvidence evidence.IDs `json:"return_evidence,omitempty"`
}

// Returned says whether the money has gone back to its payer.
func (in Inbound) Returned() bool { return len(in.ReturnEvidence) > 0 }

// inboundFacts is the last credit, and its return: funds_refunded, not before its
// second, and still held.
func (t timeline) inboundFacts() *Inbound {
	if len(t.incoming) == 0 {
		return nil
	}
	c := t.incoming[len(t.incoming)-1]
	in := &Inbound{At: c.at, BySent: c.bySent(), Evidence: c.evidence()}
	in.Amount, in.ByMessage = c.settled()
	if in.ByMessage || !in.Amount.Known() {
		in.bookedBy(t.movements)
	}
	if n := len(t.lives.visits); n > 0 {
		held := t.lives.visits[n-1]
		if held.State == FundsRefunded && !second(held.At).Before(second(in.At)) {
			in.ReturnedAt, in.ReturnEvidence = held.At, held.Evidence
			if held.Seen {
				in.ReturnedAt = time.Time{}
			}
		}
	}
	return in
}

// bookedBy takes the amount of the credit that names the transfer, if there is one
// and no more.
func (in *Inbound) bookedBy(movements []*cluster) {
	var credits []*cluster
	for _, c := range movements {
		if c.content.credit {
			credits = append(credits, c)
		}
	}
	if len(credits) == 1 {
		in.Amount, in.ByMessage = credits[0].movement().Amount, false
		in.Evidence = evidence.Union(in.Evidence, credits[0].evidence())
	}
}

// settled is the amount that Wise spelt out, with the most digits; where no body
// does, the one that was read from the raw message.
func (c *cluster) settled() (best money.Amount, byMessage bool) {
	byMessage = true
	for _, e := range c.bodies {
		in := e.incoming()
		switch {
		case !in.Settled.Known():
		case !best.Known(), byMessage && !in.ByMessage, byMessage == in.ByMessage && in.Settled.Digits() > best.Digits():
			best, byMessage = in.Settled, in.ByMessage
		}
	}
	return best, byMessage && best.Known()
}

// incoming is what a swift-in#credit says, and nothing of any other event.
func (e Event) incoming() Incoming {
	if e.Incoming == nil {
		return Incoming{}
	}
	return *e.Incoming
}
