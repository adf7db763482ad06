package templates

import "net/url"

// CallOf says what a call is about, and so with whom one may speak of it.
type CallOf int

// The kinds of call.
const (
	OfPayment  CallOf = iota // a payment of the customer's: with the sender
	OfIncoming               // a payment to the customer: with the one who was paid
	OfAccount                // an account: with its holder
)

// Caller is who is on the line, as the agent has said. The text for the customer is
// for one person; the choice decides what may be read out.
type Caller struct {
	Who      string // sender, recipient or third_party; empty: not said. The sender is whoever may hear the text
	Identity string // confirmed or not_confirmed, of the sender; empty: not said
	Of       CallOf
	Path     string     // of the page; empty: it asks nothing
	Keep     url.Values // what else stands in the page's query
	Box      string     // tells two boxes of one page apart: added to their ids
}

// The callers, as the URL and the note of a telling spell them.
const (
	callSender     = "sender"
	callRecipient  = "recipient"
	callThird      = "third_party"
	callConfirmed  = "confirmed"
	callNotSettled = "not_confirmed"
)

// callChoice is one answer to "who is calling?".
type callChoice struct {
	who, identity, text string
}

// choices are the answers that make sense for this call.
func (c Caller) choices() []callChoice {
	holder := c.holder()
	all := []callChoice{{callSender, callConfirmed, holder + ", confirmed"}, {callSender, callNotSettled, holder + ", not confirmed"}}
	if c.Of == OfPayment {
		all = append(all, callChoice{callRecipient, "", "Recipient"})
	}
	return append(all, callChoice{callThird, "", "Somebody else"})
}

// holder is who may hear the text.
func (c Caller) holder() string {
	switch c.Of {
	case OfIncoming:
		return "The one who was paid"
	case OfAccount:
		return "Account holder"
	}
	return "Sender"
}

// is says whether the choice is the one that was made.
func (c Caller) is(choice callChoice) bool {
	if c.Who != callSender {
		return c.Who == choice.who
	}
	return choice.who == callSender && (choice.identity == callNotSettled) == c.unsettled()
}

// href makes a choice, or takes it back when it is the one that was made.
func (c Caller) href(choice callChoice) string {
	query := url.Values{}
	for name, values := range c.Keep {
		query[name] = values
	}
	if !c.is(choice) {
		query.Set("caller", choice.who)
		if choice.identity != "" {
			query.Set("identity", choice.identity)
		}
	}
	if len(query) == 0 {
		return c.Path + "#tell" + c.Box
	}
	return c.Path + "?" + query.Encode() + "#tell" + c.Box
}

// MayHear says whether the text may be read out, as far as anybody has said.
func (c Caller) MayHear() bool {
	return c.Who == "" || c.Who == callSender && c.Identity == callConfirmed
}

// unsettled says whether it is the right person, if it is that person.
func (c Caller) unsettled() bool { return c.Who == callSender && c.Identity != callConfirmed }

// instead is what to say to anybody else: no amount, no state, no reason.
func (c Caller) instead() string {
	switch c.Of {
	case OfIncoming:
		return "Please ask the person whom the payment is for. We may speak about it with nobody else."
	case OfAccount:
		return "We may speak about an account only with its holder."
	}
	return "Please ask the sender. We may speak about a payment only with whoever sent it."
}

// callNote says beside the question whether the text may be read out.
func callNote(c Caller) string {
	if c.Who == "" {
		return "Read nothing out before you know."
	}
	return "Confirmed: this may be read out."
}
