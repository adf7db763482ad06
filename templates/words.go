package templates

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"transferdesk/internal/customer"
	"transferdesk/internal/reason"
)

// whoWords names a party in a sentence.
func whoWords(w reason.Who) string {
	switch w {
	case reason.Sender:
		return "the sender"
	case reason.Recipient:
		return "the recipient"
	case reason.RecipientBank:
		return "the recipient’s side"
	case reason.Us:
		return "us"
	case reason.Wise:
		return "Wise"
	case reason.Nobody:
		return "nobody"
	}
	return "not known yet"
}

// whoLabel names a party in a column.
func whoLabel(w reason.Who) string {
	return capital(strings.TrimPrefix(whoWords(w), "the "))
}

// capital makes the first letter a capital one.
func capital(s string) string {
	for i, r := range s {
		return string(unicode.ToUpper(r)) + s[i+len(string(r)):]
	}
	return s
}

// retryWords says whether another payment makes sense once the first is over.
func retryWords(r reason.Retry) string {
	switch r {
	case reason.RetryYes:
		return "Yes, as it was: a new transfer, at a new rate and fee."
	case reason.RetryAfterFix:
		return "Yes, once that is put right: a new transfer, at a new rate and fee."
	case reason.RetryNo:
		return "No."
	case reason.RetryNotKnown:
		return "Not before Wise has said what is wrong."
	}
	return ""
}

// markWords says how sure the catalogue is; empty when Wise has stated it.
func markWords(m reason.Mark) string {
	switch m {
	case reason.Likely:
		return "Likely, from practice; Wise does not state it."
	case reason.Unsure:
		return "Not sure: ask Wise, or let a lead decide."
	}
	return ""
}

// openWords says how openly one may speak of a reason.
func openWords(o reason.Openness) string {
	switch o {
	case reason.Tell:
		return "The sender may be told plainly."
	case reason.Softly:
		return "To the sender only in neutral words, as in the text for the customer."
	case reason.Locked:
		return "Handled by compliance."
	}
	return "The customer hears nothing of this."
}

// grouped writes a number with thousands apart.
func grouped(n int64) string {
	s := strconv.FormatInt(n, 10)
	for i := len(s) - 3; i > 0 && s[i-1] != '-'; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

// plural picks the form for n: "1 event", "3 events".
func plural(n int64, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return grouped(n) + " " + many
}

// clip cuts a text of strangers at n runes, so that one value cannot fill a page,
// and writes out what cannot be seen.
func clip(s string, n int) string {
	count := 0
	for i := range s {
		if count == n {
			return shown(s[:i]) + "…"
		}
		count++
	}
	return shown(s)
}

// shown writes out what cannot be seen or turns the direction of writing; the
// spaces between words and lines stay.
func shown(s string) string {
	var out strings.Builder
	for {
		i := strings.IndexFunc(s, unicode.IsSpace)
		if i < 0 {
			out.WriteString(customer.ShownName(s))
			return out.String()
		}
		_, size := utf8.DecodeRuneInString(s[i:])
		out.WriteString(customer.ShownName(s[:i]) + s[i:i+size])
		s = s[i+size:]
	}
}

// initials are the first letters of the first two words of a name.
func initials(name string) string {
	out := ""
	for _, w := range strings.Fields(name) {
		for _, r := range w {
			out += string(unicode.ToUpper(r))
			break
		}
		if len([]rune(out)) == 2 {
			break
		}
	}
	return out
}

// envClass is the class of an environment's badge: production is the quiet one.
func envClass(env string) string {
	if env == "PRODUCTION" {
		return "production"
	}
	return "trial"
}
