package simserver

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"transferdesk/internal/transfer"
	"transferdesk/internal/wise/wisesim"
)

// Transfer is a transfer as Wise knows it.
type Transfer struct {
	ID, Profile, Recipient int64
	Status                 string // "": incoming_payment_waiting
	Reference              string
	Rate                   json.Number // "": 1
	SourceCurrency         string
	SourceValue            json.Number // "": 0
	TargetCurrency         string
	TargetValue            json.Number // "": 0
	Created                time.Time   // zero: now
	SentAt                 time.Time   // when the payout left; zero: not yet, or now when Status says that it did
	HasActiveIssues        bool
	CustomerTransactionID  string // a UUID; "": invented
	Originator             string // in whose name the money is sent, where that is not the profile; "": the profile
}

// ErrNoTransfer says that there is no transfer with an id.
var ErrNoTransfer = errors.New("there is no such transfer")

// AddTransfer adds a transfer, or replaces the one with its id. No webhook tells of it.
func (s *Server) AddTransfer(t Transfer) {
	now := s.now()
	s.mu.Lock()
	defer s.mu.Unlock()
	s.put(t, now)
}

// put is AddTransfer under the lock.
func (s *Server) put(t Transfer, now time.Time) {
	t.Status = cmp.Or(t.Status, string(transfer.IncomingPaymentWaiting))
	t.Rate, t.SourceValue, t.TargetValue = cmp.Or(t.Rate, "1"), cmp.Or(t.SourceValue, "0"), cmp.Or(t.TargetValue, "0")
	t.SourceCurrency, t.TargetCurrency = cmp.Or(t.SourceCurrency, "GBP"), cmp.Or(t.TargetCurrency, "GBP")
	t.CustomerTransactionID = cmp.Or(t.CustomerTransactionID, inventUUID("customer transaction", t.ID))
	if t.Created.IsZero() {
		t.Created = now
	}
	if t.SentAt.IsZero() && t.Status == string(transfer.OutgoingPaymentSent) {
		t.SentAt = now
	}
	s.transfers[t.ID] = &t
}

// SetStatus moves a transfer to a state, of Wise's or any other, and tells every
// subscription that hears of it; silently tells none, as if the webhooks were
// lost. It gives ErrNoTransfer when there is none.
func (s *Server) SetStatus(transferID int64, state string, silently bool) error {
	now := s.now()
	s.mu.Lock()
	defer s.mu.Unlock()
	t := s.transfers[transferID]
	if t == nil {
		return fmt.Errorf("moving transfer %d: %w", transferID, ErrNoTransfer)
	}
	s.move(t, transfer.State(state), now, silently)
	return nil
}

// SetCases says which cases hinder a transfer from now on, none for an empty
// list, and tells every subscription that hears of it unless silently. It gives
// ErrNoTransfer when there is no such transfer.
func (s *Server) SetCases(transferID int64, cases []string, silently bool) error {
	now := s.now()
	s.mu.Lock()
	defer s.mu.Unlock()
	t := s.transfers[transferID]
	if t == nil {
		return fmt.Errorf("the cases of transfer %d: %w", transferID, ErrNoTransfer)
	}
	t.HasActiveIssues = len(cases) > 0
	if !silently {
		s.tell(t, wisesim.News{Kind: transfer.ActiveCases, Cases: cases, At: now})
	}
	return nil
}

// move is SetStatus under the lock.
func (s *Server) move(t *Transfer, to transfer.State, at time.Time, silently bool) {
	from := transfer.State(t.Status)
	t.Status = string(to)
	if to == transfer.OutgoingPaymentSent {
		t.SentAt = at
	}
	if !silently {
		s.tell(t, happened(t, at, from))
	}
}

// visible finds the transfer of the path that the token sees; nil is none.
func (s *Server) visible(c *call) *Transfer {
	t := s.transfers[c.id("transferId")]
	if t == nil || !c.by.sees(s.owner(t)) {
		return nil
	}
	return t
}

// owner is the profile of a transfer; one that nobody added is a stranger's.
func (s *Server) owner(t *Transfer) *Profile {
	if p := s.profiles[t.Profile]; p != nil {
		return p
	}
	return &Profile{ID: t.Profile, Name: "Nobody Invented", Country: "GB", State: "VISIBLE"}
}

// recipient is where a transfer goes; one that nobody added has a name only.
func (s *Server) recipient(t *Transfer) *Recipient {
	if r := s.recipients[t.Recipient]; r != nil {
		return r
	}
	return &Recipient{ID: t.Recipient, Profile: t.Profile, Name: "Rita Recipient", Currency: t.TargetCurrency, Country: "GB",
		Type: "iban", Number: "GB00SIMU00000000000000", BankName: "Sample Bank of GB"}
}

// showTransfer is GET /v1/transfers/{id}.
func (s *Server) showTransfer(c *call) reply {
	t := s.visible(c)
	if t == nil {
		return notFound(c)
	}
	return ok(s.transferAnswer(t))
}

// isAt says whether the transfer is in one of some states.
func (t *Transfer) isAt(states ...transfer.State) bool {
	for _, state := range states {
		if t.Status == string(state) {
			return true
		}
	}
	return false
}
