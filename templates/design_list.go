package templates

import (
	"github.com/a-h/templ"

	"transferdesk/internal/answer"
	"transferdesk/internal/reason"
	"transferdesk/internal/transfer"
)

// exampleTimeline are rows of a timeline, each with something worth saying.
func exampleTimeline() ExampleGroup {
	then := exampleTime()
	row := func(r TimelineRow, learned bool) templ.Component { return exampleRow(r, learned) }
	return ExampleGroup{ID: "timeline", Title: "Timeline rows", About: "What happened, in words; then Wise’s own words for it, how it came and what carried it.", Examples: []Example{
		{"timeline_late", "late, and seen more than once", row(TimelineRow{Kind: transfer.PayoutFailure, Tag: Tag{Text: "Payout failed", Tone: answer.Problem}, Code: "WRONG_NAME", Desk: "Name mismatch", At: then, Late: "3 h 4 min", Repeats: 2, Events: []int64{31}}, false)},
		{"timeline_gap", "an event is missing before it, and it went back", row(TimelineRow{Kind: transfer.StateChange, Tag: Tag{Text: "At Wise, in process", Tone: answer.Moving}, State: "processing", From: "bounced_back", At: then,
			Gap: true, Missing: "Wise says that it was “Bounced back” before; we held “Paid out by Wise”.", Back: "A step back: Wise took it from “Bounced back” to “At Wise, in process”.", Events: []int64{32}}, false)},
		{"timeline_cleared", "cases", row(TimelineRow{Kind: transfer.ActiveCases, Tag: Tag{Text: "Case cleared", Tone: answer.Waiting, Icon: IconCase}, Code: "deposit_amount_less_invoice",
			Note: "Still open: Proof of address, for 2 d. Cleared: The amount does not cover it, after 3 h 5 min.", At: then, Seen: true, Events: []int64{33}}, false)},
		{"timeline_learned", "in the order in which we learned of it", row(TimelineRow{Kind: transfer.StateChange, Tag: Tag{Text: "Bounced back", Tone: answer.Problem}, State: "bounced_back", From: "outgoing_payment_sent", At: then,
			Received: When{Age: "2 d 14 h", Full: "18 Nov 2026, 17:07 UTC", RFC: "2026-11-18T17:07:00Z"}, Late: "3 h 4 min", Gap: true, Missing: "Wise says that it was “Paid out by Wise” before; we held “At Wise, in process”.", Events: []int64{34}}, true)},
		{"timeline_told", "what the customer was told", row(TimelineRow{Tag: Tag{Text: "The customer was told", Icon: IconPerson}, Said: "Your payment was sent on 16 November.", By: "Ada Example", At: then}, false)},
		{"timeline_bare", "nothing but its name", row(TimelineRow{Tag: Tag{Text: "Something happened"}, Quiet: true}, false)},
		{"timeline_orders", "the two orders", timelineOrder(TransferPage{ID: "49983981", Learned: true})},
	}}
}

// exampleTransfers are rows of the lists of transfers.
func exampleTransfers() []TransferRow {
	card := reason.Card{Code: "ACCOUNT_CLOSED", Title: "The recipient’s account is closed", Fix: "The sender brings another account of the recipient.", Ask: "Another account of the recipient."}
	return []TransferRow{
		{ID: "49983981", Profile: "16055450", Customer: "Erika Example", Amount: "1,250.00 EUR", Tag: StageTag("Back at Wise", answer.Problem, transfer.StageReturned), Headline: "Returned to Wise: the recipient’s account is closed. Not refunded yet.",
			Since: exampleTime(), MoneyNow: reason.Wise, NewPayment: "another account of the recipient", Failures: []Failure{{Failure: answer.Failure{Card: card, Current: true}, At: exampleTime()}}, ToldOtherwise: true},
		{ID: "49983982", Profile: "16055451", AmountTold: "80,000 JPY", Tag: Tag{Text: "Paid out", Tone: answer.Done}, Headline: "Paid out by Wise on 18 Nov; it may not have arrived yet.", Since: exampleTime(), MoneyNow: reason.RecipientBank},
		{ID: "49983983", Tag: Tag{Text: "State not known", Tone: answer.Neutral}, Headline: "Wise has not told us its state yet.", MoneyNow: reason.NotKnown},
	}
}

// exampleHands are rows of the queue: of the reader, of nobody, and one that came back.
func exampleHands() []TransferRow {
	rows := exampleTransfers()
	rows[0].ID, rows[1].ID, rows[2].ID = "49983991", "49983992", "49983993"
	rows[0].Hands = &Hands{Assignee: "Ada Example", You: true}
	rows[1].Hands = &Hands{Version: "0", Unseen: true, Next: "/help/design"}
	rows[2].Hands, rows[2].Resolved = &Hands{Assignee: "Bela Beispiel (left)", Resolved: true}, "Resolved by Bela Beispiel on 17 Nov, changed since."
	return rows
}

// exampleTables are the lists, which become cards where a table has no room.
func exampleTables() ExampleGroup {
	return ExampleGroup{ID: "tables", Title: "Tables", About: "Amounts stand right with their digits below each other; under 1060 px a row becomes a card.", Examples: []Example{
		{"table_work", "what needs doing", transferTable("Example: transfers that need doing", exampleTransfers(), true)},
		{"table_queue", "what needs doing, in the queue", transferTable("Example: transfers of the queue", exampleHands(), false)},
		{"scopes", "whose rows", scopes([]Tile{{Label: "All", Count: 12, Href: "#tables", Current: true}, {Label: "Mine", Count: 3, Href: "#tables"}, {Label: "Unassigned", Count: 9, Href: "#tables"}, {Label: "Resolved", Href: "#tables"}})},
		{"table_story", "one customer’s transfers", customerTransfers("Example: the transfers of a customer", exampleTransfers())},
		{"pager_middle", "more follow", pager("example rows", Pager{Next: "#tables", First: "#tables"})},
		{"pager_last", "the last page", pager("the last rows", Pager{First: "#tables"})},
	}}
}

// exampleFilters are the filters in force and the form that changes them.
func exampleFilters() ExampleGroup {
	groups := []FilterGroup{{Name: "reason", Label: "Reason", Choices: []Choice{{Value: "WRONG_NAME", Label: "Wrong name", Checked: true}, {Value: "ACCOUNT_CLOSED", Label: "Account closed"}}}, {Name: "currency", Label: "Currency"}}
	return ExampleGroup{ID: "filters", Title: "Filters", About: "Every state is an address; following a chip takes that filter away.", Examples: []Example{
		{"filter", "one in force", filter(Filter{Action: "/help/design", Groups: groups[:1], Fields: []FilterField{{Name: "since", Label: "Since", Type: "date"}}, Chips: []Chip{{Label: "Reason: wrong name", Remove: "#filters"}}, Clear: "#filters"})},
		{"filter_open", "none in force, unfolded", filter(Filter{Action: "/help/design", Groups: groups, Fields: []FilterField{{Name: "before", Label: "Before", Type: "date", Hint: "UTC"}}, Open: true})},
	}}
}
