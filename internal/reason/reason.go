// Package reason is the catalogue: for each payout-failure code and each active
// case what it means, who acts, the exact thing to ask for, whether another
// payment makes sense, and how openly one may speak of it.
package reason

// Who is the party that has to act.
type Who string

// The parties, as the JSON spells them.
const (
	Sender        Who = "sender"
	Recipient     Who = "recipient"
	RecipientBank Who = "recipient_bank"
	Us            Who = "us"
	Wise          Who = "wise"
	Nobody        Who = "nobody"
	NotKnown      Who = "unknown"
)

// Openness says who may hear of a reason.
type Openness string

// Internal is the zero value on purpose: whatever nobody has classified stays at the desk.
const (
	Internal Openness = ""       // the desk only
	Tell     Openness = "tell"   // the sender, plainly
	Softly   Openness = "softly" // the sender, in one neutral sentence
	Locked   Openness = "locked" // people with the compliance flag only
)

// Retry says whether another payment makes sense once the first one is over.
type Retry string

// The answers to "may the customer pay again?".
const (
	RetryYes      Retry = "yes"             // as it was
	RetryAfterFix Retry = "after_fix"       // when the thing asked for is there
	RetryNo       Retry = "no"              // not at all, or Wise does it by itself
	RetryNotKnown Retry = "not_until_known" // not before Wise has said what is wrong
)

// Mark says how sure the catalogue is of a card.
type Mark string

// The marks of the tables.
const (
	Stated Mark = "stated" // by the seeds or by Wise's current reference
	Likely Mark = "likely" // from practice
	Unsure Mark = "unsure" // ask Wise, or let a lead decide

	Written Mark = "written" // a code of ours: no table has it, a lead wrote its card
)

// Card is what the catalogue says about one payout-failure code.
type Card struct {
	Code         string   // as Wise spells it
	Known        bool     // false: a code without a card
	Title        string   // a few words, at most 40 runes, so that it fits into a headline: "The recipient's account is closed"
	Meaning      string   // for the agent, one or two sentences
	MoneyNow     Who      // who moves the money while no return is reported; once it is back at Wise that is Wise
	NewPayment   Who      // who must change what before paying again
	Ask          string   // the exact thing to ask for, said to the agent
	Fix          string   // the suggested fix in one sentence, for lists and the API
	Retry        Retry    //
	Openness     Openness //
	CustomerWhy  string   // clause for the customer after "could not be paid out": "because the recipient's account is closed"; empty when nothing may be said
	CustomerNext string   // clause for the customer after "before a new payment, ": "ask the recipient for another account"; empty when nothing may be said
	DeskNote     string   // what the agent must know and never read out: a fraud check, what not to say
	Mark         Mark     //
	Edited       *Edited  // nil: the card is the one that the product comes with
}

// fraudChecks are the failures after which somebody may have been made to pay, or to
// cancel (the table of payout failures); whoever edits a card does not edit this.
var fraudChecks = map[string]bool{
	"WRONG_NAME": true, "FUNDS_NOT_EXPECTED_RETURNED": true, "SENDER_REQUESTED_TO_CANCEL": true, "EXTERNAL_IDENTIFIER_DETAILS_HAVE_CHANGED": true,
}

// FraudCheck says whether the desk should think of the fraud line; nothing of it is
// for the customer.
func (c Card) FraudCheck() bool { return fraudChecks[c.Code] }

// CaseCard is what the catalogue says about one active-case code.
type CaseCard struct {
	Code         string
	Known        bool
	Title        string
	Meaning      string
	Who          Who // who acts; for deposit_amount_less_invoice Us when we fund
	Ask          string
	Openness     Openness
	CustomerText string // whole sentence for the customer; empty when nothing may be said
	DeskNote     string // what the agent must know and never read out; none of the built-in cards has one
	Mark         Mark
	Edited       *Edited // nil: the card is the one that the product comes with
}
