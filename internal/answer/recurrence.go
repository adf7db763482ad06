package answer

import (
	"strconv"
	"strings"
	"time"

	"transferdesk/internal/evidence"
	"transferdesk/internal/money"
	"transferdesk/internal/reason"
	"transferdesk/internal/transfer"
)

// Flags about what was seen before. They are for the desk: nothing of them is ever
// part of the customer's text.
const (
	FlagRecipientFailedBefore = "recipient_failed_before" // another payment to the same recipient account failed or came back before
	FlagSameCodeAgain         = "same_code_again"         // the same customer had the same code before
	FlagFailedTwice           = "failed_twice"            // several attempts of this transfer failed or came back
	FlagSibling               = "sibling"                 // another payment of the same amount to the same recipient account
)

// SiblingSpan is how far apart two payments are set up at most to be siblings (the
// table of payout failures: DUPLICATE_ENTRY).
const SiblingSpan = 10 * 24 * time.Hour

// DuplicateEntry is the code for which siblings are looked at first of all.
const DuplicateEntry = "DUPLICATE_ENTRY"

// Earlier is another transfer that failed or came back before.
type Earlier struct {
	Transfer int64
	Code     string // of its last failure; empty: it came back, and no code stands beside it
	At       time.Time
	Other    bool // it is another customer's
	Evidence evidence.IDs
}

// EarlierList is what was found of them, the latest first.
type EarlierList struct {
	All  []Earlier
	More bool // there may be more than these: the search is bounded
}

// Recurrence is what was seen before of a transfer's recipient and customer.
type Recurrence struct {
	Recipient EarlierList
	Customer  EarlierList
	Code      string    // that Customer is about; empty: the transfer has none
	IsCase    bool      // Code is of an active case
	Siblings  []Sibling // the nearest first
}

// Sibling is another payment of the same amount to the same recipient account.
type Sibling struct {
	Transfer int64
	At       time.Time // when it was first told of
}

// Amounts is what is known of how much a transfer moves; a zero amount is not known.
type Amounts struct {
	Debited money.Amount // by events
	Source  money.Amount // by Wise's API
	Target  money.Amount // by Wise's API
}

// Same says whether two transfers move the same amount: known is false when nothing
// that can be compared is known of both, which is not "different".
func (a Amounts) Same(b Amounts) (same, known bool) {
	for _, pair := range [][2]money.Amount{{a.Debited, b.Debited}, {a.Source, b.Source}, {a.Target, b.Target}} {
		if pair[0].Known() && pair[1].Known() {
			same, known = same || pair[0].Equal(pair[1]), true
		}
	}
	return same, known
}

// Trouble is when the transfer's own payout last failed or came back; false: it has
// not. What was seen before was before that.
func Trouble(f transfer.Facts) (at time.Time, troubled bool) {
	for _, failure := range f.Failures {
		if failure.At.After(at) {
			at = failure.At
		}
	}
	if v, ok := f.LastBounce(); ok && v.At.After(at) {
		at = v.At
	}
	return at, !at.IsZero()
}

// FailedAttempts gives the attempts of the transfer that failed or came back, and
// the events that say so.
func FailedAttempts(f transfer.Facts) (attempts []int, rests evidence.IDs) {
	note := func(attempt int, ids evidence.IDs) {
		rests = evidence.Union(rests, ids)
		for _, known := range attempts {
			if known == attempt {
				return
			}
		}
		attempts = append(attempts, attempt)
	}
	for _, failure := range f.Failures {
		note(failure.Attempt, failure.Evidence)
	}
	for _, v := range f.Visits {
		if v.State == transfer.BouncedBack {
			note(v.Attempt, v.Evidence)
		}
	}
	return attempts, rests
}

