package inquiry

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
)

// ibanAnywhere and cardAnywhere find what may be private wherever it stands, in a row
// of a table without blanks or in an address too: "Ada,GB33BUKB20201555555555,12.50".
var (
	ibanAnywhere = regexp.MustCompile(`(?i)(?:\b|_)[A-Z]{2}[0-9]{2}(?:[A-Z0-9]{11,30}|(?: [A-Z0-9]{4}){2,7}(?: [A-Z0-9]{1,4})?)(?:\b|_)`)
	cardAnywhere = regexp.MustCompile(`\b[2-6](?:[0-9]{12,18}|[0-9]{3}(?:[ -][0-9]{4}){3})\b`)
)

// glue are the signs that part the cells of a row, or a name from its value.
const glue = ",.=+'@"

// glued covers the IBANs and card numbers that are glued to something else, before the
// text is taken apart: there they would pass for a part of a reference. Those alone
// that bear their check digits, since nothing else tells them from one.
func (r *reader) glued() {
	text := []byte(r.text)
	for _, at := range ibanAnywhere.FindAllStringIndex(r.text, -1) {
		whole := r.text[at[0]:at[1]]
		from := at[1] - len(strings.TrimLeft(whole, "_"))
		if n := checkedIBAN(strings.Trim(whole, "_")); n > 0 {
			r.blank(text, span{from, from + n, "[IBAN]"}, IBANs)
		}
	}
	r.text = string(text)
	for _, at := range cardAnywhere.FindAllStringIndex(r.text, -1) {
		if r.isGlued(at[0], at[1]) && checkDigit(onlyDigits(r.text[at[0]:at[1]])) {
			r.blank(text, span{at[0], at[1], "[card number]"}, Cards)
		}
	}
	r.text = string(text)
}

// isGlued says whether a sign of glue, or one of a currency, stands before a place or after it.
func (r *reader) isGlued(from, to int) bool {
	before := strings.TrimRight(r.text[:from], glue+"£$€")
	return len(before) < from || to < len(r.text) && strings.ContainsRune(",@", rune(r.text[to]))
}

// blank covers a part of the text, and keeps it from being read.
func (r *reader) blank(text []byte, s span, as Skip) {
	r.covered = append(r.covered, s)
	r.skipped[as]++
	for i := s.from; i < s.to; i++ {
		text[i] = ' '
	}
}

// checkedIBAN says how much of a text is an IBAN by its check digits (ISO 13616): the
// last groups may be something else; 0: nothing of it.
func checkedIBAN(text string) int {
	for ; len(text) > 4; text = text[:max(0, strings.LastIndexByte(text, ' '))] {
		bare := strings.ToUpper(strings.ReplaceAll(text, " ", ""))
		if len(bare) >= 15 && len(bare) <= 34 && strings.Contains(ibanCountries, " "+bare[:2]+" ") && remainder97(bare[4:]+bare[:4]) == 1 {
			return len(text)
		}
	}
	return 0
}

// remainder97 is the check of ISO/IEC 7064, a letter counting from A = 10.
func remainder97(text string) (rest int) {
	for _, c := range []byte(text) {
		if isDigit(rune(c)) {
			rest = (rest*10 + int(c-'0')) % 97
		} else {
			rest = (rest*100 + int(c-'A') + 10) % 97
		}
	}
	return rest
}

// inOrder sorts what is covered by its place.
func (r *reader) inOrder() {
	slices.SortFunc(r.covered, func(a, b span) int { return cmp.Compare(a.from, b.from) })
}
