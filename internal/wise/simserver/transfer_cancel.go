package simserver

import (
	"net/http"

	"transferdesk/internal/transfer"
)

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
	s.move(t, transfer.Cancelled, c.at, false)
	return ok(s.transferAnswer(t))
}
