package answer_test

import (
	"testing"

	"transferdesk/internal/activity"
)

// waitingCase is a case that names a transfer, with one message.
func waitingCase() activity.Facts {
	f := thing(activity.SupportCase, activity.Detail{Case: &activity.CaseDetail{
		Types: []string{"GENERAL_ENQUIRY"}, Changes: []string{"NEW_COMMENT"}, External: "ours-1",
		Messages: []activity.CaseMessage{{Author: "WISE_AGENT", Type: "FREEFORM", At: clock("18 Nov 09:00")}},
	}}, "OPEN", "WAITING_CUSTOMER_INPUT")
	f.Transfer = 12345678
	return f
}

// TestSupportCases: whose turn it is.
func TestSupportCases(t *testing.T) {
	says(t, []saying{
		{"it is our turn", waitingCase(), `
Support case 136: general question
It is our turn: Wise waits for us.
Waits for us; problem, us, internal, open
ask: Answer Wise; if only the customer can tell, ask the customer first.
About: General question
Whose turn: Ours
Transfer: 12345678
Our own number: ours-1
Last event: New message
Message from Wise: 18 Nov 2026, 09:00 UTC
Text of the messages: Not in Wise's events.
`},
		{"it is the turn of Wise", thing(activity.SupportCase, activity.Detail{}, "IN_REVIEW"), `
Support case 136
It is Wise's turn.
With Wise; waiting, wise, internal, open
Whose turn: Wise's
`},
		{"it was never opened", thing(activity.SupportCase, activity.Detail{}, "FAILED"), `
Support case 136
The case was never opened at Wise.
Never opened; problem, us, internal, open
ask: Write to Wise by e-mail instead.
Whose turn: Ours
`},
	})
}
