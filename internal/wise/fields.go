package wise

import (
	"encoding/json"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"transferdesk/internal/evidence"
	"transferdesk/internal/money"
)

// fields reads the data of one body by path. The first field that is not as it
// must be is remembered in why; what is read after it does not count.
type fields struct {
	data    node
	version string
	test    bool   // every integer id is 0: fields may be missing, ids may be 0
	why     string // a code of WhyText; "" while all is well
	flags   []string
	handles []Handle
}

// at finds a field of data, as "resource.id" or "fee.wise[0].value".
func (f *fields) at(path string) node {
	n := f.data
	for name := range strings.SplitSeq(path, ".") {
		n = n.step(name)
	}
	return n
}

// refuse remembers the first trouble.
func (f *fields) refuse(code, path string) {
	if f.why == "" {
		f.why = code + ":data." + path
	}
}

// flag notes something odd that does not change the meaning.
func (f *fields) flag(name string) {
	if !slices.Contains(f.flags, name) {
		f.flags = append(f.flags, name)
	}
}

// handle notes by what else the event may be searched for; a blank one is none.
func (f *fields) handle(kind HandleKind, text string) {
	if text = strings.TrimSpace(text); text != "" {
		f.handles = append(f.handles, Handle{kind, cut(text, longest)})
	}
}

// need finds a field that must be there; ok is false when it is not. In a test
// notification it may be missing.
func (f *fields) need(path string) (n node, ok bool) {
	n = f.at(path)
	if n.missing() {
		if !f.test {
			f.refuse(whyFieldMissing, path)
		}
		return node{}, false
	}
	return n, true
}

// id reads an id that must be there: a JSON integer from 1 to the largest int64.
func (f *fields) id(path string) int64 {
	n, ok := f.need(path)
	if !ok {
		return 0
	}
	if n.kind != number {
		f.refuse(whyFieldType, path)
		return 0
	}
	id, err := strconv.ParseInt(n.text, 10, 64)
	if err != nil || id < 0 || (id == 0 && !f.test) {
		f.refuse(whyNotAnID, path)
		return 0
	}
	return id
}

// idIfAny reads an id that may be missing, then 0.
func (f *fields) idIfAny(path string) int64 {
	if f.at(path).missing() {
		return 0
	}
	return f.id(path)
}

// text reads a text that must be there and not be blank.
func (f *fields) text(path string) string {
	n, ok := f.need(path)
	switch {
	case !ok:
		return ""
	case n.kind != text:
		f.refuse(whyFieldType, path)
	case strings.TrimSpace(n.text) == "":
		f.refuse(whyFieldMissing, path)
	}
	return n.text
}

// textIfAny reads a text that may be missing or null, then "".
func (f *fields) textIfAny(path string) string {
	n := f.at(path)
	if !n.missing() && n.kind != text {
		f.refuse(whyFieldType, path)
		return ""
	}
	return n.text
}

// longestList is how many texts a list may hold; Wise sends a handful. A signed
// megabyte of them would keep the projector from everybody else's events.
const longestList = 200

// texts reads a list of texts that must be there; it may be empty.
func (f *fields) texts(path string) []string {
	n, ok := f.need(path)
	if !ok {
		return nil
	}
	if n.kind != list {
		f.refuse(whyFieldType, path)
		return nil
	}
	if len(n.items()) > longestList {
		f.refuse(whyListLength, path)
		return nil
	}
	all := make([]string, 0, len(n.items()))
	for _, item := range n.items() {
		if item.kind != text {
			f.refuse(whyFieldType, path)
			return nil
		}
		all = append(all, item.text)
	}
	return all
}

// amount reads an amount that must be there, with the digits as sent; a currency
// that is not of ISO 4217 is kept as sent and flagged.
func (f *fields) amount(path, currencyPath string) money.Amount {
	currency := withheld(f.text(currencyPath))
	n, ok := f.need(path)
	if !ok || currency == "" {
		return money.Amount{}
	}
	if n.kind != number {
		f.refuse(whyFieldType, path)
		return money.Amount{}
	}
	amount, err := money.Parse(json.Number(n.text), currency)
	if err != nil {
		f.refuse(whyNumber, path)
		return money.Amount{}
	}
	if !money.KnownCurrency(currency) {
		f.flag(evidence.FlagUnknownCurrency)
	}
	return amount
}

// amountIfAny reads an amount that may be missing, then the zero Amount.
func (f *fields) amountIfAny(path, currencyPath string) money.Amount {
	if f.at(path).missing() {
		return money.Amount{}
	}
	return f.amount(path, currencyPath)
}

// cut shortens a text from outside to at most n bytes, between characters.
func cut(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for n > 0 && !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:n] + "…"
}
