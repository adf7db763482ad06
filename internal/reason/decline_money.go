package reason

// declinesOfMoney are the declines that the customer can settle at once: money and
// limits, what was typed, the card and what it is allowed, a stronger confirmation.
func declinesOfMoney() []declineGroup {
	return []declineGroup{
		{
			who: Sender, openness: Tell, mark: Stated,
			meaning: "The balance or a limit did not cover it.",
			told:    "The balance or a limit did not cover it; with money in that currency, or with another limit, you can pay again.",
			ask:     "Add money in that currency, or change the limit; then pay again.",
			codes: []titled{
				{"INSUFFICIENT_FUNDS", "Not enough money on the balance"},
				{"CUMULATIVE_LIMIT_EXCEEDED", "A spending limit is used up"},
				{"PAYMENT_METHOD_DAILY_LIMIT_EXCEEDED", "The daily limit is used up"},
				{"PAYMENT_METHOD_MONTHLY_LIMIT_EXCEEDED", "The monthly limit is used up"},
				{"PAYMENT_METHOD_LIFETIME_LIMIT_EXCEEDED", "The card's overall limit is used up"},
				{"PAYMENT_METHOD_TRANSACTION_LIMIT_EXCEEDED", "Above the limit for one payment"},
				{"PAYMENT_METHOD_*_LIMIT_EXCEEDED", "A limit for this way of paying is used up"},
				{"PROFILE_GENERAL_*_CHANGEABLE", "A limit of the profile is used up"},
				{"CARD_GENERAL_*_CHANGEABLE", "A limit of the card is used up"},
			},
		},
		{
			who: Sender, openness: Tell, mark: Stated,
			meaning: "Something was entered wrong, or has to be entered.",
			told:    "Something has to be entered again; nobody of ours ever asks you for the PIN or the security code.",
			ask:     "The customer enters it again, or resets the PIN at a cash machine. Never ask for the PIN or the security code.",
			codes: []titled{
				{"INCORRECT_PIN", "Wrong PIN"},
				{"INCORRECT_CVV", "Wrong security code"},
				{"INCORRECT_CVV2", "Wrong security code"},
				{"INCORRECT_EXPIRY_DATE", "Wrong expiry date"},
				{"PIN_ENTRY_TRIES_EXCEEDED", "Wrong PIN too many times"},
				{"CHIP_PIN_ENTRY_TRIES_EXCEEDED", "Wrong PIN too many times, blocked on the chip"},
				{"*_PIN_ENTRY_REQUIRED", "The PIN has to be entered"},
				{"RESET_YOUR_PIN_AT_ATM", "The PIN has to be reset at a cash machine"},
			},
		},
		{
			who: Sender, openness: Tell, mark: Stated,
			meaning: "The card does not allow it at present.",
			told:    "The card does not allow it at present; you can change that in its settings, or have it replaced.",
			ask:     "The customer switches it on, unfreezes or activates the card, or replaces it.",
			codes: []titled{
				{"CARD_FROZEN", "The card is frozen"},
				{"CARD_INACTIVE", "The card is not activated"},
				{"CARD_BLOCKED", "The card is blocked for good"},
				{"CARD_EXPIRED", "The card has expired"},
				{"PAYMENT_METHOD_NOT_ALLOWED", "This way of paying is switched off"},
				{"*_DISABLED", "This way of paying is switched off"},
				{"BLOCKED_SUBSCRIPTION", "The customer stopped this subscription"},
				{"RESTRICTED_MODE", "The card takes only secure ways of paying"},
			},
		},
		{
			who: Sender, openness: Tell, mark: Stated,
			meaning: "It needs an extra confirmation.",
			told:    "It needs an extra confirmation; please pay again with that, or with chip and PIN.",
			ask:     "Pay again with 3-D Secure, or with chip and PIN. Say “needs an extra confirmation”, no more.",
			codes: []titled{
				{"SCA_SOFT_DECLINE*", "Needs an extra confirmation"},
				{"INVALID_3DS_UCAF", "The extra confirmation failed"},
				{"SUSPECTED_FRAUD_SOFT_DECLINE", "Needs an extra confirmation"},
			},
		},
	}
}
