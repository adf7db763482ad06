package reason

// technicalCards are the failures for which nobody has named a fault on the
// customer's or the recipient's side.
func technicalCards() []Card {
	return []Card{
		{
			Code:         "REASON_NOT_SPECIFIED",
			Title:        "The bank gave no reason",
			Meaning:      "The recipient's bank gave no reason.",
			MoneyNow:     Us,
			NewPayment:   Sender,
			Ask:          "We ask Wise for the bank's return code. Meanwhile the sender goes through every detail, and the recipient asks their bank.",
			Fix:          "We ask Wise for the bank's return code; meanwhile the sender goes through every detail with the recipient.",
			Retry:        RetryNotKnown,
			Openness:     Tell,
			CustomerWhy:  "for a reason that the recipient's bank did not give",
			CustomerNext: "go through every detail with the recipient, and let the recipient ask their bank",
			DeskNote:     "No guesses: it can hide a compliance matter.",
			Mark:         Stated,
		},
		{
			Code:         "TECHNICAL_ISSUE",
			Title:        "A technical issue",
			Meaning:      "Wise reports a technical issue and publishes no description of it. It is not the customer's fault.",
			MoneyNow:     Us,
			NewPayment:   Us,
			Ask:          "We ask Wise whether it will try again or refund. Nothing is needed from the customer.",
			Fix:          "We ask Wise whether it will try again or refund; the details were not at fault.",
			Retry:        RetryYes,
			Openness:     Tell,
			CustomerWhy:  "because of a technical issue that is not your fault",
			CustomerNext: "",
			DeskNote:     "A new payment only when the first one is over: Wise may still pay it out.",
			Mark:         Unsure,
		},
		{
			Code:         "TECHNICAL_ISSUE_RETRYABLE",
			Title:        "A technical delay",
			Meaning:      "Wise met a technical delay; after this code it tries again by itself.",
			MoneyNow:     Wise,
			NewPayment:   Wise,
			Ask:          "None is needed: Wise tries again by itself, and we watch it. With no new state after one working day, ask Wise.",
			Fix:          "None needed: Wise tries again by itself.",
			Retry:        RetryNo,
			Openness:     Tell,
			CustomerWhy:  "because of a technical delay",
			CustomerNext: "",
			DeskNote:     "A new payment now would be paid twice.",
			Mark:         Stated,
		},
	}
}
