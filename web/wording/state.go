// Package wording is how pages, papers and the JSON word what Wise names: the states of
// transfers and accounts, the steps of a timeline, and what is odd about an event.
package wording

import (
	"transferdesk/internal/answer"
	"transferdesk/internal/customer"
	"transferdesk/internal/transfer"
	"transferdesk/templates"
	"transferdesk/web/front"
)

// inboundWords are the states that mean something else of a payment to the customer
// (the table of paths).
var inboundWords = map[transfer.State]templates.Tag{
	transfer.OutgoingPaymentSent: {Text: "Paid to the customer's balance", Tone: "done", Icon: templates.IconCredit},
	transfer.FundsRefunded:       {Text: "Returned to the payer", Tone: "final", Icon: templates.IconRefund},
}

// inboundTag is how such a state reads of a payment to the customer; false: as of any
// other transfer.
func inboundTag(s transfer.State) (templates.Tag, bool) {
	tag, other := inboundWords[s]
	return tag, other
}

// Word is how a state reads in the timeline: what happened, with Wise's own
// name standing beside it.
type Word struct {
	Happened string // in the timeline: "Paid out by Wise"
	Label    string // Wise's own label (seeds: the status table), for the JSON
	Tone     templates.Tone
	Icon     templates.Icon
}

// States: a state that is not in the table is shown as it came.
var States = map[transfer.State]Word{
	transfer.IncomingPaymentWaiting:   {"Waiting to be funded", "On its way to Wise", "waiting", templates.IconWaiting},
	transfer.IncomingPaymentInitiated: {"Payment announced", "On its way to Wise", "moving", templates.IconMoving},
	transfer.Processing:               {"At Wise, in process", "Processing", "moving", templates.IconMoving},
	transfer.FundsConverted:           {"Converted", "Processing", "moving", templates.IconConverted},
	transfer.OutgoingPaymentSent:      {"Paid out by Wise", "Sent", "done", templates.IconSent},
	transfer.BouncedBack:              {"Bounced back", "Bounced back", "problem", templates.IconBack},
	transfer.Cancelled:                {"Cancelled", "Cancelled", "final", templates.IconCancelled},
	transfer.FundsRefunded:            {"Refunded", "Refunded", "final", templates.IconRefund},
	transfer.ChargedBack:              {"Charged back", "Charged back", "problem", templates.IconProblem},
	transfer.Unknown:                  {"Wise needs information", "Unknown", "problem", templates.IconUnknown},
}

// Of gives the word for a state; one that is not in the table keeps its name.
func Of(s transfer.State) Word {
	if w, known := States[s]; known {
		return w
	}
	return Word{Happened: "A state that we do not know", Label: string(s), Tone: "neutral", Icon: templates.IconUnknown}
}

// UserTones: the look of an account state that is over or was just entered; its
// words are the answer's.
var UserTones = map[customer.UserState]templates.Tone{
	customer.Active: answer.Done, customer.WithdrawOnly: answer.Problem, customer.Deactivated: answer.Final,
}

// UserTag is how the state of an account is drawn, with the words of answers.
func UserTag(s customer.UserState) templates.Tag {
	tag := templates.Tag{Text: answer.AccountLabel(s), Tone: UserTones[s]}
	if tag.Tone == "" {
		tag.Tone, tag.Icon = answer.Neutral, templates.IconUnknown
	}
	return tag
}

// Said names a state in a sentence, as Wise spelled it where we know no word; of
// a payment to the customer some states mean something else.
func Said(s transfer.State, inbound bool) string {
	if tag, other := inboundTag(s); inbound && other {
		return "“" + tag.Text + "”"
	}
	if word, known := States[s]; known {
		return "“" + word.Happened + "”"
	}
	return "“" + customer.ShownName(front.CutText(string(s), 80)) + "”"
}
