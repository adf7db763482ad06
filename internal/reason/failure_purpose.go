package reason

// purposeCards are the failures in which what was said about the payment itself
// was not accepted.
func purposeCards() []Card {
	return []Card{
		{
			Code:         "WRONG_REFERENCE",
			Title:        "The payment reference is wrong",
			Meaning:      "The payment reference is not valid.",
			MoneyNow:     Wise,
			NewPayment:   Sender,
			Ask:          "The reference that the payee demands, with exact characters and length (structured reference, invoice or customer number).",
			Fix:          "The sender brings the exact reference that the payee demands.",
			Retry:        RetryAfterFix,
			Openness:     Tell,
			CustomerWhy:  "because the payment reference was not accepted",
			CustomerNext: "ask the recipient for the exact reference that they need",
			DeskNote:     "No advice on which reference “gets through”.",
			Mark:         Stated,
		},
		{
			Code:         "WRONG_PAYMENT_PURPOSE",
			Title:        "The payment purpose was not accepted",
			Meaning:      "The payment purpose is not valid, or payments for this purpose are not accepted. Wise does not say which of the two.",
			MoneyNow:     Wise,
			NewPayment:   Sender,
			Ask:          "The true purpose, with its code from the list if the route has one; the invoice or contract if that is asked for.",
			Fix:          "The sender states the true purpose, with its code if the route has a list; it may be that this purpose is not allowed at all.",
			Retry:        RetryAfterFix,
			Openness:     Tell,
			CustomerWhy:  "because the payment purpose was not accepted",
			CustomerNext: "have the true purpose of the payment ready, with the invoice or contract if there is one",
			DeskNote:     "Never coach: no advice on which purpose passes.",
			Mark:         Unsure,
		},
	}
}
