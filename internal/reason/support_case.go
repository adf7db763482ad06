package reason

// caseStatuses gives the table of support cases with Wise: whose turn it is. The
// words of both generations of the event stand in it.
func caseStatuses() []Word {
	withWise := func(code, title string) Word {
		return Word{Code: code, Title: title, Meaning: "It is Wise's turn.", Who: Wise, Openness: Internal, Standing: Waits, Mark: Stated}
	}
	ours := func(code, title string) Word {
		return Word{
			Code: code, Title: title, Meaning: "It is our turn: Wise waits for us.", Who: Us,
			Ask: "Answer Wise; if only the customer can tell, ask the customer first.", Openness: Internal, Standing: Trouble, Mark: Stated,
		}
	}
	return []Word{
		withWise("CREATING", "Being opened"),
		withWise("OPEN", "Open, with Wise"),
		withWise("IN_REVIEW", "With Wise"),
		ours("PENDING", "Waits for us"),
		ours("WAITING_CUSTOMER_INPUT", "Waits for us"),
		{
			Code: "SOLVED", Title: "Solved", Meaning: "Wise calls it solved; it can be opened again.",
			Who: Nobody, Openness: Internal, Standing: Good, Mark: Stated,
		},
		{
			Code: "CLOSED", Title: "Closed", Meaning: "The case is closed; more needs a new case.",
			Who: Nobody, Openness: Internal, Standing: Over, Mark: Stated,
		},
		{
			Code: "RESOLVED", Title: "Resolved", Meaning: "The case is resolved; more needs a new case.",
			Who: Nobody, Openness: Internal, Standing: Good, Mark: Likely,
		},
		{
			Code: "FAILED", Title: "Never opened", Meaning: "The case was never opened at Wise.",
			Who: Us, Ask: "Write to Wise by e-mail instead.", Openness: Internal, Standing: Trouble, Mark: Stated,
		},
	}
}

// caseTypes gives the table of the types of cases and of their messages. Those
// about hits on a list are locked: IsLocked knows them by what they are made of.
func caseTypes() []Word {
	words := named(Stated, []pair{
		{"GENERAL_ENQUIRY", "General question", "A question without a type of its own."},
		{"FREEFORM", "Message", "A message in own words."},
		{"NEW_CASE", "Case opened", "The case was opened."},
		{"NEW_COMMENT", "New message", "Somebody wrote in the case."},
		{"STATUS_UPDATED", "Status changed", "The case's status changed."},
		{"WISE_SYSTEM", "Wise, automatically", "Written by a program of Wise."},
		{"WISE_AGENT", "Wise", "Written by a person at Wise."},
		{"PARTNER", "Us", "Written by us."},
	})
	for _, code := range []string{"SANCTIONS", "*_SANCTION_HIT_*", "*_LOCATION_HIT_*"} {
		words = append(words, lockedWord(code))
	}
	return words
}
