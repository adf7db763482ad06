package templates

import (
	"strings"

	"transferdesk/internal/answer"
	"transferdesk/internal/reason"
)

// exampleOdd is what nobody designs for and everybody meets: names without a space,
// texts from right to left, letters that cannot be seen, and nothing at all.
func exampleOdd() ExampleGroup {
	long := strings.Repeat("Wolfeschlegelsteinhausenbergerdorff", 6)
	arabic := "محمد بن عبد الرحمن التجريبي"
	hidden := "Erika\u200b\u202eelpmaxE"
	row := func(id, name, amount string) TransferRow {
		return TransferRow{ID: id, Profile: "16055450", Customer: name, Amount: amount, Tag: Tag{Text: "Paid out", Tone: answer.Done}, Headline: "Paid out by Wise on 18 Nov.", Since: exampleTime(), MoneyNow: reason.RecipientBank}
	}
	return ExampleGroup{ID: "odd", Title: "Odd data", About: "The same components with what strangers may send. What cannot be seen is written out; nothing leaves its box.", Examples: []Example{
		{"odd_table", "long, right-to-left and invisible letters, and nothing", transferTable("Example: odd transfers", []TransferRow{
			row("9223372036854775807", long, "123,456,789,012,345,678.00 IDR"), row("1", arabic, "80,000 JPY"), row("2", hidden, strings.Repeat("9", 80)+".00 EUR"), {ID: "3", Hands: &Hands{Assignee: long + arabic}},
		}, true)},
		{"odd_timeline", "long codes and words", exampleRow(TimelineRow{Tag: Tag{Text: long}, Code: strings.ToUpper(long), State: long, From: arabic, Amount: strings.Repeat("9", 80) + " EUR", Desk: arabic + " " + long, Said: "", Flags: []string{"the amount is not a number"}, Events: []int64{9223372036854775807}}, false)},
		{"odd_stops", "places without dates and long notes", stops([]Stop{{Name: "Customer", Reached: true, Note: long}, {Name: "Wise", Current: true, Reached: true}, {Name: "Converted"}})},
		{"odd_answer", "nothing but a code", answerCard(AnswerCard{Caller: Caller{Box: "-odd"}, Answer: answer.Answer{Tone: "new", Headline: exampleSaid(long)}}, Tag{Text: long, Tone: "new"})},
		{"odd_chip", "a code of strangers", chip(hidden + long)},
		{"odd_toast", "a long toast", toast(&Toast{Text: "Assigned to " + long + ".", Undo: &Undo{Post: "/help/design"}})},
	}}
}
