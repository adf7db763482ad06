package reason

import "strings"

// detailsOrders gives the table of orders of account details.
func detailsOrders() []Word {
	return []Word{
		{
			Code: "PENDING_USER", Title: "Waits for the customer", Meaning: "Account details are ordered; something is needed from the customer.",
			Who: Sender, Ask: "The customer does what the order's requirements ask for.", Openness: Tell, Standing: Waits, Mark: Likely,
		},
		{
			Code: "PENDING_TW", Title: "With Wise", Meaning: "Account details are ordered; it is Wise's turn.",
			Who: Wise, Openness: Tell, Standing: Waits, Mark: Likely,
		},
		{
			Code: "REQUIREMENTS_FULFILLED", Title: "All requirements met", Meaning: "All that the order needs is there; Wise opens the account details next.",
			Who: Wise, Openness: Tell, Standing: Going, Mark: Likely,
		},
		{
			Code: "DONE", Title: "Done", Meaning: "The order of account details is done.",
			Who: Nobody, Openness: Tell, Standing: Good, Mark: Likely,
		},
	}
}

// detailsPayments gives the table of money that was paid into account details.
func detailsPayments() []Word {
	return []Word{
		{
			Code: "PROCESSING", Title: "In process at Wise", Meaning: "A payment to the customer is at Wise and not credited yet.",
			Who: Wise, Ask: "Nothing is needed as far as Wise has told us.", Openness: Tell, Standing: Going, Mark: Likely,
		},
		{
			Code: "COMPLETED", Title: "Credited", Meaning: "A payment to the customer was credited.",
			Who: Nobody, Openness: Tell, Standing: Good, Mark: Likely,
		},
		{
			Code: "CANCELLED", Title: "Not credited", Meaning: "A payment to the customer was cancelled; it is not credited.",
			Who: Us, Ask: "Ask Wise what becomes of the money; give no cause.", Openness: Softly, Standing: Over, Mark: Likely,
		},
		{
			Code: "REFUNDED", Title: "Sent back to the payer", Meaning: "A payment to the customer was sent back to its payer.",
			Who: Nobody, Ask: "The payer asks their own bank; give no cause.", Openness: Softly, Standing: Over, Mark: Likely,
		},
	}
}

// swiftMessages gives the table of SWIFT message types, old and new names. Wise
// lists none; these are the standard's.
func swiftMessages() []Word {
	var words []Word
	for _, m := range []struct{ title, meaning, codes string }{
		{"Payment for a customer", "A bank announces a payment for a customer.", "103 pacs.008"},
		{"Payment between banks", "A bank announces a payment between banks.", "202 202COV pacs.009"},
		{"Request to cancel a payment", "A bank asks to cancel a payment.", "192 292 camt.056"},
		{"Answer to a question", "A bank answers a question or a request to cancel.", "196 296 camt.029 camt.111"},
		{"Message in own words", "A bank writes about a payment.", "199 299 999"},
		{"Question about a payment", "A bank asks about a payment.", "195 295 camt.026 camt.027 camt.087 camt.110"},
		{"Payment sent back", "A bank sends a payment back.", "pacs.004"},
		{"Confirmation of a debit", "A bank confirms a debit.", "900"},
		{"Confirmation of a credit", "A bank confirms a credit.", "910 camt.054"},
	} {
		words = append(words, swiftMessage(m.title, m.meaning, m.codes)...)
	}
	return words
}

// swiftMessage makes the rows of one kind of message: with and without MT before
// an old name, with any version behind a new one.
func swiftMessage(title, meaning, codes string) []Word {
	var words []Word
	for _, code := range strings.Fields(codes) {
		for _, spelled := range []string{code, "MT" + code, code + ".*"} {
			words = append(words, Word{Code: spelled, Title: title, Meaning: meaning, Who: Us, Openness: Internal, Mark: Likely})
		}
	}
	return words
}
