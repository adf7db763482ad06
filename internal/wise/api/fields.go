package api

import (
	"encoding/json"
	"errors"
	"fmt"
	"strconv"
)

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
