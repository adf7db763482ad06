package reason

import (
	"fmt"
	"strings"
	"unicode"
)

// shown is the longest piece of a code from outside that is put into a sentence, in runes.
const shown = 40

// unknownFailure is the card of a payout-failure code that nobody has classified.
func unknownFailure(code string) Card {
	return Card{
		Code:       code,
		Title:      Humanise(code),
		Meaning:    "There is no card for this code yet. Wise's own description is for the desk only.",
		MoneyNow:   Us,
		NewPayment: Us,
		Ask:        "Ask Wise what the code means and what is needed; do not ask the customer for anything before that.",
		Fix:        "We ask Wise what the code means before anything is paid again.",
		Retry:      RetryNotKnown,
		Openness:   Internal,
		DeskNote:   "Give the customer no cause: neither the code nor Wise's description.",
		Mark:       Unsure,
	}
}

// unknownCase is the card of an active case that nobody has classified. Wise
// publishes a single code, so an unknown one is normal.
func unknownCase(code string) CaseCard {
	return CaseCard{
		Code:     code,
		Title:    Humanise(code),
		Meaning:  "There is no card for this case. Wise names it and says no more.",
		Who:      Us,
		Ask:      "Ask Wise what the case is about and what is needed; do not ask the customer for anything before that.",
		Openness: Internal,
		Mark:     Unsure,
	}
}

// Humanise turns a code from outside into words: SOME_CODE becomes "Some code".
// What is not made of letters, digits and underscores is shown as Visible shows it.
func Humanise(code string) string {
	if strings.Trim(code, "_- ") == "" {
		return "No code was given"
	}
	if strings.ContainsFunc(code, notCodeRune) {
		return Visible(code)
	}
	words := strings.ToLower(strings.Join(strings.FieldsFunc(code, isSeparator), " "))
	return Visible(strings.ToUpper(words[:1]) + words[1:])
}

// notCodeRune says whether r never stands in a code of Wise.
func notCodeRune(r rune) bool {
	return r > unicode.MaxASCII || !unicode.IsLetter(r) && !unicode.IsDigit(r) && !isSeparator(r)
}

// isSeparator says whether r parts the words of a code.
func isSeparator(r rune) bool { return r == '_' || r == '-' || r == ' ' }

// Visible makes a string from outside fit to stand in a sentence: at most 40
// runes, and whatever cannot be seen or hangs on its neighbour (controls, bidi
// marks, zero-width and combining marks) written as \u with its number.
func Visible(s string) string { return VisibleUpTo(s, shown) }

// VisibleUpTo is Visible with at most so many runes.
func VisibleUpTo(s string, most int) string {
	var out []rune
	for _, r := range s {
		piece := []rune{r}
		if !unicode.IsPrint(r) || unicode.IsMark(r) || r == unicode.ReplacementChar {
			piece = []rune(fmt.Sprintf("\\u%04x", r))
		}
		if len(out)+len(piece) > most-1 {
			return string(out) + "…"
		}
		out = append(out, piece...)
	}
	return string(out)
}
