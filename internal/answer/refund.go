package answer

import (
	"time"

	"transferdesk/internal/evidence"
	"transferdesk/internal/money"
	"transferdesk/internal/transfer"
	"transferdesk/internal/when"
)

// Comparison says how a refund stands to what was sent.
type Comparison string

// The comparisons. Only less and more come with a difference.
const (
	RefundSame        Comparison = "same"
	RefundLess        Comparison = "less"
	RefundMore        Comparison = "more"
	RefundSeveral     Comparison = "several"        // more than one refund stands: nobody has said that they are parts of one
	RefundOtherMoney  Comparison = "other_currency" // sent in one currency, refunded in another
	RefundSentNotHeld Comparison = "sent_not_known" // nobody has told us what was sent
	RefundNotAnAmount Comparison = "not_comparable" // nothing, less than nothing, or in a currency that we do not know
	RefundTakenBack   Comparison = "taken_back"     // a later state took the refund back
	RefundOfInbound   Comparison = "inbound"        // of a payment to the customer, who sent nothing
)

// Refund is one refund that Wise reported, beside what was sent. Neither is ever
// converted, rounded or added up.
type Refund struct {
	transfer.Refund
	Compared   Comparison
	Sent       SentAmount
	Difference money.Amount // how much less or more, above zero; not known for any other comparison
	Text       Sentence     // the comparison in words, for the desk
	Short      string       // the same for a list; empty: there is nothing to say
}

// SourceTold is what was sent, as Wise's API last said.
type SourceTold struct {
	Amount    money.Amount
	FetchedAt time.Time
}

// SentAmount is what was sent, and who says so.
type SentAmount struct {
	Amount   money.Amount // zero: not held
	Asked    bool         // Wise's API said so; else the one debit that names the transfer
	At       time.Time    // of the debit, or of our asking
	Evidence evidence.IDs // the debit; nil when Asked
}

// sentAmount is what was sent: by the one debit that events tell of, else by Wise's API.
func (l life) sentAmount() SentAmount {
	if a, ok := l.Facts.Amount(); ok {
		for _, m := range l.Facts.Movements {
			if !m.Credit {
				return SentAmount{Amount: a, At: m.At, Evidence: m.Evidence}
			}
		}
	}
	if l.Source != nil && l.Source.Amount.Known() {
		return SentAmount{Amount: l.Source.Amount, Asked: true, At: l.Source.FetchedAt}
	}
	return SentAmount{}
}

// refundsTold sets every refund beside what was sent.
func refundsTold(l life) []Refund {
	standing, sent := len(l.Facts.CurrentRefunds()), l.sentAmount()
	var out []Refund
	for _, r := range l.Facts.Refunds {
		one := Refund{Refund: r, Sent: sent}
		if one.Compared = RefundOfInbound; l.Facts.Inbound == nil {
			one.Compared, one.Difference = compareRefund(r, sent.Amount, standing)
		}
		one.Text = sentence(l.refundSays(one, standing), r.Evidence, sent.Evidence)
		one.Short = one.inShort()
		out = append(out, one)
	}
	return out
}

// compareRefund compares only what can be: one refund that stands, and one amount
// sent, in one currency that exists.
func compareRefund(r transfer.Refund, sent money.Amount, standing int) (Comparison, money.Amount) {
	switch {
	case r.Undone:
		return RefundTakenBack, money.Amount{}
	case standing > 1:
		return RefundSeveral, money.Amount{}
	case !r.Amount.Payable():
		return RefundNotAnAmount, money.Amount{}
	case !sent.Known():
		return RefundSentNotHeld, money.Amount{}
	case !sent.Payable():
		return RefundNotAnAmount, money.Amount{}
	}
	rest, same := sent.Minus(r.Amount)
	switch {
	case !same:
		return RefundOtherMoney, money.Amount{}
	case rest.Value.IsZero():
		return RefundSame, money.Amount{}
	case rest.Value.IsPositive():
		return RefundLess, rest
	}
	rest.Value = rest.Value.Neg()
	return RefundMore, rest
}

// theOnlyRefund is the refund that stands, when it is the only one.
func (l life) theOnlyRefund() (Refund, bool) {
	for _, r := range refundsTold(l) {
		if !r.Undone && r.Compared != RefundSeveral {
			return r, true
		}
	}
	return Refund{}, false
}

// by names where the amount sent is known from, and how old that is.
func (s SentAmount) by(l life) string {
	if s.Asked {
		return "the " + amount(s.Amount) + " that Wise's API names as the amount sent (asked " + when.Age(l.Now.Sub(s.At)) + " ago; whether the fee is in it, it does not say)"
	}
	return "the " + amount(s.Amount) + " that a balance was debited for it on " + l.day(s.At)
}
