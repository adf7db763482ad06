package transfer

import "time"

// LegName names a part of a transfer's way that is timed.
type LegName string

// The legs, each of one attempt.
const (
	CreatedSent     LegName = "created_sent"     // from the creation to the first time that it was paid out
	SentBounced     LegName = "sent_bounced"     // from each time that it was paid out to its coming back
	BouncedRefunded LegName = "bounced_refunded" // from the last return to funds_refunded, with no payout in between
)

// LegNames lists the legs in the order of the way.
func LegNames() []LegName { return []LegName{CreatedSent, SentBounced, BouncedRefunded} }

// Leg is one part of the way that has begun. It is measured by Wise's own
// occurred_at alone: one whose beginning, or whose end, rests on another time is none.
type Leg struct {
	Name LegName
	Code string    // of the last failure of its attempt, as Wise spells it; "" when none is reported
	From time.Time // never zero
	To   time.Time // zero unless Done
	Done bool      // false: begun, and it may still end
}

// Took is how long a leg that is done lasted, in whole seconds, cut.
func (l Leg) Took() time.Duration { return l.To.Sub(l.From).Truncate(time.Second) }

// Legs lists the parts of the way that have begun and are done or may still be. A
// payment to the customer has none: its states mean something else.
func (f Facts) Legs() []Leg {
	if f.Inbound != nil || len(f.Visits) == 0 {
		return nil
	}
	return f.refunds(f.returns(f.creation(nil)))
}

// creation adds the leg from the creation to the first payout.
func (f Facts) creation(legs []Leg) []Leg {
	from := f.Visits[0]
	if !f.Created || !from.occurred() {
		return legs
	}
	for _, v := range f.Visits {
		if v.Attempt > 0 {
			return f.ended(legs, CreatedSent, from, v, v.State == OutgoingPaymentSent && v.Attempt == 1)
		}
	}
	return f.open(legs, CreatedSent, from, !f.Final())
}

// returns adds the legs from a payout to its return, one for each attempt.
func (f Facts) returns(legs []Leg) []Leg {
	for i, sent := range f.Visits {
		if sent.State == OutgoingPaymentSent && sent.occurred() && (i == 0 || f.Visits[i-1].Attempt < sent.Attempt) {
			legs = f.comesBack(legs, i)
		}
	}
	return legs
}

// comesBack adds the leg of the payout with that index. One that another payout
// followed without a return is over, and never came back.
func (f Facts) comesBack(legs []Leg, i int) []Leg {
	sent := f.Visits[i]
	for _, v := range f.Visits[i+1:] {
		switch {
		case v.Attempt > sent.Attempt, v.From == BouncedBack:
			return legs
		case v.State == BouncedBack:
			return f.ended(legs, SentBounced, sent, v, true)
		}
	}
	return f.open(legs, SentBounced, sent, !f.Final())
}

// refunds adds the legs from a return to its refund.
func (f Facts) refunds(legs []Leg) []Leg {
	var bounce *Visit
	for i := range f.Visits {
		v := &f.Visits[i]
		if bounce != nil && v.Attempt > bounce.Attempt || v.State == ChargedBack {
			bounce = nil
		}
		switch {
		case v.State == BouncedBack:
			bounce = v
		case v.State == FundsRefunded && bounce != nil:
			legs, bounce = f.ended(legs, BouncedRefunded, *bounce, *v, true), nil
		}
	}
	if bounce == nil {
		return legs
	}
	return f.open(legs, BouncedRefunded, *bounce, true)
}

// ended adds a leg that is done, if both of its ends are Wise's own and in order.
func (f Facts) ended(legs []Leg, name LegName, from, to Visit, fits bool) []Leg {
	if !fits || !from.occurred() || !to.occurred() || to.At.Before(from.At) {
		return legs
	}
	return append(legs, Leg{Name: name, Code: f.failureOf(to.Attempt), From: from.At, To: to.At, Done: true})
}

// open adds a leg that is not done, while it may still be.
func (f Facts) open(legs []Leg, name LegName, from Visit, maybe bool) []Leg {
	if !maybe || !from.occurred() {
		return legs
	}
	return append(legs, Leg{Name: name, Code: f.failureOf(from.Attempt), From: from.At})
}

// failureOf is the code of the last failure of an attempt, "" when none is reported.
func (f Facts) failureOf(attempt int) string {
	for i := len(f.Failures) - 1; i >= 0; i-- {
		if f.Failures[i].Attempt == attempt {
			return f.Failures[i].Code
		}
	}
	return ""
}

// occurred says whether the visit stands at a time of Wise's own.
func (v Visit) occurred() bool { return !v.Seen && !v.BySent && !v.At.IsZero() }
