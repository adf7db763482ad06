package answer

import "transferdesk/internal/reason"

// Two rows speak of one code alone and have words of their own for it: the
// technical delay and the missing part. Where a lead has written on the card, or
// closed it, the card's words take the place of the row's.

// delayed are the words of the technical delay that come from its card.
func (l life) delayed(w words) words {
	if l.card.Edited == nil && mayBeTold(l.card.Openness) {
		return w
	}
	w.headline = []string{l.card.Title + " since " + l.day(l.failure.At) + "; Wise is trying again."}
	w.next = l.card.Ask
	w.customer = []spoken{l.couldNotBePaidOut() + " Wise is trying again.", l.notYet()}
	return w
}

// uncovered are the words of the missing part that come from the case's card.
func (l life) uncovered(w words, card reason.CaseCard) words {
	if card.Edited == nil && mayBeTold(card.Openness) || l.weFund() {
		return w
	}
	w.headline = []string{"Held up: " + lowerFirst(card.Title) + "."}
	w.who, w.whoText = card.Who, caseWho(card.Who)
	w.next = card.Ask
	w.customer = append([]spoken{l.subject() + " is not finished yet."}, l.caseTexts()...)
	return w
}

// caseWho is who acts on an open case, in words.
func caseWho(who reason.Who) string {
	switch who {
	case reason.Us:
		return "We: do what the case asks for."
	case reason.Wise:
		return "Wise: nothing is asked of anybody else."
	case reason.Recipient:
		return "The recipient: what the case asks for is still missing."
	}
	return "The sender: what the case asks for is still missing."
}
