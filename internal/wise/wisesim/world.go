package wisesim

import (
	"math/rand/v2"

	"github.com/google/uuid"
	"github.com/shopspring/decimal"
)

// world is the customers of a plan.
type world struct {
	rng      *rand.Rand
	profiles []*profile
	app      subscription // the application's own subscription: hears of every profile
	newer    string       // the id of its second one, which hears of cards, cases and the like, and of some profiles' transfers, in newer versions
}

// profile is one customer.
type profile struct {
	id, user, account, balance int64
	currency                   string
	recipients                 []recipient
	own                        *subscription // a second one that hears of its transfers, the same for all that have one; nil: none
}

// recipient is an account that a profile pays to.
type recipient struct {
	account  int64
	currency string
	trouble  string // a code that its payouts fail with again and again; "": none
}

// subscription is where Wise sends copies from, in one schema version. One of a
// plan stands for a subscription to each event type, which of gives.
type subscription struct{ id, version string }

// of is the subscription to one event type, with an id of its own.
func (s subscription) of(event string) subscription {
	return subscription{uuid.NewSHA1(uuid.MustParse(s.id), []byte(event)).String(), s.version}
}

// places are currencies with their digits, the more common ones more often.
var places = []struct {
	currency string
	digits   int32
}{
	{"EUR", 2}, {"GBP", 2}, {"USD", 2}, {"EUR", 2}, {"GBP", 2}, {"USD", 2},
	{"INR", 2}, {"BRL", 2}, {"JPY", 0}, {"PLN", 2}, {"SGD", 2}, {"KWD", 3}, {"CLP", 0}, {"AUD", 2},
}

// newWorld invents the customers for so many transfers.
func newWorld(seed uint64, transfers int) *world {
	w := &world{rng: rand.New(rand.NewPCG(seed, 0x5eed))}
	w.app = subscription{id: w.uuid(), version: "2.0.0"}
	w.newer = uuidFrom(rand.New(rand.NewPCG(seed, 0x2ed)))
	for i := range max(4, transfers/14) {
		w.profiles = append(w.profiles, w.newProfile(i))
	}
	return w
}

// newProfile invents one customer. The first pays many people, as a payroll does.
func (w *world) newProfile(i int) *profile {
	p := &profile{
		id:       16_000_000 + int64(i)*7919 + w.rng.Int64N(7000),
		user:     9_100_000 + int64(i)*613 + w.rng.Int64N(600),
		account:  31_000_000 + int64(i)*97,
		balance:  20_400_000 + int64(i)*31,
		currency: places[w.rng.IntN(6)].currency,
	}
	if i%4 == 3 {
		p.currency = places[w.rng.IntN(len(places))].currency
	}
	if i%6 == 0 {
		p.own = &subscription{id: w.newer, version: "4.0.0"}
	}
	count := 2 + w.rng.IntN(4)
	if i == 0 {
		count = 40
	}
	for n := range count {
		r := recipient{
			account:  14_000_000 + int64(i)*3571 + int64(n)*83,
			currency: places[w.rng.IntN(len(places))].currency,
		}
		if n == 0 && i%5 == 2 {
			r.trouble = failures[w.rng.IntN(4)].code
		}
		p.recipients = append(p.recipients, r)
	}
	return p
}

// pick chooses a customer: the first makes one transfer in twelve.
func (w *world) pick() *profile {
	if w.rng.IntN(12) == 0 {
		return w.profiles[0]
	}
	return w.profiles[w.rng.IntN(len(w.profiles))]
}

// amount invents an amount between about 15 and 20,000, small ones more often,
// with the digits of its currency.
func (w *world) amount(currency string) decimal.Decimal {
	cents := int64(1500)
	for range w.rng.IntN(11) {
		cents *= 2
	}
	cents += w.rng.Int64N(cents)
	if w.rng.IntN(3) == 0 {
		cents -= cents % 1000 // people like round amounts
	}
	return decimal.New(cents, -2).Round(digitsOf(currency))
}

// digitsOf gives the digits that amounts of a currency are written with.
func digitsOf(currency string) int32 {
	for _, place := range places {
		if place.currency == currency {
			return place.digits
		}
	}
	return 2
}

// uuid invents a UUID that is the same for the same seed.
func (w *world) uuid() string { return uuidFrom(w.rng) }

// uuidFrom invents one from any chance.
func uuidFrom(rng *rand.Rand) string {
	var id uuid.UUID
	for i := range id {
		id[i] = byte(rng.Uint32())
	}
	id[6], id[8] = id[6]&0x0f|0x40, id[8]&0x3f|0x80
	return id.String()
}
