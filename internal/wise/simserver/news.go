package simserver

import (
	"time"

	"github.com/google/uuid"

	"transferdesk/internal/customer"
	"transferdesk/internal/transfer"
	"transferdesk/internal/wise/wisesim"
)

// happened is a change of a transfer's state as news.
func happened(t *Transfer, at time.Time, from transfer.State) wisesim.News {
	return wisesim.News{Kind: transfer.StateChange, From: from, To: transfer.State(t.Status), At: at}
}

// tell sends news of a transfer to every subscription that hears of it: to those
// of the application, and to those of the transfer's profile.
func (s *Server) tell(t *Transfer, news wisesim.News) {
	news.Transfer, news.Profile, news.Account = t.ID, t.Profile, t.Recipient
	news.Amount, news.Currency = string(t.SourceValue), t.SourceCurrency
	s.send(news.EventType(), t.Profile, news.At, news.Body)
}

// tellUser sends news of a user, which applications alone hear.
func (s *Server) tellUser(id int64, from, to customer.UserState, at time.Time) {
	s.send("users#state-change", 0, at, wisesim.UserNews{User: id, From: from, To: to, At: at}.Body)
}

// send posts an event about a profile to every subscription that hears of it;
// body writes it for one of them, in its version.
func (s *Server) send(event string, profile int64, at time.Time, body func(subscription, version string, sent time.Time) []byte) {
	for _, one := range s.subscriptions {
		if one.TriggerOn == event && (one.Profile == 0 || one.Profile == profile) {
			s.postbox.post(one, wisesim.Delivery{At: at, Body: body(one.ID, one.Version, at), DeliveryID: uuid.NewString()})
		}
	}
}
