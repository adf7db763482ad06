package simserver

import (
	"cmp"
	"fmt"
	"strings"
)

// Recipient is an account that a profile pays to.
type Recipient struct {
	ID, Profile int64
	Name        string // "": invented
	Currency    string
	Country     string // two letters; "": GB
	Type        string // iban, sort_code, swift_code …; "": iban
	Number      string // IBAN or account number; "": invented
	BankName    string // "": invented
	Business    bool
}

// AddRecipient adds a recipient, or replaces the one with its id.
func (s *Server) AddRecipient(r Recipient) {
	r.Name, r.Country, r.Type = cmp.Or(r.Name, "Rita Recipient"), cmp.Or(r.Country, "GB"), cmp.Or(r.Type, "iban")
	r.Currency, r.BankName = cmp.Or(r.Currency, "GBP"), cmp.Or(r.BankName, "Sample Bank of "+r.Country)
	r.Number = cmp.Or(r.Number, fmt.Sprintf("%s00SIMU%014d", r.Country, inventNumber("number", r.ID, 1e14)))
	s.mu.Lock()
	defer s.mu.Unlock()
	s.recipients[r.ID] = &r
}

// showRecipient is GET /v2/accounts/{id}.
func (s *Server) showRecipient(c *call) reply {
	one := s.recipients[c.id("accountId")]
	if one == nil || !c.by.sees(s.profiles[one.Profile]) {
		return notFound(c)
	}
	return ok(one.answer(s.profiles[one.Profile].User))
}

// ending gives the last four characters of the account's number.
func (r *Recipient) ending() string { return r.Number[max(0, len(r.Number)-4):] }

// sortCode is a sort code that no bank has.
func (r *Recipient) sortCode() string {
	return fmt.Sprintf("00-00-%02d", inventNumber("sort", r.ID, 100))
}

// split gives a given and a family name.
func (r *Recipient) split() (given, family string) {
	given, family, found := strings.Cut(r.Name, " ")
	if !found {
		return r.Name, r.Name
	}
	return given, family
}
