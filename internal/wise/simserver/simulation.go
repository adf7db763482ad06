package simserver

import (
	"encoding/json"
	"net/http"
	"slices"

	"transferdesk/internal/transfer"
	"transferdesk/internal/wise/wisesim"
)

// notSimulated is the code for a simulation out of order.
const notSimulated = "transfer.simulation.not.allowed"

// before says from which states the sandbox moves a transfer to a state.
var before = map[transfer.State][]transfer.State{
	transfer.Processing:          {transfer.IncomingPaymentWaiting, transfer.IncomingPaymentInitiated},
	transfer.FundsConverted:      {transfer.Processing},
	transfer.OutgoingPaymentSent: {transfer.FundsConverted},
	transfer.BouncedBack:         {transfer.OutgoingPaymentSent},
	transfer.FundsRefunded:       {transfer.BouncedBack},
}

// simulate is GET /v1/simulation/transfers/{id}/{status}: the next state in order.
// A refund says what it came to, short for a transfer that went by SWIFT.
func (s *Server) simulate(c *call) reply {
	t, to := s.visible(c), transfer.State(c.values["status"])
	from, known := before[to]
	if t == nil || !known {
		return notFound(c)
	}
	if !slices.Contains(from, transfer.State(t.Status)) {
		return coded(http.StatusConflict, notSimulated, "The transfer is not in a state from which it can get there", "status")
	}
	s.move(t, to, c.at, false)
	if to == transfer.FundsRefunded {
		s.tell(t, wisesim.News{Kind: transfer.RefundIssued, Share: t.refunded(), At: c.at})
	}
	return ok(s.transferAnswer(t))
}

// refunded is how much of a transfer comes back, per mille: a SWIFT refund is 5
// to 15 % short.
func (t *Transfer) refunded() int {
	if t.bySWIFT() {
		return 850 + int(inventNumber("refund", t.ID, 101))
	}
	return 1000
}

// simulateFailure is POST /v1/simulation/transfers/{id}/payout-failure, for
// transfers that were sent.
func (s *Server) simulateFailure(c *call) reply {
	t := s.visible(c)
	if t == nil {
		return notFound(c)
	}
	var asked struct {
		Code string `json:"failure_reason_code"`
	}
	if json.Unmarshal(c.body, &asked) != nil || asked.Code == "" || !t.isAt(transfer.OutgoingPaymentSent, transfer.BouncedBack) {
		return coded(http.StatusBadRequest, notSimulated, "No code, or the transfer was not sent", "failure_reason_code")
	}
	s.tell(t, wisesim.News{Kind: transfer.PayoutFailure, Code: asked.Code, At: c.at})
	return ok(s.transferAnswer(t))
}

// topUpAnswer is what a top-up came to.
type topUpAnswer struct {
	ID       int64          `json:"transactionId"`
	State    string         `json:"state"`
	Balances []balanceAfter `json:"balancesAfter"`
}

// balanceAfter is a balance after it.
type balanceAfter struct {
	ID       int64       `json:"id"`
	Value    json.Number `json:"value"`
	Currency string      `json:"currency"`
}

// topUp is POST /v1/simulation/balance/topup. The balance was empty before.
func (s *Server) topUp(c *call) reply {
	var asked struct {
		Profile  int64       `json:"profileId"`
		Balance  int64       `json:"balanceId"`
		Currency string      `json:"currency"`
		Amount   json.Number `json:"amount"`
	}
	if json.Unmarshal(c.body, &asked) != nil || asked.Amount == "" || asked.Currency == "" {
		return coded(http.StatusBadRequest, "error.validation", "Missing amount or currency", "amount")
	}
	if !c.by.sees(s.profiles[asked.Profile]) {
		return forbidden(c)
	}
	id := c.at.UnixMilli()
	news := wisesim.News{Kind: transfer.BalanceUpdate, Profile: asked.Profile, Amount: string(asked.Amount), Currency: asked.Currency,
		Credit: true, Reference: "BNK-" + itoa(id%10_000_000), At: c.at}
	s.send(news.EventType(), asked.Profile, c.at, news.Body)
	return ok(topUpAnswer{id, "COMPLETED", []balanceAfter{{asked.Balance, asked.Amount, asked.Currency}}})
}
