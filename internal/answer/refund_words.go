package answer

import (
	"slices"
	"strings"
	"time"

	"transferdesk/internal/evidence"
	"transferdesk/internal/reason"
	"transferdesk/internal/transfer"
	"transferdesk/internal/when"
)

// refundWords is what all refunded rows have in common.
func (l life) refundWords(at time.Time) words {
	why, whyRests := l.why()
	w := words{
		tag:      "Refunded",
		tone:     Final,
		rests:    l.held.Evidence,
		where:    l.refundPlace(),
		since:    since{lead: "Refunded", event: true, at: at, rests: evidence.Union(l.held.Evidence, refundRests(l.refunds))},
		why:      why,
		whyRests: whyRests,
		who:      reason.Nobody,
		whoText:  "Nobody: Wise has refunded it.",
		next:     "Nothing more. If the customer does not find it, look for the amount and the date together.",
		payment:  l.newPayment(false),
		customer: []spoken{l.beforeRefund(), l.refundText(at), l.beforeNewPayment()},
	}
	w.whereRests = l.creditedRests()
	w.tellRests = evidence.Union(w.whereRests, l.problemRests())
	if l.weFund() {
		w.who = reason.Us
		w.whoText = "We: the money came back to us, and we owe it to the customer."
		w.next = "Find out whether our own refund to the customer has gone out; it is not recorded here."
	}
	return w
}

// creditedRests is the balance credit of the refund, where it says where the money is.
func (l life) creditedRests() evidence.IDs {
	if l.weFund() {
		return nil
	}
	m, _ := l.credited()
	return m.Evidence
}

// problemRests is what tells that it could not be paid out.
func (l life) problemRests() evidence.IDs {
	if l.failed {
		return l.failure.Evidence
	}
	_, rests := l.lastBounce()
	return rests
}

// firstThen puts what is still to come before what remains to be done, which is
// something only where the refund came to us.
func (l life) firstThen(first, then string) string {
	if l.weFund() {
		return first + " " + then
	}
	return first
}

// beforeRefund says what had happened: a payout that came back or failed is
// said, anything else is not guessed.
func (l life) beforeRefund() spoken {
	if l.failed || l.Facts.EverBounced() {
		return l.couldNotBePaidOut()
	}
	return l.subject() + " did not go through."
}

// refundText tells the customer of the refund; when it came to us it tells only that.
func (l life) refundText(at time.Time) spoken {
	if l.lastOf(l.Company) != "" {
		return l.refundedOnDays()
	}
	if l.weFund() {
		return "The money came back from Wise to us" + l.on(at) + ", and it is for us to return it to you."
	}
	what := l.spokenRefunds()
	if _, ok := l.credited(); ok {
		return "Wise refunded " + what + " to your Wise balance" + l.on(at) + l.lessOrMore() + "."
	}
	return "Wise refunded " + what + l.on(at) + l.lessOrMore() + "; your bank may need some time to show it."
}

// refundedOnDays tells of several refunds, each with its own day.
func (l life) refundedOnDays() spoken {
	if l.weFund() {
		return "The money came back from Wise to us, and it is for us to return it to you."
	}
	what := l.spokenRefunds()
	if what != "it" {
		var all []spoken
		for _, r := range l.refunds {
			all = append(all, spokenAmount(r.Amount)+l.on(r.At))
		}
		what = joinedBy(all, " and ")
	}
	if _, ok := l.credited(); ok {
		return "Wise refunded " + what + "."
	}
	return "Wise refunded " + what + "; your bank may need some time to show it."
}

// lastOf goes before the day of the last of several refunds of different days; empty
// where one day is that of all.
func (l life) lastOf(zone *time.Location) string {
	for _, r := range l.refunds {
		if when.LongDate(r.At, zone) != when.LongDate(l.refunds[0].At, zone) {
			return ", the last"
		}
	}
	return ""
}

// refundedAt is when it was refunded: by the refund event where there is one, as the
// headline has it.
func (l life) refundedAt() time.Time {
	if n := len(l.refunds); n > 0 {
		return l.refunds[n-1].At
	}
	return l.heldAt()
}

// spokenRefunds are the amounts that were refunded; "it" where not all can be told.
func (l life) spokenRefunds() spoken {
	var all []spoken
	for _, r := range l.refunds {
		all = append(all, spokenAmount(r.Amount))
	}
	if len(all) == 0 || slices.Contains(all, "") {
		return "it"
	}
	return joinedBy(all, " and ")
}

// refundPlace says where the refunded money is.
func (l life) refundPlace() string {
	if l.weFund() {
		return "Back with us: we fund the transfers, so Wise refunded it to us, not to the customer."
	}
	if m, ok := l.credited(); ok {
		return "In a Wise balance: " + amount(m.Amount) + " was credited on " + l.day(m.At) + " with this transfer's number."
	}
	return "Refunded by Wise; the customer's bank may need days to show it."
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
		ids = evidence.Union(ids, r.Evidence)
	}
	return ids
}
