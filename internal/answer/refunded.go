package answer

import (
	"strconv"
	"strings"
	"time"

	"transferdesk/internal/evidence"
	"transferdesk/internal/reason"
	"transferdesk/internal/transfer"
)

// Rows: refunded_state_to_come, refunded, refunded_amount_unknown,
// refunded_unsent. Where the company funds the transfers the money came back to
// the company: nobody may tell the customer "refunded" then.

func isRefundedStateToCome(l life) bool {
	_, newer := l.Facts.NewerRefund()
	return newer
}
func isRefundedUnsent(l life) bool        { return l.is(transfer.FundsRefunded) && l.neverSent() }
func isRefunded(l life) bool              { return l.is(transfer.FundsRefunded) && len(l.refunds) > 0 }
func isRefundedAmountUnknown(l life) bool { return l.is(transfer.FundsRefunded) }

// neverSent says whether the whole history is there and no payout is in it.
func (l life) neverSent() bool {
	if l.Facts.EverSent() {
		return false
	}
	for i, v := range l.Facts.Visits {
		if i > 0 && v.Gap || i == 0 && !fromTheBeginning(v) {
			return false
		}
	}
	return true
}

// fromTheBeginning says whether nothing can have been paid out before this visit.
func fromTheBeginning(v transfer.Visit) bool {
	return v.From == "" || v.From == transfer.IncomingPaymentWaiting || v.From == transfer.IncomingPaymentInitiated
}

// sayRefundedStateToCome: the refund event is newer than the state held.
func sayRefundedStateToCome(l life) words {
	r, _ := l.Facts.NewerRefund()
	l.refunds = []transfer.Refund{r}
	w := sayRefunded(l)
	w.tag = "Refund reported"
	w.headline = []string{
		"Refunded " + amount(r.Amount) + l.toUs() + " on " + l.day(r.At) + "; the state is still to come.",
		"Refunded" + l.toUs() + " on " + l.day(r.At) + "; the state is still to come.",
	}
	w.since = since{"Refund reported", true, r.At, r.Evidence}
	w.next = "Wait for the state: the two events come apart. " + w.next
	w.payment = l.newPayment(true)
	w.customer = append(w.customer[:2:2], l.notYet())
	return w
}

// sayRefunded: funds_refunded with its refund event.
func sayRefunded(l life) words {
	last := l.refunds[len(l.refunds)-1]
	w := l.refundWords(last.At)
	w.rests = union(w.rests, refundRests(l.refunds))
	day := l.day(last.At)
	w.headline = []string{
		"Refunded " + l.amounts() + l.toUs() + " on " + day + l.ourRefund(),
		"Refunded in " + strconv.Itoa(len(l.refunds)) + " parts" + l.toUs() + ", the last on " + day + l.ourRefund(),
	}
	if len(l.refunds) == 1 {
		w.headline[1] = "Refunded" + l.toUs() + " on " + day + l.ourRefund()
	}
	return w
}

// sayRefundedAmountUnknown: funds_refunded, the refund event is not here. The
// state alone does not end the first payment (domain.md section 0, rule 1).
func sayRefundedAmountUnknown(l life) words {
	w := l.refundWords(l.held.At)
	w.headline = []string{"Refunded" + l.toUs() + " on " + l.day(l.held.At) + "; the amount is not reported yet."}
	w.next = "The refund event with the amount is still to come. " + w.next
	w.payment.Hold = true
	w.customer = append(w.customer[:2:2], "Please do not send it again until you have seen the refund.")
	if l.weFund() {
		w.customer[2] = l.notYet()
	}
	return w
}

// sayRefundedUnsent: refunded without ever being paid out. No reason is given by
// Wise, and none may be guessed: it can be a refusal that nobody may speak of.
func sayRefundedUnsent(l life) words {
	w := sayRefundedAmountUnknown(l)
	w.headline = []string{"Never paid out; refunded" + l.toUs() + " on " + l.day(l.held.At) + ", the amount is not reported yet."}
	if len(l.refunds) > 0 {
		w = sayRefunded(l)
		last := l.refunds[len(l.refunds)-1]
		w.headline = []string{
			"Never paid out; refunded " + l.amounts() + l.toUs() + " on " + l.day(last.At) + ".",
			"Never paid out; refunded" + l.toUs() + " on " + l.day(last.At) + ".",
		}
	}
	if !l.failed {
		w.why = "Wise has given no reason. Do not guess one."
		w.customer[0] = l.subject() + " was not paid out."
	}
	return w
}

