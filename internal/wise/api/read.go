package api

import (
	"encoding/json"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"

	"transferdesk/internal/money"
	"transferdesk/internal/when"
)

// mostText is how many characters of a text are kept, where nothing else is said.
const mostText = 500

// fields is an object of an answer, read by the exact names of its fields. What
// nobody asks for is ignored; null is as good as missing. The first field that is
// not as Wise documents it is kept in fail, by its name and never with its value.
type fields struct {
	of   map[string]json.RawMessage
	at   string
	fail *error
}

// readObject reads an answer that is an object.
func readObject(body []byte) fields {
	f := fields{fail: new(error)}
	if !json.Valid(body) || json.Unmarshal(body, &f.of) != nil || f.of == nil {
		*f.fail = errors.New("the answer is not an object in JSON")
	}
	return f
}

// readList reads an answer that is a list of objects; the error is that of all.
func readList(body []byte) ([]fields, *error) {
	f := fields{of: map[string]json.RawMessage{"[]": body}, fail: new(error)}
	if !json.Valid(body) || body[0] == 'n' {
		*f.fail = errors.New("the answer is not a list in JSON")
		return nil, f.fail
	}
	return f.list("[]"), f.fail
}

// bad keeps the first thing that is wrong.
func (f fields) bad(name, want string) {
	if *f.fail == nil {
		*f.fail = fmt.Errorf("the answer's field %s is not %s", f.at+name, want)
	}
}

// raw is a field as it came; nil when it is missing or null.
func (f fields) raw(name string) json.RawMessage {
	if raw := f.of[name]; string(raw) != "null" {
		return raw
	}
	return nil
}

// object reads an object; an empty one when it is missing.
func (f fields) object(name string) fields {
	inner := fields{at: f.at + name + ".", fail: f.fail}
	if raw := f.raw(name); raw != nil && json.Unmarshal(raw, &inner.of) != nil {
		f.bad(name, "an object")
	}
	return inner
}

// list reads a list of objects.
func (f fields) list(name string) []fields {
	var raws []json.RawMessage
	if raw := f.raw(name); raw != nil && json.Unmarshal(raw, &raws) != nil {
		f.bad(name, "a list")
	}
	list := make([]fields, 0, len(raws))
	for i, raw := range raws {
		at := name + "[" + strconv.Itoa(i) + "]"
		inner := fields{at: f.at + at + ".", fail: f.fail}
		if json.Unmarshal(raw, &inner.of) != nil || inner.of == nil {
			f.bad(at, "an object")
		}
		list = append(list, inner)
	}
	return list
}

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
