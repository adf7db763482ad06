package templates

import "transferdesk/internal/reason"

// PlaybookPage is /reasons.
type PlaybookPage struct {
	Frame
	Query    string // what is looked for; empty: all are listed
	Todo     []CodeTodo
	TodoMore int // how many came without a card besides, longer ago
	Groups   []CardGroup
	Empty    Empty // shown when no card matches
}

// CodeTodo is a code that came and has no card.
type CodeTodo struct {
	Code   string
	Kind   string // "Payout failure", "Active case"
	Count  string // "3 transfers"
	Last   When
	Href   string // its page, with the transfers; empty: the code can have none
	Write  string // where its card is written; empty: it can have none
	Detail string // why it can have none
}

// CardGroup is one kind of card.
type CardGroup struct {
	ID    string // anchor
	Title string
	Note  string
	Rows  []CardRow
}

// CardRow is one card in the list.
type CardRow struct {
	Href     string
	Code     string
	Title    string
	Who      reason.Who // of a failure who must change what before paying again; of a case who acts
	Openness reason.Openness
	Edited   *CardEdited // nil: as the product comes with it
	Recent   string      // transfers that had it in the last 30 days; empty: not known yet
	Ever     string
}

// CardEdited says who wrote what stands there, and when.
type CardEdited struct {
	Version int64
	By      string
	At      When
	Note    string
}

// ReasonPage is /reasons/{code}.
type ReasonPage struct {
	Frame
	Code     string
	Kind     reason.Kind
	Card     reason.Writing
	Known    bool // false: the code came and nobody has written its card
	Builtin  bool // the product comes with a card for this code
	Mark     reason.Mark
	Edited   *CardEdited
	Other    string // the page of the other kind of that code; empty: there is none
	Edit     string // where it is edited; empty: who reads it may not
	Previews []CardPreview
	With     CardTransfers
	Versions []CardVersion // the newest first; without the built-in card
	Compare  *CompareForm  // nil: there is only one to look at
	Restore  *RestoreForm  // nil: there is nothing to restore, or who reads it may not
}

// CardPreview is what a customer reads in one situation.
type CardPreview struct {
	When     string
	Headline string
	Customer string // empty: nothing
}

// CardTransfers are the transfers that had a code.
type CardTransfers struct {
	Recent  string // in the last 30 days
	Ever    string
	Partial bool   // older events are being read again: what is here may be too little
	Since   string // the list holds only those since then; empty: all
	Count   string // how many the list has in all: "12 transfers"
	Clear   string // link to all; empty: all are shown
	Month   string // link to those of the last 30 days; empty: they are shown
	Rows    []TransferRow
	Pager   Pager
	Empty   Empty
}

// CardVersion is one version in the history of a card.
type CardVersion struct {
	Edited  CardEdited
	What    string // "Written", "Built-in card restored"
	Current bool
	Diff    string // link to what changed against the version before
}

// CompareForm chooses two versions to compare.
type CompareForm struct {
	Action string
	Kind   reason.Kind
	From   []SelectOption
	To     []SelectOption
}

// RestoreForm brings an older version, or the built-in card, back.
type RestoreForm struct {
	Action string
	Kind   reason.Kind
	Based  string
	To     []SelectOption
	Note   string
	Errors []FieldError
}

// ComparePage is /reasons/{code}/compare.
type ComparePage struct {
	Frame
	Code    string
	Back    string
	From    string // "Version 1, by Lena Lead, 20 Nov 10:00 UTC"
	To      string
	Fields  []CardChange // those that differ
	Compare CompareForm
}

// CardChange is one field that differs between two versions.
type CardChange struct {
	Label  string
	Before string // empty: nothing stood there
	After  string
}

// CardEditPage is /reasons/{code}/edit.
type CardEditPage struct {
	Frame
	Code   string
	Kind   reason.Kind
	Known  bool // false: the code has no card yet
	Back   string
	Action string
	Based  string // version that the form is based on
	Form   reason.Writing
	Note   string
	Choose CardChoices
	Errors []FieldError
	Theirs *CardConflict // nil: nobody else has changed the card

	Previews []CardPreview // of what stands in the form; none while that cannot be taken
	Typed    bool          // the previews are of what was typed, not of the card that counts
}

// CardChoices are the lists to choose from.
type CardChoices struct {
	MoneyNow []SelectOption
	Who      []SelectOption
	Retry    []SelectOption
	Openness []SelectOption
}

// CardConflict is what somebody else saved meanwhile, beside what was typed.
type CardConflict struct {
	Edited CardEdited
	What   string
	Fields []CardChange // before: what is saved now; after: what was typed
}
