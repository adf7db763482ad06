package wisesim

import (
	"time"

	"github.com/shopspring/decimal"

	"transferdesk/internal/transfer"
)

// payment is one transfer with the life that it will have.
type payment struct {
	id     int64
	from   *profile
	to     recipient
	amount decimal.Decimal // paid in, in the profile's currency
	kind   lifeKind
	start  time.Time
	steps  []step
	silent int      // so many of the last steps happened without a webhook
	now    standing // what the steps until now came to
}

// standing is where a payment stands.
type standing struct {
	state  transfer.State
	sent   time.Time // when it was last paid out; zero: never
	hinder bool      // cases are open
}

// take lets a step happen. A life that begins with a failure was paid out before.
func (p *payment) take(s step, at time.Time) {
	switch s.kind {
	case transfer.StateChange:
		p.now.state = s.to
		if s.to == transfer.OutgoingPaymentSent {
			p.now.sent = at
		}
	case transfer.ActiveCases:
		p.now.hinder = len(s.cases) > 0
	case transfer.PayoutFailure:
		if p.now.state == "" {
			p.now.state, p.now.sent = transfer.OutgoingPaymentSent, at
		}
	}
	if p.now.state == "" {
		p.now.state = transfer.IncomingPaymentWaiting
	}
}

// newPayment invents a transfer with a kind of life; code is the one that its
// payouts fail with, "" for any.
func (w *world) newPayment(kind lifeKind, code string) *payment {
	from := w.pick()
	to := from.recipients[w.rng.IntN(len(from.recipients))]
	if code == "" {
		code = w.failureCode(to)
	}
	s := &script{rng: w.rng, code: code}
	kind.write(s)
	return &payment{from: from, to: to, amount: w.amount(from.currency), kind: kind, steps: s.steps}
}

// failureCode gives the trouble of a recipient, or one of the codes, the common
// ones more often.
func (w *world) failureCode(to recipient) string {
	if to.trouble != "" {
		return to.trouble
	}
	if w.rng.IntN(3) > 0 {
		return failures[w.rng.IntN(common)].code
	}
	return failures[w.rng.IntN(len(failures))].code
}

// place sets the start so that the last step lies in the span of the kind, and
// the first not before the plan's first day.
func (w *world) place(p *payment, now time.Time, days int) {
	var lasts time.Duration
	for _, s := range p.steps {
		lasts += s.after
	}
	span := time.Duration(days)*24*time.Hour - lasts
	if oldest := p.kind.oldest; oldest > 0 {
		span = min(span, oldest)
	}
	age := time.Minute
	if span > 2*age {
		age += time.Duration(w.rng.Int64N(int64(span - age)))
	}
	p.start = now.Add(-age - lasts)
}

// chooser draws kinds by their weights.
type chooser struct {
	all   []lifeKind
	total int
}

// newChooser adds the weights up.
func newChooser() chooser {
	c := chooser{all: kinds()}
	for _, kind := range c.all {
		c.total += kind.weight
	}
	return c
}

// draw gives a kind.
func (c chooser) draw(w *world) lifeKind {
	left := w.rng.IntN(c.total)
	for _, kind := range c.all {
		if left -= kind.weight; left < 0 {
			return kind
		}
	}
	return c.all[0]
}
