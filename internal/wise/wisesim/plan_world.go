package wisesim

import (
	"time"

	"transferdesk/internal/customer"
	"transferdesk/internal/transfer"
)

// World is the customers and transfers of a plan as they stand at its Now, for an
// API that tells of the same lives as the webhooks do.
type World struct {
	Profiles      []Profile
	Recipients    []Recipient
	Transfers     []Payment // without those that bring money in: they are other people's
	Subscriptions []Subscription
	Users         map[int64]customer.UserState // those whose accounts are not ACTIVE
}

// Profile is a customer's profile.
type Profile struct {
	ID, User int64
	Business bool
	Name     string
	Country  string // two letters
}

// Recipient is an account that a profile pays to. Name and number are nobody's.
type Recipient struct {
	ID, Profile             int64
	Name, Currency, Country string
	Type, Number, BankName  string
}

// Payment is a transfer. Values are decimals with the digits of their currency.
type Payment struct {
	ID, Profile, Recipient      int64
	State                       transfer.State
	Reference                   string
	Rate                        string
	SourceValue, SourceCurrency string
	TargetValue, TargetCurrency string
	Created, SentAt             time.Time // SentAt is zero until it is paid out
	Hindered                    bool      // cases are open
}

// Subscription is one that the plan's webhooks come from, of the application.
type Subscription struct{ ID, EventType, Version string }

// World gives the plan's world.
func (p Plan) World() World {
	w := newWorld(p.Seed, p.Transfers)
	all := World{Users: w.restricted(p), Subscriptions: p.subscriptions()}
	for i, one := range w.profiles {
		name, business := customerName(i)
		all.Profiles = append(all.Profiles, Profile{one.id, one.user, business, name, countryOf(one.currency)})
		for _, to := range one.recipients {
			all.Recipients = append(all.Recipients, to.details(one))
		}
	}
	for _, one := range w.payments(p) {
		at := one.start
		for _, s := range one.steps {
			at = at.Add(s.after)
			one.take(s, at)
		}
		all.Transfers = append(all.Transfers, one.details())
	}
	return all
}

// restricted gives the users whose accounts are not ACTIVE, as accounts tells them.
func (w *world) restricted(p Plan) map[int64]customer.UserState {
	states := map[int64]customer.UserState{}
	lives := accountLives()
	for i := range max(1, p.Transfers/100) {
		owner := w.profiles[(3+i*5)%len(w.profiles)]
		for _, c := range lives[i%len(lives)] {
			if c.ago <= day(p.Days) {
				states[owner.user] = c.to
			}
		}
		if states[owner.user] == customer.Active {
			delete(states, owner.user)
		}
	}
	return states
}
