package reason

// disputeStates gives the table of a dispute's sub-states, and of its state for a
// dispute that names no other. The outcome is never promised.
func disputeStates() []Word {
	const noPromise = "Wise acts. Do not promise an outcome."
	return []Word{
		{
			Code: "SUBMITTED", Title: "Handed in", Meaning: "The dispute is handed in; Wise has it.",
			Who: Wise, Ask: noPromise, Openness: Tell, Standing: Waits, Mark: Stated,
			CustomerText: "Your dispute is with Wise.",
		},
		{
			Code: "IN_REVIEW", Title: "With Wise", Meaning: "Wise is working on the dispute, and may ask for more.",
			Who: Wise, Ask: noPromise, Openness: Tell, Standing: Waits, Mark: Stated,
			CustomerText: "Your dispute is with Wise, which may ask for more.",
		},
		{
			Code: "REFUND_IN_PROGRESS", Title: "Refund under way", Meaning: "Wise is working on a refund; it is not there yet.",
			Who: Wise, Ask: noPromise, Openness: Tell, Standing: Waits, Mark: Stated,
			CustomerText: "Wise is working on a refund for your dispute; it is not there yet.",
		},
		{
			Code: "ATTEMPTING_RECOVERY", Title: "Recovery being tried", Meaning: "Wise is trying to get the money back from the merchant's bank.",
			Who: Wise, Ask: noPromise, Openness: Tell, Standing: Waits, Mark: Stated,
			CustomerText: "Wise is trying to get the money back from the merchant's bank.",
		},
		{
			Code: "REFUNDED", Title: "Refunded", Meaning: "The dispute is over: the money was refunded.",
			Who: Nobody, Openness: Tell, Standing: Good, Mark: Stated,
			CustomerText: "Your dispute is over, and the money was refunded.",
		},
		{
			Code: "REJECTED", Title: "Turned down", Meaning: "The dispute is over without a refund: Wise did not accept it.",
			Who: Nobody, Openness: Tell, Standing: Over, Mark: Stated,
			CustomerText: "Your dispute is over, without a refund.",
		},
		{
			Code: "CONFIRMED", Title: "Closed without a refund", Meaning: "The dispute is over without a refund: “confirmed” is the payment, not the claim.",
			Who: Nobody, Ask: "This is not good news for the customer: do not say that the dispute was confirmed.", Openness: Tell, Standing: Over, Mark: Stated,
			CustomerText: "Your dispute is over, without a refund.",
		},
		{
			Code: "RECOVERY_UNSUCCESSFUL", Title: "Not recovered", Meaning: "The dispute is over without a refund: the money could not be got back.",
			Who: Nobody, Openness: Tell, Standing: Over, Mark: Stated,
			CustomerText: "Your dispute is over; the money could not be got back.",
		},
		{
			Code: "WITHDRAWN", Title: "Withdrawn", Meaning: "The dispute is over: the customer withdrew it.",
			Who: Nobody, Openness: Tell, Standing: Over, Mark: Stated,
			CustomerText: "Your dispute is over, since it was withdrawn.",
		},
		{
			Code: "ACTIVE", Title: "Open", Meaning: "The dispute is open; Wise has it.",
			Who: Wise, Ask: noPromise, Openness: Tell, Standing: Waits, Mark: Stated,
			CustomerText: "Your dispute is with Wise.",
		},
		{
			Code: "CLOSED", Title: "Closed", Meaning: "The dispute is over; Wise has not said how it ended.",
			Who: Us, Ask: "Ask Wise how it ended.", Openness: Tell, Standing: Over, Mark: Stated,
			CustomerText: "Your dispute is over; we are asking Wise how it ended.",
		},
	}
}

// disputeReasons gives the table of what customers dispute (Wise's list of reasons
// for a dispute). It is the customer's claim, not a finding.
func disputeReasons() []Word {
	return named(Stated, []pair{
		{"ATM_DISPENSED_NO_FUNDS", "The cash machine gave no money, or too little", "The customer's claim."},
		{"WRONG_AMOUNT", "Charged the wrong amount or currency", "The customer's claim."},
		{"TROUBLE_WITH_GOODS_SERVICES", "A problem with the goods or the service", "The customer's claim."},
		{"MERCHANT_CHARGED_AGAIN", "An unexpected charge by a known merchant", "The customer's claim."},
		{"NO_REFUND", "A refund that was due has not come", "The customer's claim."},
		{"UNAUTHORIZED", "The customer did not make the payment", "The customer's claim."},
		{"UNEXPECTEDLY_CHARGED_AGAIN", "An earlier merchant charged again", "The customer's claim."},
		{"UNWANTED_SUBSCRIPTION", "A subscription without permission", "The customer's claim."},
		{"CARD_POSSESSION", "Not recognised, with the card at hand", "The customer's claim."},
		{"CARD_NO_POSSESSION", "The card was lost or stolen", "The customer's claim."},
	})
}
