package answer

import (
	"transferdesk/internal/evidence"
	"transferdesk/internal/reason"
	"transferdesk/internal/transfer"
)

// Rows: inbound_credited, inbound_returned. The transfer is a payment to the
// customer, so its states mean something else than those of a payout: never to be
// said is that it was sent to a recipient's bank.

func isInboundReturned(l life) bool { return l.Facts.Inbound != nil && l.Facts.Inbound.Returned() }
func isInbound(l life) bool         { return l.Facts.Inbound != nil }

// sayInboundCredited: the money is on a balance, and that is all.
func sayInboundCredited(l life) words {
	in := *l.Facts.Inbound
	what, day := l.incomingAmount(), l.day(in.At)
	w := words{
		tag:   "Credited",
		tone:  Done,
		rests: in.Evidence,
		headline: []string{
			"A payment to the customer" + of(what) + " was credited on " + day + ".",
			"A payment to the customer was credited on " + day + ".",
		},
		where:    "On the Wise balance that it was paid to." + l.messageAmount(),
		since:    since{lead: "Credited", event: true, at: in.At, rests: in.Evidence},
		why:      nothingFailed,
		who:      reason.Nobody,
		whoText:  "Nobody: the money has been credited.",
		next:     "Nothing, if the balance is the customer's own. If it is ours, pass it on to whom the payment names.",
		customer: []spoken{"A payment to you" + l.presentableIncoming() + " was credited by Wise" + l.on(in.At) + "."},
	}
	if odd := l.oddForInbound(); odd != "" {
		w.rests = evidence.Union(w.rests, l.held.Evidence)
		w.tone, w.who = Problem, reason.Us
		w.whoText = "We: the money was credited, and Wise has gone on with it since."
		w.why = "Wise now names the state “" + odd + "” for it and does not say what that means for money that was credited."
		w.next = "Ask Wise what the state means before anybody relies on the money."
	}
	return w
}

// sayInboundReturned: credited, and then sent back to whoever had paid it.
func sayInboundReturned(l life) words {
	in := *l.Facts.Inbound
	what := l.incomingAmount()
	return words{
		tag:   "Returned to the payer",
		tone:  Final,
		rests: evidence.Union(in.Evidence, in.ReturnEvidence),
		headline: l.dated(l.held, func(day string) []string {
			return []string{
				"A payment to the customer" + of(what) + " was returned to its payer on " + day + ".",
				"A payment to the customer was returned to its payer on " + day + ".",
			}
		}, "Returned to the payer", "."),
		where:   "Returned by Wise to whoever had paid it. Wise does not report whether it has arrived there.",
		since:   sinceVisit("Returned", true, l.held),
		why:     "Wise has not told us why it was returned.",
		who:     reason.Nobody,
		whoText: "Nobody: Wise has returned the money to its payer.",
		next:    "Nothing at Wise. The payer's own bank may need some time to show it, and banks on the way may take fees.",
		customer: []spoken{
			"A payment to you" + l.presentableIncoming() + " was credited" + l.on(in.At) + ".",
			"It was returned to its payer" + l.on(in.ReturnedAt) + ".",
		},
	}
}

// incomingAmount is what was credited, for the page; "" when no event tells.
func (l life) incomingAmount() string {
	if in := l.Facts.Inbound; in.Amount.Known() && !in.ByMessage {
		return amount(in.Amount)
	}
	return ""
}

// messageAmount says what the raw message speaks of, where nothing else tells of an
// amount: what the banks settled need not be what Wise credited.
func (l life) messageAmount() string {
	if in := l.Facts.Inbound; in.ByMessage {
		return " Its SWIFT message speaks of " + amount(in.Amount) + "; Wise may have credited another amount."
	}
	return ""
}

// presentableIncoming is the same for the customer: " of 1,250.00 EUR".
func (l life) presentableIncoming() spoken {
	in := l.Facts.Inbound
	if in.ByMessage || spokenAmount(in.Amount) == "" {
		return ""
	}
	return " of " + spokenAmount(in.Amount)
}

// of puts an amount behind a noun.
func of(amount string) string {
	if amount == "" {
		return ""
	}
	return " of " + amount
}

// oddForInbound names the state held where it is none that a credited payment is
// known to have; "" where all is well.
func (l life) oddForInbound() string {
	if l.is("", transfer.IncomingPaymentWaiting, transfer.IncomingPaymentInitiated, transfer.Processing, transfer.FundsConverted, transfer.OutgoingPaymentSent) {
		return ""
	}
	return l.label(l.held.State)
}

// label is a state in words; of a payment to the customer, of which the words for a
// payout would be wrong, it is Wise's own name.
func (l life) label(s transfer.State) string {
	if l.Facts.Inbound != nil {
		return reason.Visible(string(s))
	}
	return StateLabel(s)
}
