package templates

import "transferdesk/internal/transfer"

// TransferPage is /transfers/{id}.
type TransferPage struct {
	Frame
	ID         string
	Profile    string // empty: no event has named it
	Named      string // the customer's name or own reference; empty: the directory does not know
	Account    string // recipient account id; empty: no event has named it
	Amount     string // "1,250.00 EUR" when exactly one debit for it is known; else empty
	Payout     string // the payout reference to read out; empty: not known
	Created    When   // zero: the first event is not held
	Tag        Tag
	Card       AnswerCard
	Notes      Notes
	LastTold   *LastTold // what the customer was last told; nil: nothing was noted
	Work       Work
	Actions    []Action // what can be done; what cannot is there with its reason
	Flags      []Flag
	Customer   AccountPair
	Failures   []Failure // the latest, latest first
	Failed     int       // how many there are of them in all
	Cases      []Case    // of the last snapshot
	CasesAt    When      // when the last snapshot was sent; zero: none ever came, which is not "no cases"
	CasesNever bool      // no list of cases has ever come for any transfer: perhaps nothing is subscribed to
	Told       Told
	Seen       SeenBefore // what was seen before of its recipient and customer
	AmountTold string     // "1,250.00 EUR → 1,068.75 GBP" by Wise's API; empty: not known
	CaseAmount string     // what a transfer that is not covered is for, by Wise's API; empty: not known, or no such case
	CasesTold  string     // what Wise's API says of issues beside the cases; empty: it was not asked
	Refunds    []Refund   // the latest
	Refunded   int        // how many there are of them in all
	// StateRefunded: the state says that it is refunded, whether an event tells the amount or not.
	StateRefunded bool
	MoneyNote     string     // that the other half of a refund may still come; empty: nothing is to be said
	Movements     []Movement // balance movements that name this transfer
	Also          []Activity // what else names this transfer
	Learned       bool       // the timeline is in the order in which we learned of the events, not as they happened
	All           bool       // all rows of the timeline are shown, however many
	Timeline      []TimelineRow
	Unplaced      []TimelineRow // events without a usable time: shown, set nothing
	Kept          []EventRow    // events that name it and are only kept as they came

	Cancellation  *Cancellation  // the last one, while it matters; nil: there is none
	Cancellations []Cancellation // all, newest first
	OurCases      []OurCase      // that were opened from here about it, newest first
}

// TimelineRow is one event of a timeline with everything that carried it.
type TimelineRow struct {
	Kind     transfer.Kind
	Anchor   string // its id on the page; empty: it has none
	Tag      Tag    // icon and tone; the text is the event in words: "Bounced back"
	State    string // Wise's API name of the new state; empty when it is no state change
	From     string // Wise's API name of the state before; empty: none
	Code     string // failure code or case codes as sent, shown as chips
	Amount   string
	Note     string   // one more sentence: the reason in words, which cases opened or cleared
	Desk     string   // Wise's own description: marked "desk only"
	At       When     //
	Seen     bool     // At is when Wise sent it, not when it happened
	Asked    bool     // no event of Wise: At is when we asked Wise's API
	Quiet    bool     // it changed nothing
	Received When     // first arrival
	Late     string   // "3 h" when it arrived noticeably after it happened; else empty
	Senders  []string // the subscriptions that told of it, where there are several
	Repeats  int      // further arrivals and copies; 0: seen once
	Gap      bool     // an event is missing before this one
	Missing  string   // how we know that one is missing; empty: it is not said
	Back     string   // a step back, in words; empty: it is none
	Flags    []string // what the decoder found odd, in words
	Withheld []int64  // as of a Failure
	Events   []int64  // deliveries that carried it, lowest first; none: it is no event of Wise
	Said     string   // what the customer was told; empty: the row is an event
	By       string   // who told it
	Call     string   // who was on the line; empty: it was not noted
	Did      string   // who of ours did it; empty: it is no act of ours
	Wrote    *Note    // a note of ours; nil: the row is none
}
