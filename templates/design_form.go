package templates

import "transferdesk/internal/answer"

// exampleActions are buttons; one that may not be used says why.
func exampleActions() ExampleGroup {
	return ExampleGroup{ID: "deeds", Title: "Buttons", About: "One primary action. What may not be done is there too, with the reason.", Examples: []Example{
		{"actions", "a form, a link, and one that may not be used", actionRow([]Action{
			{ID: "receipt", Label: "Receipt (PDF)", Icon: IconSent, Href: "/transfers/1/receipt.pdf", Note: "From Wise."},
			{ID: "ask", Label: "Ask Wise now", Post: "/transfers/1/ask", Fields: []FormField{{"do", "ask"}}, Primary: true},
			{ID: "cancel", Label: "Cancel", Href: "/transfers/1/cancel", Asks: true, Why: "It has been paid out."},
		})},
	}}
}

// exampleToasts say what was done.
func exampleToasts() ExampleGroup {
	undo := &Undo{Post: "/help/design", Fields: []FormField{{"did", "example"}}}
	return ExampleGroup{ID: "toasts", Title: "Toasts", About: "After an act, at the foot of the screen; nothing moves. It waits until it is closed, so that Undo can be reached.", Examples: []Example{
		{"toast_undo", "done, and can be taken back", toast(&Toast{Text: "Assigned to you.", Undo: undo, Here: "#toasts"})},
		{"toast_done", "done", toast(&Toast{Text: "The note was saved."})},
		{"toast_problem", "not done", toast(&Toast{Text: "Not saved: somebody else changed it meanwhile.", Tone: answer.Problem, Here: "#toasts"})},
	}}
}

// exampleDialogs ask once more.
func exampleDialogs() ExampleGroup {
	sure := CancelPage{ID: "49983981", Amount: "1,250.00 EUR", Target: "1,068.75 GBP", Profile: "16055450", Named: "Erika Example", Account: "14124090", Recipient: "R••• R•••, ••••3344",
		Headline: "At Wise and in process; not paid out yet.", Tag: Tag{Text: "At Wise, in process", Tone: answer.Moving}, Refund: "The money goes back to the customer.", Stop: answer.Stopping{Answer: answer.StopUnknown, Why: "It is not converted yet."}}
	return ExampleGroup{ID: "dialogs", Title: "Dialogs", About: "Only for what cannot be taken back: cancelling a transfer. It names the id and the amount, and asks for the id. Everything else has Undo.", Examples: []Example{
		{"dialog_cancel", "before a transfer is cancelled", exampleDialog(Dialog{ID: "dialog-example", Title: sure.question(), Example: true}, sure)},
	}}
}

// exampleForms are fields, and what is said when one is wrong.
func exampleForms() ExampleGroup {
	return ExampleGroup{ID: "forms", Title: "Forms", Narrow: true, About: "What was typed is kept, and each mistake leads to its field.", Examples: []Example{
		{"form_errors", "what is wrong", formErrors([]FieldError{{Field: "email", Text: "An e-mail is needed."}, {Field: "form", Text: "Too many attempts."}})},
		{"input_hint", "a field with a hint", input(Input{ID: "email", Label: "E-mail", Type: "email", Complete: "off", Value: "ada@example.com", Hint: "The one that you sign in with."})},
		{"input_wrong", "a field that is wrong", input(Input{ID: "password", Label: "Password", Type: "password", Complete: "new-password", Value: "secret", Error: "Too short.", Min: 15})},
	}}
}

// exampleEmpties are the three kinds of empty, the second without and with a filter.
func exampleEmpties() ExampleGroup {
	return ExampleGroup{ID: "empties", Title: "Nothing there", About: "Which of three it is: nothing yet, nothing matches, not allowed. What is not known is never drawn as none.", Examples: []Example{
		{"empty_yet", "nothing yet", empty(Empty{Kind: NothingYet, Title: "No event from Wise yet"})},
		{"empty_matches", "nothing matches", empty(Empty{Kind: NothingMatches, Title: "Nothing matches", Text: "No transfer passes these filters.", Clear: "#empties"})},
		{"empty_none", "nothing to do: no filter hides anything", empty(Empty{Kind: NothingMatches, Title: "Nothing is missing", Text: "Every event type leads here."})},
		{"empty_allowed", "not allowed", empty(Empty{Kind: NotAllowed, Title: "Not for your role", Text: "Leads and admins see what reconciliation has found."})},
	}}
}

// exampleTroubles are error pages: what happened, whether anything was lost, what to do.
func exampleTroubles() ExampleGroup {
	return ExampleGroup{ID: "errors", Title: "Errors", About: "What happened, whether anything was lost, what to do, and the id to quote.", Examples: []Example{
		{"trouble_missing", "not found", trouble(ErrorPage{Status: 404, What: "There is nothing here, or it is not yours to see.", Lost: "No. Nothing was changed.", Do: "Check the id, or search for it.", Frame: Frame{RequestID: "EXAMPLE4REQUEST4ID"}}, true)},
		{"trouble_ours", "our own fault", trouble(ErrorPage{Status: 500, What: "Something went wrong on our side.", Lost: "Nothing that Wise told us is lost.", Do: "Try again. If it stays, give your admin the request id.", Frame: Frame{RequestID: "EXAMPLE5REQUEST5ID"}, Back: Link{Href: "#errors", Text: "Back to the transfer"}}, true)},
	}}
}
