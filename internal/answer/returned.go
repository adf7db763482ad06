package answer

import (
	"transferdesk/internal/evidence"
	"transferdesk/internal/reason"
	"transferdesk/internal/transfer"
)

// Rows: returned, returned_no_reason, returned_in_process. The money is back at
// Wise, which will refund it or deliver it later. Not to be said: "on its way
// back to you", or a day.

func isReturned(l life) bool         { return l.is(transfer.BouncedBack) && l.failed }
func isReturnedNoReason(l life) bool { return l.is(transfer.BouncedBack) }
func isReturnedInProcess(l life) bool {
	return l.is(transfer.Processing, transfer.FundsConverted) && l.Facts.BouncedSinceSent()
}

// sayReturned: bounced_back, and Wise has said why.
func sayReturned(l life) words {
	w := l.returnedWords()
	w.headRests = l.failure.Evidence
	w.headline = []string{
		"Returned to Wise: " + l.because() + ". Not refunded yet.",
		"Returned to Wise, with a reason that has no card. Not refunded yet.",
	}
	w.customer = []spoken{
		l.couldNotBePaidOut(),
		"It is back at Wise, which will either deliver it or refund it.",
		l.notYet(),
	}
	return w
}

// sayReturnedNoReason: bounced_back, no failure in this attempt.
func sayReturnedNoReason(l life) words {
	w := l.returnedWords()
	w.headline = []string{"Returned to Wise, no reason given yet. Not refunded; it may still be delivered."}
	w.why = "Wise has not told us the reason yet."
	w.customer = []spoken{
		l.subject() + " could not be paid out, and Wise has not told us the reason yet.",
		"It is back at Wise, which will either deliver it or refund it.",
		l.notYet(),
	}
	return w
}

// sayReturnedInProcess: processing after a return is never plain "Processing".
func sayReturnedInProcess(l life) words {
	w := l.returnedWords()
	w.rests = evidence.Union(w.rests, l.held.Evidence)
	w.headline = []string{"Back at Wise, in process: a refund or a new attempt, Wise has not said which."}
	w.where = "Back at Wise and in process there again since " + l.day(l.held.At) + "."
	if l.held.Seen {
		w.where = "Back at Wise and in process there again; since when is not known."
	}
	w.customer = []spoken{
		l.couldNotBePaidOut(),
		"It came back to Wise and is in process there; Wise will either deliver it or refund it and has not told us which.",
		l.notYet(),
	}
	return w
}

// returnedWords is what the rows about a return have in common. Whatever the
// code says: once the money is back at Wise, it is Wise who moves it.
func (l life) returnedWords() words {
	_, rests := l.lastBounce()
	why, whyRests := l.why()
	return words{
		tag:      "Back at Wise",
		tone:     Problem,
		rests:    rests,
		where:    "Back at Wise. It is not refunded, and it may still be delivered.",
		since:    l.sinceBounce(),
		why:      why,
		whyRests: whyRests,
		who:      reason.Wise,
		whoText:  "Wise: it has the money and will refund it or deliver it later.",
		next:     l.caseFirst("Wise will refund it or deliver it later, and has not said which."),
		payment:  l.newPayment(true),
	}
}
