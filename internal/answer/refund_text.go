package answer

import (
	"strconv"

	"transferdesk/internal/evidence"
)

// FlagRefundDiffers: what came back is not what was sent, in one currency.
const FlagRefundDiffers = "refund_differs"

// What may be said of a difference without claiming to know its cause.
const (
	feesAsWiseSays = "Wise says of a refund's amount that it “includes any applicable fees”, and has not said what makes the difference here."
	swiftMayCost   = "On SWIFT routes banks in between may take fees: that is possible, and Wise has not said that it happened here."
)

// refundSays is the comparison in words. It names no cause: Wise has told none.
func (l life) refundSays(r Refund, standing int) string {
	switch r.Compared {
	case RefundSame:
		return "The same as " + r.Sent.by(l) + "."
	case RefundLess:
		return amount(r.Difference) + " less than " + r.Sent.by(l) + ". " + feesAsWiseSays + " " + swiftMayCost
	case RefundMore:
		return amount(r.Difference) + " more than " + r.Sent.by(l) + ". " + feesAsWiseSays
	case RefundSeveral:
		return "Wise reports " + strconv.Itoa(standing) + " refunds and has not said that they are parts of one: they are not added up, nor compared with what was sent."
	case RefundOtherMoney:
		return "It cannot be compared with " + r.Sent.by(l) + ": it is in another currency."
	case RefundSentNotHeld:
		return l.sentNotHeld()
	case RefundNotAnAmount:
		return "It is not compared with what was sent: one of the two is nothing, less than nothing or in a currency that we do not know."
	case RefundOfInbound:
		return "It is of a payment to the customer, so that there is nothing that they sent."
	}
	return "Wise has taken it back into process, so that it is not compared with what was sent."
}

// sentNotHeld says that nobody has told us what was sent.
func (l life) sentNotHeld() string {
	if l.Facts.Debited() {
		return "We don't hold what was sent: several debits name this transfer, and nobody has said which of them it was."
	}
	return "We don't hold what was sent: no debit names this transfer, and Wise's API has not told the amount."
}

// inShort is the comparison for a list: only what is worth a look there.
func (r Refund) inShort() string {
	switch r.Compared {
	case RefundLess:
		return amount(r.Difference) + " less than was sent" + r.Sent.source()
	case RefundMore:
		return amount(r.Difference) + " more than was sent" + r.Sent.source()
	case RefundOtherMoney:
		return "sent in another currency: not comparable"
	case RefundSeveral:
		return "one of several: not added up"
	}
	return ""
}

// source names Wise's API where only it tells what was sent.
func (s SentAmount) source() string {
	if s.Asked {
		return ", by Wise's API"
	}
	return ""
}

// refundFlags: the customer will ask about it, so that it is said before.
func refundFlags(l life) []Flag {
	r, ok := l.theOnlyRefund()
	if !ok || !r.Difference.Known() {
		return nil
	}
	text := "The refund of " + amount(r.Amount) + " is " + r.inShort() + " (" + amount(r.Sent.Amount) + "). Wise has not said why."
	return []Flag{{FlagRefundDiffers, text, r.At, evidence.Union(r.Evidence, r.Sent.Evidence)}}
}

// lessOrMore tells the customer a difference as a bare fact; empty where the events
// do not tell both amounts, or where there is none.
func (l life) lessOrMore() spoken {
	r, ok := l.theOnlyRefund()
	difference := spokenAmount(r.Difference)
	if !ok || difference == "" || r.Sent.Asked {
		return ""
	}
	switch r.Compared {
	case RefundLess:
		return ", " + difference + " less than was sent"
	case RefundMore:
		return ", " + difference + " more than was sent"
	}
	return ""
}
