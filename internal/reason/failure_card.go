package reason

import "slices"

// Source of the codes and meanings: the seeds' table of transfers#payout-failure
// (32 codes) and its schema 5.0.0 (the two TECHNICAL_ISSUE codes). Who acts, what
// to ask, retry and openness are our own rules.

// knownChannel is what every card says that has the sender fetch details anew: a
// wrong name or a changed alias is the commonest face of invoice fraud.
const knownChannel = "The sender gets the details from the recipient through a channel known before, not from a message that “updated” them. "

// inTheForm is what every card says whose fix is a number that may not be taken by us.
const inTheForm = "Never take numbers of cards, accounts, documents or taxes in notes, tickets or chat: the sender enters them in our form. "

// failureCards gives the cards in the order of the seeds' table.
func failureCards() []Card {
	return slices.Concat(
		accountCards(), numberCards(), personCards(), purposeCards(),
		bankCards(), returnCards(), technicalCards(),
	)
}
