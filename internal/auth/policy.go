package auth

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"transferdesk/internal/fault"
)

// MinPassword is how many characters a password has at least, since nothing
// else protects an account (ASVS 5.0, 6.2.1; NIST SP 800-63B-4). There are no
// rules on composition.
const MinPassword = 15

// maxPassword is in bytes, and far more than the 64 characters that must be allowed.
const maxPassword = 1024

// CheckPassword says whether a new password may be used by the person of that
// e-mail and name: fault.Unprocessable with the reason when it may not.
func CheckPassword(password, email, name string) error {
	switch {
	case utf8.RuneCountInString(password) < MinPassword:
		return fault.New(fault.Unprocessable, "The password must have at least 15 characters.")
	case len(password) > maxPassword:
		return fault.New(fault.Unprocessable, "The password must have at most 1024 bytes.")
	case isCommon(password, email+" "+name):
		return fault.New(fault.Unprocessable, "The password is too easy to guess: it is a common one, a pattern, or made of your own name.")
	}
	return nil
}

// isCommon says whether a guesser would try the password early: it is listed,
// or is one short thing over and over, or consists of almost nothing but a few
// well-known words, runs on the keyboard and the person's own names.
func isCommon(password, about string) bool {
	own := words(about)
	for _, folded := range []string{fold(password), fold(unleet.Replace(strings.ToLower(password)))} {
		if commonPasswords()[folded] || isMonotonous(folded) || isPatchwork(folded, own) {
			return true
		}
	}
	return false
}

// unleet undoes the usual replacements of letters.
var unleet = strings.NewReplacer("0", "o", "1", "i", "3", "e", "4", "a", "5", "s", "7", "t", "@", "a", "$", "s", "!", "i")

// fold keeps letters and digits, in lower case.
func fold(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, text)
}

// words gives the folded words of three letters or more, in names and addresses.
func words(text string) []string {
	var found []string
	for _, word := range strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		if word = fold(word); len(word) >= 3 {
			found = append(found, word)
		}
	}
	return found
}

// isMonotonous says whether the text has fewer than five different characters,
// or is one thing of up to ten characters, over and over.
func isMonotonous(text string) bool {
	different := map[rune]bool{}
	for _, r := range text {
		different[r] = true
	}
	if len(different) < 5 {
		return true
	}
	for period := 1; period <= min(10, len(text)/2); period++ {
		if text[period:] == text[:len(text)-period] {
			return true
		}
	}
	return false
}

// How much of a patchwork must be well known for it to be refused.
const (
	mostPieces    = 3 // different ones; own names come free
	mostLeftovers = 3 // characters between and after them
)

// isPatchwork says whether text is made of at most mostPieces different common
// words, years and runs, and own names, with next to nothing else.
func isPatchwork(text string, own []string) bool {
	pieces, leftovers := map[string]bool{}, 0
	for text != "" {
		known := longest(longestRun(text), year(text), longestWord(text, commonWords()))
		mine := longestWord(text, own)
		switch {
		case mine != "" && len(mine) >= len(known):
			text = text[len(mine):]
		case known != "":
			pieces[known] = true
			text = text[len(known):]
		default:
			_, size := utf8.DecodeRuneInString(text)
			text, leftovers = text[size:], leftovers+1
		}
	}
	return leftovers <= mostLeftovers && len(pieces) <= mostPieces
}

func longest(texts ...string) string {
	found := ""
	for _, text := range texts {
		if len(text) > len(found) {
			found = text
		}
	}
	return found
}

// longestWord finds the longest of the words that text begins with.
func longestWord(text string, words []string) string {
	found := ""
	for _, word := range words {
		if len(word) > len(found) && strings.HasPrefix(text, word) {
			found = word
		}
	}
	return found
}

// year finds a year of the last or this century that text begins with.
func year(text string) string {
	if len(text) < 4 || text[:2] != "19" && text[:2] != "20" || strings.Trim(text[2:4], "0123456789") != "" {
		return ""
	}
	return text[:4]
}

// runs are the orders that fingers and minds follow; each counts backwards too.
var runs = []string{
	"abcdefghijklmnopqrstuvwxyz", "01234567890123456789", "qwertyuiop", "qwertzuiop", "azertyuiop", "asdfghjkl", "zxcvbnm", "yxcvbnm",
	"1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p", "qazwsxedcrfvtgbyhnujmikolp", "1q2w3e4r5t6y7u8i9o0p", "147258369", "123qwe456asd789zxc",
	"zyxwvutsrqponmlkjihgfedcba", "98765432109876543210", "poiuytrewq", "lkjhgfdsa", "mnbvcxz",
}

// longestRun finds the longest part of a run, of three characters or more,
// that text begins with.
func longestRun(text string) string {
	longest := ""
	for _, run := range runs {
		for n := max(3, len(longest)+1); n <= len(text) && strings.Contains(run, text[:n]); n++ {
			longest = text[:n]
		}
	}
	return longest
}
