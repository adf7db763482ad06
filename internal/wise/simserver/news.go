package simserver

import (
	"time"

	"github.com/google/uuid"

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
	for _, one := range s.subscriptions {
		if one.TriggerOn == news.EventType() && (one.Profile == 0 || one.Profile == t.Profile) {
			s.postbox.post(one, wisesim.Delivery{At: news.At, Body: news.Body(one.ID, one.Version, news.At), DeliveryID: uuid.NewString()})
		}
	}
}
