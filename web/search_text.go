package web

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxSearchName is the longest text that is looked up as a name, in characters;
// maxSearchHandle the longest that is looked up as a reference, in bytes.
const (
	maxSearchName   = 100
	maxSearchHandle = 200
)

// emailForm is an e-mail address anywhere in a text.
var emailForm = regexp.MustCompile(`[^\s<>"'(),;:/\\]+@[^\s<>"'(),;:/\\]+`)

// addTexts takes down what else the text can be: references, e-mails, a name.
func (q *inquiry) addTexts() {
	whole := strings.TrimSpace(strings.TrimLeft(q.text, "#"))
	if !strings.ContainsAny(whole, "\r\n") {
		q.addHandle(whole)
	}
	for _, email := range emailForm.FindAllString(q.text, maxIDs) {
		if email = strings.TrimRight(email, "."); !slices.Contains(q.emails, email) {
			q.emails = append(q.emails, email)
		}
	}
	for _, token := range strings.FieldsFunc(q.text, func(r rune) bool { return !inToken(r) }) {
		if token = strings.Trim(token, ".,-_"); strings.ContainsFunc(token, unicode.IsDigit) {
			q.addHandle(token)
		}
	}
	if len(q.ids)+len(q.deliveries)+len(q.emails) == 0 && canBeName(whole) {
		q.name = whole
	}
}

// canBeName: one line, not too long, and at least two letters.
func canBeName(text string) bool {
	letters := 0
	for _, r := range text {
		if unicode.IsLetter(r) {
			letters++
		}
	}
	return letters >= 2 && utf8.RuneCountInString(text) <= maxSearchName && !strings.ContainsAny(text, "\r\n/")
}

func (q *inquiry) addHandle(text string) {
	if text != "" && len(text) <= maxSearchHandle && len(q.handles) < maxIDs && !slices.Contains(q.handles, text) {
		q.handles = append(q.handles, text)
	}
}

// interpreted says what the text was understood as, one line for each reading.
func (q inquiry) interpreted() []string {
	var lines []string
	for _, id := range q.ids {
		lines = append(lines, idText(id)+": transfer, profile, user, recipient, case or dispute id")
	}
	for _, d := range q.deliveries {
		lines = append(lines, d+": UETR, card, dispute or another id of Wise’s, or the delivery id of a webhook")
	}
	for _, e := range q.emails {
		lines = append(lines, e+": e-mail")
	}
	if q.name != "" {
		lines = append(lines, q.name+": name, or the beginning of one")
	}
	for _, h := range q.handles {
		if _, id := parseID(h); !id && !strings.ContainsAny(h, " @") && strings.ContainsFunc(h, unicode.IsDigit) && !slices.Contains(q.deliveries, strings.ToLower(h)) {
			lines = append(lines, h+": own reference, or Wise’s")
		}
	}
	return lines
}

// searched says what was tried.
func (q inquiry) searched() []string {
	var lines []string
	if len(q.ids) > 0 {
		lines = append(lines, "transfers, profiles and users that an event from Wise or our directory has named")
	}
	if len(q.deliveries) > 0 {
		lines = append(lines, "deliveries by their id")
	}
	if len(q.handles) > 0 {
		lines = append(lines, "own references, and recipients, cases, disputes, UETRs and references of Wise’s")
	}
	if len(q.emails) > 0 {
		lines = append(lines, "e-mail addresses of the directory")
	}
	if q.name != "" {
		lines = append(lines, "names of the directory, by the beginnings of their words")
	}
	if len(lines) == 0 {
		return []string{"nothing: there is no id and no name in what was typed"}
	}
	return lines
}

// formats are what can be searched for today.
func formats() []string {
	return []string{
		"a customer’s name, or the beginnings of its words: erika muster",
		"an e-mail address, or the customer’s own reference",
		"a transfer id, like 49983981 or #49983981",
		"a profile id: the customer’s page",
		"a user id: the state of the user’s account",
		"a recipient account id: the transfers to it",
		"a case id, a dispute id, a UETR, a card’s token, a reference like BNK-1234567",
		"a delivery id of a webhook (X-Delivery-Id)",
		"a text with several of them, such as a whole e-mail: each is listed with its answer",
	}
}
