package api

import (
	"encoding/json"
	"strconv"
	"strings"
	"time"

	"transferdesk/internal/money"
	"transferdesk/internal/when"
)

// mostText is how many characters of a text are kept, where nothing else is said.
const mostText = 500

// id reads an int64, also as a text of digits; 0 when it is missing.
func (f fields) id(name string) int64 {
	raw := f.raw(name)
	if raw == nil {
		return 0
	}
	id, err := strconv.ParseInt(strings.Trim(string(raw), `"`), 10, 64)
	if err != nil {
		f.bad(name, "an id")
	}
	return id
}

// idOrWord reads an id that Wise documents as a text: what is no number is 0.
func (f fields) idOrWord(name string) int64 {
	id, err := strconv.ParseInt(f.word(name), 10, 64)
	if err != nil {
		return 0
	}
	return id
}

// must says that a field has to be there.
func (f fields) must(name string) {
	if f.raw(name) == nil {
		f.bad(name, "there")
	}
}

// text reads a text of at most so many characters; "" when it is missing.
func (f fields) text(name string, most int) string {
	raw := f.raw(name)
	if raw == nil {
		return ""
	}
	var text string
	if json.Unmarshal(raw, &text) != nil {
		f.bad(name, "a text")
	}
	return cut(text, most)
}

// word reads a text, or a number where some servers write one.
func (f fields) word(name string) string {
	var number json.Number
	if raw := f.raw(name); raw != nil && json.Unmarshal(raw, &number) == nil {
		return cut(number.String(), mostText)
	}
	return f.text(name, mostText)
}

// number reads a decimal as sent; "" when it is missing.
func (f fields) number(name string) json.Number {
	raw := f.raw(name)
	if raw == nil {
		return ""
	}
	var number json.Number
	if json.Unmarshal(raw, &number) != nil {
		f.bad(name, "a number")
	}
	return number
}

// amount reads an amount whose currency stands in another field; the zero Amount
// when one of them is missing, or when it is a number that no amount can be.
func (f fields) amount(value, currency string) money.Amount {
	n, code := f.number(value), f.text(currency, 16)
	if n == "" || code == "" {
		return money.Amount{}
	}
	amount, err := money.Parse(n, code)
	if err != nil {
		return money.Amount{}
	}
	return amount
}

// flag reads a truth value; false when it is missing.
func (f fields) flag(name string) bool {
	var flag bool
	if raw := f.raw(name); raw != nil && json.Unmarshal(raw, &flag) != nil {
		f.bad(name, "true or false")
	}
	return flag
}

// time reads a time in any of Wise's forms, in UTC; zero when it is missing, or in
// a form that nobody can read.
func (f fields) time(name string) time.Time {
	at, _ := when.Read(f.text(name, 64))
	return at
}

// cut cuts a text to so many characters.
func cut(s string, most int) string {
	n := 0
	for i := range s {
		if n++; n > most {
			return s[:i]
		}
	}
	return s
}
