package reason

import (
	"strings"
	"unicode"
)

// forbidden are the words that may not stand in a text for a customer: whatever
// hints at a review, and whatever promises an arrival, a day or a span.
var forbidden = map[string]bool{
	"aml": true, "kyc": true, "compliance": true, "suspicious": true, "risk": true, "screening": true, "review": true, "reviewed": true,
	"arrive": true, "arrives": true, "arrived": true, "delivered": true,
	"check": true, "checks": true, "checked": true, "checking": true, "promise": true, "promised": true,
	"day": true, "days": true, "week": true, "weeks": true, "hour": true, "hours": true,
	"tomorrow": true, "tonight": true, "soon": true, "shortly": true,
	"monday": true, "tuesday": true, "wednesday": true, "thursday": true, "friday": true, "saturday": true, "sunday": true,
}

// forbiddenStems forbid every word that begins with them.
var forbiddenStems = []string{"sanction", "fraud", "launder", "suspect", "terroris", "investigat", "guarantee"}

// allowed is the one place where a forbidden word stands: what was paid in does
// not cover the transfer, and nobody is to be told that they paid too little.
const allowed = "amount that arrived"

// Forbidden gives the words of a text that may not reach a customer, codes of
// Wise among them, in the order in which they stand; nil when the text may go out.
func Forbidden(text string) []string {
	var found []string
	text = strings.ReplaceAll(text, allowed, "")
	for _, word := range strings.FieldsFunc(text, notWordRune) {
		if isForbidden(strings.ToLower(word)) {
			found = append(found, word)
		}
	}
	return found
}

// isForbidden says whether a word in small letters may not reach a customer. A
// word with an underscore inside is a code.
func isForbidden(word string) bool {
	if forbidden[word] || strings.Contains(word, "_") {
		return true
	}
	for _, stem := range forbiddenStems {
		if strings.HasPrefix(word, stem) {
			return true
		}
	}
	return false
}

// notWordRune says whether r parts words; an underscore does not.
func notWordRune(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '_' }
