package inquiry

import (
	"regexp"
	"strings"
	"unicode"

	"transferdesk/internal/money"
)

var (
	decimals  = regexp.MustCompile(`^(?:[0-9]+|[0-9]{1,3}(?:[.,'][0-9]{3})+)[.,][0-9]{1,2}$`)
	thousands = regexp.MustCompile(`^[0-9]{1,3}(?:[.,'][0-9]{3})+$`)
)

// amount reads a sum of money: with decimals or thousands, or beside a currency.
func (r *reader) amount(i int) int {
	text := r.tokens[i].text
	core := strings.TrimFunc(text, func(c rune) bool { return unicode.IsLetter(c) || unicode.Is(unicode.Sc, c) })
	switch {
	case core != text && isPlainNumber(core):
		if !isCurrency(strings.TrimSuffix(text, core)) && !isCurrency(strings.TrimPrefix(text, core)) {
			return 0
		}
	case decimals.MatchString(core):
	case thousands.MatchString(core) && r.called(i):
		r.addID(r.tokens[i].at, onlyDigits(core), "")
		return 1
	case thousands.MatchString(core):
	default:
		return r.amountBeside(i)
	}
	r.skipped[Amounts]++
	return 1
}

// isPlainNumber says whether a text is a number in some form.
func isPlainNumber(text string) bool {
	return isNumber(text) || decimals.MatchString(text) || thousands.MatchString(text)
}

// amountBeside reads a whole number, or one in groups of three, that a currency stands
// beside. What is called an id is none.
func (r *reader) amountBeside(i int) int {
	n := max(1, groupsOf(r.follow(i, isNumber)))
	if !isNumber(r.tokens[i].text) || r.called(i) {
		return 0
	}
	next, behind := i+n, i-1
	after := next < len(r.tokens) && r.tokens[next].joined && isCurrency(r.tokens[next].text)
	ahead := behind >= 0 && r.tokens[i].joined && isCurrency(r.tokens[behind].text)
	if after && r.betterRight(i, next) || ahead && !after && r.betterLeft(i, behind) || !after && !ahead {
		return 0
	}
	r.skipped[Amounts]++
	return n
}

// betterRight says of a currency between two numbers that it goes with the one behind
// it: of "49983981 EUR 1250" the longer is the id.
func (r *reader) betterRight(i, currency int) bool {
	right := currency + 1
	return right < len(r.tokens) && r.tokens[right].joined && isPlainNumber(r.tokens[right].text) &&
		(len(r.tokens[right].text) < len(r.tokens[i].text) || !isNumber(r.tokens[right].text))
}

// betterLeft is the same of the number in front of it.
func (r *reader) betterLeft(i, currency int) bool {
	left := currency - 1
	return left >= 0 && r.tokens[currency].joined && isPlainNumber(r.tokens[left].text) &&
		(len(r.tokens[left].text) <= len(r.tokens[i].text) || !isNumber(r.tokens[left].text))
}

// currencyWords are currencies that are no codes.
var currencyWords = map[string]bool{"euro": true, "euros": true, "dollar": true, "dollars": true, "pounds": true, "kr": true, "zł": true, "kč": true, "rs": true}

// isCurrency knows the codes of ISO 4217, signs, and a few words.
func isCurrency(text string) bool {
	signs := strings.TrimFunc(text, func(c rune) bool { return unicode.Is(unicode.Sc, c) })
	return text != "" && (signs == "" || len(signs) < len(text) && len(signs) <= 2 ||
		len(text) == 3 && money.KnownCurrency(strings.ToUpper(text)) && (strings.ToUpper(text) == text || strings.ToLower(text) == text) ||
		currencyWords[strings.ToLower(text)])
}
