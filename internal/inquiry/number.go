package inquiry

import (
	"regexp"
	"strings"
)

// fewestDigits is how many digits a number in a sentence has at least to be taken for
// an id without being called one: postcodes and years have fewer.
const fewestDigits = 6

// prefixed is an id with what it is in front: T49983981, id-49983981.
var prefixed = regexp.MustCompile(`(?i)^(?:t|p|u|tid|id|transfer|profile|user)[-_]?([0-9]{5,19})$`)

// number reads whole numbers: one, one in groups of three, a list without spaces.
func (r *reader) number(i int) int {
	t := r.tokens[i]
	if m := prefixed.FindStringSubmatch(t.text); m != nil {
		r.addID(t.at, m[1], t.text)
		return 1
	}
	if n := r.groups(i); n > 1 {
		return n
	}
	if isNumber(t.text) {
		r.oneNumber(t.at, t.text, r.called(i))
		return 1
	}
	return r.numbers(i)
}

// oneNumber takes a number for an id, unless it is a short one in a sentence.
func (r *reader) oneNumber(at int, digits string, called bool) {
	if r.prose && !called && len(digits) < fewestDigits {
		r.skipped[Short]++
		return
	}
	r.addID(at, digits, digits)
}

// numbers reads a list in one token: 49983981,49983982 or 49983981/49983982.
func (r *reader) numbers(i int) int {
	t := r.tokens[i]
	parts := strings.FieldsFunc(t.text, func(c rune) bool { return c == ',' || c == '/' || c == '+' })
	for _, part := range parts {
		if !isNumber(part) || len(part) <= 3 {
			return 0
		}
	}
	if len(parts) < 2 {
		return 0
	}
	at, called := t.at, r.called(i)
	for _, part := range parts {
		at += strings.Index(r.text[at:], part)
		r.oneNumber(at, part, called)
	}
	return 1
}

// groups reads a number that is written in groups of three: 49 983 981. Two groups are
// enough where something calls it an id.
func (r *reader) groups(i int) int {
	run := r.follow(i, isNumber)
	n := groupsOf(run)
	if n < 2 || n == 2 && !r.called(i) {
		return 0
	}
	digits := ""
	for _, t := range run[:n] {
		digits += t.text
	}
	r.addID(run[0].at, digits, "")
	return n
}

// groupsOf says how many tokens from the first on are groups of one number: one to
// three digits, then threes. At most five: more is a list.
func groupsOf(run []token) int {
	if len(run) == 0 || len(run[0].text) > 3 || run[0].text[0] == '0' {
		return 0
	}
	n := 1
	for n < len(run) && n < 5 && len(run[n].text) == 3 {
		n++
	}
	return n
}

// dateForms are how a date and a time of day are written.
var dateForms = regexp.MustCompile(`^(?:` +
	`[0-9]{4}[-/.][0-9]{1,2}[-/.][0-9]{1,2}(?:T[0-9:.]+(?:Z|[+-][0-9:]+)?)?` +
	`|[0-9]{1,2}[-/.][0-9]{1,2}[-/.](?:[0-9]{4}|[0-9]{2})` +
	`|(?i:[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:[.,][0-9]+)?)?(?:am|pm|z|h)?(?:[+-][0-9:]+)?)` +
	`)$`)

// yearForm is a year alone.
var yearForm = regexp.MustCompile(`^(?:19|20)[0-9]{2}$`)

func (r *reader) date(i int) int {
	text := r.tokens[i].text
	if !dateForms.MatchString(text) && !(r.prose && yearForm.MatchString(text) && !r.called(i)) {
		return 0
	}
	r.skipped[Dates]++
	return 1
}

// phoneWords stand in front of telephone numbers.
var phoneWords = map[string]bool{
	"tel": true, "tel.": true, "telefon": true, "telephone": true, "phone": true, "fax": true, "mobile": true, "mobil": true, "handy": true, "cell": true, "whatsapp": true, "tél": true,
}

// local is a telephone number as North Americans write it; ending is one without its
// area code, which stands in brackets before it.
var (
	local  = regexp.MustCompile(`^[0-9]{3}[-.][0-9]{3}[-.][0-9]{4}$`)
	ending = regexp.MustCompile(`^[0-9]{3}[-.][0-9]{4}$`)
)

// mostPhone and fewestPhone bound the digits of a telephone number (ITU-T E.164).
const (
	mostPhone   = 15
	fewestPhone = 7
)

func (r *reader) phone(i int) int {
	t := r.tokens[i]
	if t.hash || nouns[r.before(i)] {
		return 0
	}
	n, digits := r.phoneRun(i)
	if digits < fewestPhone || !r.isPhone(i, n) {
		return 0
	}
	r.skipped[Phones]++
	return n
}

// phoneRun says how many tokens from i on can be one telephone number, and how many
// digits they have.
func (r *reader) phoneRun(i int) (n, digits int) {
	run := r.follow(i, func(text string) bool { return strings.Trim(text, "+0123456789-./") == "" })
	for _, t := range run {
		more := len(onlyDigits(t.text))
		if n > 0 && (digits+more > mostPhone || strings.HasPrefix(t.text, "+")) {
			break
		}
		n, digits = n+1, digits+more
	}
	return n, digits
}

func (r *reader) isPhone(i, n int) bool {
	text := r.tokens[i].text
	parted := n > 1 || strings.ContainsAny(text, "-/.")
	switch {
	case strings.HasPrefix(text, "+"), phoneWords[r.before(i)], local.MatchString(text):
		return true
	case n > 1 && len(text) == 3 && ending.MatchString(r.tokens[i+1].text):
		return true
	}
	return text[0] == '0' && (parted || r.prose && len(text) >= 9)
}
