package transfer

import (
	"slices"
	"strings"

	"transferdesk/internal/money"
)

// content is what an event says, without when: the business fields that all
// schema versions share. What only some versions have (a balance, a step, words
// of description) is not part of it.
type content struct {
	kind      Kind
	transfer  int64
	profile   int64 // only of movements that name no transfer
	from, to  State
	code      string
	amount    string // without the zeros at the end: 5000 and 5000.00 are one amount
	currency  string
	credit    bool
	reference string
	cases     string
}

func (e Event) content() content {
	c := content{kind: e.Kind, transfer: e.Transfer}
	switch e.Kind {
	case StateChange:
		c.from, c.to = e.From, e.To
	case StateSeen:
		c.to = e.To
	case PayoutFailure:
		c.code = e.Code
	case RefundIssued:
		c.amount, c.currency = plain(e.Refund)
	case ActiveCases:
		c.cases = strings.Join(caseSet(e.Cases), "\x00")
	case BalanceUpdate, BalanceCredit:
		c.readMovement(e)
	}
	return c
}

func (c *content) readMovement(e Event) {
	if e.Transfer == 0 {
		c.profile = e.Profile
	}
	if m := e.Movement; m != nil {
		c.amount, c.currency = plain(m.Amount)
		c.credit, c.reference = m.Credit, m.Reference
	}
}

func plain(a money.Amount) (value, currency string) { return a.Value.String(), a.Currency }

// caseSet is a snapshot as a sorted set. Codes are compared without regard to
// case, since Wise has spelled them both ways.
func caseSet(codes []string) []string {
	set := make([]string, 0, len(codes))
	for _, code := range codes {
		set = append(set, strings.ToLower(code))
	}
	slices.Sort(set)
	return slices.Compact(set)
}
