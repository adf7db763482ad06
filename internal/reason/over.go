package reason

// Over is the card once Wise has refunded the payment: nobody tries it again, so
// that what was worth waiting for before is nothing to wait for any more.
func (c Card) Over() Card {
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
