package inquiry

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// token is a run of characters that belong together, without what closes a sentence.
type token struct {
	text   string
	at     int  // where it begins
	end    int  // where it ends, with what was trimmed
	joined bool // only one space, or a bracket with it, parts it from the token before
	hash   bool // a # stands before it
	url    bool
}

// tokensOf takes a plain text apart.
func tokensOf(text string) []token {
	var all []token
	last := 0
	for i := 0; i < len(text); {
		if !beginsToken(text, i) {
			_, size := utf8.DecodeRuneInString(text[i:])
			i += size
			continue
		}
		t := tokenAt(text, i)
		i = t.end
		if t.text == "" {
			continue
		}
		t.joined, t.hash = len(all) > 0 && isJoint(text[last:t.at]), strings.HasSuffix(strings.TrimRight(text[last:t.at], " "), "#")
		all = append(all, t)
		last = t.at + len(t.text) // what was trimmed is a part of the gap, so that it is no joint
	}
	return all
}

func beginsToken(text string, i int) bool {
	c, _ := utf8.DecodeRuneInString(text[i:])
	return inToken(c) && c != ':'
}

// tokenAt reads the token that begins at i.
func tokenAt(text string, i int) token {
	if n := urlLength(text[i:]); n > 0 {
		raw := strings.TrimRight(text[i:i+n], ".,;:!?'*)]")
		return token{text: raw, at: i, end: i + n, url: true}
	}
	end := i
	for end < len(text) {
		c, size := utf8.DecodeRuneInString(text[end:])
		if !inToken(c) || c == ':' && !amongDigits(text, end) {
			break
		}
		end += size
	}
	left := strings.TrimLeft(text[i:end], ".,-_'/")
	bare := strings.TrimRight(left, ".,-_'/:+@%")
	return token{text: bare, at: end - len(left), end: end}
}

// inToken says whether a character keeps what stands beside it together.
func inToken(c rune) bool {
	return unicode.IsLetter(c) || isDigit(c) || unicode.IsMark(c) || unicode.Is(unicode.Sc, c) || strings.ContainsRune("+-_.,'/@%:", c)
}

// amongDigits says whether a colon is one of a time of day.
func amongDigits(text string, i int) bool {
	return i > 0 && i+1 < len(text) && isDigit(rune(text[i-1])) && isDigit(rune(text[i+1]))
}

// isJoint says whether a gap can be one within a number: one space, or brackets as of
// an area code.
func isJoint(gap string) bool {
	bare := strings.Trim(gap, "()")
	return bare == " " || bare == "" && gap != ""
}

func isDigit(c rune) bool { return c >= '0' && c <= '9' }

func isNumber(text string) bool { return text != "" && strings.Trim(text, "0123456789") == "" }

func onlyDigits(text string) string {
	return strings.Map(func(c rune) rune {
		if isDigit(c) {
			return c
		}
		return -1
	}, text)
}

// longestRun is how many tokens one number has at most: an IBAN in groups of four.
const longestRun = 9

// follow gives the tokens from i on that can be one number with it, each parted from
// the one before by a joint.
func (r *reader) follow(i int, fits func(string) bool) []token {
	end := i
	for end < len(r.tokens) && end < i+longestRun && fits(r.tokens[end].text) {
		end++
		if end < len(r.tokens) && (!r.tokens[end].joined || r.tokens[end].hash) {
			break
		}
	}
	return r.tokens[i:end]
}

// before gives the text of the token before i, in lower case, where it stands in the
// same line; empty: there is none.
func (r *reader) before(i int) string {
	if i <= 0 || strings.ContainsAny(r.text[r.tokens[i-1].at:r.tokens[i].at], "\n\t;|") {
		return ""
	}
	return strings.ToLower(r.tokens[i-1].text)
}

// nouns are what ids are called in front of them.
var nouns = map[string]bool{
	"transfer": true, "transfers": true, "transaction": true, "transactions": true, "transferid": true, "transfer_id": true, "id": true, "ids": true, "tid": true,
	"profile": true, "profiles": true, "profileid": true, "profile_id": true, "user": true, "users": true, "userid": true, "user_id": true,
	"recipient": true, "recipients": true, "case": true, "cases": true, "dispute": true, "disputes": true, "customer": true, "customers": true,
	"payment": true, "payments": true, "überweisung": true, "überweisungen": true, "transaktion": true,
}

// links are words that may stand between such a noun and its number.
var links = map[string]bool{"no": true, "nr": true, "number": true, "num": true, "nummer": true, "is": true, "numbers": true, "reference": true, "ref": true}

// called says whether something in front of a token calls it an id: #, a noun, or the
// noun of a list that it goes on: cases 136, 137 and 138.
func (r *reader) called(i int) bool {
	if r.tokens[i].hash || i < r.listed {
		return true
	}
	word := r.before(i)
	if links[word] {
		word = r.before(i - 1)
	}
	if strings.HasSuffix(word, "s") && nouns[word] {
		r.listed = r.listEnd(i)
	}
	return nouns[word]
}

// listEnd says where the list of numbers ends that begins with a token.
func (r *reader) listEnd(i int) int {
	for i++; i < len(r.tokens); i++ {
		word := strings.ToLower(r.tokens[i].text)
		if r.before(i) == "" || !conjunctions[word] && (!isNumber(word) || r.tokens[i].joined && !conjunctions[r.before(i)]) {
			break
		}
	}
	return i
}

// conjunctions stand before the last of a list.
var conjunctions = map[string]bool{"and": true, "or": true, "und": true, "oder": true}

// isProse says whether there are words that are no names of ids, so that a short
// number need not be one.
func isProse(tokens []token) bool {
	for _, t := range tokens {
		word := strings.ToLower(t.text)
		if !t.url && !nouns[word] && !links[word] && !strings.ContainsFunc(word, isDigit) && !strings.ContainsRune(word, '@') && utf8.RuneCountInString(word) > 1 {
			return true
		}
	}
	return false
}
