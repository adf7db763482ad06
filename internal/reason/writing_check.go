package reason

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// How long each text of a card may be, in characters. A title has to fit into a
// headline, and what the customer reads into two or three sentences.
const (
	MaxTitle   = 40
	MaxMeaning = 400
	MaxAsk     = 400
	MaxFix     = 200
	MaxClause  = 160
	MaxText    = 200
	MaxNote    = 500
)

// Wrong is one field of a writing that cannot be taken, named as its JSON names it.
type Wrong struct {
	Field string
	Text  string // one sentence for people: what is wrong
}

// Tidy is the writing with its white space folded: each text is one paragraph.
func (w Writing) Tidy() Writing {
	for _, text := range []*string{&w.Title, &w.Meaning, &w.Ask, &w.Fix, &w.CustomerWhy, &w.CustomerNext, &w.CustomerText, &w.DeskNote} {
		*text = strings.Join(strings.Fields(*text), " ")
	}
	return w
}

// Check gives every field that cannot be taken, in the order of the form; none when
// the writing is fit to be a card of that kind. What the customer would read is
// checked clause by clause; answer.CheckCard looks at the whole sentences.
func (w Writing) Check(kind Kind) []Wrong {
	c := check{}
	c.text("title", "The title", w.Title, MaxTitle, true)
	c.text("meaning", "The meaning", w.Meaning, MaxMeaning, true)
	c.choices(w.wrongChoices(kind))
	c.text("ask", "What to ask for", w.Ask, MaxAsk, true)
	if kind == OfFailure {
		c.text("fix", "The fix", w.Fix, MaxFix, true)
		c.clause("customer_why", "The cause for the customer", w.CustomerWhy)
		c.clause("customer_next", "What the customer should have ready", w.CustomerNext)
	} else {
		c.sentence("customer_text", "The sentence for the customer", w.CustomerText)
	}
	c.text("desk_note", "The desk note", w.DeskNote, MaxNote, false)
	return c.wrong
}

// check gathers what is wrong.
type check struct{ wrong []Wrong }

func (c *check) add(field, text string) { c.wrong = append(c.wrong, Wrong{Field: field, Text: text}) }

// text checks a text for the desk; true when nothing is wrong with it.
func (c *check) text(field, name, text string, most int, required bool) bool {
	switch n := utf8.RuneCountInString(text); {
	case !utf8.ValidString(text):
		c.add(field, name+" is not text.")
	case required && n == 0:
		c.add(field, name+" is missing.")
	case n > most:
		c.add(field, fmt.Sprintf("%s has %d characters; at most %d fit.", name, n, most))
	case strings.ContainsFunc(text, cannotBeSeen):
		c.add(field, name+" holds a character that cannot be seen: "+Visible(string(firstRune(text, cannotBeSeen)))+".")
	default:
		return true
	}
	return false
}

// choices says which of the fields to choose from holds none of the choices.
func (c *check) choices(fields []string) {
	for _, field := range []string{"money_now", "who", "retry", "openness"} {
		if slices.Contains(fields, field) {
			c.add(field, "Choose one of what is offered.")
		}
	}
}

// clause checks a piece of a sentence that the customer reads.
func (c *check) clause(field, name, text string) {
	if text == "" || !c.text(field, name, text, MaxClause, false) || !c.open(field, name, text) {
		return
	}
	first := []rune(text)
	switch {
	case strings.ContainsAny(text, ".!?;…"):
		c.add(field, name+" is a part of a sentence: no full stop in it or at its end.")
	case unicode.IsUpper(first[0]) && (len(first) < 2 || !unicode.IsUpper(first[1])):
		c.add(field, name+" goes on in the middle of a sentence: begin it with a small letter.")
	}
}

// sentence checks a whole sentence that the customer reads.
func (c *check) sentence(field, name, text string) {
	if text == "" || !c.text(field, name, text, MaxText, false) || !c.open(field, name, text) {
		return
	}
	if first, _ := utf8.DecodeRuneInString(text); !unicode.IsUpper(first) || !strings.HasSuffix(text, ".") {
		c.add(field, name+" must be a whole sentence: a capital letter first, a full stop last.")
	} else if strings.Contains(strings.ReplaceAll(strings.TrimRight(text, "."), ". ", ""), ".") {
		c.add(field, name+" holds a full stop inside a word: no links, no abbreviations.")
	}
}

// open says what in a text may not go out to a customer; true when all of it may.
func (c *check) open(field, name, text string) bool {
	if IsLocked(text) {
		c.add(field, name+" says something that is for compliance alone.")
		return false
	}
	if found := append(Forbidden(text), promising(text)...); len(found) > 0 {
		c.add(field, name+" holds "+quoted(found)+", which may not reach a customer: no hint at a review, no code, no promise of a time or of an arrival.")
		return false
	}
	if odd := firstRune(text, notForCustomers); odd != 0 {
		c.add(field, name+" holds “"+Visible(string(odd))+"”"+numbered(odd)+": write it in plain letters without numbers, links or signs. Amounts and dates are put in by the product.")
		return false
	}
	return true
}

// numbered names a character by its number where it may look like another one.
func numbered(r rune) string {
	if r <= unicode.MaxASCII {
		return ""
	}
	return fmt.Sprintf(" (U+%04X)", r)
}

// quoted lists words for people, each once.
func quoted(words []string) string {
	var out []string
	for _, word := range words {
		if word = "“" + Visible(word) + "”"; !slices.Contains(out, word) {
			out = append(out, word)
		}
	}
	return strings.Join(out, ", ")
}

// firstRune is the first character of a kind; 0 for none.
func firstRune(text string, is func(rune) bool) rune {
	at := strings.IndexFunc(text, is)
	if at < 0 {
		return 0
	}
	r, _ := utf8.DecodeRuneInString(text[at:])
	return r
}

// cannotBeSeen says whether a character of a text leaves no mark of its own.
func cannotBeSeen(r rune) bool {
	return !unicode.IsPrint(r) || unicode.IsMark(r) || strings.ContainsRune(blank, r)
}
