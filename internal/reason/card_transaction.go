package reason

// cardTransactions gives the table of the states of card transactions.
func cardTransactions() []Word {
	return []Word{
		{
			Code: "IN_PROGRESS", Title: "Reserved", Meaning: "Reserved on the balance; it is not final yet.",
			Who: Nobody, Openness: Tell, Standing: Going, Mark: Stated,
		},
		{
			Code: "COMPLETED", Title: "Completed", Meaning: "Completed.",
			Who: Nobody, Ask: "A wrong charge is a dispute, not a recall.", Openness: Tell, Standing: Good, Mark: Stated,
		},
		{
			Code: "DECLINED", Title: "Declined", Meaning: "Not paid.",
			Who: Us, Ask: "Ask Wise for the reason: none was given.", Openness: Internal, Standing: Over, Mark: Stated,
		},
		{
			Code: "CANCELLED", Title: "Released", Meaning: "Released; the merchant may still take it later and complete it.",
			Who: Nobody, Ask: "Do not promise that it is over.", Openness: Tell, Standing: Going, Mark: Stated,
		},
		{
			Code: "UNKNOWN", Title: "Not confirmed", Meaning: "Wise cannot confirm how it stands; do not call it declined.",
			Who: Us, Ask: "Ask Wise how it stands.", Openness: Internal, Standing: Trouble, Mark: Stated,
		},
	}
}

// cardTypes gives the table of the types of card transactions. The title names the
// payment, as in "Card payment, 12.00 EUR".
func cardTypes() []Word {
	return named(Stated, []pair{
		{"POS_PURCHASE", "Card payment", "A purchase at a terminal."},
		{"ECOM_PURCHASE", "Online card payment", "A purchase online."},
		{"CASH_WITHDRAWAL", "Cash withdrawal", "Cash from a machine."},
		{"CASH_ADVANCE", "Cash advance", "Cash at a counter."},
		{"ACCOUNT_FUNDING", "Card payment to another card or wallet", "Money sent to another card or an electronic wallet."},
		{"ACCOUNT_CREDIT", "Money received on the card", "Money that came in on the card."},
		{"CREDIT_TRANSACTION", "Money received by card transfer", "Money that somebody sent to the card through Visa or Mastercard."},
		{"REFUND", "Card refund", "All or part of an earlier card payment given back; a transaction of its own."},
		{"CHARGEBACK", "Chargeback", "Reserved by Wise for later; not used today."},
	})
}

// cardSteps gives the table of the steps of card transactions.
func cardSteps() []Word {
	return named(Stated, []pair{
		{"AUTH", "Authorisation", "The merchant asked whether it may be paid; usually the first step."},
		{"CAPTURE", "Capture", "The merchant took the money."},
		{"PARTIAL_REVERSAL", "Released in part", "The merchant gave up a part of what was reserved."},
		{"FULL_REVERSAL", "Released in full", "The merchant gave up all that was reserved."},
		{"SETTLE", "Settlement", "Reserved by Wise for later; not used today."},
		{"REFUND", "Refund", "Reserved by Wise for later; not used today."},
		{"RECONCILIATION", "Reconciliation", "Reserved by Wise for later; not used today."},
	})
}

// cardFees gives the table of fee types, of cards and of SWIFT credits.
func cardFees() []Word {
	return named(Stated, []pair{
		{"ATM_WITHDRAWAL", "Fee of Wise for the withdrawal", "Charged by Wise."},
		{"ATM_MACHINE", "Fee of the machine's owner", "Charged by the owner of the cash machine."},
		{"CONVERSION", "Fee of Wise for the conversion", "Charged by Wise."},
	})
}

// pair is a code that needs no more than a name and a meaning.
type pair struct{ code, title, meaning string }

// named makes rows of codes that only name something: nobody has to act on them,
// and they may be said plainly.
func named(mark Mark, pairs []pair) []Word {
	words := make([]Word, 0, len(pairs))
	for _, p := range pairs {
		words = append(words, Word{Code: p.code, Title: p.title, Meaning: p.meaning, Who: Nobody, Openness: Tell, Mark: mark})
	}
	return words
}
