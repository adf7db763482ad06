package customer

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// maxNameWords is how many words of a name can come first in a search;
// maxNameKey is the longest key in bytes.
const (
	maxNameWords = 8
	maxNameKey   = 120
)

// plainLetters are letters with a stroke or ligatures, which Unicode does not
// take apart into a letter and a mark.
var plainLetters = strings.NewReplacer(
	"ß", "ss", "æ", "ae", "œ", "oe", "ø", "o", "ł", "l", "đ", "d", "ð", "d", "þ", "th", "ħ", "h", "ı", "i", "ŧ", "t",
)

// Fold makes texts that differ in case and accents only the same: "José Łoś" and
// "jose los". White space at the ends does not count, and all within is one space.
func Fold(text string) string {
	bare := strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) || unicode.Is(unicode.Cf, r) {
			return -1
		}
		return r
	}, norm.NFKD.String(strings.ToLower(text)))
	return oneLine(plainLetters.Replace(strings.ToLower(bare)))
}

// NameWords are the words of a name, folded: letters and digits, parted by
// whatever stands between; an apostrophe parts nothing.
func NameWords(name string) []string {
	folded := strings.Map(func(r rune) rune {
		switch {
		case r == '\'' || r == '’' || r == 'ʼ':
			return -1
		case unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r):
			return r
		}
		return ' '
	}, Fold(name))
	return strings.Fields(folded)
}

// NameKeys are what a name is found by: all its words, once with each of the
// first eight in front, so that a search for "erika muster" and one for
// "mustermann er" are each one range of an index.
func NameKeys(name string) []string {
	words := NameWords(name)
	var keys []string
	seen := map[string]bool{}
	for i := range words[:min(len(words), maxNameWords)] {
		key := cutKey(strings.Join(append(append([]string{}, words[i:]...), words[:i]...), " "))
		if !seen[key] {
			seen[key] = true
			keys = append(keys, key)
		}
	}
	return keys
}

// cutKey cuts at a character's edge.
func cutKey(key string) string {
	if len(key) > maxNameKey {
		key = strings.ToValidUTF8(key[:maxNameKey], "")
	}
	return key
}
