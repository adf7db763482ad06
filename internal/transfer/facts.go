package transfer

import (
	"time"

	"transferdesk/internal/evidence"
	"transferdesk/internal/money"
)

// Facts is everything that a transfer's events add up to. It is stored; answers
// are composed from it at render, since they depend on the clock and the reader.
// Facts are equal for any order and any repetition of the same deliveries,
// apart from the ids inside Evidence, which name arrivals.
type Facts struct {
	Transfer  int64     `json:"transfer"`
	Profile   int64     `json:"profile,omitempty"`    // 0: no event has named it yet
	Account   int64     `json:"account,omitempty"`    // recipient account; 0: no event has named it yet
	FirstAt   time.Time `json:"first_at"`             // earliest usable time of any event; zero: none usable
	LastAt    time.Time `json:"last_at"`              // latest usable time of any event
	Created   bool      `json:"created,omitempty"`    // the event with previous_state null is held: the first of Visits is the creation
	Visits    []Visit   `json:"visits,omitempty"`     // every state entered, in order; the last is the state held
	Failures  []Failure `json:"failures,omitempty"`   // payout failures, in order
	Refunds   []Refund  `json:"refunds,omitempty"`    // refund events, in order
	Cases     []Case    `json:"cases,omitempty"`      // active now, by the last snapshot
	CasesAt   time.Time `json:"cases_at,omitzero"`    // when the last snapshot was sent; zero: none ever came
	CasesOver []Case    `json:"cases_over,omitempty"` // that a later snapshot cleared, in the order in which they were first seen
	Movements []Moved   `json:"movements,omitempty"`  // balance movements that name this transfer
	Inbound   *Inbound  `json:"inbound,omitempty"`    // set: the transfer is a payment to the customer, by SWIFT
	Flags     []string  `json:"flags,omitempty"`      // "gap", "rollback", "time_not_usable", … sorted
}

// Visit is one state that the transfer was in. One that was Seen rests on asking
// alone: Wise's API named the state at At, no event of Wise has told of it, and when
// it began is not known, nor what came before it.
type Visit struct {
	State    State        `json:"state"`
	From     State        `json:"from,omitempty"`     // previous_state as Wise said it; "" for null
	At       time.Time    `json:"at"`                 // of one that was Seen: when we first asked, never when it happened
	Seen     bool         `json:"seen,omitempty"`     // learned by asking; Gap is set and From is empty
	BySent   bool         `json:"by_sent,omitempty"`  // placed by sent_at, since occurred_at could not be used
	Gap      bool         `json:"gap,omitempty"`      // From is not the state that we held: an event is missing before this one
	Rollback bool         `json:"rollback,omitempty"` // a step back that is not the seeds' problem flow
	Attempt  int          `json:"attempt"`            // number of times the money had been sent, this visit included
	Evidence evidence.IDs `json:"evidence"`
}

// Failure is one reported payout failure. Attempt is the number of times the
// money had been sent when it happened; a failure stamped up to a minute before
// a "sent" belongs to that attempt.
type Failure struct {
	Code        string       `json:"code"`
	Description string       `json:"description,omitempty"` // Wise's own words: for the desk only
	At          time.Time    `json:"at"`
	BySent      bool         `json:"by_sent,omitempty"`
	Attempt     int          `json:"attempt"`
	Evidence    evidence.IDs `json:"evidence"`
}

// Refund is one refund that Wise reported.
type Refund struct {
	Amount   money.Amount `json:"amount"`
	At       time.Time    `json:"at"`
	BySent   bool         `json:"by_sent,omitempty"`
	Undone   bool         `json:"undone,omitempty"` // a later state took it back
	Evidence evidence.IDs `json:"evidence"`
}

// Case is an active case of the last snapshot.
type Case struct {
	Code     string       `json:"code"`
	Since    time.Time    `json:"since"` // sent_at of the first of the unbroken snapshots that list it: "seen at"
	Evidence evidence.IDs `json:"evidence"`
}

// Moved is a balance movement that names the transfer.
type Moved struct {
	Movement
	At       time.Time    `json:"at"`
	Profile  int64        `json:"profile,omitempty"` // whose balance; a credit can be the recipient's
	Evidence evidence.IDs `json:"evidence"`
}

// Entry is one line of the timeline: an event with everything that carried it.
type Entry struct {
	Event                         // the event of its first source, with the finest time of all
	Sources     []evidence.Source // every delivery that carried it, lowest delivery id first
	Gap         bool              // as Visit.Gap
	Held        State             // the state held before; "" at the beginning, and of what is no state change
	Rollback    bool              // as Visit.Rollback
	Confirms    bool              // state_seen: the state was held already, so that asking changed nothing
	Opened      []string          // active_cases: in this snapshot and not in the one before
	Cleared     []string          // active_cases: in the one before and not in this
	Open        []Case            // active_cases: those of this snapshot, with since when
	Over        []Case            // active_cases: those that it cleared, with since when they had been open
	SetsNothing bool              // no usable time: shown, but no fact rests on it
}

// Stage is where a payout problem stands, for lists and counters.
type Stage string

// The stages of /bounced, in order; StageNone is a transfer without a payout problem.
const (
	StageNone      Stage = ""
	StageFailed    Stage = "failed"    // a payout failed in this attempt and no return is reported
	StageReturned  Stage = "returned"  // back at Wise, not refunded: bounced_back, or in process after it
	StageCancelled Stage = "cancelled" // cancelled after it came back; the refund is not reported
	StageRefunded  Stage = "refunded"  // came back or failed, and was refunded
)
