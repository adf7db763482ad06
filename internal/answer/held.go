package answer

import (
	"time"

	"transferdesk/internal/evidence"
	"transferdesk/internal/reason"
	"transferdesk/internal/transfer"
)

// Row: held_verification. Not to be said: why this customer is asked, "being
// checked", or how to word anything.

// isHeldVerification: before it was sent, and the verification is not done.
func isHeldVerification(l life) bool {
	return l.Verification != nil && l.Verification.Holds &&
		l.is(transfer.IncomingPaymentWaiting, transfer.IncomingPaymentInitiated, transfer.Processing, transfer.FundsConverted)
}

// sayHeldVerification: the payment waits for the customer's verification.
func sayHeldVerification(l life) words {
	v := l.Verification
	w := words{
		tag:      "Waits for the verification",
		tone:     Waiting,
		rests:    evidence.Union(l.held.Evidence, v.Headline.Evidence),
		headline: l.reopened("Cannot go on until the customer's verification is done.", "Cannot go on until the verification is done."),
		where:    l.heldWhere(),
		since:    l.sinceHeld("Waits for the verification", v.SinceAt, v.Headline.Evidence),
		why:      v.Headline.Text,
		whyRests: v.Headline.Evidence,
		who:      v.WhoActs,
		whoText:  heldWho(v.WhoActs),
		next:     l.nextOr(v.Ask),
		customer: []spoken{l.subject() + " cannot go on until the verification of your account is done."},
	}
	if v.WhoActs == reason.Sender {
		w.customer = append(w.customer, "Please hand in what Wise asks for, by the upload form and not by e-mail.")
	}
	w.customer = append(w.customer, l.caseTexts()...)
	return w
}

// heldWhere says where the money is meanwhile.
func (l life) heldWhere() string {
	switch {
	case l.is(transfer.Processing):
		return "At Wise, in process. It is not paid out yet."
	case l.is(transfer.FundsConverted):
		return "At Wise, converted. It is not paid out yet."
	}
	return "Not at Wise yet, as far as Wise has told us."
}

// heldWho says who has to act before it goes on.
func heldWho(who reason.Who) string {
	switch who {
	case reason.Sender:
		return "The sender: something is needed for the verification."
	case reason.Wise:
		return "Wise: everything for the verification is handed in."
	}
	return "We: ask Wise what the verification still needs."
}

// later is the later of two times.
func later(a, b time.Time) time.Time {
	if b.After(a) {
		return b
	}
	return a
}
