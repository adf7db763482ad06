package wisesim

import (
	"time"

	"transferdesk/internal/transfer"
)

// The spans within which the last step of a life lies. A transfer that stands in
// a passing state for weeks would be no picture of real life.
const (
	anyTime = 0
	hours   = 20 * time.Hour
	days    = 6 * 24 * time.Hour
	weeks   = 13 * 24 * time.Hour
)

// lifeKind is one kind of life that a transfer can have.
type lifeKind struct {
	name   string
	weight int           // how common it is
	oldest time.Duration // how long ago its last step lies at most; 0: anywhere in the plan's days
	write  func(*script)
}

// kinds are all kinds of lives, told in full at least once where there are as
// many transfers. Each ends in another row of the headlines, or gets there in
// another way.
func kinds() []lifeKind {
	var all []lifeKind
	for _, group := range [][]lifeKind{onTheirWay(), paidOut(), returned(), refunded(), cancelled(), held(), odd()} {
		all = append(all, group...)
	}
	return all
}

// onTheirWay are transfers that have not been paid out yet.
func onTheirWay() []lifeKind {
	return []lifeKind{
		{"waits for funding", 30, weeks, func(s *script) { s.to(transfer.IncomingPaymentWaiting) }},
		{"funding announced", 12, hours, func(s *script) {
			s.to(transfer.IncomingPaymentWaiting, transfer.IncomingPaymentInitiated)
		}},
		{"in process", 25, hours, func(s *script) { s.to(transfer.IncomingPaymentWaiting, transfer.Processing) }},
		{"converted", 12, hours, func(s *script) {
			s.to(transfer.IncomingPaymentWaiting, transfer.Processing, transfer.FundsConverted)
		}},
		{"stepped back and on", 4, anyTime, func(s *script) {
			s.to(transfer.IncomingPaymentWaiting, transfer.Processing, transfer.FundsConverted,
				transfer.Processing, transfer.FundsConverted, transfer.OutgoingPaymentSent)
		}},
		{"in a state nobody knows", 1, days, func(s *script) {
			s.to(transfer.IncomingPaymentWaiting, transfer.Processing, "outgoing_payment_scheduled")
		}},
	}
}

// paidOut are transfers that have left Wise and not come back.
func paidOut() []lifeKind {
	return []lifeKind{
		{"paid out", 900, anyTime, (*script).sent},
		{"paid out from the balance", 500, anyTime, (*script).sentFromBalance},
		{"paid out after an announced payment", 160, anyTime, func(s *script) {
			s.to(transfer.IncomingPaymentWaiting, transfer.IncomingPaymentInitiated)
			s.to(transfer.Processing, transfer.FundsConverted, transfer.OutgoingPaymentSent)
		}},
		{"paid out, one event missing", 8, anyTime, func(s *script) {
			s.to(transfer.IncomingPaymentWaiting, transfer.Processing)
			s.unheard(transfer.FundsConverted)
			s.to(transfer.OutgoingPaymentSent)
		}},
		{"paid out again after it came back", 14, days, func(s *script) {
			s.sent()
			s.bounce()
			s.to(transfer.Processing, transfer.FundsConverted, transfer.OutgoingPaymentSent)
		}},
		{"taken back by Wise", 6, days, func(s *script) {
			s.sent()
			s.to(transfer.Processing)
		}},
		{"Wise is trying again", 6, hours, func(s *script) {
			s.code = "TECHNICAL_ISSUE_RETRYABLE"
			s.sent()
			s.fail(time.Hour, 20*time.Hour)
		}},
		{"failed, the state stays", 8, days, func(s *script) {
			s.code = "MANDATE_NOT_FILLED_IN"
			s.sent()
			s.fail(20*time.Hour, 60*time.Hour)
		}},
		{"charged back after it was paid out", 4, anyTime, func(s *script) {
			s.sent()
			s.to(transfer.ChargedBack)
		}},
	}
}
