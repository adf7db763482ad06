package reason

// declinesOfPlace are the declines by place, kind of payment and merchant, and the
// technical ones.
func declinesOfPlace() []declineGroup {
	const elsewhere = "Another way of paying, or another merchant."
	return []declineGroup{
		{
			who: Sender, openness: Tell, mark: Stated, ask: elsewhere,
			meaning: "The place, the kind of payment or the merchant's terminal does not allow it.",
			told:    "It is not possible in this place or with this merchant; please pay in another way.",
			codes: []titled{
				{"BLOCKED_COUNTRY", "Cards cannot be used in that country"},
				{"NON_SUPPORTED_CURRENCY", "That currency is not supported"},
				{"NON_SUPPORTED_MCC_FOR_COUNTRY", "That kind of merchant is not supported there"},
				{"NON_SUPPORTED_*", "Not supported"},
				{"MANDATE_DCC_NON_SUPPORTED_FOR_CARD_COUNTRY", "The machine's own conversion is not supported"},
				{"MANDATE_LOCAL_CASH_WITHDRAWAL_NOT_ALLOWED", "No cash withdrawals in that country"},
				{"MANDATE_*", "Not allowed in that country"},
				{"INVALID_MERCHANT", "The card scheme refuses this merchant"},
				{"INVALID_TRANSACTION", "This kind of payment is not supported"},
				{"INVALID_TRANSACTION*", "This kind of payment is not supported"},
				{"TRANSACTION_TYPE_NOT_SUPPORTED", "This kind of payment is not supported"},
				{"CREDIT_TRANSACTIONS_NOT_SUPPORTED", "Money cannot be received on the card here"},
				{"SECURITY_CVM_FAILURE", "The merchant's terminal is set up wrongly"},
				{"SECURITY_MAGSTRIPE_SECURE_ELEMENTS_INCORRECT_OR_MISSING", "The merchant entered the wrong kind of purchase"},
				{"SECURITY_*", "Declined at the merchant's terminal"},
				{"INCORRECT_ICVV", "The chip could not be read"},
			},
		},
		{
			who: Sender, openness: Softly, mark: Stated, ask: elsewhere + " If it happens again: a new card.",
			meaning: "The card or the terminal could not be confirmed, or the card scheme refused it.",
			told:    "It was not accepted there; please pay in another way.",
			codes: []titled{
				{"SCHEME_BLOCKED_TRANSACTION", "The card scheme refused it"},
				{"INCORRECT_ARQC", "The chip's answer did not fit"},
			},
		},
		{
			who: Sender, openness: Tell, mark: Stated,
			meaning: "A technical fault; nothing is wrong with the card.",
			told:    "It was a technical fault; you can try again.",
			ask:     "Try again later.",
			codes: []titled{
				{"CONNECTION_ISSUE", "A connection failed"},
				{"PROCESSING_ERROR", "A technical fault at Wise"},
				{"UNEXPECTED_ERROR", "A technical fault between the merchant and Wise"},
				{"DECLINED_ADVICE", "The merchant's message could not be used"},
				{"REVERSAL_NOT_MATCHING_AUTH_CURRENCY", "The merchant's reversal is in another currency"},
			},
		},
	}
}

// declinesOfAccount are the declines that we settle, some of them with Wise. What
// is said of them names no suspicion.
func declinesOfAccount() []declineGroup {
	const neutral = "Wise stopped it as a precaution."
	return []declineGroup{
		{
			who: Us, openness: Tell, mark: Stated,
			meaning: "The balance is not active.",
			told:    "Please look for open tasks in your account.",
			ask:     "Look for open tasks of the account, and have the customer finish them.",
			codes:   []titled{{"ACCOUNT_INACTIVE", "The balance is not active"}},
		},
		{
			who: Sender, openness: Softly, mark: Stated, meaning: neutral,
			ask:   "The customer looks through the latest payments, confirms them and unfreezes the card.",
			told:  "Please look through your latest payments and confirm them; then the card can be used again.",
			codes: []titled{{"SUSPECTED_FRAUD_REVIEW_ACTIVITY", "Stopped as a precaution: payments to confirm"}},
		},
		{
			who: Sender, openness: Softly, mark: Stated, meaning: neutral,
			ask:   "The customer adds money to the balance, then pays again.",
			told:  "With money on the balance, you can pay again.",
			codes: []titled{{"SUSPECTED_FRAUD_NO_BALANCE", "Stopped as a precaution: the balance is empty"}},
		},
		{
			who: Us, openness: Softly, mark: Stated, meaning: neutral,
			ask:  "Ask Wise, if the customer made the payment. Whoever did not make it: fraud line.",
			told: "We are asking Wise about it.",
			codes: []titled{
				{"SUSPECTED_FRAUD", "Stopped as a precaution"},
				{"SUSPECTED_FRAUD_CORE_FRAUD", "Stopped as a precaution"},
			},
		},
	}
}
