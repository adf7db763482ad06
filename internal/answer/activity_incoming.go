package answer

import (
	"transferdesk/internal/activity"
	"transferdesk/internal/reason"
)

// Money that comes in, beside SWIFT.

// sayIncomingTransfer: Wise says that something was credited, and no more.
func (s scene) sayIncomingTransfer() activityWords {
	w := s.plain(kindTitle(s.Facts.Kind))
	w.headline = "Something was credited. Wise names neither the amount nor the customer."
	w.word = reason.Word{Who: reason.Nobody}
	w.addCode("Incoming transfer", s.Facts.ID)
	return w
}

// sayDetailsPayment: what became of money that was paid into account details.
func (s scene) sayDetailsPayment() activityWords {
	var d activity.PaymentDetail
	if s.Facts.Detail.Payment != nil {
		d = *s.Facts.Detail.Payment
	}
	title := "Incoming payment"
	if d.Amount.Known() {
		title += " of " + amount(d.Amount)
	}
	if d.Sender.Name != "" {
		title += " from " + brief(d.Sender.Name, 40)
	}
	w := s.plain(title)
	w.addAmount(labelAmount, d.Amount)
	w.addParty("Sender", d.Sender)
	w.add("Kind of payment", codeWords(d.Type))
	w.addNumber("Transfer", s.Facts.Transfer)
	w.addCode("Account details", d.Details)
	w.addCode("Paid on to account", d.Target)
	return w
}

// addParty puts one side of a payment: the name in full, of the account's number
// its last four characters.
func (w *activityWords) addParty(label string, p activity.Party) {
	w.add(label, outside(p.Name))
	w.add(label+"'s account", lastFour(p.Account))
	w.add(label+"'s bank", outside(p.Bank))
	w.add(label+"'s address", outside(p.Address))
}

// sayDetailsOrder: how far an order of account details is.
func (s scene) sayDetailsOrder() activityWords {
	var d activity.OrderDetail
	if s.Facts.Detail.Order != nil {
		d = *s.Facts.Detail.Order
	}
	title := kindTitle(s.Facts.Kind)
	if d.Currency != "" {
		title = "Order of " + brief(d.Currency, 8) + " account details"
	}
	w := s.plain(title)
	issued := "No"
	if d.Issued {
		issued = "Yes"
	}
	w.add("Account details issued", issued)
	s.addRequirements(&w, d.Requirements)
	w.addTime("Begun", d.CreatedAt, s.Zone)
	w.addCode("Order", s.Facts.ID)
	return w
}
