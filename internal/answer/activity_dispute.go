package answer

import (
	"slices"
	"strings"

	"transferdesk/internal/activity"
	"transferdesk/internal/reason"
)

// sayDispute: how far the dispute is. Its reason is the customer's claim.
func (s scene) sayDispute() activityWords {
	var d activity.DisputeDetail
	if s.Facts.Detail.Dispute != nil {
		d = *s.Facts.Detail.Dispute
	}
	w := s.plain("Card dispute")
	if d.Reason != "" {
		w.title += ": " + lowerFirst(s.titled(reason.DisputeReasons, d.Reason))
	}
	if didNotPay(d.Reason) {
		w.word.Ask = strings.TrimSpace(w.word.Ask + " The customer says that they did not make the payment: fraud line.")
	}
	w.addCode("Card transaction", d.Transaction)
	w.add("What the customer says", s.titled(reason.DisputeReasons, d.Reason))
	if w.word.Open() && d.CanWithdraw {
		w.add("Can be withdrawn", "Yes")
	} else {
		w.add("Can be withdrawn", "No")
	}
	w.addTime("Begun", d.CreatedAt, s.Zone)
	w.addCode("Dispute", s.Facts.ID)
	return w
}

// didNotPay says whether the reason is that the customer did not make the payment.
func didNotPay(code string) bool {
	return slices.Contains([]string{"UNAUTHORIZED", "CARD_POSSESSION", "CARD_NO_POSSESSION"}, strings.ToUpper(code))
}
