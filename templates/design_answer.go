package templates

import (
	"transferdesk/internal/answer"
	"transferdesk/internal/evidence"
	"transferdesk/internal/reason"
	"transferdesk/internal/transfer"
)

// exampleSaid is a sentence that rests on two invented events.
func exampleSaid(text string) answer.Sentence {
	return answer.Sentence{Text: text, Evidence: evidence.IDs{12, 14}}
}

// exampleAnswer is a card whose tag, tone and stops are given; box keeps its ids apart.
func exampleAnswer(box string, a answer.Answer, stops []Stop) AnswerCard {
	return AnswerCard{Answer: a, SinceAt: exampleTime(), Stops: stops, Caller: Caller{Box: "-" + box}}
}

// exampleAnswers are the answer card in the stages of a transfer.
func exampleAnswers() ExampleGroup {
	then := exampleTime()
	start := []Stop{{Name: "Customer", At: then, Reached: true}, {Name: "Wise", At: then, Reached: true}, {Name: "Converted", At: then, Reached: true}}
	back := append(start[:3:3], Stop{Name: "Paid out", Note: "came back", At: then, Reached: true}, Stop{Name: "Back at Wise", At: then, Reached: true, Current: true})
	sent := append(start[:3:3], Stop{Name: "Paid out", At: then, Reached: true, Current: true}, Stop{Name: "Recipient"})
	return ExampleGroup{ID: "answers", Title: "The answer card", About: "Where the money is, since when, why it came back, who acts, what comes next and what the customer may hear: in one look.", Examples: []Example{
		{"answer_back", "back at Wise, with a reason", answerCard(exampleAnswer("back", exampleReturned(), back), StageTag("Back at Wise", answer.Problem, transfer.StageReturned))},
		{"answer_sent", "paid out", answerCard(exampleAnswer("sent", exampleSent(), sent), Tag{Text: "Paid out", Tone: answer.Done})},
		{"answer_unknown", "Wise has said almost nothing", answerCard(AnswerCard{Caller: Caller{Box: "-unknown"}, Answer: exampleUnknown(), Stops: []Stop{{Name: "Customer"}, {Name: "Wise"}, {Name: "Converted"}, {Name: "Paid out"}, {Name: "Recipient"}}}, Tag{Text: "State not known", Tone: answer.Neutral})},
		{"account_unknown", "an account that nobody has told us of", accountUnknown()},
	}}
}

func exampleReturned() answer.Answer {
	return answer.Answer{
		Tone: answer.Problem, Headline: exampleSaid("Returned to Wise: the recipient’s account is closed. Not refunded yet."), Where: exampleSaid("Back at Wise. It is not refunded."),
		Since: exampleSaid("Back at Wise for 2 d 17 h (since 18 Nov 2026, 14:03 UTC)."), Why: exampleSaid("The details were right, but the recipient’s account is closed."),
		WhoActs: reason.Wise, WhoActsText: exampleSaid("Wise: it has the money."), Next: exampleSaid("Wise will refund it or deliver it later, and has not said which."),
		NewPayment:   &answer.NewPayment{Who: reason.Sender, Ask: "Another account of the recipient.", Hold: true},
		Failures:     []answer.Failure{{Card: reason.Card{Code: "ACCOUNT_CLOSED"}, Current: true}},
		Stop:         answer.Stopping{Answer: answer.StopNo, Why: "It was paid out and came back."},
		CustomerText: exampleSaid("Your payment of 1,250.00 EUR could not be paid out because the recipient’s account is closed. It is back at Wise and has not been refunded yet."),
		Pace:         "Of 212 refunded, half were within 1 d 16 h of the return, nine in ten within 4 d.",
	}
}

func exampleSent() answer.Answer {
	return answer.Answer{
		Tone: answer.Done, Headline: exampleSaid("Paid out by Wise on 18 Nov; it may not have arrived yet."), Since: exampleSaid("Paid out for 2 d 17 h."), Why: exampleSaid("Nothing has gone wrong."),
		WhoActs: reason.RecipientBank, WhoActsText: exampleSaid("The recipient’s bank."), Next: exampleSaid("It arrives, or it comes back; Wise tells only of the second."),
		CustomerText: exampleSaid("Your payment was paid out on 18 November. The recipient’s bank may need some time to show it."),
	}
}

func exampleUnknown() answer.Answer {
	return answer.Answer{
		Tone: answer.Neutral, Headline: exampleSaid("Wise has not told us its state yet."), Since: exampleSaid("Not known since when."), Why: exampleSaid("Wise has not told us."),
		WhoActs: reason.NotKnown, Next: exampleSaid("Ask Wise, or wait for its next event."),
	}
}

// exampleStops are the places of the money.
func exampleStops() ExampleGroup {
	then := exampleTime()
	return ExampleGroup{ID: "stops", Title: "Where the money is", About: "The places of the money, behind, here and ahead. Of a place that it may have passed unseen nobody says that it was not reached.", Examples: []Example{
		{"stops", "came back", stops([]Stop{{Name: "Paid out", Note: "came back", At: then, Reached: true}, {Name: "Back at Wise", Reached: true, Current: true}, {Name: "Back to the customer"}})},
		{"stops_unplaced", "nobody has said where it is", stops([]Stop{{Name: "Customer", Reached: true}, {Name: "Wise"}})},
		{"stops_five", "on its way", stops([]Stop{{Name: "Customer", At: then, Reached: true}, {Name: "Wise", At: then, Reached: true, Current: true}, {Name: "Converted"}, {Name: "Paid out"}, {Name: "Recipient"}})},
	}}
}

// exampleFailures are the cards of failures and cases.
func exampleFailures() ExampleGroup {
	then := exampleTime()
	unsure := answer.Failure{Card: reason.Card{Code: "NEW_CODE", Title: "New code", NewPayment: reason.Us, Ask: "Ask Wise.", Mark: reason.Unsure}, Current: true, Described: "Wise's words"}
	short := reason.CaseCard{Code: "deposit_amount_less_invoice", Title: "The amount does not cover it", Who: reason.Sender, Ask: "Pay the missing part."}
	return ExampleGroup{ID: "failures", Title: "Failures and cases", About: "What failed or waits, what it means, who acts, and what is for the desk alone.", Examples: []Example{
		{"failure_unsure", "a failure of which we are not sure", failureCard(Failure{Failure: unsure, At: then}, reason.Wise)},
		{"case_stale", "a case that no longer leads", caseCard(Case{Case: answer.Case{Card: short, Stale: true}, Since: then})},
	}}
}
