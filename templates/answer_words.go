package templates

import (
	"transferdesk/internal/answer"
	"transferdesk/internal/reason"
)

// speaking gives the codes of the failures of the attempt that goes on now, each once.
func speaking(a answer.Answer) []string {
	var codes []string
	seen := map[string]bool{}
	for _, f := range a.Failures {
		if f.Current && !seen[f.Card.Code] {
			seen[f.Card.Code] = true
			codes = append(codes, f.Card.Code)
		}
	}
	return codes
}

// whoActsText is the answer's own sentence, or the party alone.
func whoActsText(a answer.Answer) string {
	if a.WhoActsText.Text != "" {
		return a.WhoActsText.Text
	}
	return capital(whoWords(a.WhoActs))
}

// newPaymentText says in one line who has to bring what, and that nothing should be
// sent while the first payment is not over.
func newPaymentText(n answer.NewPayment) string {
	text := n.Ask
	if n.Who != "" && n.Who != reason.Nobody {
		text = capital(whoWords(n.Who)) + ": " + text
	}
	if n.Hold {
		text += " None should be sent yet."
	}
	return text
}

// Audience names whom the text for the customer may reach: of a payment to the
// customer nobody but the one who was paid.
func Audience(code answer.Code) string {
	if code == answer.InboundCredited || code == answer.InboundReturned {
		return "the one who was paid only"
	}
	return "the sender only"
}
