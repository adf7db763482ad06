package answer

import (
	"slices"
	"strings"
	"time"

	"transferdesk/internal/evidence"
	"transferdesk/internal/money"
	"transferdesk/internal/reason"
	"transferdesk/internal/when"
)

// Telling is what a customer was last told about a transfer, as somebody noted it.
type Telling struct {
	At    time.Time
	Text  string // as it was shown
	Basis Basis
}

// Basis is the facts that a text for the customer told, kept beside it: what is
// compared with today's facts is this, and never the words. What the text did not
// tell is left out, since nobody can have been told otherwise of it.
type Basis struct {
	Row     Code         `json:"row"`               // the row that spoke, or the first of those that tell a customer the same
	Who     reason.Who   `json:"who,omitempty"`     // where the text asks for something: of whom
	Reason  string       `json:"reason,omitempty"`  // the failure code whose cause was told
	Amount  money.Amount `json:"amount,omitzero"`   // by which the payment was named
	On      time.Time    `json:"on,omitzero"`       // the moment whose day was told
	Refunds []ToldRefund `json:"refunds,omitempty"` // that were named, oldest first
	Cases   []string     `json:"cases,omitempty"`   // open then, in small letters, where the text speaks of cases
	UpTo    int64        `json:"up_to"`             // the newest delivery that the answer knew of
}

// ToldRefund is a refund that a customer was told of.
type ToldRefund struct {
	Amount money.Amount `json:"amount"`
	At     time.Time    `json:"at"`
}

// tellsAs gives rows that tell a customer the same one name: what lies between them is
// time alone (an estimate that passes), or what the customer does not hear (whether a
// payment that was charged back had been paid out), or detail that was still to come.
func tellsAs(row Code) Code {
	switch row {
	case SentOverdue:
		return Sent
	case ChargedBackAfterSent:
		return ChargedBack
	case RefundedStateToCome, RefundedAmountUnknown, RefundedUnsent:
		return Refunded
	}
	return row
}

// basis is what the customer's text of an answer tells.
func (l life) basis(a Answer) Basis {
	text := a.CustomerText.Text
	b := Basis{Row: tellsAs(a.Code), Cases: l.casesToldOf(a.Code), UpTo: l.newest(a.Evidence)}
	if a.Code == HeldVerification {
		b.Who = a.WhoActs
	}
	if l.failed && (tells(text, l.card.CustomerWhy) || tells(text, l.card.CustomerNext)) {
		b.Reason = l.failure.Code
	}
	if amount := l.namedBy(); amount.Known() && tells(text, amount.String()) {
		b.Amount = amount
	}
	if !a.SinceAsked && tells(text, when.LongDate(a.SinceAt, l.Company)) {
		b.On = a.SinceAt
	}
	for _, r := range l.refunds {
		if b.Row == Refunded && tells(text, r.Amount.String()) {
			b.Refunds = append(b.Refunds, ToldRefund{r.Amount, r.At})
		}
	}
	return b
}

// tells says whether a part that is one stands in a text.
func tells(text, part string) bool { return part != "" && strings.Contains(text, part) }

// namedBy is the amount by which the customer knows the payment.
func (l life) namedBy() money.Amount {
	if in := l.Facts.Inbound; in != nil {
		return in.Amount
	}
	amount, _ := l.Facts.Amount()
	return amount
}

// casesToldOf lists the open cases for the rows that speak of them.
func (l life) casesToldOf(row Code) []string {
	switch row {
	case HeldVerification, Converted, InProcess, FundingAnnounced, WaitingFunding:
	default:
		return nil
	}
	var codes []string
	for _, c := range l.Facts.OpenCases() {
		codes = append(codes, strings.ToLower(c.Code))
	}
	slices.Sort(codes)
	return codes
}

// newest is the last delivery that the answer knew of: those that it rests on, and those
// of which it only took note.
func (l life) newest(known evidence.IDs) int64 {
	last := lastOf(known)
	for _, v := range l.Facts.Visits {
		last = max(last, lastOf(v.Evidence))
	}
	for _, m := range l.Facts.Movements {
		last = max(last, lastOf(m.Evidence))
	}
	for _, r := range l.Facts.Refunds {
		last = max(last, lastOf(r.Evidence))
	}
	return last
}

// lastOf is the last of some deliveries; 0 of none.
func lastOf(ids evidence.IDs) int64 {
	if len(ids) == 0 {
		return 0
	}
	return ids[len(ids)-1]
}
