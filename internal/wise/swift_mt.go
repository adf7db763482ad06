package wise

import (
	"encoding/json"
	"strings"

	"transferdesk/internal/money"
)

// mt is an MT103, the SWIFT message of a payment (ISO 15022), as far as it can be
// read: the fields of its text block, each as often as it came, and the UETR of
// its user header. A message that is none gives an empty one.
type mt struct {
	uetr   string
	fields map[string][]string // by tag, as "32A"; lines of a value are apart by \n
}

// UETROf gives the UETR in the user header (field 121) of an MT103; "" where the
// message has none.
func UETROf(message string) string { return parseMT(message).uetr }

// parseMT reads a message. It cannot fail: what is not clear is left out.
func parseMT(message string) mt {
	m := mt{fields: map[string][]string{}}
	if _, after, ok := strings.Cut(message, "{121:"); ok {
		if uetr, _, ok := strings.Cut(after, "}"); ok && len(uetr) <= 40 {
			m.uetr = strings.TrimSpace(uetr)
		}
	}
	tag, count := "", 0
	for line := range strings.Lines(message) {
		line = strings.TrimRight(line, "\r\n")
		switch next, value, ok := cutTag(line); {
		case ok && count == longestList:
			return m
		case ok:
			tag, count = next, count+1
			m.fields[tag] = append(m.fields[tag], value)
		case strings.HasPrefix(line, "-"):
			tag = ""
		case tag != "":
			of := m.fields[tag]
			of[len(of)-1] += "\n" + line
		}
	}
	return m
}

// cutTag takes the tag off a line that begins a field: ":32A:211112EUR3,54".
func cutTag(line string) (tag, value string, ok bool) {
	rest, ok := strings.CutPrefix(line, ":")
	if !ok {
		return "", "", false
	}
	tag, value, ok = strings.Cut(rest, ":")
	if !ok || len(tag) < 2 || len(tag) > 3 || !isDigits(tag[:2]) || len(tag) == 3 && (tag[2] < 'A' || tag[2] > 'Z') {
		return "", "", false
	}
	return tag, value, true
}

func isDigits(s string) bool {
	return s != "" && !strings.ContainsFunc(s, func(r rune) bool { return r < '0' || r > '9' })
}

// first gives the first value of the first of the tags that is there; "" for none.
func (m mt) first(tags ...string) string {
	for _, tag := range tags {
		if values := m.fields[tag]; len(values) > 0 {
			return values[0]
		}
	}
	return ""
}

// settled is what the banks settled, :32A: (date, currency, amount).
func (m mt) settled() money.Amount {
	value := m.first("32A")
	if len(value) < 6 || !isDigits(value[:6]) {
		return money.Amount{}
	}
	return mtAmount(value[6:])
}

// mtAmount reads "EUR3,54": a currency and an amount with a comma; the zero Amount
// for anything else.
func mtAmount(value string) money.Amount {
	value = strings.TrimSpace(value)
	if len(value) < 4 || strings.ContainsFunc(value[:3], func(r rune) bool { return r < 'A' || r > 'Z' }) {
		return money.Amount{}
	}
	number, ok := mtNumber(value[3:])
	if !ok {
		return money.Amount{}
	}
	amount, err := money.Parse(json.Number(number), value[:3])
	if err != nil {
		return money.Amount{}
	}
	return amount
}

// mtNumber writes "3,54" and "3," as JSON does.
func mtNumber(value string) (string, bool) {
	whole, fraction, comma := strings.Cut(value, ",")
	if !comma || !isDigits(whole) || fraction != "" && !isDigits(fraction) {
		return "", false
	}
	if whole = strings.TrimLeft(whole, "0"); whole == "" {
		whole = "0"
	}
	if fraction == "" {
		return whole, true
	}
	return whole + "." + fraction, true
}
