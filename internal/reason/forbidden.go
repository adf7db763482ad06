package reason

import (
	"regexp"
	"strings"
)

// forbidden are the words that may not stand in a text for a customer: whatever
// hints at a review, whatever promises an arrival, a day or a span, and whatever
// looks like a code of Wise.
var forbidden = regexp.MustCompile(`(?i)\b(` + strings.Join([]string{
	`aml`, `money[- ]launder\w*`, `sanction\w*`, `fraud\w*`, `compliance`, `suspicious`, `suspect\w*`, `terroris\w*`,
	`risk`, `screening`, `investigat\w*`, `under review`, `kyc`,
	`arrived`, `arrives?`, `delivered`, `checked`, `checks?`, `checking`, `guarantee\w*`, `promise\w*`,
	`days?`, `weeks?`, `hours?`, `tomorrow`, `tonight`, `soon`, `shortly`,
	`mondays?`, `tuesdays?`, `wednesdays?`, `thursdays?`, `fridays?`, `saturdays?`, `sundays?`,
}, `|`) + `)\b|(?-i:\b[A-Z0-9]+_[A-Z0-9_]+\b)|\b[a-z0-9]+_[a-z0-9_]+\b`)

// allowed is the one place where a forbidden word stands: what was paid in does
// not cover the transfer, and nobody is to be told that they paid too little.
var allowed = regexp.MustCompile(`(?i)\bthe amount that arrived\b`)

// Forbidden gives the words of a text that may not reach a customer, in the
// order in which they stand; nil when the text may go out.
func Forbidden(text string) []string {
	return forbidden.FindAllString(allowed.ReplaceAllString(text, ""), -1)
}
