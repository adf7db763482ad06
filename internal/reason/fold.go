package reason

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// readsAs are letters that are read as others and that no normal form makes into
// them: Cyrillic, Greek and Latin look-alikes (a part of Unicode's confusables, UTS 39).
var readsAs = map[rune]string{
	'а': "a", 'в': "b", 'г': "r", 'е': "e", 'ё': "e", 'к': "k", 'м': "m", 'н': "h", 'о': "o", 'п': "n", 'р': "p", 'с': "c", 'т': "t", 'у': "y", 'х': "x",
	'ь': "b", 'ѕ': "s", 'і': "i", 'ј': "j", 'ѡ': "w", 'ԁ': "d", 'ԛ': "q", 'ԝ': "w", 'һ': "h", 'ӏ': "l", 'ԍ': "g", 'ɡ': "g", 'ց': "g", 'ո': "n", 'ս': "u", 'օ': "o", 'հ': "h", 'ⅼ': "l",
	'α': "a", 'β': "b", 'γ': "y", 'ε': "e", 'η': "n", 'ι': "i", 'κ': "k", 'μ': "u", 'ν': "v", 'ο': "o", 'ρ': "p", 'σ': "o", 'ς': "c", 'τ': "t", 'υ': "u", 'χ': "x", 'ω': "w", 'ϲ': "c", 'ϳ': "j",
	'ı': "i", 'ȷ': "j", 'ɑ': "a", 'ƒ': "f", 'ł': "l", 'ø': "o", 'đ': "d", 'ð': "d", 'ħ': "h", 'ŧ': "t", 'ɩ': "i", 'ɪ': "i", 'ʟ': "l", 'ɴ': "n", 'ʀ': "r", 'ꜱ': "s", 'ᴀ': "a", 'ʙ': "b",
	'ᴄ': "c", 'ᴅ': "d", 'ᴇ': "e", 'ɢ': "g", 'ʜ': "h", 'ᴋ': "k", 'ᴍ': "m", 'ᴏ': "o", 'ᴘ': "p", 'ᴛ': "t", 'ᴜ': "u", 'ᴠ': "v", 'ᴡ': "w", 'ʏ': "y", 'ᴢ': "z", 'ɒ': "a", 'ʋ': "v", 'ɯ': "w",
	'æ': "ae", 'œ': "oe", 'ß': "ss", 'þ': "p", '|': "l", '‖': "ll", '@': "a", '$': "s", '€': "e",
}

// blank are characters that count as letters and cannot be seen (Hangul fillers).
const blank = "\u115f\u1160\u3164\uffa0"

// plainText is a text as a reader takes it in: in small letters without accents,
// without what cannot be seen, wide, curly and look-alike letters made into the
// plain ones (Unicode's NFKD, then our table).
func plainText(text string) string {
	if isPlain(text) {
		return strings.ToLower(text)
	}
	var b strings.Builder
	for _, r := range norm.NFKD.String(text) {
		if unicode.Is(unicode.Cf, r) || unicode.IsMark(r) || strings.ContainsRune(blank, r) || unicode.IsControl(r) && !unicode.IsSpace(r) {
			continue
		}
		r = unicode.ToLower(r)
		if as, ok := readsAs[r]; ok {
			b.WriteString(as)
			continue
		}
		b.WriteRune(plainDigit(r))
	}
	return b.String()
}

// isPlain says whether a text is of ASCII alone, with nothing that cannot be seen or
// is read as something else, as nearly all of them are.
func isPlain(text string) bool {
	for i := range len(text) {
		if c := text[i]; c < ' ' || c > '~' || c == '|' || c == '@' || c == '$' {
			return false
		}
	}
	return true
}

// plainDigit makes a digit of any script into that of ASCII.
func plainDigit(r rune) rune {
	if r <= unicode.MaxASCII || !unicode.Is(unicode.Nd, r) {
		return r
	}
	zero := r
	for unicode.Is(unicode.Nd, zero-1) && zero > r-9 {
		zero--
	}
	return '0' + (r-zero)%10
}

// asLetters are the letters that digits are written for.
var asLetters = strings.NewReplacer("0", "o", "1", "i", "3", "e", "4", "a", "5", "s", "7", "t")
