package api

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// What stands where something is hidden: the rest of a word, the rest of a number.
const (
	hidden      = "•••"
	wholeHidden = "••••"
)

// numbers are the fields of a recipient's details that hold an account's number,
// the best one first. What else stands in details, such as an e-mail, a phone
// number or an address, is not looked at.
var numbers = []string{"iban", "IBAN", "accountNumber", "clabe", "bban"}

// readRecipient reads a recipient account, masked.
func readRecipient(f fields) Recipient {
	f.must("id")
	details := f.object("details")
	r := Recipient{
		ID:       f.id("id"),
		Profile:  f.id("profileId"),
		Currency: f.text("currency", 16),
		Country:  f.text("country", 16),
		Type:     f.text("type", 100),
		Active:   f.flag("active"),
	}
	name := f.object("name").text("fullName", mostText)
	r.Name = initials(name)
	number := ""
	for _, field := range numbers {
		if number == "" {
			number = details.word(field)
		}
	}
	r.Number = lastFour(number, r.Type)
	r.Summary = summaryOf(f, details, name, number, r.Number)
	return r
}

// initials leaves the first letter of each word of a name, of four words at most.
func initials(name string) string {
	var out []string
	for word := range strings.FieldsSeq(name) {
		first, _ := utf8.DecodeRuneInString(word)
		if !unicode.IsLetter(first) {
			out = append(out, hidden)
			continue
		}
		out = append(out, string(first)+hidden)
	}
	return strings.Join(out[:min(len(out), 4)], " ")
}

// lastFour leaves the last four characters of an account's number. One of fewer
// than eight, with few digits, or that could be a phone number or an address, is
// hidden whole.
func lastFour(number, accountType string) string {
	if number == "" {
		return ""
	}
	plain := strings.NewReplacer(" ", "", "-", "", ".", "").Replace(number)
	digits := 0
	for _, r := range plain {
		switch {
		case r >= '0' && r <= '9':
			digits++
		case (r < 'a' || r > 'z') && (r < 'A' || r > 'Z'):
			return wholeHidden
		}
	}
	if len(plain) < 8 || digits < 6 || isHandle(accountType) {
		return wholeHidden
	}
	return wholeHidden + plain[len(plain)-4:]
}

// isHandle says of a type of account that its number may be a phone number or an
// e-mail address.
func isHandle(accountType string) bool {
	lower := strings.ToLower(accountType)
	for _, part := range []string{"email", "phone", "mobile", "interac", "wallet", "pix", "upi", "alipay", "wechat", "paynow", "promptpay", "payid", "alias", "proxy", "bizum", "swish"} {
		if strings.Contains(lower, part) {
			return true
		}
	}
	return false
}

// summaryOf is the first text about the bank or the scheme that tells no more than
// is shown anyway.
func summaryOf(f, details fields, name, number, shown string) string {
	candidates := []string{details.text("bankName", mostText), f.object("ultimateBeneficiary").text("bankName", mostText)}
	for _, field := range f.list("displayFields") {
		if strings.Contains(strings.ToLower(field.text("key", mostText)), "bank") {
			candidates = append(candidates, field.text("value", mostText))
		}
	}
	candidates = append(candidates, f.text("longAccountSummary", mostText), f.text("accountSummary", mostText))
	for _, text := range candidates {
		if text = visible(text, mostOfText); text != "" && tellsNothing(text, name, shown) {
			return text
		}
	}
	return ""
}

// tellsNothing says that a text holds no digits but the four that are shown, no
// address and no part of the name.
func tellsNothing(text, name, shown string) bool {
	if len(text) > 80 || strings.ContainsAny(text, "@+") {
		return false
	}
	rest := text
	if last := strings.TrimPrefix(shown, wholeHidden); last != "" {
		rest = strings.Replace(rest, last, "", 1)
	}
	if strings.ContainsFunc(rest, unicode.IsDigit) {
		return false
	}
	lower := strings.ToLower(text)
	for part := range strings.FieldsSeq(strings.ToLower(name)) {
		if len(part) > 2 && strings.Contains(lower, part) {
			return false
		}
	}
	return true
}
