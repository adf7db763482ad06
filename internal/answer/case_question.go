package answer

// question is what Wise is asked about a transfer: in the subject, and in full.
type question struct{ subject, ask string }

// questionTo is what Wise is asked where that row of the headline table speaks.
func questionTo(code Code) question {
	if q, ok := questions[code]; ok {
		return q
	}
	return question{"its present state", "Please tell us the present state of this transfer, what it waits for, and what is expected from whom."}
}

// The questions that several rows ask.
var (
	whyReturned = question{"why it was returned, and what happens next",
		"Please tell us why the payout was returned (the return code of the recipient's bank, if there is one), whether you will pay it out again or refund it, and, if it is refunded, the amount and where it goes."}
	whichRefund = question{"amount and destination of the refund",
		"Please confirm whether the refund has been made, its amount, any fee that was taken from it, when it was made, and where it went."}
	traceIt = question{"trace of the payout",
		"The recipient's side does not show this payment. Please trace the payout, and tell us its reference, when it was credited or where it is held, and whether it can be recalled."}
	whyCancelled = question{"why it was cancelled, and the refund",
		"Please tell us why this transfer was cancelled, whether any money had been received for it, and, if so, the amount of the refund, when it is made, and where it goes."}
	stillInProcess = question{"what it is waiting for",
		"Please tell us why this transfer is still in process, what it waits for, whether anything is needed from us or from the sender, and when you expect to pay it out."}
	whoseMoney = question{"whether its funding was received",
		"Please tell us whether money has been received for this transfer, the amount and the date, and what is missing, if anything."}
	chargedBack = question{"the charge-back",
		"Please tell us when and by whom the payment to you was charged back, its amount, whether the recipient has been paid, and what is expected from us."}
	whyFailed = question{"why the payout failed, and what happens next",
		"Please tell us why the payout failed, whether you will try again or refund it, by when, and whether anything is needed from us, the sender or the recipient."}
)

// questions are those of the rows of the headline table.
var questions = map[Code]question{
	InboundReturned: {"why the incoming payment was returned",
		"Please tell us why this incoming payment was returned to its payer, the amount that was returned, and when."},
	InboundCredited: {"the incoming payment",
		"Please confirm the amount of this incoming payment, the fees that were taken on its way, and when it was credited."},
	StateNotKnown: {"the meaning of its state",
		"Please tell us what the last state above means for the money, and what is expected from whom."},
	ChargedBack: chargedBack, ChargedBackAfterSent: chargedBack,
	RefundedStateToCome: whichRefund, Refunded: whichRefund, RefundedAmountUnknown: whichRefund,
	RefundedUnsent: {"why it was not paid out, and the refund",
		"Please tell us whether you can share why this transfer was refunded without having been paid out, and confirm the amount of the refund and where it went."},
	RefundReopened: {"why the refund was taken back",
		"Please tell us why the refund was taken back into process, whether the transfer is now to be paid out or refunded, and by when."},
	Unknown: {"which information you need",
		"Please tell us which information you need to finish this transfer, from whom, and to which address you have written."},
	CancelledAfterReturn: whichRefund, CancelledFunded: whyCancelled, CancelledUnfunded: whyCancelled, CancelledUnclear: whyCancelled,
	Returned: whyReturned, ReturnedNoReason: whyReturned, ReturnedInProcess: whyReturned,
	SentAgain: traceIt, Sent: traceIt, SentOverdue: traceIt,
	Retrying: whyFailed, FailedStateUnchanged: whyFailed,
	TakenBack: {"why the payout was taken back",
		"Please tell us why the payout was taken back into process, whether the recipient can have received it, and whether it is now to be paid out again or refunded."},
	HeldVerification: stillInProcess, Converted: stillInProcess, InProcess: stillInProcess,
	Underfunded: whoseMoney, FundingAnnounced: whoseMoney, WaitingFunding: whoseMoney,
}
