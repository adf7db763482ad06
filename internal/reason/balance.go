package reason

// balanceStates gives the table of balance accounts.
func balanceStates() []Word {
	return []Word{
		{
			Code: "ACTIVE", Title: "Active", Meaning: "The balance account is active.",
			Who: Nobody, Openness: Tell, Standing: Good, Mark: Stated,
		},
		{
			Code: "INACTIVE", Title: "Not active", Meaning: "The balance account is not active: nothing goes in or out.",
			Who: Us, Ask: "Ask Wise, if the customer did not close it.", Openness: Tell, Standing: Over, Mark: Stated,
		},
	}
}

// holdLimits gives the table of balances above the legal limit.
func holdLimits() []Word {
	return []Word{
		{
			Code: "OPEN", Title: "Above the legal limit", Meaning: "The balance is above what the customer may hold by law.",
			Who: Sender, Ask: "The customer moves money out until the balance is below the limit.", Openness: Tell, Standing: Trouble, Mark: Stated,
		},
		{
			Code: "CLOSED", Title: "Below the limit again", Meaning: "The balance is within the legal limit again.",
			Who: Nobody, Openness: Tell, Standing: Good, Mark: Stated,
		},
	}
}

// batches gives the table of the funding of batch payments. It is the funding that
// is completed, not the payouts; a failure hits every transfer of the batch.
func batches() []Word {
	return []Word{
		{
			Code: "NEW", Title: "Begun", Meaning: "The funding of the batch is begun.",
			Who: Nobody, Openness: Internal, Standing: Going, Mark: Stated,
		},
		{
			Code: "PROCESSING", Title: "Under way", Meaning: "The funding of the batch is under way.",
			Who: Wise, Openness: Internal, Standing: Going, Mark: Stated,
		},
		{
			Code: "COMPLETED", Title: "Funded", Meaning: "The batch is funded. That says nothing of the payouts of its transfers.",
			Who: Nobody, Ask: "Look at each transfer for its payout.", Openness: Internal, Standing: Good, Mark: Stated,
		},
		{
			Code: "FAILED", Title: "Not funded", Meaning: "The funding failed: no transfer of the batch is paid for.",
			Who: Us, Ask: "Find the batch's transfers and fund them anew. The event names only the batch.", Openness: Internal, Standing: Trouble, Mark: Stated,
		},
		{
			Code: "CHARGED_BACK", Title: "Funding taken back", Meaning: "The funding was taken back: every transfer of the batch is affected.",
			Who: Us, Ask: "Find the batch's transfers and settle it with Wise. The event names only the batch.", Openness: Internal, Standing: Trouble, Mark: Stated,
		},
	}
}

// profileStates gives the table of profiles. What works in which state is said at
// length where the account is.
func profileStates() []Word {
	return []Word{
		{
			Code: "ACTIVE", Title: "Active", Meaning: "The profile is active.",
			Who: Nobody, Openness: Tell, Standing: Good, Mark: Stated,
		},
		{
			Code: "WITHDRAW_ONLY", Title: "Can withdraw only", Meaning: "Money can only be taken out, and only for a limited time.",
			Who: Sender, Ask: "The customer moves the money out in time.", Openness: Tell, Standing: Trouble, Mark: Stated,
		},
		{
			Code: "VIEW_ONLY", Title: "View only", Meaning: "The profile can be looked at, nothing else; incoming payments go back.",
			Who: Us, Ask: "Ask Wise.", Openness: Softly, Standing: Trouble, Mark: Stated,
		},
		{
			Code: "DEACTIVATED", Title: "Deactivated", Meaning: "The profile is deactivated: nothing works.",
			Who: Us, Ask: "Ask Wise.", Openness: Softly, Standing: Over, Mark: Stated,
		},
	}
}

// recipientStates gives the table of changes to a recipient's account.
func recipientStates() []Word {
	gone := func(code, title, meaning string) Word {
		return Word{
			Code: code, Title: title, Meaning: meaning, Who: Us,
			Ask: "Look for a transfer to this recipient that is not finished yet.", Openness: Internal, Standing: Over, Mark: Stated,
		}
	}
	return []Word{
		{Code: "CREATE", Title: "Added", Meaning: "The recipient was added.", Who: Nobody, Openness: Internal, Standing: Good, Mark: Stated},
		{Code: "UPDATE", Title: "Changed", Meaning: "The recipient's details were changed.", Who: Nobody, Openness: Internal, Standing: Good, Mark: Stated},
		gone("DEACTIVATE", "Switched off", "The recipient was switched off: nothing new can be sent to it."),
		gone("OBFUSCATE", "Details blanked", "The recipient's details were made unreadable."),
		gone("DELETE", "Deleted", "The recipient was deleted."),
	}
}

// holdLimitEnds gives the table of how a balance came below the legal limit.
func holdLimitEnds() []Word {
	return named(Stated, []pair{
		{"AUTOMATICALLY_RESOLVED", "The customer took money out", "The balance went below the limit when money was taken out."},
		{"MANUALLY_RESOLVED", "The excess was paid out", "The excess was sent to a recipient that we or Wise named."},
	})
}
