package web

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"transferdesk/internal/customer"
	"transferdesk/internal/inquiry"
	"transferdesk/templates"
)

// triedAs says what one part of a text was looked up as.
var triedAs = map[inquiry.Kind]string{
	inquiry.Number:    "transfer, profile, user, recipient, case or dispute id",
	inquiry.UUID:      "UETR, card, dispute or another id of Wise’s, or the delivery id of a webhook",
	inquiry.Reference: "own reference, or Wise’s",
	inquiry.Email:     "e-mail",
	inquiry.Event:     "number of an event here",
	inquiry.Name:      "name, or the beginning of one",
}

// readings say what a text was understood as: of one thing what it was looked up as, of
// many how many of each kind; then what was seen and not searched.
func readings(q inquiry.Inquiry, found findings) []templates.Reading {
	all := kindReadings(q, found)
	if q.Left > 0 {
		all = append(all, templates.Reading{Text: fmt.Sprintf("the first %d of %d", inquiry.MaxTerms, inquiry.MaxTerms+q.Left), Left: true})
	}
	if q.Cut {
		all = append(all, templates.Reading{Text: fmt.Sprintf("the first %d kB of the text", inquiry.MaxText/1000), Left: true})
	}
	for _, s := range inquiry.Skips() {
		if n := q.Skipped[s]; n > 0 {
			all = append(all, templates.Reading{Text: skipped(s, n), Left: true})
		}
	}
	return all
}

func kindReadings(q inquiry.Inquiry, found findings) []templates.Reading {
	var lines []string
	told := 0
	for i, t := range q.Terms {
		if t.Kind == inquiry.Word && len(found.terms[i]) == 0 || t.Kind == inquiry.Reference && !strings.ContainsAny(t.Text, "0123456789") {
			continue // a word that is no reference of ours needs no mention
		}
		told++
		lines = append(lines, customer.ShownName(writtenOf(t))+": "+cmp.Or(triedAs[t.Kind], triedAs[inquiry.Reference]))
	}
	if told > 1 && q.Listed() {
		lines = counted(q, found)
	}
	var all []templates.Reading
	for _, line := range lines {
		all = append(all, templates.Reading{Text: line})
	}
	return all
}

// writtenOf is a term as it stands in the text.
func writtenOf(t inquiry.Term) string { return cmp.Or(t.Written, t.Text) }

// counted counts the terms by what they turned out to be: "3 transfer ids".
func counted(q inquiry.Inquiry, found findings) []string {
	counts := map[string]int{}
	var order []string
	count := func(word string) {
		if counts[word] == 0 {
			order = append(order, word)
		}
		counts[word]++
	}
	for i, t := range q.Terms {
		for _, word := range found.words[i] {
			count(word)
		}
		if len(found.words[i]) == 0 && t.Kind != inquiry.Word {
			count(lostWords[t.Kind])
		}
	}
	var lines []string
	for _, word := range order {
		lines = append(lines, plural(counts[word], word))
	}
	return lines
}

// lostWords call a part of a text of which nothing was found.
var lostWords = map[inquiry.Kind]string{
	inquiry.Number: "unknown number", inquiry.UUID: "unknown UUID", inquiry.Reference: "unknown reference",
	inquiry.Email: "unknown e-mail", inquiry.Event: "unknown event number",
}

// plural is "1 UETR" or "3 transfer ids".
func plural(n int, word string) string {
	if n == 1 {
		return "1 " + word
	}
	return fmt.Sprintf("%d %ss", n, strings.Replace(word, " or ", "s or ", 1))
}

// skipped says what was seen and not searched.
func skipped(s inquiry.Skip, n int) string {
	switch s {
	case inquiry.Amounts:
		return plural(n, "amount") + ", not searched"
	case inquiry.Dates:
		return plural(n, "date or time") + ", not searched"
	case inquiry.Phones:
		return plural(n, "telephone number") + ", not searched"
	case inquiry.IBANs:
		return plural(n, "IBAN") + " by the look of it: not searched, and not kept"
	case inquiry.Cards:
		return plural(n, "card number") + " by the look of it: not searched, and not kept"
	case inquiry.Short:
		return plural(n, "short number") + ", not searched"
	}
	return plural(n, "number") + " longer than any id, not searched"
}

// searched says what was tried.
func searched(q inquiry.Inquiry) []string {
	has := func(kinds ...inquiry.Kind) bool {
		return slices.ContainsFunc(q.Terms, func(t inquiry.Term) bool { return slices.Contains(kinds, t.Kind) })
	}
	var lines []string
	if has(inquiry.Number) {
		lines = append(lines, "transfers, profiles and users that an event from Wise or our directory has named")
	}
	if has(inquiry.UUID) {
		lines = append(lines, "deliveries by their id")
	}
	if has(inquiry.Event) {
		lines = append(lines, "events by their number here")
	}
	if has(inquiry.Number, inquiry.UUID, inquiry.Reference, inquiry.Word, inquiry.Email) {
		lines = append(lines, "own references, and recipients, cases, disputes, UETRs and references of Wise’s")
	}
	if has(inquiry.Email) {
		lines = append(lines, "e-mail addresses of the directory")
	}
	if has(inquiry.Name) {
		lines = append(lines, "names of the directory, by the beginnings of their words")
	}
	if len(lines) == 0 {
		return []string{"nothing: there is no id and no name in what was typed"}
	}
	return lines
}

// noSuch says of one part of a text what it is not.
var noSuch = map[inquiry.Kind]string{
	inquiry.Number:    "no transfer, customer, user, recipient or case of that number",
	inquiry.UUID:      "no UETR, card, dispute or delivery with that id",
	inquiry.Reference: "nobody in the directory, and nothing of Wise’s, goes by that",
	inquiry.Email:     "nobody in the directory has that address",
	inquiry.Event:     "no event here has that number",
	inquiry.Name:      "nobody in the directory has such a name or reference",
}

// lost is a part of a text that nothing was found of.
type lost struct {
	term   inquiry.Term
	answer string // what was tried
}

// notFound lists the parts of which nothing was found, but words that only might have
// been references.
func notFound(q inquiry.Inquiry, found findings) (all []lost) {
	for i, t := range q.Terms {
		if t.Kind == inquiry.Word || len(found.terms[i]) > 0 {
			continue
		}
		if t.Whole && slices.ContainsFunc(q.Terms, func(o inquiry.Term) bool { return o.Whole && o.Text == t.Text && o.Kind != t.Kind }) {
			if t.Kind == inquiry.Reference || len(found.hits) > 0 {
				continue // it is told of as a name
			}
		}
		all = append(all, lost{t, noSuch[t.Kind]})
	}
	return all
}

// missing says why a thing that exists at Wise may not be found here.
func missing() []string {
	return []string{
		"top-ups send no state events: a payment into a Wise balance has no transfer here, only a balance movement on the customer's page",
		"a transfer appears with its first event; if it is new, or the subscription is, Wise may not have told us yet",
		"names, e-mails and own references are those of the imported directory",
		"several ids in one line without anything between them are read as one number: paste a list into the larger field",
	}
}
