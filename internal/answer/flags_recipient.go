package answer

import (
	"transferdesk/internal/activity"
	"transferdesk/internal/transfer"
)

// IsGone says whether a recipient was switched off, removed or blanked
// (recipients#state-change).
func IsGone(recipient *activity.Facts) bool {
	if recipient == nil {
		return false
	}
	switch recipient.State() {
	case "DEACTIVATE", "DELETE", "OBFUSCATE":
		return true
	}
	return false
}

// RecipientGone says whether that happened while a payout to it is still to come, or
// may be tried again: then somebody of ours must act.
func RecipientGone(recipient *activity.Facts, of transfer.Facts) bool {
	return IsGone(recipient) && of.ToBePaidOut()
}

// RecipientGoneAsk is what somebody of ours must do then.
const RecipientGoneAsk = "Look up at Wise whether the payout can go on, before saying anything to the customer."

// recipientFlags: the account that the money is to go to is not there any more.
func recipientFlags(l life) []Flag {
	if !RecipientGone(l.Recipient, l.Facts) {
		return nil
	}
	r := *l.Recipient
	word := l.Catalogue.Word(tableOf(r.Kind), r.State())
	text := "The recipient's account: " + lowerFirst(word.Title) + ", while a payout to it may still come. For us: " + lowerFirst(RecipientGoneAsk)
	return []Flag{{FlagRecipientGone, text, r.Since(), r.Visits[len(r.Visits)-1].Evidence}}
}
