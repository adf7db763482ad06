package wise

import (
	"strconv"
	"strings"
	"time"

	"transferdesk/internal/evidence"
	"transferdesk/internal/money"
	"transferdesk/internal/when"
)

// step goes one step of a path: a name, or a name with places in lists, as
// "requirements[0][1]".
func (n node) step(name string) node {
	name, places, indexed := strings.Cut(name, "[")
	n = n.field(name)
	if !indexed {
		return n
	}
	for place := range strings.SplitSeq(strings.TrimSuffix(places, "]"), "][") {
		i, err := strconv.Atoi(place)
		if err != nil || i < 0 || i >= len(n.items()) {
			return node{}
		}
		n = n.items()[i]
	}
	return n
}

// each reads every item of a list that may be missing or null; read is given the
// item's path.
func (f *fields) each(path string, read func(item string)) {
	n := f.at(path)
	switch {
	case n.missing():
		return
	case n.kind != list:
		f.refuse(whyFieldType, path)
		return
	case len(n.items()) > longestList:
		f.refuse(whyListLength, path)
		return
	}
	for i := range n.items() {
		read(path + "[" + strconv.Itoa(i) + "]")
	}
}

// idText reads an id that Wise sends as a text, in some bodies as an integer; it
// must be there, and stays as it is spelt.
func (f *fields) idText(path string) string {
	if f.at(path).kind == number {
		return strconv.FormatInt(f.id(path), 10)
	}
	return f.name(path)
}

// numberIfAny reads a number that may be missing, then "", with its digits as sent.
func (f *fields) numberIfAny(path string) string {
	n := f.at(path)
	if !n.missing() && n.kind != number {
		f.refuse(whyFieldType, path)
		return ""
	}
	return n.text
}

// truth reads a boolean that may be missing, then false.
func (f *fields) truth(path string) bool {
	n := f.at(path)
	if !n.missing() && n.kind != boolean {
		f.refuse(whyFieldType, path)
		return false
	}
	return n.text == "true"
}

// timeIfAny reads a time beside the event's own; one that is missing is zero, one
// that cannot be read is zero and flagged.
func (f *fields) timeIfAny(path string) time.Time {
	n := f.at(path)
	if n.missing() {
		return time.Time{}
	}
	t, ok := when.Read(n.text)
	if n.kind != text || !ok || t.Before(earliest) {
		f.flag(evidence.FlagOddTime)
		return time.Time{}
	}
	return t
}

// code reads a code that must be there. One of those known that is written in
// other letters is given as Wise documents it, and flagged; any other stays as sent.
func (f *fields) code(path string, known ...string) string {
	sent := f.text(path)
	for _, k := range known {
		if sent != k && strings.EqualFold(sent, k) {
			f.flag(evidence.FlagOddCase)
			return k
		}
	}
	return sent
}

// codeIfAny is the same for a code that may be missing, null or blank, then "".
func (f *fields) codeIfAny(path string, known ...string) string {
	if strings.TrimSpace(f.textIfAny(path)) == "" {
		return ""
	}
	return f.code(path, known...)
}

// currencyIfAny reads a currency that may be missing, then ""; one that is not of
// ISO 4217 is kept as sent and flagged.
func (f *fields) currencyIfAny(path string) string {
	currency := withheld(f.textIfAny(path))
	if currency != "" && !money.KnownCurrency(currency) {
		f.flag(evidence.FlagUnknownCurrency)
	}
	return currency
}

// shared joins the business fields that all versions of a type carry.
func shared(parts ...string) string { return strings.Join(parts, "\x1f") }

// plainAmount is an amount as text without the zeros at its end, so that copies
// which write it differently are one.
func plainAmount(a money.Amount) string {
	if !a.Known() {
		return ""
	}
	return a.Value.String() + " " + a.Currency
}

// plainTime is a time as text, cut to the second; "" for none.
func plainTime(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.UTC().Format(time.RFC3339)
}
