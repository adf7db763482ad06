package simserver

import (
	"net/http"
	"time"

	"transferdesk/internal/transfer"
	"transferdesk/internal/wise/wisesim"
)

// cancelRefunded is how long after a cancellation money that had come goes back.
const cancelRefunded = time.Hour

// notCancellable is Wise's code for a cancellation that comes too late.
const notCancellable = "transfer.cancellation.not.allowed"

// cancelTransfer is PUT /v1/transfers/{id}/cancel: final, and only before the
// money is converted. A transfer with problems in its processing is refused too.
func (s *Server) cancelTransfer(c *call) reply {
	t := s.visible(c)
	if t == nil {
		return notFound(c)
	}
	early := t.isAt(transfer.IncomingPaymentWaiting, transfer.IncomingPaymentInitiated, transfer.Processing)
	if !early || t.HasActiveIssues && t.isAt(transfer.Processing) {
		return coded(http.StatusConflict, notCancellable, "Transfer cannot be cancelled", "")
	}
	funded := t.isAt(transfer.Processing)
	s.move(t, transfer.Cancelled, c.at, false)
	if funded {
		id := t.ID
		s.postbox.later(s.options.faster(cancelRefunded), func() { s.refund(id) })
	}
	return ok(s.transferAnswer(t))
}

// refund gives the money of a cancelled transfer back, and tells of it.
func (s *Server) refund(id int64) {
	at := s.now()
	s.mu.Lock()
	defer s.mu.Unlock()
	if t := s.transfers[id]; t != nil && t.isAt(transfer.Cancelled) {
		s.move(t, transfer.FundsRefunded, at, false)
		s.tell(t, wisesim.News{Kind: transfer.RefundIssued, Share: 1000, At: at})
	}
}
