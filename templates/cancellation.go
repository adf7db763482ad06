package templates

import "transferdesk/internal/answer"

// Cancellation is one request to cancel a transfer, and what became of it.
type Cancellation struct {
	Tone  answer.Tone
	Title string // "Wise confirmed the cancellation"
	Text  string // what it means now; may be empty
	By    string // who asked
	At    When   // when
	EndAt When   // when it became known, where that was later; zero: at once, or not yet
	Code  string // of Wise's refusal, as a chip; empty: none
	Trace string // to be quoted to Wise; empty: none
}

// CancelPage is /transfers/{id}/cancel: the dialog of the one act that moves money.
type CancelPage struct {
	Frame
	ID        string
	Amount    string // "1,250.00 EUR"; empty: not known
	Target    string // what the recipient is to get; empty: not known
	Profile   string
	Named     string // the customer's name or own reference
	Recipient string // masked: "J••• S•••, ••••3456"; empty: not known
	Account   string // recipient account id; empty: not known
	Headline  string
	Tag       Tag
	Refund    string // what happens to the money
	Stop      answer.Stopping
	Refusal   string        // why it cannot be asked now: there is no form then; empty: it can
	Last      *Cancellation // the last request; nil: there was none
	Form      CancelForm
}

// question is the dialog's title.
func (p CancelPage) question() string {
	if p.Refusal != "" {
		return "Transfer " + p.ID + " cannot be cancelled now"
	}
	return "Cancel transfer " + p.ID + "?"
}

// CancelForm is what was typed, and the last request that its page knew of.
type CancelForm struct {
	Seen   string
	Typed  string
	Errors []FieldError // fields: "typed"
}

// confirming says once more what is about to be cancelled.
func (p CancelPage) confirming() string {
	if p.Amount == "" {
		return "The amount is not known here. Look it up before you go on."
	}
	return "You are about to cancel " + clip(p.Amount, 60) + "."
}

// stopWord answers whether a transfer can still be stopped, in one word or two.
func stopWord(a answer.StopAnswer) string {
	switch a {
	case answer.StopYes:
		return "Yes."
	case answer.StopNo:
		return "No."
	}
	return "Not known."
}
