package reason

// Over is the card once Wise has refunded the payment: nobody tries it again, so
// that what was worth waiting for before is nothing to wait for any more. What a
// lead wrote stays as it was written.
func (c Card) Over() Card {
	over := c.over()
	if c.Edited == nil || over == c {
		return over
	}
	was := newCatalogue(failureCards(), nil).Failure(c.Code)
	over.NewPayment = keep(c.NewPayment, was.NewPayment, over.NewPayment)
	over.Retry = keep(c.Retry, was.Retry, over.Retry)
	over.Ask = keep(c.Ask, was.Ask, over.Ask)
	over.Fix = keep(c.Fix, was.Fix, over.Fix)
	over.DeskNote = keep(c.DeskNote, was.DeskNote, over.DeskNote)
	return over
}

// keep chooses what is written over what follows from the refund, where a lead has
// written something of their own.
func keep[T comparable](written, builtin, over T) T {
	if written != builtin {
		return written
	}
	return over
}

// over is Over of a card that nobody has written on.
func (c Card) over() Card {
	switch c.Code {
	case "TECHNICAL_ISSUE", "TECHNICAL_ISSUE_RETRYABLE":
		c.NewPayment, c.Retry, c.DeskNote = Sender, RetryYes, ""
		c.Ask = "Nothing to change: the details were not at fault, so the same payment may be made again."
		c.Fix = "Nothing to change; the same payment may be made again."
	case "MANDATE_NOT_FILLED_IN":
		c.DeskNote = ""
		c.Ask = "Is the recipient's e-mail address right? The recipient has to fill in the form for the new payment in time (spam folder)."
		c.Fix = "The recipient fills in the form for the new payment in time."
	}
	return c
}
