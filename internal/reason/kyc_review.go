package reason

// verifications gives the table of the verification state of a profile.
func verifications() []Word {
	return []Word{
		{
			Code: "verified", Title: "Verified", Meaning: "The profile is verified: payments can be made.",
			Who: Nobody, Openness: Tell, Standing: Good, Mark: Stated,
		},
		{
			Code: "not_verified", Title: "Not verified", Meaning: "The profile is not verified: payments wait until it is.",
			Who: Sender, Ask: "Start no transfer for now. The customer does what the verification asks for.", Openness: Tell, Standing: Waits, Mark: Stated,
		},
	}
}

// cddStates gives the table of the additional verification.
func cddStates() []Word {
	return []Word{
		{
			Code: "VERIFIED", Title: "Passed", Meaning: "The additional verification is passed.",
			Who: Nobody, Openness: Tell, Standing: Good, Mark: Stated,
		},
		{
			Code: "EVIDENCE_REQUIRED", Title: "Documents asked for", Meaning: "Wise asks for documents before the additional verification is passed.",
			Who: Sender, Ask: "The customer hands in what is asked for, by the upload form.", Openness: Tell, Standing: Waits, Mark: Stated,
		},
	}
}

// kycReviews gives the table of the states of a verification request (Wise's
// reference of the hosted process).
func kycReviews() []Word {
	return []Word{
		{
			Code: "NEW", Title: "Begun", Meaning: "Wise is working out what is needed.",
			Who: Wise, Openness: Tell, Standing: Going, Mark: Stated,
		},
		{
			Code: "WAITING_CUSTOMER_INPUT", Title: "Waits for the customer", Meaning: "Wise needs something from the customer before it goes on.",
			Who: Sender, Ask: "The customer hands in what is asked for, by Wise's form or ours.", Openness: Tell, Standing: Waits, Mark: Stated,
		},
		{
			Code: "PROCESSING", Title: "With Wise", Meaning: "Everything is handed in; Wise is working on it.",
			Who: Wise, Ask: "Nothing is needed from the customer now.", Openness: Tell, Standing: Waits, Mark: Stated,
		},
		{
			Code: "PASSED_WITH_REQUIREMENTS", Title: "Passed for now", Meaning: "It goes on for now; what is asked for has to be there by the deadline.",
			Who: Sender, Ask: "The customer hands in what is asked for before the deadline; after it, payments wait.", Openness: Tell, Standing: Waits, Mark: Stated,
		},
		{
			Code: "PASSED", Title: "Passed", Meaning: "Nothing is needed from the customer.",
			Who: Nobody, Openness: Tell, Standing: Good, Mark: Stated,
		},
	}
}

// requirements gives the table of the states of one thing that is asked for.
func requirements() []Word {
	return []Word{
		{Code: "NOT_PROVIDED", Title: "Not handed in yet", Meaning: "The customer has not handed it in.", Who: Sender, Openness: Tell, Standing: Waits, Mark: Stated},
		{Code: "PENDING_USER", Title: "Waits for the customer", Meaning: "The customer has to act.", Who: Sender, Openness: Tell, Standing: Waits, Mark: Stated},
		{Code: "REJECTED", Title: "Not accepted", Meaning: "Wise did not accept it.", Who: Sender, Openness: Tell, Standing: Waits, Mark: Stated},
		{Code: "IN_REVIEW", Title: "With Wise", Meaning: "Wise has it.", Who: Wise, Openness: Tell, Standing: Going, Mark: Stated},
		{Code: "PENDING_TW", Title: "With Wise", Meaning: "Wise has it.", Who: Wise, Openness: Tell, Standing: Going, Mark: Likely},
		{Code: "VERIFIED", Title: "Accepted", Meaning: "Wise has accepted it.", Who: Nobody, Openness: Tell, Standing: Good, Mark: Stated},
		{Code: "DONE", Title: "Done", Meaning: "Nothing is left to do.", Who: Nobody, Openness: Tell, Standing: Good, Mark: Likely},
	}
}

// triggers gives the table of what a verification request was begun for.
func triggers() []Word {
	return named(Stated, []pair{
		{"QUOTE", "A quote", "The customer asked for a price."},
		{"TRANSFER", "A transfer", "A transfer waits for it."},
		{"PROACTIVE_SEND_MONEY", "Sending money later", "Before the first transfer."},
		{"ADD_MONEY", "Adding money", "Money is to be added to a balance."},
		{"CARD", "A card", "A card is to be ordered or used."},
		{"BANK_ACCOUNT_DETAILS", "Account details", "Account details are to be opened."},
		{"INFO_REQUEST", "A question of Wise", "Wise asked for information."},
	})
}
