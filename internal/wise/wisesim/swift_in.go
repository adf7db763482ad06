package wisesim

import (
	"strconv"
	"time"

	"github.com/shopspring/decimal"

	"transferdesk/internal/transfer"
)

// firstIncoming is where the ids of transfers begin that bring money to a customer;
// they are apart from those that take it out.
const firstIncoming = 41_000_000

// swiftVersions are the versions of swift-in#credit, the first of which carries only
// the message.
var swiftVersions = []string{"2.0.0", "3.0.0", "4.0.0", "4.1.0", "4.2.0"}

// swiftIn is a payment to a customer by SWIFT, and what was taken on its way.
type swiftIn struct {
	*payment
	n          int
	uetr       string
	rate       decimal.Decimal
	instructed decimal.Decimal // USD
	before     decimal.Decimal // USD, taken by a bank before Wise; zero: none
	fee        decimal.Decimal // of Wise, in the customer's currency; zero: none
	settled    decimal.Decimal // in the customer's currency
}

// newSwiftIn invents the n-th payment.
func (w *world) newSwiftIn(n int) swiftIn {
	of := w.profiles[(2+n*3)%len(w.profiles)]
	in := swiftIn{
		payment: &payment{id: firstIncoming + int64(n)*37 + 11, from: of, to: recipient{account: of.account}},
		n:       n, uetr: w.uuid(), rate: decimal.NewFromInt(1), instructed: w.amount("USD"),
	}
	if n%3 > 0 {
		in.before = decimal.New(450+int64(n%4)*250, -2)
	}
	if of.currency != "USD" {
		in.rate = decimal.New(8_000+w.rng.Int64N(900), -4)
		in.fee = in.instructed.Mul(decimal.New(35, -4)).Round(digitsOf(of.currency))
	}
	in.settled = in.instructed.Sub(in.before).Mul(in.rate).Sub(in.fee).Round(digitsOf(of.currency))
	in.amount = in.settled
	return in
}

// swiftIns are payments to customers: each is told by its transfer's states, by
// swift-in#credit and, but for one in seven, by the balance; one in eight goes back.
func (w *world) swiftIns(p Plan, post *postman) {
	for n := range max(16, p.Transfers/25) {
		in := w.newSwiftIn(n)
		at := w.inside(p, 3*time.Hour)
		if n%8 == 5 {
			at = w.inside(p, day(2))
		}
		post.state(in.payment, "", transfer.IncomingPaymentWaiting, at.Add(-2*time.Hour))
		post.state(in.payment, transfer.IncomingPaymentWaiting, transfer.Processing, at.Add(-time.Hour))
		post.state(in.payment, transfer.Processing, transfer.OutgoingPaymentSent, at)
		for i, sub := range w.listeners(in.from) {
			version := swiftVersions[(n+i*3)%len(swiftVersions)]
			post.post(in.body(version, at, sub.of("swift-in#credit")), at.Add(time.Second))
		}
		if n%7 != 3 {
			w.booked(in, at, post)
		}
		if n%8 == 5 {
			post.state(in.payment, transfer.OutgoingPaymentSent, transfer.FundsRefunded, at.Add(w.within(20*time.Hour, 40*time.Hour)))
		}
	}
}

// inside gives a time at least so long before now, and within the plan's days where
// there are as many.
func (w *world) inside(p Plan, least time.Duration) time.Time {
	return p.ago(w.within(least, max(least+time.Hour, day(p.Days)-3*time.Hour))).Truncate(time.Second)
}

// booked tells of the same money as the balance does; the older event type beside
// the newer for one in three.
func (w *world) booked(in swiftIn, at time.Time, post *postman) {
	reference := strconv.FormatInt(in.id, 10)
	if in.n%2 == 1 {
		reference = w.topUpReference()
	}
	m := movement{in.from, true, in.settled, reference, 900_000 + int64(in.n)}
	for i, sub := range w.listeners(in.from) {
		version := []string{"2.2.0", "4.0.0"}[i]
		post.post(m.body(version, at.UTC().Format(timeForm(version)), at.Add(time.Second), sub.of("balances#update")), at.Add(time.Second))
	}
	if in.n%3 == 0 {
		post.post(m.creditBody(at, w.app.of("balances#credit")), at.Add(2*time.Second))
	}
}

// state tells one state of a payment to every subscription that hears of it.
func (post *postman) state(p *payment, from, to transfer.State, at time.Time) {
	post.step(p, step{kind: transfer.StateChange, from: from, to: to}, at)
}
