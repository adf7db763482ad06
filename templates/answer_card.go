package templates

import (
	"strings"

	"transferdesk/internal/answer"
)

// AnswerCard is the answer to "where is my money, and why was it returned?".
type AnswerCard struct {
	Answer   answer.Answer // the words, each with the deliveries that it rests on
	SinceAt  When          // Answer.SinceAt; zero: not known
	Stops    []Stop        // Answer.Stops with their dates made ready
	Rests    []Rests       // what each sentence rests on; none: it is not shown
	Transfer string        // its id, to which it is noted that the customer was told
	Caller   Caller        // who is on the line; the zero value: the page does not ask
}

// Stop is one of the places where the money can be.
type Stop struct {
	Name    string // as answer.Stop
	Note    string
	At      When // zero: no event has told
	Reached bool
	Current bool
}

// Flag is something else that changes the answer, for the strip under it.
type Flag struct {
	Text   string
	Since  When    // zero: no date is shown
	Lasts  bool    // it holds from Since on; else it happened then
	Events []int64 // deliveries that it rests on
	Rests  Rests   // links to what it rests on, on a transfer's page
}

// when is the date of a flag, as a phrase of its own after the text. What the text says
// of it already is not said again: beside its day stands the time of that day.
func (f Flag) when() string {
	said := func(what string) bool { return what != "" && strings.Contains(f.Text, what) }
	day, clock, _ := strings.Cut(f.Since.Short, ", ")
	switch {
	case said(f.Since.Full) || said(f.Since.Short):
		return strings.Trim(strings.TrimPrefix(f.Since.withAge(), f.Since.Full), " ()")
	case clock != "" && said(" "+day):
		return "At " + clock + strings.TrimPrefix(f.Since.withAge(), f.Since.Full)
	case f.Lasts && !said("since "):
		return "Since " + f.Since.withAge()
	}
	return f.Since.withAge()
}

// Failure is one payout failure as a card: title, meaning, fix, both questions.
type Failure struct {
	Failure answer.Failure
	At      When

	Withheld []int64 // events of which a person with the compliance flag reads what was withheld; nil: nothing, or no flag
	Rests    Rests   // links to what it rests on, on a transfer's page
}

// Case is one active case as a card.
type Case struct {
	Case  answer.Case
	Since When // when Wise's snapshot first listed it: "seen"

	Withheld []int64 // as of a Failure
	Rests    Rests   // links to what it rests on, on a transfer's page
}

// Refund is one refund that Wise reported.
type Refund struct {
	Amount string // "1,222.00 EUR"
	At     When
	BySent bool    // At is when Wise sent the message, not when it happened
	Undone bool    // a later state took it back
	Events []int64 // deliveries that it rests on

	Beside     string  // what it is beside what was sent, in words
	Short      string  // the same for a list; empty: there is nothing to say there
	SentEvents []int64 // deliveries that tell what was sent; none: Wise's API told, or nobody
	Rests      Rests   // links to what it rests on, on a transfer's page
}

// Movement is a credit to or a debit of a Wise balance.
type Movement struct {
	Credit    bool
	Amount    string // without a sign: the template draws it
	After     string // balance after it; empty: not told
	Balance   string // balance id; empty: not named
	Reference string // transfer_reference as sent, when it is no transfer's id
	Transfer  string // transfer id; empty: names none
	Channel   string
	At        When
	Events    []int64
	Told      string // the event types that tell of it, where there are several
	Swift     string // page of the SWIFT credit of the same money; empty: none
}
