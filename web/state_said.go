package web

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

// stateWord is how a state reads in the timeline: what happened, with Wise's own
// name standing beside it.
type stateWord struct {
	happened string // in the timeline: "Paid out by Wise"
	label    string // Wise's own label (seeds: the status table), for the JSON
	tone     templates.Tone
	icon     templates.Icon
}

// stateWords: a state that is not in the table is shown as it came.
var stateWords = map[transfer.State]stateWord{
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

func wordOf(s transfer.State) stateWord {
	if w, known := stateWords[s]; known {
		return w
	}
	return stateWord{happened: "A state that we do not know", label: string(s), tone: "neutral", icon: templates.IconUnknown}
}

// userTones: the look of an account state that is over or was just entered; its
// words are the answer's.
var userTones = map[customer.UserState]templates.Tone{
	customer.Active: answer.Done, customer.WithdrawOnly: answer.Problem, customer.Deactivated: answer.Final,
}

func userTag(s customer.UserState) templates.Tag {
	tag := templates.Tag{Text: answer.AccountLabel(s), Tone: userTones[s]}
	if tag.Tone == "" {
		tag.Tone, tag.Icon = answer.Neutral, templates.IconUnknown
	}
	return tag
}

// stateSaid names a state in a sentence, as Wise spelled it where we know no word; of
// a payment to the customer some states mean something else.
func stateSaid(s transfer.State, inbound bool) string {
	if tag, other := inboundTag(s); inbound && other {
		return "“" + tag.Text + "”"
	}
	if word, known := stateWords[s]; known {
		return "“" + word.happened + "”"
	}
	return "“" + customer.ShownName(front.CutText(string(s), 80)) + "”"
}
