package answer_test

import (
	"testing"

	"transferdesk/internal/activity"
)

// asked is what a verification request still wants.
var asked = activity.ReviewDetail{
	RequiredBy: clock("28 Nov 08:00"), Triggers: []string{"TRANSFER"},
	Requirements: []activity.Requirement{{Key: "ID_DOCUMENT", State: "NOT_PROVIDED"}, {Key: "ADDRESS_PROOF", State: "IN_REVIEW"}},
}

// TestVerificationThings: what Wise asks for, what was wrong with it, and by when.
func TestVerificationThings(t *testing.T) {
	says(t, []saying{
		{"documents, with the outcome in free words", thing(activity.CDDCheck, activity.Detail{CDD: &activity.CDDDetail{Outcome: "Document is not acceptable", Required: []string{"SOURCE_OF_INCOME", "NEW_ONE"}, SourceOfIncome: "INVESTMENTS"}}, "EVIDENCE_REQUIRED"), `
Additional verification
Wise asks for documents before the additional verification is passed.
Documents asked for; waiting, us, softly, open
ask: Asked for: a document about the source of income; New one. By the upload form, not by e-mail. Ask Wise what is missing.
Asked for: A document about the source of income
Asked for: New one
What was wrong with the last one: Wise gives a reason of its own: “Document is not acceptable”
Source of income given: Investments
`},
		{"a document that is too old", thing(activity.CDDCheck, activity.Detail{CDD: &activity.CDDDetail{Outcome: "DOCUMENT_OUT_OF_DATE", Required: []string{"ADDRESS_PROOF"}}}, "EVIDENCE_REQUIRED"), `
Additional verification
Wise asks for documents before the additional verification is passed.
Documents asked for; waiting, sender, tell, open
ask: Asked for: proof of address. By the upload form, not by e-mail. A current one; Wise's list has the age limit.
Asked for: Proof of address
What was wrong with the last one: The document is too old
`},
		{"a request with a deadline", thing(activity.KYCReview, activity.Detail{Review: &asked}, "PASSED_WITH_REQUIREMENTS"), `
Verification request
It goes on for now; what is asked for has to be there by the deadline.
Passed for now; waiting, sender, tell, open
ask: The customer hands in what is asked for before the deadline; after it, payments wait. It has to be there before 28 Nov 2026 (UTC).
Deadline: 28 Nov 2026, 08:00 UTC, in 7 days
Proof of identity: Not handed in yet
Proof of address: With Wise
Begun for: A transfer
Request: 136
`},
		{"a request that is with Wise asks nothing of the customer", thing(activity.KYCReview, activity.Detail{Review: &activity.ReviewDetail{RequiredBy: clock("28 Nov 08:00")}}, "PROCESSING"), `
Verification request
Everything is handed in; Wise is working on it.
With Wise; waiting, wise, tell, open
ask: Nothing is needed from the customer now.
Deadline: 28 Nov 2026, 08:00 UTC, in 7 days
Request: 136
`},
		{"a request whose deadline is over", thing(activity.KYCReview, activity.Detail{Review: &activity.ReviewDetail{RequiredBy: clock("18 Nov 10:00")}}, "WAITING_CUSTOMER_INPUT"), `
Verification request
The deadline of 18 Nov 2026 (UTC) has passed, and it is still open: payments may wait.
Waits for the customer; problem, sender, tell, open
ask: The customer hands in what is asked for, by Wise's form or ours.
Deadline: 18 Nov 2026, 10:00 UTC, 3 days ago
Request: 136
`},
		{"a profile from which money can only be taken", thing(activity.ProfileState, activity.Detail{}, "ACTIVE", "WITHDRAW_ONLY"), `
State of the profile
Money can only be taken out, and only for a limited time.
Can withdraw only; problem, sender, tell, open
ask: The customer moves the money out in time.
In this state: Works: sending from the balance to themselves and others, the card, ordering cards, converting, opening and closing balances, statements. Does not: receiving, and paying in from an outside bank.
Why: Wise has not given a reason that we may pass on.
What may be done: Wise has not said whether it is a suspension or a closure: ask Wise before saying yes or no to an appeal.
`},
	})
}
