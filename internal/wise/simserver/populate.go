package simserver

import (
	"encoding/json"

	"transferdesk/internal/customer"
	"transferdesk/internal/transfer"
	"transferdesk/internal/wise/wisesim"
)

// Populate adds the customers and transfers of a plan's world, and tells nobody.
func (s *Server) Populate(w wisesim.World) {
	for _, p := range w.Profiles {
		profile := Profile{ID: p.ID, User: p.User, Business: p.Business, Name: p.Name, Country: p.Country}
		if w.Users[p.User] == customer.Deactivated {
			profile.State = "DEACTIVATED"
		}
		s.AddProfile(profile)
	}
	for _, r := range w.Recipients {
		s.AddRecipient(Recipient{ID: r.ID, Profile: r.Profile, Name: r.Name, Currency: r.Currency, Country: r.Country,
			Type: r.Type, Number: r.Number, BankName: r.BankName})
	}
	for _, t := range w.Transfers {
		s.AddTransfer(known(t))
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	for user, state := range w.Users {
		s.states[user] = state
	}
}

// PopulateSubscriptions adds the subscriptions that a plan's webhooks come from,
// as if all went to one URL.
func (s *Server) PopulateSubscriptions(w wisesim.World, url string) {
	for _, one := range w.Subscriptions {
		s.AddSubscription(Subscription{ID: one.ID, Name: one.EventType, TriggerOn: one.EventType, Version: one.Version, URL: url, planned: true})
	}
}

// Follow lets the trickle change the transfers here before its webhooks tell of
// it. A life whose transfer was changed here meanwhile, by a cancellation say,
// ends in the trickle.
func (s *Server) Follow(t *wisesim.Trickle) {
	t.Watch(func(before transfer.State, after wisesim.Payment) bool {
		now := s.now()
		s.mu.Lock()
		defer s.mu.Unlock()
		held := s.transfers[after.ID]
		if held == nil && before != "" || held != nil && held.Status != string(before) {
			return false
		}
		s.put(known(after), now)
		return true
	})
}

// known is a payment of a plan as a transfer here.
func known(p wisesim.Payment) Transfer {
	return Transfer{
		ID: p.ID, Profile: p.Profile, Recipient: p.Recipient, Status: string(p.State), Reference: p.Reference, Rate: json.Number(p.Rate),
		SourceCurrency: p.SourceCurrency, SourceValue: json.Number(p.SourceValue), TargetCurrency: p.TargetCurrency,
		TargetValue: json.Number(p.TargetValue), Created: p.Created, SentAt: p.SentAt, HasActiveIssues: p.Hindered,
	}
}
