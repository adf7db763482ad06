// Package proof is a paper of our own that says how a transfer was paid out: what
// stands on it, for the page and for the PDF alike, and the PDF itself. It is pure:
// data in, words or bytes out, and the same bytes for the same data.
package proof

import "time"

// Paper is what the paper says. Times come as texts with their zone; an empty text
// is what is not known, which the paper says in its place.
type Paper struct {
	Transfer  string // Wise's id
	Customer  string // our own customer number
	Reference string // of the transfer, in the words of whoever made it
	Amount    string // paid out: "1,068.75 GBP"
	PaidOut   string // when Wise's event says that it left: "16 Nov 2026, 11:58 UTC"
	Seen      string // when it was first seen as paid out, where no event says when it left
	Recipient string // masked: "J••• S•••, ••••3456"

	Processor        string
	Mode             string // of delivery, in Wise's spelling
	Partner          string // the bank that paid it out
	PartnerReference string // what the recipient's bank can search for
	UETR             string // of a SWIFT payment

	Fetched string // when Wise was asked; never empty
	Settles string // until when Wise may still change it; empty: no more, or PaidOut is empty

	Trial string // SANDBOX or DEMO, where no money moves; empty: it is real

	By   string    // who made the paper
	Made time.Time // when, for the file's own dates
	At   string    // the same for people
}

// Title is the heading of the paper.
const Title = "Proof of payout"

// NotTold stands where Wise has told nothing.
const NotTold = "not told by Wise"

// Row is one fact of the paper.
type Row struct {
	Label  string
	Value  string
	Code   bool // an id or a reference, for a face in which 0 and O differ
	Known  bool
	Strong bool // the reference to read out
}

// Rows are the facts, in their order.
func (p Paper) Rows() []Row {
	rows := []Row{
		known("Transfer at Wise", p.Transfer).code(),
		known("Amount paid out", p.Amount),
		p.paidOut(),
		known("Payout reference", p.PartnerReference).code().strong(),
		known("Bank that paid it out", p.Partner),
		known("Paid out to", p.Recipient),
		known("Delivery", p.Mode),
		known("Processed by", p.Processor),
	}
	if p.UETR != "" {
		rows = append(rows, known("UETR (SWIFT)", p.UETR).code())
	}
	if p.Reference != "" {
		rows = append(rows, known("Reference of the transfer", p.Reference))
	}
	if p.Customer != "" {
		rows = append(rows, known("Customer number", p.Customer).code())
	}
	return rows
}

func (p Paper) paidOut() Row {
	switch {
	case p.PaidOut != "":
		return known("Paid out by Wise on", p.PaidOut)
	case p.Seen != "":
		return Row{Label: "Paid out by Wise on", Value: "the day is not known; seen as paid out on " + p.Seen}
	}
	return known("Paid out by Wise on", "")
}

func known(label, value string) Row {
	if value == "" {
		return Row{Label: label, Value: NotTold}
	}
	return Row{Label: label, Value: value, Known: true}
}

func (r Row) code() Row   { r.Code = r.Known; return r }
func (r Row) strong() Row { r.Strong = r.Known; return r }

// Remarks say what the paper is, what it is not, and how fresh it is.
func (p Paper) Remarks() []string {
	var all []string
	if p.Trial != "" {
		all = append(all, "This comes from a trial ("+p.Trial+"): no money has moved, and it proves nothing.")
	}
	all = append(all,
		"This is a paper of Transferdesk’s own, made from what Wise’s API told on "+p.Fetched+". It is not a document of Wise’s.",
		"Paid out means that the money has left Wise. It is no proof that the money has arrived in the recipient’s account.",
		p.fresh(),
	)
	if p.Recipient != "" {
		all = append(all, "The recipient’s name and account are shortened on purpose.")
	}
	if p.PartnerReference != "" {
		all = append(all, "The recipient’s bank can look for the payment by the payout reference.")
	}
	return all
}

// fresh says whether Wise's data may still change.
func (p Paper) fresh() string {
	switch {
	case p.PaidOut == "":
		return "Wise may correct these data until 3 days after the payout. When that was is not known here, so they may still change."
	case p.Settles != "":
		return "Wise may still correct these data until " + p.Settles + ", 3 days after the payout."
	}
	return "The data were asked for more than 3 days after the payout, when Wise does not correct them any more."
}

// Signed says who made the paper and when.
func (p Paper) Signed() string { return "Made by " + p.By + " on " + p.At }
