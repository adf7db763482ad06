package reason

import (
	"bytes"
	"slices"
	"strings"
	"unicode"
)

// forbidden are the words that may not stand in a text for a customer: whatever
// hints at a review, and whatever promises an arrival, a day or a span.
var forbidden = wordSet(`
	aml kyc cdd edd pep ofac compliance compliant suspicious risk risky screening screened review reviews reviewed reviewing blacklist blacklisted watchlist embargo
	arrive arrives arrived arriving arrival delivered delivery deliveries check checks checked checking promise promises promised
	day days week weeks weekend fortnight hour hours minute minutes
	tomorrow tonight midnight overnight soon shortly immediately instantly asap eod
	monday tuesday wednesday thursday friday saturday sunday`)

// forbiddenStems forbid every word that begins with them.
var forbiddenStems = []string{"sanction", "fraud", "launder", "suspect", "suspici", "terror", "sanktion", "betrug", "geldwasch", "blanchiment", "investigat", "guarantee", "complian", "crimin", "illegal", "illicit"}

// hidden are those that are found also where blanks or signs part their letters:
// long enough not to come about by chance.
var hidden = []string{"sanction", "fraud", "launder", "terroris", "investigat", "guarantee", "complian", "suspicio", "delivered", "arrived", "screening"}

// units are the short words that make a span of the number before them.
var units = wordSet(`h hr hrs d w wk wks min mins mo mos y yr yrs bd wd`)

// counts are the numbers in words.
var counts = wordSet(`one two three four five six seven eight nine ten eleven twelve a few some several couple`)

// digits are those that plainText leaves.
const digits = "0123456789"

// allowed are the places where a forbidden word may stand: what was paid in does
// not cover the transfer, and nobody is to be told that they paid too little; and a
// word that says the opposite.
var allowed = strings.NewReplacer("amount that arrived", "", "undelivered", "")

// Forbidden gives the words of a text that may not reach a customer, codes of
// Wise among them, in the order in which they stand; nil when the text may go out.
// They are found however they are written: with look-alike letters, with what
// cannot be seen between the letters, or letter by letter.
func Forbidden(text string) []string {
	text = allowed.Replace(plainText(text))
	words := strings.FieldsFunc(text, notWordRune)
	var found []string
	for at, word := range words {
		if isForbidden(word) || isSpan(words, at) {
			found = append(found, word)
		}
	}
	for _, word := range spelled(text) {
		if isForbidden(word) && !slices.Contains(found, word) {
			found = append(found, word)
		}
	}
	if len(found) == 0 {
		found = hiddenIn(text)
	}
	return found
}

// isForbidden says whether a word in small letters may not reach a customer. A
// word with an underscore inside is a code.
func isForbidden(word string) bool {
	if isListed(word) || strings.Contains(word, "_") {
		return true
	}
	mixed := strings.ContainsAny(word, digits) && strings.Trim(word, digits) != ""
	return mixed && isListed(strings.Trim(asLetters.Replace(word), digits))
}

// isListed says whether a word is one of the lists.
func isListed(word string) bool {
	return forbidden[word] || slices.ContainsFunc(forbiddenStems, func(stem string) bool { return strings.HasPrefix(word, stem) })
}

// isSpan says whether a span ends with this word: "24h", "2 d", "two wks".
func isSpan(words []string, at int) bool {
	word := words[at]
	if unit := strings.TrimLeft(word, digits); unit != word && units[unit] {
		return true
	}
	return at > 0 && units[word] && (counts[words[at-1]] && words[at-1] != "a" || strings.Trim(words[at-1], digits) == "")
}

// spelled gives the words that signs or blanks part into pieces: "mon-day", "A.M.L.", "a m l".
func spelled(text string) []string {
	var words []string
	single := ""
	for token := range strings.FieldsSeq(text) {
		if token = strings.TrimFunc(token, notWordRune); strings.ContainsFunc(token, notWordRune) {
			words = append(words, strings.Join(strings.FieldsFunc(token, notWordRune), ""))
		}
		if len(token) == 1 {
			single += token
		} else if single != "" {
			words, single = append(words, single), ""
		}
	}
	return append(words, single)
}

// hiddenIn finds the long words among the letters alone.
func hiddenIn(text string) []string {
	letters := make([]byte, 0, len(text))
	for i := range len(text) {
		if c := text[i]; c >= 'a' && c <= 'z' {
			letters = append(letters, c)
		}
	}
	var found []string
	for _, word := range hidden {
		if bytes.Contains(letters, []byte(word)) {
			found = append(found, word)
		}
	}
	return found
}

// notWordRune says whether r parts words; an underscore does not.
func notWordRune(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '_' }

// wordSet makes a set of words that stand in a line.
func wordSet(line string) map[string]bool {
	set := map[string]bool{}
	for word := range strings.FieldsSeq(line) {
		set[word] = true
	}
	return set
}
