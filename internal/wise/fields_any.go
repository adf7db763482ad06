package wise

import (
	"slices"
	"strconv"
	"strings"

	"transferdesk/internal/money"
)

// first gives the path of those that is there, else the first of them: versions
// write the same field in different ways.
func (f *fields) first(paths ...string) string {
	for _, path := range paths {
		if !f.at(path).missing() {
			return path
		}
	}
	return paths[0]
}

// name reads a text id that must be there.
func (f *fields) name(path string) string {
	id := f.text(path)
	if len(id) > longest {
		f.refuse(whyIDLength, path)
		return ""
	}
	return id
}

// nameIfAny reads a text id that may be missing, null or blank, then "".
func (f *fields) nameIfAny(path string) string {
	if strings.TrimSpace(f.textIfAny(path)) == "" {
		return ""
	}
	return f.name(path)
}

// idOrDigits reads an id that must be there and is an integer, in Wise's own
// example a text of its digits.
func (f *fields) idOrDigits(path string) int64 {
	n := f.at(path)
	if n.kind != text {
		return f.id(path)
	}
	id := idOf(n.text)
	if id == 0 && (!f.test || n.text != "0") {
		f.refuse(whyNotAnID, path)
	}
	return id
}

// idOf gives the id that a text spells in digits alone, 0 when it spells none.
func idOf(digits string) int64 {
	id, err := strconv.ParseInt(digits, 10, 64)
	if err != nil || id <= 0 || strconv.FormatInt(id, 10) != digits {
		return 0
	}
	return id
}

// countIfAny reads a whole number that may be missing, then 0.
func (f *fields) countIfAny(path string) int64 {
	sent := f.numberIfAny(path)
	if sent == "" {
		return 0
	}
	count, err := strconv.ParseInt(sent, 10, 64)
	if err != nil || count < 0 {
		f.refuse(whyNotACount, path)
		return 0
	}
	return count
}

// truthIfAny reads a boolean of which it matters whether it was said; nil when not.
func (f *fields) truthIfAny(path string) *bool {
	if f.at(path).missing() {
		return nil
	}
	said := f.truth(path)
	return &said
}

// textsIfAny reads a list of texts that may be missing or null.
func (f *fields) textsIfAny(path string) []string {
	if f.at(path).missing() {
		return nil
	}
	return f.texts(path)
}

// moneyIfAny reads an object of value and currency that may be missing or null,
// then the zero Amount.
func (f *fields) moneyIfAny(path string) money.Amount {
	switch n := f.at(path); {
	case n.missing():
		return money.Amount{}
	case n.kind != object:
		f.refuse(whyFieldType, path)
		return money.Amount{}
	}
	return f.amount(path+".value", path+".currency")
}

// plainSet is a list of words as text, whatever their order.
func plainSet(words []string) string {
	return strings.Join(slices.Sorted(slices.Values(words)), ",")
}

// plainTruth is a boolean as text; "" when it was not said.
func plainTruth(b *bool) string {
	if b == nil {
		return ""
	}
	return strconv.FormatBool(*b)
}
