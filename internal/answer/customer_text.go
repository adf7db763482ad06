package answer

import (
	"strings"

	"transferdesk/internal/evidence"
	"transferdesk/internal/reason"
	"transferdesk/internal/when"
)

// The text for the customer goes to the sender only: two or three plain
// sentences, amounts and past dates filled in, no code, no cause that is internal
// or locked, no promise of an arrival or of a day (answers.md sections 6 and 7).

// customerText joins the row's sentences. A text that would hold a word that may
// not reach a customer is withheld whole: better too little than that.
func (l life) customerText(w words) Sentence {
	text := nameOnce(join(w.customer), " ("+when.Zone(l.Now, l.Company)+")")
	if len(reason.Forbidden(text)) > 0 {
		text = l.subject() + " is not finished. Please get in touch with us before you send it again."
	}
	return sentence(text, w.rests, w.whyRests, l.subjectRests())
}

// nameOnce keeps the first mention of the zone and drops the others.
func nameOnce(text, zone string) string {
	i := strings.Index(text, zone)
	if i < 0 {
		return text
	}
	i += len(zone)
	return text[:i] + strings.ReplaceAll(text[i:], zone, "")
}

// join puts sentences together and leaves out the empty ones.
func join(sentences []string) string {
	var out []string
	for _, s := range sentences {
		if s != "" {
			out = append(out, s)
		}
	}
	return strings.Join(out, " ")
}

// subject names the payment so that the customer knows which: by its amount if
// that is known, else by the day on which it was set up.
func (l life) subject() string {
	if a, ok := l.Facts.Amount(); ok && presentable(a) {
		return "Your payment of " + a.String()
	}
	if at, ok := l.Facts.CreatedAt(); ok && l.on(at) != "" {
		return "Your payment set up" + l.on(at)
	}
	return "Your payment"
}

// theSubject is the subject in the middle of a sentence.
func (l life) theSubject() string { return lowerFirst(l.subject()) }

// subjectRests is what the subject rests on.
func (l life) subjectRests() evidence.IDs {
	if _, ok := l.Facts.Amount(); ok {
		for _, m := range l.Facts.Movements {
			if !m.Credit {
				return m.Evidence
			}
		}
	}
	if _, ok := l.Facts.CreatedAt(); ok {
		return l.Facts.Visits[0].Evidence
	}
	return nil
}

// couldNotBePaidOut says what happened, with the cause if the customer may know it.
func (l life) couldNotBePaidOut() string {
	if cause := l.cause(); cause != "" {
		return l.subject() + " could not be paid out " + cause + "."
	}
	return l.subject() + " could not be paid out."
}

// cause is the clause that the customer may be told; empty unless the card says
// tell or softly.
func (l life) cause() string {
	if !l.failed || !mayBeTold(l.card.Openness) {
		return ""
	}
	return l.card.CustomerWhy
}

// mayBeTold says whether a text of this openness may go to a customer.
func mayBeTold(o reason.Openness) bool { return o == reason.Tell || o == reason.Softly }

// notYet asks the customer to wait with a new payment, and says what to have
// ready for it.
func (l life) notYet() string {
	if next := l.toHaveReady(); next != "" {
		return "Please do not send it again yet; before a new payment, " + next + "."
	}
	return "Please do not send it again yet."
}

// beforeNewPayment says what to have ready once the first payment is over.
func (l life) beforeNewPayment() string {
	if next := l.toHaveReady(); next != "" {
		return "Before a new payment, please " + next + "."
	}
	return ""
}

// toHaveReady is the clause about a new payment that the customer may be told.
func (l life) toHaveReady() string {
	if !l.failed || !mayBeTold(l.card.Openness) {
		return ""
	}
	return l.card.CustomerNext
}
