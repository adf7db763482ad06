package answer

import (
	"cmp"
	"slices"
	"strings"

	"transferdesk/internal/activity"
	"transferdesk/internal/reason"
)

// cashMachine is the merchant category of cash machines (seeds: a transaction of
// nothing there is a balance enquiry, elsewhere a test of the card).
const cashMachine = "6011"

// sayCardTransaction: what became of a card payment.
func (s scene) sayCardTransaction() activityWords {
	var d activity.TransactionDetail
	if s.Facts.Detail.Transaction != nil {
		d = *s.Facts.Detail.Transaction
	}
	name := "Card transaction"
	if d.Type != "" {
		name = s.titled(reason.CardTypes, d.Type)
	}
	w := s.plain(paymentTitle(name, amount(d.Amount), d.Merchant.Name))
	switch strings.ToUpper(s.Facts.State()) {
	case "DECLINED":
		s.sayDeclined(&w, d)
	case "COMPLETED":
		w.headline = completed(d)
		if isCredit(d) || isNothing(d) {
			w.word.Ask = ""
		}
	case "IN_PROGRESS":
		w.headline = s.reserved(d)
		if isNothing(d) {
			w.tag = "No money asked for"
		}
	}
	if strings.EqualFold(d.Type, "CASH_WITHDRAWAL") && !strings.EqualFold(s.Facts.State(), "DECLINED") {
		w.word.Ask = strings.TrimSpace(w.word.Ask + " No cash, but debited: a dispute at once.")
	}
	s.addTransaction(&w, d)
	return w
}

// paymentTitle names a payment: what it is, how much, and to whom.
func paymentTitle(name, sum, merchant string) string {
	if sum != "" {
		name += ", " + sum
	}
	if merchant != "" {
		name += " at " + brief(merchant, 40)
	}
	return name
}

// sayDeclined: the detailed reason wins over the plain one. None given is not known.
func (s scene) sayDeclined(w *activityWords, d activity.TransactionDetail) {
	code := cmp.Or(d.Detailed, d.Decline)
	if code == "" {
		w.headline = "Not paid: declined, and Wise gives no reason."
		return
	}
	why := s.Catalogue.Word(reason.Declines, code)
	w.headline = "Not paid: " + lowerFirst(why.Title) + "."
	if !why.Known {
		w.headline = "Not paid: Wise gives a reason that we don't know yet."
		w.addCode("Wise's reason", code)
	} else {
		w.add("Why", why.Meaning)
	}
	w.word = why
	w.word.Standing = reason.Over
}

// completed says which way the money went.
func completed(d activity.TransactionDetail) string {
	switch {
	case isNothing(d):
		return "No money moved: " + nothing(d)
	case isCredit(d):
		return "Put on the balance."
	}
	return "Taken from the balance."
}

// reserved says what a transaction in progress is.
func (s scene) reserved(d activity.TransactionDetail) string {
	switch {
	case isNothing(d):
		return "No money is asked for: " + nothing(d)
	case d.Confirmed != nil && !*d.Confirmed:
		return "Reserved in advance; the amount is not confirmed and can change."
	case isCredit(d):
		return "On its way to the balance; it is not final yet."
	}
	return s.held.Meaning
}

// isNothing says whether the transaction is of no money at all.
func isNothing(d activity.TransactionDetail) bool { return d.Amount.Known() && d.Amount.Value.IsZero() }

// nothing says what a transaction of nothing is, as far as the seeds tell.
func nothing(d activity.TransactionDetail) string {
	if d.Merchant.Code == cashMachine {
		return "the balance was asked for at a cash machine."
	}
	return "the merchant only tried whether the card works."
}

// isCredit says whether money comes in: is_debit says so, else the sign, else the type.
func isCredit(d activity.TransactionDetail) bool {
	if d.Debit != nil {
		return !*d.Debit
	}
	if d.Amount.Known() && d.Amount.Value.IsNegative() {
		return false
	}
	return slices.Contains([]string{"REFUND", "ACCOUNT_CREDIT", "CREDIT_TRANSACTION"}, strings.ToUpper(d.Type))
}
