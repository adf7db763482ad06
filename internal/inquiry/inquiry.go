// Package inquiry reads what somebody typed or pasted to search for: one id, a list, a
// table, or a whole e-mail with its headers and quoted replies. It pulls out every id,
// and says what it saw that is none.
package inquiry

import (
	"cmp"
	"slices"
	"strings"
)

// The bounds of one reading. What is beyond them is counted or said, never dropped
// without a word.
const (
	MaxText  = 100_000 // bytes that are read
	MaxTerms = 200     // ids, references and e-mails that are looked up
	maxWords = 500     // words that may be own references
)

// Kind is what a part of a text can be.
type Kind string

// The kinds of term.
const (
	Number    Kind = "number"    // the id of a transfer, profile, user, recipient, case or dispute
	UUID      Kind = "uuid"      // a UETR, a card, a dispute, or Wise's X-Delivery-Id
	Reference Kind = "reference" // BNK-…, or the whole of a short text
	Email     Kind = "email"     // an e-mail address
	Event     Kind = "event"     // our own number of an event, from an address of ours
	Word      Kind = "word"      // may be a reference of our own; one that is none is not worth a line
	Name      Kind = "name"      // the whole text, where it can be a person's name
)

// Term is one thing to look up.
type Term struct {
	Kind    Kind
	Text    string // as it is looked up: digits without leading zeros, a UUID in lower case, others as written
	Written string // as it stands in the text where that is something else: "T49983981", "0049983981"; else empty
	ID      int64  // of a Number or an Event, above 0
	Whole   bool   // it is all that was typed, but for #, spaces or an address around it
}

// Skip is a kind of what was seen and not looked up.
type Skip string

// What is not searched.
const (
	Amounts Skip = "amount"
	Dates   Skip = "date"
	Phones  Skip = "phone"
	IBANs   Skip = "iban"  // never echoed
	Cards   Skip = "card"  // card numbers, never echoed
	Short   Skip = "short" // numbers of five digits and fewer, in a sentence, that nothing calls an id
	TooLong Skip = "long"  // numbers that no id can be
)

// Skips lists the kinds in the order in which they are told.
func Skips() []Skip { return []Skip{Amounts, Dates, Phones, IBANs, Cards, Short, TooLong} }

// Inquiry is what a text was understood as.
type Inquiry struct {
	Text    string       // as it came, trimmed and cut; with an IBAN or a card number in it: as it was read, with those covered
	Terms   []Term       // in the order of the text, each once
	Left    int          // how many more there were beyond MaxTerms
	Cut     bool         // the text was longer than MaxText
	Skipped map[Skip]int // what else was seen
}

// Read understands a text. It keeps nothing of it but what it gives.
func Read(text string) Inquiry {
	q := Inquiry{Cut: len(text) > MaxText, Skipped: map[Skip]int{}}
	typed := strings.TrimSpace(strings.ToValidUTF8(text[:min(len(text), MaxText)], ""))
	r := reader{text: plain(typed), seen: map[Term]bool{}, skipped: q.Skipped}
	r.glued()
	if !r.grouped() {
		r.tokens = tokensOf(r.text)
		r.prose = isProse(r.tokens)
		for i := 0; i < len(r.tokens); {
			i += r.take(i)
		}
		r.whole()
		r.cells()
	}
	slices.SortStableFunc(r.found, func(a, b place) int { return cmp.Compare(a.at, b.at) })
	q.Text, q.Left = r.shown(typed), r.left
	for _, p := range r.found {
		q.Terms = append(q.Terms, p.Term)
	}
	return q
}

// Listed says that the text holds ids among other things, so that each of them is to be
// told of in its turn; else it is one thing, or a name.
func (q Inquiry) Listed() bool {
	return slices.ContainsFunc(q.Terms, func(t Term) bool { return !t.Whole && t.Kind != Word })
}