// refundWords is what all refunded rows have in common.
func (l life) refundWords(at time.Time) words {
	why, whyRests := l.why()
	w := words{
		tag:      "Refunded",
		tone:     Final,
		rests:    l.held.Evidence,
		where:    l.refundPlace(),
		since:    since{"Refunded", true, at, union(l.held.Evidence, refundRests(l.refunds))},
		why:      why,
		whyRests: whyRests,
		who:      reason.Nobody,
		whoText:  "Nobody: Wise has refunded it.",
		next:     "Nothing, unless the customer does not find it: then look for the amount and the date together.",
		payment:  l.newPayment(false),
		customer: []string{l.beforeRefund(), l.refundText(at), l.beforeNewPayment()},
	}
	if l.weFund() {
		w.who = reason.Us
		w.whoText = "We: the money came back to us, and we owe it to the customer."
		w.next = "Find out whether our own refund to the customer has gone out; it is not recorded here."
	}
	return w
}

// beforeRefund says what had happened: a payout that came back or failed is
// said, anything else is not guessed.
func (l life) beforeRefund() string {
	if l.failed || l.Facts.EverBounced() {
		return l.couldNotBePaidOut()
	}
	return l.subject() + " did not go through."
}

// refundText tells the customer of the refund; when it came to us it tells only that.
func (l life) refundText(at time.Time) string {
	if l.weFund() {
		return "The money came back from Wise to us" + l.on(at) + ", and it is for us to return it to you."
	}
	what := "it"
	if len(l.refunds) == 1 && presentable(l.refunds[0].Amount) {
		what = l.refunds[0].Amount.String()
	}
	if _, ok := l.credited(); ok {
		return "Wise refunded " + what + " to your Wise balance" + l.on(at) + "."
	}
	return "Wise refunded " + what + l.on(at) + "; your bank may need some time to show it."
}

// refundPlace says where the refunded money is.
func (l life) refundPlace() string {
	if l.weFund() {
		return "Back with us: we fund the transfers, so Wise refunded it to us, not to the customer."
	}
	if m, ok := l.credited(); ok {
		return "In a Wise balance: " + amount(m.Amount) + " was credited on " + l.day(m.At) + " with this transfer's number."
	}
	return "On its way to the customer: Wise has refunded it, and the customer's bank may need days to show it."
}

// credited finds the balance credit that belongs to the refund.
func (l life) credited() (transfer.Moved, bool) {
	for i := len(l.Facts.Movements) - 1; i >= 0; i-- {
		m := l.Facts.Movements[i]
		if m.Credit && l.refundOf(m) {
			return m, true
		}
	}
	return transfer.Moved{}, false
}

// refundOf says whether the movement is one of the refunds: the same amount, and
// not long before it. An earlier credit can be the recipient's balance.
func (l life) refundOf(m transfer.Moved) bool {
	for _, r := range l.refunds {
		if r.Amount.Equal(m.Amount) && !m.At.Before(r.At.Add(-time.Hour)) {
			return true
		}
	}
	return false
}

// amounts lists the refunds as they were reported; they are never added up, as
// nobody has said that they are parts of one.
func (l life) amounts() string {
	var out []string
	for _, r := range l.refunds {
		out = append(out, amount(r.Amount))
	}
	return strings.Join(out, " and ")
}

// toUs says to whom the refund came, where that is not the customer.
func (l life) toUs() string {
	if l.weFund() {
		return " to us"
	}
	return ""
}

// ourRefund ends the headline: where the money is ours to pass on, it says so.
func (l life) ourRefund() string {
	if l.weFund() {
		return "; our own refund is not recorded."
	}
	return "."
}

// refundRests is the evidence of the refunds.
func refundRests(refunds []transfer.Refund) evidence.IDs {
	var ids evidence.IDs
	for _, r := range refunds {
		ids = union(ids, r.Evidence)
	}
	return ids
}
