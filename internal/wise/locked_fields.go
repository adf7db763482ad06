package wise

import (
	"bytes"
	"encoding/json"
	"strings"
)

// LockedField is one field of a body that is for compliance alone.
type LockedField struct {
	Name  string // the names that lead to it, joined by points: "data.resource.type"; "" outside of any
	Value string // as it came, its escapes resolved; not made visible
}

// mostLocked is how many fields are told of one body.
const mostLocked = 100

// LockedFields gives what Mask hides of a body because it is for compliance alone,
// and whatever else of it names something locked, in the order in which it stands;
// nil when nothing does. Like Mask it works on the characters, so that a body that is
// no valid JSON hides nothing: of such a one that names something locked across its
// parts, the whole is one field.
func LockedFields(body []byte) []LockedField {
	f := finder{rest: body}
	for len(f.rest) > 0 && len(f.found) < mostLocked {
		f.step()
	}
	if f.found == nil && !json.Valid(body) && isLocked(string(body)) {
		return []LockedField{{Value: string(body)}}
	}
	return f.found
}

// finder walks over a body once.
type finder struct {
	rest  []byte
	names []string // the name under which each open container stands
	name  string   // the name before the value that comes next
	under int      // how many of the open containers stand under a name that is locked
	found []LockedField
}

// step takes the next token off the rest.
func (f *finder) step() {
	switch c := f.rest[0]; c {
	case '{', '[':
		f.open()
	case '}', ']':
		f.close()
	case '"':
		f.text()
	case ' ', '\t', '\r', '\n', ',', ':':
		f.rest = f.rest[1:]
	default:
		f.bare()
	}
}

// open begins a container; the items of a list have no name of their own.
func (f *finder) open() {
	f.rest = f.rest[1:]
	if isLocked(f.name) {
		f.under++
	}
	f.names, f.name = append(f.names, f.name), ""
}

// close ends a container; one that was never opened is passed over.
func (f *finder) close() {
	f.rest, f.name = f.rest[1:], ""
	n := len(f.names)
	if n == 0 {
		return
	}
	if isLocked(f.names[n-1]) {
		f.under--
	}
	f.names = f.names[:n-1]
}

// text takes a quoted text: a name when a colon follows, else a value. What cannot
// be read as a text is taken by its letters.
func (f *finder) text() {
	end := textEnd(f.rest)
	quoted := f.rest[:end]
	f.rest = f.rest[end:]
	var value string
	if json.Unmarshal(quoted, &value) != nil {
		value = strings.Trim(string(quoted), `"`)
	}
	if after := bytes.TrimLeft(f.rest, " \t\r\n"); len(after) > 0 && after[0] == ':' {
		f.name = value
		return
	}
	f.value(value)
}

// bare takes a number, a literal, or whatever else stands outside quotes.
func (f *finder) bare() {
	end := bytes.IndexAny(f.rest, " \t\r\n{}[],:\"")
	if end < 0 {
		end = len(f.rest)
	}
	word := string(f.rest[:end])
	f.rest = f.rest[end:]
	f.value(word)
}

// value notes a value that is locked by itself or by a name that leads to it.
func (f *finder) value(value string) {
	if f.under > 0 || isLocked(value) || isLocked(f.name) {
		f.found = append(f.found, LockedField{Name: f.path(), Value: value})
	}
}

// path is the names that lead to the value that comes next.
func (f *finder) path() string {
	var parts []string
	for _, name := range append(f.names, f.name) {
		if name != "" {
			parts = append(parts, name)
		}
	}
	return strings.Join(parts, ".")
}
