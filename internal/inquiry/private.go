package inquiry

import (
	"regexp"
	"slices"
	"strings"
)

// Countries that have IBANs (ISO 13616, the registry of SWIFT).
const ibanCountries = " AD AE AL AT AZ BA BE BG BH BI BR BY CH CR CY CZ DE DJ DK DO EE EG ES FI FK FO FR GB GE GI GL GR GT HN HR HU IE IL IQ IS IT JO KW KZ LB LC LI LT LU LV LY MC MD ME MK MN MR MT MU NI NL NO OM PK PL PS PT QA RO RS RU SA SC SD SE SI SK SM SO ST SV TL TN TR UA VA VG XK YE "

var (
	ibanStart = regexp.MustCompile(`^[A-Z]{2}[0-9]{2}[A-Z0-9]*$`)
	ibanWhole = regexp.MustCompile(`^[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}$`)
)

// iban reads what looks like one, in one piece or in groups of four. It is covered,
// and neither looked up nor echoed.
func (r *reader) iban(i int) int {
	text := r.tokens[i].text
	if len(text) < 4 || !isDigit(rune(text[2])) || !strings.Contains(ibanCountries, " "+strings.ToUpper(text[:2])+" ") {
		return 0
	}
	text = strings.ToUpper(strings.ReplaceAll(strings.ReplaceAll(text, "-", ""), ".", ""))
	if !ibanStart.MatchString(text) {
		return 0
	}
	n, joined := 1, text
	if len(text) == 4 {
		run := r.follow(i, func(text string) bool { return len(text) <= 4 })
		n, joined = ibanGroups(run)
	}
	if !ibanWhole.MatchString(strings.ToUpper(joined)) || len(onlyDigits(joined)) < 10 {
		return 0
	}
	r.cover(i, n, "[IBAN]")
	r.skipped[IBANs]++
	return n
}

// ibanGroups joins groups of four, and a last one that is shorter.
func ibanGroups(run []token) (n int, joined string) {
	for _, t := range run {
		if len(joined)+len(t.text) > 34 || t.text != strings.ToUpper(t.text) && n > 0 && isWordy(t.text) {
			break
		}
		n, joined = n+1, joined+t.text
		if len(t.text) < 4 {
			break
		}
	}
	return n, joined
}

// isWordy says that a text has no digit.
func isWordy(text string) bool { return !strings.ContainsFunc(text, isDigit) }

// card reads what looks like a card number: 13 to 19 digits with the check digit of
// ISO/IEC 7812, or sixteen in groups of four.
func (r *reader) card(i int) int {
	run := r.follow(i, func(text string) bool { return isNumber(strings.ReplaceAll(text, "-", "")) })
	if len(run) == 0 {
		return 0
	}
	for _, n := range []int{1, 4, 5, 3} {
		if n > len(run) {
			continue
		}
		if isCard(run[:n]) {
			r.cover(i, n, "[card number]")
			r.skipped[Cards]++
			return n
		}
	}
	return 0
}

func isCard(run []token) bool {
	var groups []string
	for _, t := range run {
		groups = append(groups, strings.Split(t.text, "-")...)
	}
	digits := strings.Join(groups, "")
	if len(digits) < 13 || len(digits) > 19 || digits[0] < '2' || digits[0] > '6' {
		return false
	}
	if len(groups) == 1 {
		return checkDigit(digits)
	}
	fours := !slices.ContainsFunc(groups[:len(groups)-1], func(g string) bool { return len(g) != 4 })
	return fours && (len(digits) == 16 || checkDigit(digits)) || len(groups) == 3 && len(groups[1]) == 6 && checkDigit(digits)
}

// checkDigit is the algorithm of Luhn.
func checkDigit(digits string) bool {
	sum := 0
	for i := range len(digits) {
		d := int(digits[len(digits)-1-i] - '0')
		if i%2 == 1 {
			d = 2*d/10 + 2*d%10
		}
		sum += d
	}
	return sum%10 == 0
}

// cover keeps n tokens from i on from being echoed.
func (r *reader) cover(i, n int, instead string) {
	last := r.tokens[i+n-1]
	r.covered = append(r.covered, span{r.tokens[i].at, last.at + len(last.text), instead})
}

// hides says whether something between two places is not to be echoed.
func (r *reader) hides(from, to int) bool {
	return slices.ContainsFunc(r.covered, func(s span) bool { return s.from < to && s.to > from })
}

// shown is the text as it may be printed again: as it was typed, or, with something to
// cover, as it was read.
func (r *reader) shown(typed string) string {
	if len(r.covered) == 0 {
		return typed
	}
	r.inOrder()
	var b strings.Builder
	at := 0
	for _, s := range r.covered {
		b.WriteString(r.text[at:s.from])
		b.WriteString(s.instead)
		at = s.to
	}
	b.WriteString(r.text[at:])
	return b.String()
}
