package work

import (
	"slices"
	"strings"
	"unicode/utf8"

	"transferdesk/internal/fault"
	"transferdesk/internal/note"
)

// Outcome is with what a transfer was resolved. It stands in the database and in the
// JSON, so it never changes.
type Outcome string

// The outcomes. They say what came of it for the customer, not what Wise reports: that
// is the answer's.
const (
	Refunded   Outcome = "refunded"
	Delivered  Outcome = "delivered"
	NewPayment Outcome = "new_payment"
	Cancelled  Outcome = "cancelled"
	Informed   Outcome = "informed"
	NoReply    Outcome = "no_reply"
	NotOurs    Outcome = "not_ours"
	Other      Outcome = "other"
)

// Choice is an outcome as it is offered.
type Choice struct {
	Outcome Outcome
	Label   string // begins with a capital letter
	When    string // when to use it, one sentence
}

// choices are the outcomes in the order in which they are offered, the commonest first.
var choices = []Choice{
	{Refunded, "Refunded to the customer", "The customer has the money back, from Wise or from us."},
	{Delivered, "Delivered after all", "The recipient has the money, and nobody waits any more."},
	{NewPayment, "New payment made", "The sender has paid again; that transfer has a page of its own."},
	{Cancelled, "Cancelled as asked", "The sender wanted it stopped, and it was."},
	{Informed, "Customer informed, nothing open", "The customer knows how it stands, and nothing is left for us to do."},
	{NoReply, "No reply from the customer", "We asked for something, and waited long enough."},
	{NotOurs, "Not ours", "Somebody else deals with it, or it came to us by mistake."},
	{Other, "Other", "None of these; the remark says what."},
}

// Choices gives the outcomes as they are offered.
func Choices() []Choice { return slices.Clone(choices) }

// Label is an outcome in words, "Refunded to the customer"; one that is not in the
// table is named as it stands.
func (o Outcome) Label() string {
	for _, c := range choices {
		if c.Outcome == o {
			return c.Label
		}
	}
	return string(o)
}

// maxRemark is how many characters a remark has at most: longer things are notes.
const maxRemark = 500

// CheckOutcome says whether a transfer may be resolved with an outcome and a remark,
// which it gives without the blanks around it, and empty where nothing of it can be
// seen; fault.Unprocessable with the reason when
// it may not.
func CheckOutcome(o Outcome, remark string) (string, error) {
	if remark = strings.TrimSpace(remark); note.IsEmpty(remark) {
		remark = ""
	}
	switch {
	case !slices.ContainsFunc(choices, func(c Choice) bool { return c.Outcome == o }):
		return "", fault.New(fault.Unprocessable, "Choose with what it was resolved.")
	case o == Other && remark == "":
		return "", fault.New(fault.Unprocessable, "“Other” needs a remark that says what came of it.")
	case !utf8.ValidString(remark):
		return "", fault.New(fault.Unprocessable, "The remark holds something that is no text.")
	case utf8.RuneCountInString(remark) > maxRemark:
		return "", fault.New(fault.Unprocessable, "The remark may have 500 characters at most; a note has room for more.")
	}
	return remark, nil
}
