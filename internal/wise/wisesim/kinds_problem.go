package wisesim

import (
	"time"

	"transferdesk/internal/transfer"
)

// returned are transfers that came back to Wise and are not over.
func returned() []lifeKind {
	return []lifeKind{
		{"returned", 34, days, func(s *script) {
			s.sent()
			s.bounce()
		}},
		{"returned, no reason yet", 8, days, func(s *script) {
			s.sent()
			s.to(transfer.BouncedBack)
		}},
		{"returned, the failure stamped just before it was sent", 4, days, func(s *script) {
			s.to(transfer.IncomingPaymentWaiting, transfer.Processing, transfer.FundsConverted)
			s.fail(time.Hour, 3*time.Hour)
			s.add(2*time.Second, 20*time.Second, step{kind: transfer.StateChange, from: s.held, to: transfer.OutgoingPaymentSent})
			s.held = transfer.OutgoingPaymentSent
			s.to(transfer.BouncedBack)
		}},
		{"returned a second time, for another reason", 6, days, func(s *script) {
			s.sent()
			s.bounce()
			s.to(transfer.Processing, transfer.FundsConverted, transfer.OutgoingPaymentSent)
			s.code = "REASON_NOT_SPECIFIED"
			s.bounce()
		}},
		{"back in process", 16, days, func(s *script) {
			s.sent()
			s.bounce()
			s.to(transfer.Processing)
		}},
		{"cancelled after it came back", 10, days, func(s *script) {
			s.sent()
			s.bounce()
			s.to(transfer.Processing, transfer.Cancelled)
		}},
		{"returned for a code without a card", 2, days, func(s *script) {
			s.code = "RECIPIENT_BANK_MERGED"
			s.sent()
			s.bounce()
		}},
	}
}

// refunded are transfers whose money went back, or seemed to.
func refunded() []lifeKind {
	back := func(s *script) {
		s.bounce()
		s.to(transfer.Processing, transfer.Cancelled, transfer.FundsRefunded)
	}
	return []lifeKind{
		{"refunded", 60, anyTime, func(s *script) {
			s.sent()
			back(s)
			s.refund(1000)
		}},
		{"refunded to the balance", 24, anyTime, func(s *script) {
			s.sentFromBalance()
			back(s)
			s.refund(1000)
			s.credit(1000)
		}},
		{"refunded short on a SWIFT route", 14, anyTime, func(s *script) {
			s.sentFromBalance()
			back(s)
			s.refund(910)
			s.credit(910)
		}},
		{"refunded, amount not reported", 6, days, func(s *script) {
			s.sent()
			back(s)
		}},
		{"refunded, state to come", 4, hours, func(s *script) {
			s.sent()
			s.bounce()
			s.to(transfer.Processing, transfer.Cancelled)
			s.add(time.Hour, 20*time.Hour, step{kind: transfer.RefundIssued, share: 1000})
		}},
		{"refund taken back", 3, days, func(s *script) {
			s.sent()
			back(s)
			s.refund(1000)
			s.to(transfer.Processing)
		}},
		{"never paid out, refunded", 10, anyTime, func(s *script) {
			s.to(transfer.IncomingPaymentWaiting, transfer.Processing, transfer.FundsRefunded)
			s.refund(1000)
		}},
		{"never paid out, refunded, amount not reported", 3, days, func(s *script) {
			s.to(transfer.IncomingPaymentWaiting, transfer.Processing, transfer.FundsRefunded)
		}},
	}
}

// cancelled are transfers that ended before they were paid out.
func cancelled() []lifeKind {
	return []lifeKind{
		{"cancelled, never funded", 40, anyTime, func(s *script) { s.to(transfer.IncomingPaymentWaiting, transfer.Cancelled) }},
		{"cancelled after it was funded", 10, days, func(s *script) {
			s.to(transfer.IncomingPaymentWaiting, transfer.Processing, transfer.Cancelled)
		}},
		{"cancelled, history missing", 4, anyTime, func(s *script) {
			s.unheard(transfer.IncomingPaymentWaiting)
			s.unheard(transfer.Unknown)
			s.to(transfer.Cancelled)
		}},
		{"cancelled and reopened", 3, hours, func(s *script) {
			s.to(transfer.IncomingPaymentWaiting, transfer.Cancelled, transfer.Processing)
		}},
	}
}
