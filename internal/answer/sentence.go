package answer

import (
	"strings"

	"transferdesk/internal/evidence"
	"transferdesk/internal/when"
)

// Part names a sentence of an answer.
type Part string

// The parts, in the order in which they are read.
const (
	PartHeadline     Part = "headline"
	PartWhere        Part = "where"
	PartSince        Part = "since"
	PartWhy          Part = "why"
	PartWhoActs      Part = "who_acts"
	PartNewPayment   Part = "new_payment"
	PartNext         Part = "next"
	PartPace         Part = "pace"
	PartStoppable    Part = "stoppable"
	PartMoneyNote    Part = "money_note"
	PartCustomerText Part = "customer_text"
)

// Audience says whom a text may reach.
type Audience string

// The audiences. Only what is for a customer may go to one.
const (
	ForDesk     Audience = "desk"
	ForCustomer Audience = "customer"
)

// Said is one sentence of an answer with all that it rests on.
type Said struct {
	Part     Part
	Audience Audience
	Sentence
}

// Sentences lists all that an answer says, without the flags, failures, cases and
// refunds, which carry their own evidence.
func (a Answer) Sentences() []Said {
	all := []Said{
		{PartHeadline, ForDesk, a.Headline}, {PartWhere, ForDesk, a.Where}, {PartSince, ForDesk, a.Since},
		{PartWhy, ForDesk, a.Why}, {PartWhoActs, ForDesk, a.WhoActsText},
	}
	if p := a.NewPayment; p != nil {
		all = append(all, Said{PartNewPayment, ForDesk, p.Said})
	}
	all = append(all, Said{PartNext, ForDesk, a.Next},
		Said{PartPace, ForDesk, Sentence{Text: a.Pace, Grounds: []Ground{groundHistory}}},
		Said{PartStoppable, ForDesk, Sentence{Text: a.Stop.Why, Evidence: a.Stop.Evidence}},
		Said{PartMoneyNote, ForDesk, a.MoneyNote}, Said{PartCustomerText, ForCustomer, a.CustomerText})
	var said []Said
	for _, s := range all {
		if s.Text == "" {
			continue
		}
		if len(s.Evidence) == 0 && len(s.Grounds) == 0 {
			s.Grounds = []Ground{groundSilence}
		}
		said = append(said, s)
	}
	return said
}

// Ground is something other than an event that a sentence rests on.
type Ground string

// The ground of what depends on who funds the transfers.
const groundFunding Ground = "the setting of who funds the transfers"

// The ground of how long things have taken.
const groundHistory Ground = "our own history of how long it took"

// The ground of what is said because Wise has told nothing else.
const groundSilence Ground = "no event: it rests on what Wise has not reported"

// ground adds to a sentence what it rests on beside events: the playbook's card whose
// words it uses, what Wise's API said, and the setting of who funds the transfers.
func (l life) ground(s Sentence, byFunding bool) Sentence {
	for _, c := range l.cardsUsed() {
		if c.wrote(s.Text) {
			s.Grounds = append(s.Grounds, Ground("the playbook’s card “"+c.title+"”"))
			s.Evidence = evidence.Union(s.Evidence, c.rests)
		}
	}
	if e, ok := l.estimate(); ok && strings.Contains(s.Text, l.clock(e.FetchedAt)) {
		s.Grounds = append(s.Grounds, Ground("Wise’s API, asked "+when.Full(e.FetchedAt, l.Zone)))
	}
	if ref := l.reference(); ref != "" && strings.Contains(s.Text, ref) {
		s.Grounds = append(s.Grounds, "Wise’s API, which named the payout reference")
	}
	if byFunding && s.Text != "" {
		s.Grounds = append(s.Grounds, groundFunding)
	}
	return s
}

// byFunding says whether the words of a row depend on who funds the transfers.
func byFunding(row Code) bool {
	switch row {
	case ChargedBack, ChargedBackAfterSent, RefundReopened,
		RefundedStateToCome, Refunded, RefundedAmountUnknown, RefundedUnsent, CancelledUnfunded, Underfunded, FundingAnnounced, WaitingFunding:
		return true
	}
	return false
}

// cardUsed is a card of the playbook with the words that a sentence may have of it.
type cardUsed struct {
	title string
	words []string
	rests evidence.IDs // the events that name its code
}

// wrote says whether any of the card's words stand in a text.
func (c cardUsed) wrote(text string) bool {
	for _, words := range c.words {
		if len(words) > 3 && strings.Contains(text, words) {
			return true
		}
	}
	return false
}

// cardsUsed are the cards that the answer may speak from: of the failure of today, and
// of the open cases.
func (l life) cardsUsed() []cardUsed {
	var all []cardUsed
	if c := l.card; l.failed {
		all = append(all, cardUsed{c.Title, []string{c.Title, lowerFirst(c.Title), c.Meaning, c.Ask, c.Fix, c.CustomerWhy, c.CustomerNext}, l.failure.Evidence})
	}
	for _, open := range l.Facts.OpenCases() {
		c := l.Catalogue.Case(open.Code)
		all = append(all, cardUsed{c.Title, []string{c.Title, lowerFirst(c.Title), c.Meaning, c.Ask, c.CustomerText}, open.Evidence})
	}
	return all
}

// grounded gives every sentence of an answer its grounds.
func (l life) grounded(a *Answer) {
	funding := byFunding(a.Code)
	for _, s := range []*Sentence{&a.Headline, &a.Where, &a.WhoActsText, &a.Next, &a.CustomerText} {
		*s = l.ground(*s, funding)
	}
	for _, s := range []*Sentence{&a.Since, &a.Why} {
		*s = l.ground(*s, false)
	}
	if p := a.NewPayment; p != nil {
		p.Said = l.ground(p.Said, a.Code == CancelledUnfunded)
	}
}
