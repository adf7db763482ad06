package answer

import "transferdesk/internal/evidence"

// row is one line of the headline table: when it speaks, and what it says.
type row struct {
	code Code
	fits func(life) bool
	say  func(life) words
}

// rows is the headline table, in the order in which its lines are tried: the
// first that fits speaks. An attempt is what happens up to and after one
// outgoing_payment_sent; a later attempt never shows an earlier one's failure.
var rows = []row{
	{InboundReturned, isInboundReturned, sayInboundReturned},
	{InboundCredited, isInbound, sayInboundCredited},
	{OnlyHeardOf, isOnlyHeardOf, sayOnlyHeardOf},
	{StateNotKnown, isStateNotKnown, sayStateNotKnown},
	{ChargedBackAfterSent, isChargedBackAfterSent, sayChargedBackAfterSent},
	{ChargedBack, isChargedBack, sayChargedBack},
	{RefundedStateToCome, isRefundedStateToCome, sayRefundedStateToCome},
	{RefundedUnsent, isRefundedUnsent, sayRefundedUnsent},
	{Refunded, isRefunded, sayRefunded},
	{RefundedAmountUnknown, isRefundedAmountUnknown, sayRefundedAmountUnknown},
	{RefundReopened, isRefundReopened, sayRefundReopened},
	{Unknown, isUnknown, sayUnknown},
	{CancelledAfterReturn, isCancelledAfterReturn, sayCancelledAfterReturn},
	{CancelledFunded, isCancelledFunded, sayCancelledFunded},
	{CancelledUnfunded, isCancelledUnfunded, sayCancelledUnfunded},
	{CancelledUnclear, isCancelled, sayCancelledUnclear},
	{Returned, isReturned, sayReturned},
	{ReturnedNoReason, isReturnedNoReason, sayReturnedNoReason},
	{ReturnedInProcess, isReturnedInProcess, sayReturnedInProcess},
	{SentAgain, isSentAgain, saySentAgain},
	{Retrying, isRetrying, sayRetrying},
	{FailedStateUnchanged, isFailed, sayFailed},
	{SentOverdue, isSentOverdue, saySentOverdue},
	{Sent, isSent, saySent},
	{TakenBack, isTakenBack, sayTakenBack},
	{HeldVerification, isHeldVerification, sayHeldVerification},
	{Underfunded, isUnderfunded, sayUnderfunded},
	{Converted, isConverted, sayConverted},
	{InProcess, isInProcess, sayInProcess},
	{FundingAnnounced, isFundingAnnounced, sayFundingAnnounced},
	{WaitingFunding, always, sayWaitingFunding},
}

// always lets the last row speak when no other does.
func always(life) bool { return true }

// Compose turns the facts of one transfer into words. It never fails: what is
// not known is said to be so. The dates of the page are in the reader's zone,
// those of the customer's text in the company's.
func Compose(in Input) Answer {
	l := lifeOf(in)
	r := l.row()
	w := r.say(l)
	a := Answer{
		Code:         r.code,
		Stage:        in.Facts.Stage(),
		Tag:          w.tag,
		Tone:         w.tone,
		Headline:     sentence(fit(w.headline), w.rests, w.headRests),
		Where:        sentence(w.where, w.rests, w.whereRests),
		Since:        sentence(w.since.text(l), w.since.rests),
		SinceAt:      w.since.at,
		SinceAsked:   w.since.seen,
		Why:          sentence(w.why, w.reasonRests()),
		WhoActs:      w.who,
		WhoActsText:  sentence(w.whoText, w.rests, w.whoRests),
		NewPayment:   w.payment,
		Next:         sentence(w.next, evidence.Union(w.rests, w.nextRests)),
		CustomerText: l.customerText(w),
		Stops:        stops(l, r.code),
		Stop:         CanStop(in.Facts),
		Failures:     failures(l),
		Cases:        cases(l),
		Refunds:      refundsTold(l),
		MoneyNote:    moneyNote(l),
		Flags:        flags(l),
		Clocks:       clocks(l),
		Pace:         pace(l),
	}
	if p := a.NewPayment; p != nil {
		p.Said = sentence(p.Ask, w.rests)
	}
	l.grounded(&a)
	a.Evidence = a.rests()
	a.Basis = l.basis(a)
	if l.Telling != nil {
		a.Flags = l.tellingFlags(a)
		a.Evidence = a.rests()
	}
	return a
}

// row finds the line of the headline table that speaks.
func (l life) row() row {
	for _, r := range rows {
		if r.fits(l) {
			return r
		}
	}
	return rows[len(rows)-1]
}

// sentence makes a Sentence; an empty one rests on nothing.
func sentence(text string, rests ...evidence.IDs) Sentence {
	if text == "" {
		return Sentence{}
	}
	return Sentence{Text: text, Evidence: evidence.Union(rests...)}
}

// rests gathers the evidence of everything that the answer says.
func (a Answer) rests() evidence.IDs {
	var all []evidence.IDs
	for _, s := range a.Sentences() {
		all = append(all, s.Evidence)
	}
	for _, r := range a.Refunds {
		all = append(all, r.Text.Evidence)
	}
	for _, f := range a.Failures {
		all = append(all, f.Evidence)
	}
	for _, c := range a.Cases {
		all = append(all, c.Evidence)
	}
	for _, f := range a.Flags {
		all = append(all, f.Evidence)
	}
	return evidence.Union(all...)
}
