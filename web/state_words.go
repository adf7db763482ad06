package web

import (
	"strings"

	"transferdesk/internal/answer"
	"transferdesk/internal/customer"
	"transferdesk/internal/evidence"
	"transferdesk/internal/transfer"
	"transferdesk/templates"
)

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

// stageWords are the stages of /bounced as a list's filter names them.
var stageWords = map[transfer.Stage]string{
	transfer.StageFailed:    "Failed, state unchanged",
	transfer.StageReturned:  "Back at Wise",
	transfer.StageCancelled: "Cancelled, refund not reported",
	transfer.StageRefunded:  "Refunded",
}

// stages in the order in which a returned payment passes them.
func stages() []transfer.Stage {
	return []transfer.Stage{transfer.StageFailed, transfer.StageReturned, transfer.StageCancelled, transfer.StageRefunded}
}

// oddWords say in words what the decoder found odd.
var oddWords = map[string]string{
	evidence.FlagUnknownVersion:  "a version that we do not know, read as the latest that we know",
	evidence.FlagUnknownCurrency: "a currency that we do not know",
	evidence.FlagTextRepaired:    "characters that cannot be shown were made visible",
	evidence.FlagOddTime:         "a further time cannot be read",
	evidence.FlagOddCase:         "a code is not written as Wise documents it",
	evidence.FlagOddUETR:         "the reference of the SWIFT payment is no UUID",
	evidence.FlagSentAtUnusable:  "no usable time of sending",
}

// oddities gives the words, or the code with its underscores as spaces.
func oddities(codes []string) []string {
	var words []string
	for _, code := range codes {
		word, known := oddWords[code]
		if !known {
			word = strings.ReplaceAll(code, "_", " ")
		}
		words = append(words, word)
	}
	return words
}