// Flags says what was seen before, for the desk.
func (r Recurrence) Flags(in Input) []Flag {
	l := lifeOf(in)
	var out []Flag
	if list := r.Recipient; len(list.All) > 0 {
		out = append(out, Flag{FlagRecipientFailedBefore, l.recipientBefore(list), list.All[0].At, list.rests()})
	}
	if list := r.Customer; len(list.All) > 0 {
		text := "This customer has had " + l.codeTitle(r.Code, r.IsCase) + " before: " + list.count("transfer", "transfers") + list.last() + l.day(list.All[0].At) + "."
		out = append(out, Flag{FlagSameCodeAgain, text, list.All[0].At, list.rests()})
	}
	if attempts, rests := FailedAttempts(in.Facts); len(attempts) > 1 {
		at, _ := Trouble(in.Facts)
		text := strconv.Itoa(len(attempts)) + " payout attempts of this transfer have failed or come back."
		out = append(out, Flag{FlagFailedTwice, text, at, rests})
	}
	if n := len(r.Siblings); n > 0 {
		text := "Another payment of the same amount to the same recipient was set up within 10 days: " + strconv.FormatInt(r.Siblings[0].Transfer, 10) + "."
		if n > 1 {
			text = strconv.Itoa(n) + " other payments of the same amount to the same recipient were set up within 10 days."
		}
		out = append(out, Flag{Code: FlagSibling, Text: text, Since: r.Siblings[0].At})
	}
	return out
}

// recipientBefore says how many payments to the recipient failed, when the last did,
// and with which code; other customers are counted and not named.
func (l life) recipientBefore(list EarlierList) string {
	text := "Another payment to this recipient account failed or came back before"
	if len(list.All) > 1 {
		text = list.count("other payment", "other payments") + " to this recipient account failed or came back before"
	}
	last := list.All[0]
	text = strings.ToUpper(text[:1]) + text[1:] + list.last() + l.day(last.At)
	if last.Code != "" {
		text += " (" + l.codeTitle(last.Code, false) + ")"
	}
	others := 0
	for _, one := range list.All {
		if one.Other {
			others++
		}
	}
	switch {
	case others == 0:
	case len(list.All) == 1:
		text += "; it was another customer's"
	default:
		text += "; " + strconv.Itoa(others) + " of them of other customers"
	}
	return text + "."
}

// codeTitle is the title of a code's card in the middle of a sentence.
func (l life) codeTitle(code string, isCase bool) string {
	if isCase {
		return "“" + lowerFirst(l.Catalogue.Case(code).Title) + "”"
	}
	return "“" + lowerFirst(l.Catalogue.Failure(code).Title) + "”"
}

// last begins the date of the latest, of one or of several.
func (e EarlierList) last() string {
	if len(e.All) == 1 && !e.More {
		return ", on "
	}
	return ", last on "
}

// count is "2 transfers", or "at least 100 transfers" when the search was bounded.
func (e EarlierList) count(one, many string) string {
	n := len(e.All)
	text := strconv.Itoa(n) + " " + many
	if n == 1 {
		text = "1 " + one
	}
	if e.More {
		return "at least " + text
	}
	return text
}

// rests are the events that the list rests on: of the ten that a page shows.
func (e EarlierList) rests() evidence.IDs {
	var ids evidence.IDs
	for _, one := range e.All[:min(len(e.All), EarlierShown)] {
		ids = evidence.Union(ids, one.Evidence)
	}
	return ids
}

// EarlierShown is how many earlier transfers are listed one by one; the others are
// counted.
const EarlierShown = 10

// CodeAgain is the code by which the customer's other transfers are looked for: that
// of the last failure, else of the first active case.
func CodeAgain(f transfer.Facts) (code string, isCase bool) {
	if n := len(f.Failures); n > 0 && f.Failures[n-1].Code != reason.LockedCode {
		return f.Failures[n-1].Code, false
	}
	for _, c := range f.OpenCases() {
		if c.Code != reason.LockedCode {
			return c.Code, true
		}
	}
	return "", false
}
