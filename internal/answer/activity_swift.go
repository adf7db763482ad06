package answer

import (
	"cmp"
	"strings"

	"transferdesk/internal/activity"
	"transferdesk/internal/reason"
)

// saySwiftCredit: a payment to the customer by SWIFT, and what was taken on its way.
func (s scene) saySwiftCredit() activityWords {
	var d activity.SwiftDetail
	if s.Facts.Detail.Swift != nil {
		d = *s.Facts.Detail.Swift
	}
	w := s.plain("SWIFT credit")
	w.word = reason.Word{Who: reason.Nobody, Openness: reason.Tell, Standing: reason.Good}
	w.headline = "Credited to the customer; the amounts are in the message alone."
	switch {
	case d.Settled.Known() && byMessage(d):
		w.title += ", " + amount(d.Settled) + " by its message"
		w.headline = "Credited to the customer. Its message speaks of " + amount(d.Settled) + "; Wise may have credited less."
	case d.Settled.Known():
		w.title += " of " + amount(d.Settled)
		w.headline = "Credited to the customer: " + amount(d.Settled) + "."
	}
	if d.Action != "" && !strings.EqualFold(d.Action, "credit") {
		w.headline, w.word = "Wise says: "+codeWords(d.Action)+"; we don't know the word yet.", reason.Word{Who: reason.Us, Ask: "Ask Wise what it means."}
	}
	w.addParty("Sender", d.Sender)
	w.add("Reference", outside(d.Reference))
	w.addCode("UETR", d.UETR)
	s.addPath(&w, d)
	w.add("Charges", charges(d.Charges))
	w.addParty("Recipient", d.Recipient)
	for _, agent := range d.Agents {
		w.add("Bank on the way", outside(agent))
	}
	w.add("Kind of payment", codeWords(d.Type))
	w.addTime("Set up", d.At, s.Zone)
	w.addNumber("Transfer", s.Facts.Transfer)
	w.text = readable(d.Message)
	return w
}

// byMessage says whether the amounts are those of the raw message alone: only the
// versions that spell the payment out have a time of the transaction.
func byMessage(d activity.SwiftDetail) bool { return d.Message != "" && d.At.IsZero() }

// charges says who pays the banks on the way.
func charges(code string) string {
	switch strings.ToUpper(code) {
	case "SHA":
		return "Shared by sender and recipient (SHA)"
	case "OUR":
		return "Paid by the sender (OUR)"
	case "BEN":
		return "Paid by the recipient (BEN)"
	}
	return outside(code)
}

// saySwiftMessage: a bank wrote. What it asks for stands in the message.
func (s scene) saySwiftMessage() activityWords {
	var d activity.MessageDetail
	if s.Facts.Detail.Message != nil {
		d = *s.Facts.Detail.Message
	}
	w := s.plain(kindTitle(s.Facts.Kind))
	w.headline = "A bank wrote to Wise; Wise does not say what about."
	w.word = reason.Word{Who: reason.Us, Ask: "Read the message; ask Wise what it wants of us."}
	if d.Type != "" {
		kind := s.Catalogue.Word(reason.SwiftMessages, d.Type)
		w.title += ": " + lowerFirst(kind.Title)
		w.headline = kind.Meaning
		w.word.Openness = kind.Openness
	}
	w.addCode("Type of message", d.Type)
	w.addCode("Message", s.Facts.ID)
	w.text = s.content(d)
	return w
}

// content makes a message readable, as far as its form is known.
func (s scene) content(d activity.MessageDetail) string {
	content := decoded(d.Content, d.Encoding)
	text := cmp.Or(readable(content), readableXML(content))
	if text == "" && d.Content != "" {
		return "The message is in a form that is not shown here; Wise has it."
	}
	return text
}
