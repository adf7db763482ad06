package inquiry

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// reader is one reading on its way.
type reader struct {
	text    string // plain
	tokens  []token
	prose   bool // there are words that are no names of ids
	found   []place
	seen    map[Term]bool // by kind and text
	terms   int           // of found, without words
	words   int
	listed  int // tokens before this one belong to a list that a noun began
	left    int
	skipped map[Skip]int
	covered []span
}

// place is a term with where in the text it stands.
type place struct {
	Term
	at int
}

// span is a part of the text that is not echoed.
type span struct {
	from, to int
	instead  string
}

// take reads what begins with a token and says how many tokens that took.
func (r *reader) take(i int) int {
	if n := r.address(i); n > 0 {
		return n
	}
	if n := r.email(i); n > 0 {
		return n
	}
	if !strings.ContainsFunc(r.tokens[i].text, isDigit) {
		return 1
	}
	for _, read := range []func(int) int{r.uuid, r.iban, r.card, r.date, r.phone, r.amount, r.number} {
		if n := read(i); n > 0 {
			return n
		}
	}
	r.word(i)
	return 1
}

// add takes a term in, once, as far as there is room.
func (r *reader) add(at int, t Term) {
	key := Term{Kind: t.Kind, Text: t.Text}
	if t.Text == "" || r.seen[key] {
		return
	}
	r.seen[key] = true
	switch {
	case t.Kind == Word && r.words >= maxWords:
		return
	case t.Kind == Word:
		r.words++
	case r.terms >= MaxTerms:
		r.left++
		return
	default:
		r.terms++
	}
	r.found = append(r.found, place{t, at})
}

// addID adds a number that can be an id, or counts it as too long. Written is how it
// stands in the text.
func (r *reader) addID(at int, digits, written string) {
	bare := strings.TrimLeft(digits, "0")
	if bare == "" {
		return
	}
	id, err := strconv.ParseInt(bare, 10, 64)
	if err != nil {
		r.skipped[TooLong]++
		return
	}
	if written == bare {
		written = ""
	}
	r.add(at, Term{Kind: Number, Text: bare, Written: written, ID: id})
}

// uuidForm is a UUID anywhere in a token.
var uuidForm = regexp.MustCompile(`(?i)[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}`)

func (r *reader) uuid(i int) int {
	t := r.tokens[i]
	at := uuidForm.FindStringIndex(t.text)
	if at == nil {
		return 0
	}
	r.add(t.at+at[0], Term{Kind: UUID, Text: strings.ToLower(t.text[at[0]:at[1]])})
	return 1
}

// emailForm is a whole e-mail address.
var emailForm = regexp.MustCompile(`^[^\s@]+@[^\s@]+$`)

func (r *reader) email(i int) int {
	t := r.tokens[i]
	if !emailForm.MatchString(t.text) {
		return 0
	}
	r.add(t.at, Term{Kind: Email, Text: t.text})
	return 1
}

// wiseReference is how Wise writes its references; it is told of when it is not found.
var wiseReference = regexp.MustCompile(`(?i)^BNK-?[0-9]{3,}`)

// longestWord is the longest reference in a text, in bytes.
const longestWord = 200

func (r *reader) word(i int) {
	t := r.tokens[i]
	switch {
	case len(t.text) > longestWord:
	case wiseReference.MatchString(t.text):
		r.add(t.at, Term{Kind: Reference, Text: t.text})
	case strings.ContainsFunc(t.text, unicode.IsLetter) || strings.ContainsAny(t.text, "-_/"):
		r.add(t.at, Term{Kind: Word, Text: t.text})
	}
}

// groupedWhole is a text that is one number in groups of three: 49 983 981.
var groupedWhole = regexp.MustCompile(`^#? *[0-9]{1,3}(?:[ .,'][0-9]{3})+$`)

func (r *reader) grouped() bool {
	if !groupedWhole.MatchString(r.text) || len(onlyDigits(r.text)) > 12 {
		return false
	}
	r.addID(0, onlyDigits(r.text), "")
	for i := range r.found {
		r.found[i].Whole = true
	}
	return true
}

// The longest texts that are looked up whole: as a reference in bytes, as a name in
// characters.
const (
	longestReference = 200
	longestName      = 100
)

// whole looks at the text as one thing: an id alone, a reference, a name.
func (r *reader) whole() {
	bare := strings.TrimSpace(strings.TrimLeft(r.text, "#"))
	if r.terms == 1 && r.left == 0 && !strings.ContainsAny(bare, " \t\n") || strings.Trim(r.text, "# 0123456789") == "" && r.terms == 1 {
		for i := range r.found {
			r.found[i].Whole = r.found[i].Kind != Word
		}
		return
	}
	if r.terms > 0 || strings.ContainsAny(bare, "\t\n") || !r.canBeOne() {
		return
	}
	r.found = slices.DeleteFunc(r.found, func(p place) bool { return p.Kind == Word && p.Text == bare })
	if len(bare) <= longestReference {
		r.add(0, Term{Kind: Reference, Text: bare, Whole: true})
	}
	if canBeName(bare) {
		r.add(0, Term{Kind: Name, Text: bare, Whole: true})
	}
}

// mostWords is how many words a reference or a name with a number in it has at most.
const mostWords = 8

// canBeOne says whether the text can be one reference or name, though something in it
// was seen to be neither: 2026-11-18 can, and Studio 1999, a sentence about money not.
func (r *reader) canBeOne() bool {
	strange := r.skipped[Amounts] + r.skipped[Phones] + r.skipped[TooLong]
	return r.skipped[IBANs]+r.skipped[Cards] == 0 && (len(r.skipped) == 0 || len(r.tokens) <= mostWords) && (strange == 0 || len(r.tokens) == 1)
}

// canBeName: not too long, and at least two letters.
func canBeName(text string) bool {
	letters := 0
	for _, c := range text {
		if unicode.IsLetter(c) {
			letters++
		}
	}
	return letters >= 2 && utf8.RuneCountInString(text) <= longestName && !strings.ContainsRune(text, '/')
}

// longestCell is the longest cell of a table, or line of a text, that is looked up
// whole as a reference, in bytes.
const longestCell = 60

// cells takes each cell of a table and each short line for what may be a reference
// with a space in it: KD 4711/a.
func (r *reader) cells() {
	at := 0
	for cell := range strings.FieldsFuncSeq(r.text, func(c rune) bool { return c == '\n' || c == '\t' || c == ';' || c == '|' || c == ',' }) {
		at += strings.Index(r.text[at:], cell)
		bare := strings.TrimSpace(cell)
		if len(bare) <= longestCell && len(bare) < len(r.text) && strings.Contains(bare, " ") && strings.ContainsFunc(bare, isDigit) && !r.hides(at, at+len(cell)) {
			r.add(at, Term{Kind: Word, Text: bare})
		}
		at += len(cell)
	}
}
