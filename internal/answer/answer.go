// Package answer turns facts into words: the headline, where the money is, why,
// who acts, what next, and the text for the customer, each with the deliveries
// that it rests on. It is pure: the clock, the zone and the catalogue come in.
package answer

import (
	"time"

	"transferdesk/internal/activity"
	"transferdesk/internal/customer"
	"transferdesk/internal/evidence"
	"transferdesk/internal/history"
	"transferdesk/internal/reason"
	"transferdesk/internal/transfer"
)

// Code names the row of the headline table that speaks.
type Code string

// The rows, in the order in which they are tried; the first that fits speaks.
const (
	InboundReturned       Code = "inbound_returned"
	InboundCredited       Code = "inbound_credited"
	OnlyHeardOf           Code = "only_heard_of"
	StateNotKnown         Code = "state_not_known"
	ChargedBack           Code = "charged_back"
	ChargedBackAfterSent  Code = "charged_back_after_sent"
	RefundedStateToCome   Code = "refunded_state_to_come"
	Refunded              Code = "refunded"
	RefundedAmountUnknown Code = "refunded_amount_unknown"
	RefundedUnsent        Code = "refunded_unsent"
	RefundReopened        Code = "refund_reopened"
	Unknown               Code = "unknown"
	CancelledAfterReturn  Code = "cancelled_after_return"
	CancelledFunded       Code = "cancelled_funded"
	CancelledUnfunded     Code = "cancelled_unfunded"
	CancelledUnclear      Code = "cancelled_unclear"
	Returned              Code = "returned"
	ReturnedNoReason      Code = "returned_no_reason"
	ReturnedInProcess     Code = "returned_in_process"
	SentAgain             Code = "sent_again"
	Retrying              Code = "retrying"
	FailedStateUnchanged  Code = "failed_state_unchanged"
	SentOverdue           Code = "sent_overdue"
	Sent                  Code = "sent"
	TakenBack             Code = "taken_back"
	HeldVerification      Code = "held_verification"
	Underfunded           Code = "underfunded"
	Converted             Code = "converted"
	InProcess             Code = "in_process"
	FundingAnnounced      Code = "funding_announced"
	WaitingFunding        Code = "waiting_funding"
)

// Tone is one of the six tones of a status tag.
type Tone string

// The tones; each is drawn with text and icon, never by colour alone.
const (
	Neutral Tone = "neutral"
	Moving  Tone = "moving"
	Waiting Tone = "waiting"
	Problem Tone = "problem"
	Done    Tone = "done"
	Final   Tone = "final"
)

// Funding says who funds the transfers; the words depend on it.
type Funding string

// The two ways; a setting of the company.
const (
	ByCustomer Funding = "customer"
	ByCompany  Funding = "company" // by balance or settlement: a refund comes back to us
)

// Sentence is a statement with the deliveries that it rests on.
type Sentence struct {
	Text     string
	Evidence evidence.IDs
	Grounds  []Ground // what else it rests on; most rest on events alone
}

// NewPayment says what must happen before the customer pays again.
type NewPayment struct {
	Who   reason.Who
	Ask   string
	Retry reason.Retry
	Hold  bool     // the first payment is not over: "do not send it again yet"
	Said  Sentence // Ask with what it rests on
}

// Stop is one of the five places where the money can be.
type Stop struct {
	Name    string    // Customer, Wise, Converted, Paid out, Back at Wise, Back to the customer (Back with us where the company funds)
	Note    string    // "came back", "refunded", …; may be empty
	At      time.Time // zero: no event has told
	Reached bool
	Current bool
}

// Flag is something else that changes the answer.
type Flag struct {
	Code     string
	Text     string
	Since    time.Time
	Evidence evidence.IDs
}

// Failure is a payout failure in words.
type Failure struct {
	Card      reason.Card
	At        time.Time
	BySent    bool
	Attempt   int
	Current   bool   // of the attempt that goes on now
	Described string // Wise's own description, for the desk only
	Evidence  evidence.IDs
}

// Case is an active case in words.
type Case struct {
	Card     reason.CaseCard
	Since    time.Time // "seen at"
	Stale    bool      // the transfer is in a final state: shown, does not lead
	Evidence evidence.IDs
}

// Answer is everything that can be said about one transfer.
type Answer struct {
	Code         Code
	Stage        transfer.Stage // for lists and counters; the same as facts.Stage()
	Tag          string         // the stage in words: "Back at Wise"
	Tone         Tone
	Headline     Sentence // at most 90 characters
	Where        Sentence
	Since        Sentence // "Back at Wise for 2 d 17 h (18 Nov 2026, 14:03 UTC)"
	SinceAt      time.Time
	SinceAsked   bool // SinceAt is when we asked: when it began is not known
	Why          Sentence
	WhoActs      reason.Who // for the money now
	WhoActsText  Sentence
	NewPayment   *NewPayment // nil: no new payment is in question
	Next         Sentence
	CustomerText Sentence // the only text that may go to a customer
	Stops        []Stop
	Stop         Stopping  // can it still be stopped?
	Failures     []Failure // all, by attempt, latest first
	Cases        []Case
	Refunds      []Refund // as facts.Refunds, each beside what was sent
	MoneyNote    Sentence // one half of a refund is here and the other may still come; empty: it is not so, or it is a flag
	Flags        []Flag
	Clocks       []Clock      // how long each leg has taken; nil: not known
	Pace         string       // how long what is waited for now has taken: for the desk only, never a promise; may be empty
	Evidence     evidence.IDs // of all sentences
	Basis        Basis        // what CustomerText tells, to be kept with it
}

// Input is what an answer is composed from.
type Input struct {
	Facts        transfer.Facts
	Account      *customer.UserFacts // nil: no user is linked to the profile
	Verification *Verification       // nil: Wise has said nothing of it
	Profile      *activity.Facts     // of the kind ProfileState; nil: Wise has said nothing of it
	Recipient    *activity.Facts     // of the kind RecipientAccount, of the account paid to; nil: Wise has said nothing of it
	Estimate     *Estimate           // as Wise's API last said it; nil: not known
	Source       *SourceTold         // what was sent, as Wise's API last said it; nil: not known
	Telling      *Telling            // what the customer was last told; nil: nothing was noted
	History      history.Table       // of the company's own transfers; nil: not known just now
	Catalogue    reason.Catalogue
	Funding      Funding
	Now          time.Time
	Zone         *time.Location // the reader's, for the page
	Company      *time.Location // the company's, for the customer's text

	// PayoutReference is what the recipient's bank can search for, of the payout that
	// goes on now; empty: not known.
	PayoutReference string

	// Users is how many users the profile has; of several, the one whose account is
	// restricted most is the one above.
	Users int

	// InFlight counts the transfers that the restriction of the account is about, where it
	// is restricted; 0: nobody has counted them.
	InFlight int64

	// RefundEventAfter is how long a refund event and the state funds_refunded may come
	// apart before that is flagged; 0: the constant of that name.
	RefundEventAfter time.Duration
}
