package web

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
)

// maxQuery is the longest text that is searched in, in bytes; maxIDs how many
// ids of one pasted text are looked up.
const (
	maxQuery = 20_000
	maxIDs   = 50
)

// inquiry is what a search text was understood as.
type inquiry struct {
	text       string   // as typed, trimmed and cut
	ids        []int64  // every whole number that can be an id, in the order of the text, each once
	deliveries []string // every UUID: Wise's X-Delivery-Id
	exact      bool     // the text is one id and nothing else (apart from #, spaces or an address around it)
	handles    []string // every text that can be Wise's or our own name of something: UETR, BNK-…, own reference, case, dispute
	emails     []string // every e-mail address
	name       string   // the whole text, where it can be a person's name; else empty
}

// uuidForm is a UUID anywhere in a text.
var uuidForm = regexp.MustCompile(`(?i)\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b`)

// groupedForm is one number written in groups of three: 49 983 981.
var groupedForm = regexp.MustCompile(`^#?\s*[0-9]{1,3}(?:[\s.,'\x{a0}\x{202f}][0-9]{3})+$`)

// understand pulls the ids out of what was typed or pasted: one id, many, an
// address of Wise or of ours, or a whole e-mail.
func understand(text string) inquiry {
	text = strings.TrimSpace(strings.ToValidUTF8(text[:min(len(text), maxQuery)], ""))
	q := inquiry{text: text}
	if groupedForm.MatchString(text) {
		q.addID(onlyDigits(text))
		q.exact = len(q.ids) == 1
		q.addHandle(onlyDigits(text))
		return q
	}
	rest := uuidForm.ReplaceAllStringFunc(text, func(uuid string) string {
		q.addDelivery(strings.ToLower(uuid))
		return " "
	})
	for _, found := range numbers(rest) {
		q.addID(found)
	}
	q.exact = isExact(text, q)
	q.addTexts()
	return q
}

// numbers finds every whole number of its own: not a part of a word, an amount
// or a date. A list without spaces (1234,5678) is taken apart.
func numbers(text string) []string {
	var found []string
	for _, token := range strings.FieldsFunc(text, func(r rune) bool { return !inToken(r) }) {
		token = strings.Trim(token, ".,-")
		parts := strings.Split(token, ",")
		for _, part := range parts {
			if isNumber(part) && (len(parts) == 1 || len(part) > 3) {
				found = append(found, part)
			}
		}
	}
	return found
}

// inToken says whether a character keeps a number from being one of its own.
func inToken(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || r == '.' || r == ',' || r == '-' || r == '_'
}

func isNumber(text string) bool { return text != "" && strings.Trim(text, "0123456789") == "" }

func (q *inquiry) addID(digits string) {
	id, ok := parseID(strings.TrimLeft(digits, "0"))
	if ok && len(q.ids) < maxIDs && !slices.Contains(q.ids, id) {
		q.ids = append(q.ids, id)
	}
}

func (q *inquiry) addDelivery(uuid string) {
	if len(q.deliveries) < maxIDs && !slices.Contains(q.deliveries, uuid) {
		q.deliveries = append(q.deliveries, uuid)
	}
}

// isExact: one id alone, or inside one address, goes straight to its page.
func isExact(text string, q inquiry) bool {
	if len(q.ids)+len(q.deliveries) != 1 {
		return false
	}
	return !strings.ContainsAny(text, " \t\r\n") || strings.Trim(text, "# \t0123456789") == ""
}

func onlyDigits(text string) string {
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, text)
}
