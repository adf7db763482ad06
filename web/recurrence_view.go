package web

import (
	"strconv"

	"transferdesk/internal/answer"
	"transferdesk/internal/transfer"
	"transferdesk/templates"
	"transferdesk/web/front"
)

// seenBefore is the section of a transfer's page about what was seen before.
func (s *Server) seenBefore(v transferView, face front.Face) templates.SeenBefore {
	rec, f := v.recurrence, v.facts
	_, troubled := answer.Trouble(f)
	out := templates.SeenBefore{First: isDuplicate(f)}
	if !rec.known {
		if troubled {
			out.Notes = []string{"Older events are being read again: what was seen before is not known yet."}
		}
		return out
	}
	out.Recipient, out.MoreRecipient = s.earlierRows(rec.found.Recipient, face), more(rec.found.Recipient)
	out.Customer, out.MoreCustomer = s.earlierRows(rec.found.Customer, face), more(rec.found.Customer)
	if attempts, _ := answer.FailedAttempts(f); len(attempts) > 1 {
		out.Attempts = strconv.Itoa(len(attempts)) + " payout attempts of this transfer have failed or come back."
	}
	switch {
	case f.Inbound != nil:
	case f.Account == 0 && troubled:
		out.Notes = append(out.Notes, "The recipient is not known yet: no event has named the account, so other payments to it cannot be looked for.")
	case troubled && len(out.Recipient) == 0:
		out.Notes = append(out.Notes, "No other payment to this recipient account failed or came back before, as far as Wise has told us.")
	}
	out.Siblings = s.siblingRows(rec.siblings.same, rec.siblings.beside, true, face)
	if out.First {
		out.Siblings = append(out.Siblings, s.siblingRows(rec.siblings.unknown, rec.siblings.beside, false, face)...)
	}
	out.SiblingNotes = siblingNotes(rec, f, out.First)
	return out
}

// isDuplicate says whether Wise calls the payment a duplicate: then we check first.
func isDuplicate(f transfer.Facts) bool {
	failure, ok := f.CurrentFailure()
	return ok && failure.Code == answer.DuplicateEntry
}

func (s *Server) earlierRows(list answer.EarlierList, face front.Face) []templates.EarlierRow {
	var rows []templates.EarlierRow
	for i, one := range list.All {
		if i == answer.EarlierShown {
			break
		}
		row := templates.EarlierRow{ID: front.IDText(one.Transfer), At: face.At(one.At), Code: one.Code, Text: "Came back", Other: one.Other}
		if one.Code != "" {
			row.Text = s.catalogue().Failure(one.Code).Title
		}
		rows = append(rows, row)
	}
	return rows
}

// more counts the rows that are not listed one by one.
func more(list answer.EarlierList) string {
	n := len(list.All) - answer.EarlierShown
	switch {
	case n <= 0 && !list.More:
		return ""
	case list.More:
		return "and at least " + strconv.Itoa(max(n, 1)) + " more"
	}
	return "and " + strconv.Itoa(n) + " more"
}

// siblingRows are other transfers to the same recipient with their answers in one line.
func (s *Server) siblingRows(list []transfer.Facts, all beside, same bool, face front.Face) []templates.SiblingRow {
	var rows []templates.SiblingRow
	for i, row := range s.rows(list, all, face) {
		rows = append(rows, templates.SiblingRow{Row: row, SetUp: face.At(list[i].FirstAt), Unknown: !same})
	}
	return rows
}

// siblingNotes say what was looked at and what was not found. Where Wise speaks of no
// duplicate, silence is no statement, so that nothing is said of nothing.
func siblingNotes(rec recurrenceView, f transfer.Facts, first bool) (notes []string) {
	n := rec.siblings
	if extra := len(rec.found.Siblings) - len(n.same); extra > 0 {
		notes = append(notes, "And "+strconv.Itoa(extra)+" more of the same amount.")
	}
	if !first {
		return notes
	}
	switch {
	case f.Account == 0:
		return append(notes, "The recipient is not known yet, so other payments to it cannot be looked for.")
	case f.FirstAt.IsZero():
		return append(notes, "When this transfer was set up is not known, so payments around it cannot be looked for.")
	case n.looked == 0:
		return append(notes, "No other transfer to this recipient in ± 10 days that we know of; the other payment may not be through us.")
	}
	looked := "We compared " + strconv.Itoa(n.looked) + " other " + ofMany(int64(n.looked), "transfer", "transfers") + " to this recipient in ± 10 days"
	if n.more {
		looked = "There are many transfers to this recipient in ± 10 days; we compared the nearest " + strconv.Itoa(n.looked)
	}
	if len(rec.found.Siblings) == 0 {
		looked += "; none is known to be of the same amount"
	}
	notes = append(notes, looked+".")
	if n.blind > 0 {
		notes = append(notes, "Of "+strconv.Itoa(n.blind)+" the amounts cannot be compared, since one of the two is not known: that is not “different”.")
	}
	if len(rec.found.Siblings) == 0 {
		notes = append(notes, "The other payment may not be through us.")
	}
	return notes
}
