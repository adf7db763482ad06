package wisesim

import (
	"math/rand/v2"
	"time"

	"transferdesk/internal/transfer"
)

// step is one thing that happens in a transfer's life.
type step struct {
	after  time.Duration // since the step before
	kind   transfer.Kind
	from   transfer.State // state_change
	to     transfer.State // state_change
	code   string         // payout_failure
	cases  []string       // active_cases: the whole list
	credit bool           // balance_update
	share  int            // refund, balance_update: per mille of the amount that was paid in
	silent bool           // it happened, but no webhook of it ever came
}

// script writes a life step by step.
type script struct {
	rng   *rand.Rand
	code  string // the payout-failure code of this life
	held  transfer.State
	steps []step
}

// between is a random pause.
func (s *script) between(least, most time.Duration) time.Duration {
	return least + time.Duration(s.rng.Int64N(int64(most-least)+1))
}

// add writes a step.
func (s *script) add(least, most time.Duration, one step) {
	one.after = s.between(least, most)
	s.steps = append(s.steps, one)
}

// pauses before a state is entered: the least and the most that is usual.
var pauses = map[transfer.State][2]time.Duration{
	transfer.IncomingPaymentWaiting:   {0, 0},
	transfer.IncomingPaymentInitiated: {2 * time.Minute, 5 * time.Hour},
	transfer.Processing:               {3 * time.Minute, 12 * time.Hour},
	transfer.FundsConverted:           {20 * time.Second, 2 * time.Hour},
	transfer.OutgoingPaymentSent:      {15 * time.Second, 3 * time.Hour},
	transfer.BouncedBack:              {6 * time.Hour, 70 * time.Hour},
	transfer.Cancelled:                {30 * time.Minute, 20 * time.Hour},
	transfer.FundsRefunded:            {1 * time.Hour, 40 * time.Hour},
	transfer.ChargedBack:              {20 * time.Hour, 90 * time.Hour},
	transfer.Unknown:                  {1 * time.Hour, 30 * time.Hour},
}

// to enters states, one after the other.
func (s *script) to(states ...transfer.State) {
	for _, state := range states {
		pause, usual := pauses[state]
		if !usual {
			pause = [2]time.Duration{time.Minute, time.Hour}
		}
		s.add(pause[0], pause[1], step{kind: transfer.StateChange, from: s.held, to: state})
		s.held = state
	}
}

// unheard enters a state of which no webhook ever comes.
func (s *script) unheard(state transfer.State) {
	s.to(state)
	s.steps[len(s.steps)-1].silent = true
}

// fail reports that the payout failed.
func (s *script) fail(least, most time.Duration) {
	s.add(least, most, step{kind: transfer.PayoutFailure, code: s.code})
}

// bounce is a failure with its return a little later.
func (s *script) bounce() {
	s.fail(5*time.Hour, 60*time.Hour)
	s.add(time.Second, 2*time.Hour, step{kind: transfer.StateChange, from: s.held, to: transfer.BouncedBack})
	s.held = transfer.BouncedBack
}

// refund reports a refund of so many per mille of what was paid in.
func (s *script) refund(share int) {
	s.add(time.Second, 3*time.Second, step{kind: transfer.RefundIssued, share: share})
}

// open reports the whole list of active cases.
func (s *script) open(cases ...string) {
	s.add(10*time.Minute, 4*time.Hour, step{kind: transfer.ActiveCases, cases: cases})
}

// debit takes the money from the customer's balance, credit gives it back.
func (s *script) debit() {
	s.add(time.Second, 4*time.Second, step{kind: transfer.BalanceUpdate, share: 1000})
}

func (s *script) credit(share int) {
	s.add(time.Second, 5*time.Second, step{kind: transfer.BalanceUpdate, credit: true, share: share})
}

// sent goes the whole happy way.
func (s *script) sent() {
	s.to(transfer.IncomingPaymentWaiting, transfer.Processing, transfer.FundsConverted, transfer.OutgoingPaymentSent)
}

// sentFromBalance goes the happy way of a transfer that the balance pays for.
func (s *script) sentFromBalance() {
	s.to(transfer.IncomingPaymentWaiting)
	s.debit()
	s.add(time.Second, time.Minute, step{kind: transfer.StateChange, from: s.held, to: transfer.Processing})
	s.held = transfer.Processing
	s.to(transfer.FundsConverted, transfer.OutgoingPaymentSent)
}
