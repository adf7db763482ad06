package wisesim

import (
	"time"

	"transferdesk/internal/transfer"
)

// held are transfers that something stands in the way of.
func held() []lifeKind {
	return []lifeKind{
		{"too little money came", 14, days, func(s *script) {
			s.to(transfer.IncomingPaymentWaiting)
			s.open("deposit_amount_less_invoice")
		}},
		{"too little money came, then the rest", 10, anyTime, func(s *script) {
			s.to(transfer.IncomingPaymentWaiting)
			s.open("deposit_amount_less_invoice")
			s.open()
			s.to(transfer.Processing, transfer.FundsConverted, transfer.OutgoingPaymentSent)
		}},
		{"two cases, one cleared", 4, days, func(s *script) {
			s.to(transfer.IncomingPaymentWaiting, transfer.Processing)
			s.open("deposit_proof_needed", "incorrect_name_deposit")
			s.open("incorrect_name_deposit")
		}},
		{"a case that nobody has classified", 2, days, func(s *script) {
			s.to(transfer.IncomingPaymentWaiting, transfer.Processing)
			s.open("sender_details_pending_review")
		}},
		{"a case left open at the end", 4, anyTime, func(s *script) {
			s.to(transfer.IncomingPaymentWaiting)
			s.open("joint_account_proof_needed")
			s.to(transfer.Processing, transfer.FundsConverted, transfer.OutgoingPaymentSent)
		}},
		{"Wise needs to know more", 5, days, func(s *script) {
			s.to(transfer.IncomingPaymentWaiting, transfer.Processing, transfer.Unknown)
		}},
	}
}

// odd are lives that are told badly, or end badly.
func odd() []lifeKind {
	return []lifeKind{
		{"charged back", 5, anyTime, func(s *script) {
			s.to(transfer.IncomingPaymentWaiting, transfer.Processing, transfer.ChargedBack)
		}},
		{"only a failure was heard of", 2, days, func(s *script) { s.fail(0, time.Second) }},
		{"only a case was heard of", 1, days, func(s *script) { s.open("deposit_amount_less_invoice") }},
	}
}
