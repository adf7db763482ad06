package answer

import (
	"transferdesk/internal/evidence"
)

// The text for the customer goes to the sender only: two or three plain
// sentences, amounts and past dates filled in, no code, no cause that is internal
// or locked, no promise of an arrival or of a day.

// customerText joins the row's sentences. A text that would hold a word that may
// not reach a customer is withheld whole: better too little than that.
func (l life) customerText(w words) Sentence {
	text := joinSpoken(w.customer).onceOnly(spokenZone(l.Now, l.Company))
	if !text.harmlessToTell() {
		text = l.subject() + " is not finished. Please get in touch with us before you send it again."
	}
	return sentence(string(text), w.rests, w.tellRests, l.subjectRests(text))
}

// subject names the payment so that the customer knows which: by its amount if
// that is known, else by the day on which it was set up.
func (l life) subject() spoken {
	if a, ok := l.Facts.Amount(); ok && spokenAmount(a) != "" {
		return "Your payment of " + spokenAmount(a)
	}
	if at, ok := l.Facts.CreatedAt(); ok && l.on(at) != "" {
		return "Your payment set up" + l.on(at)
	}
	return "Your payment"
}

// theSubject is the subject in the middle of a sentence.
func (l life) theSubject() spoken { return l.subject().midSentence() }

// subjectRests is what the subject rests on, as far as it stands in the text: the debit
// that tells the amount, or the creation that tells the day.
func (l life) subjectRests(text spoken) evidence.IDs {
	if a, ok := l.Facts.Amount(); ok && tells(string(text), string(spokenAmount(a))) {
		return l.debitRests()
	}
	if _, ok := l.Facts.CreatedAt(); ok && tells(string(text), " set up on ") {
		return l.Facts.Visits[0].Evidence
	}
	return nil
}

// debitRests is what tells of the debits for the transfer.
func (l life) debitRests() evidence.IDs {
	var rests evidence.IDs
	for _, m := range l.Facts.Movements {
		if !m.Credit {
			rests = evidence.Union(rests, m.Evidence)
		}
	}
	return rests
}

// couldNotBePaidOut says what happened, with the cause if the customer may know it.
func (l life) couldNotBePaidOut() spoken {
	if cause := l.cause(); cause != "" {
		return l.subject() + " could not be paid out " + cause + "."
	}
	return l.subject() + " could not be paid out."
}

// cause is the clause that the customer may be told; empty unless the card says
// tell or softly.
func (l life) cause() spoken {
	if !l.failed {
		return ""
	}
	return spokenCause(l.card)
}

// notYet asks the customer to wait with a new payment, and says what to have
// ready for it.
func (l life) notYet() spoken {
	if next := l.toHaveReady(); next != "" {
		return "Please do not send it again yet; before a new payment, " + next + "."
	}
	return "Please do not send it again yet."
}

// beforeNewPayment says what to have ready once the first payment is over.
func (l life) beforeNewPayment() spoken {
	if next := l.toHaveReady(); next != "" {
		return "Before a new payment, please " + next + "."
	}
	return ""
}

// toHaveReady is the clause about a new payment that the customer may be told.
func (l life) toHaveReady() spoken {
	if !l.failed {
		return ""
	}
	return spokenFix(l.card)
}
