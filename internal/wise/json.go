package wise

import (
	"bytes"
	"encoding/json"
	"strings"
)

// The limits of a body that is read; anything beyond them means trouble, not news.
const (
	maxDepth    = 64 // objects and lists inside each other
	maxDigits   = 40 // of a number, as money.Parse
	maxExponent = 30 // of a number, either way, as money.Parse
)

// refusal is why a body cannot be read: a code of WhyText.
type refusal string

func (r refusal) Error() string { return string(r) }

// readStrict reads a body as one JSON object and refuses what encoding/json lets
// pass: duplicate keys, keys that differ in case only, deep nesting, numbers that
// no decimal holds. repaired says that some text was not valid Unicode and was
// made visible.
func readStrict(body []byte) (root node, repaired bool, err error) {
	if hasBOM(body) {
		return node{}, false, refusal(whyBOM)
	}
	body, repaired = repair(body)
	if !json.Valid(body) {
		return node{}, repaired, notJSON(body)
	}
	w := walker{rest: body}
	root, err = w.value(1)
	if err == nil && root.kind != object {
		err = refusal(whyTopLevel)
	}
	return root, repaired, err
}

// hasBOM recognises the byte order marks of UTF-8 and UTF-16.
func hasBOM(body []byte) bool {
	return bytes.HasPrefix(body, []byte("\xef\xbb\xbf")) ||
		bytes.HasPrefix(body, []byte("\xfe\xff")) || bytes.HasPrefix(body, []byte("\xff\xfe"))
}

// notJSON says what is wrong with a body that is not one JSON document.
func notJSON(body []byte) error {
	var first json.RawMessage
	if json.NewDecoder(bytes.NewReader(body)).Decode(&first) == nil {
		return refusal(whyTrailing)
	}
	return refusal(whyNotJSON)
}

// walker builds nodes from a document that json.Valid has passed, so that it need
// not check the syntax again. (The tokens of encoding/json do the same at five
// times the cost, which a rebuild of the read models would feel.)
type walker struct{ rest []byte }

// value takes the next value; depth is that of a container standing here.
func (w *walker) value(depth int) (node, error) {
	switch c := w.peek(); c {
	case '{', '[':
		if depth > maxDepth {
			return node{}, refusal(whyTooDeep)
		}
		w.rest = w.rest[1:]
		if c == '{' {
			return w.object(depth)
		}
		return w.list(depth)
	case '"':
		return node{kind: text, text: w.text()}, nil
	case 't', 'f':
		return node{kind: boolean, text: w.word()}, nil
	case 'n':
		w.word()
		return node{kind: null}, nil
	default:
		return numberNode(w.word())
	}
}

// peek gives the next byte that is not white space.
func (w *walker) peek() byte {
	w.rest = bytes.TrimLeft(w.rest, " \t\r\n")
	return w.rest[0]
}

// more says whether a container goes on, and takes the comma or its end.
func (w *walker) more(end byte) bool {
	switch w.peek() {
	case end:
		w.rest = w.rest[1:]
		return false
	case ',':
		w.rest = w.rest[1:]
	}
	return true
}

// object takes the fields up to the closing brace.
func (w *walker) object(depth int) (node, error) {
	var all []field
	var names nameSet
	for w.more('}') {
		w.peek()
		name := w.text()
		if why := names.add(all, name); why != "" {
			return node{}, refusal(why)
		}
		w.peek()
		w.rest = w.rest[1:] // the colon
		value, err := w.value(depth + 1)
		if err != nil {
			return node{}, err
		}
		if all == nil {
			all = make([]field, 0, 4)
		}
		all = append(all, field{name, value})
	}
	if all == nil {
		return node{kind: object}, nil
	}
	return node{kind: object, inner: &inner{fields: all}}, nil
}

// list takes the items up to the closing bracket.
func (w *walker) list(depth int) (node, error) {
	var all []node
	for w.more(']') {
		item, err := w.value(depth + 1)
		if err != nil {
			return node{}, err
		}
		all = append(all, item)
	}
	if all == nil {
		return node{kind: list}, nil
	}
	return node{kind: list, inner: &inner{items: all}}, nil
}

// text takes a quoted text. Undoing its escapes cannot fail in a valid document.
func (w *walker) text() string {
	end := textEnd(w.rest)
	quoted := w.rest[:end]
	w.rest = w.rest[end:]
	if bytes.IndexByte(quoted, '\\') < 0 {
		return string(quoted[1 : end-1])
	}
	var value string
	_ = json.Unmarshal(quoted, &value)
	return value
}

// word takes a number or a literal.
func (w *walker) word() string {
	end := bytes.IndexAny(w.rest, " \t\r\n,]}")
	if end < 0 {
		end = len(w.rest)
	}
	word := string(w.rest[:end])
	w.rest = w.rest[end:]
	return word
}

// numberNode keeps a number's digits, unless no decimal could sanely hold them.
func numberNode(literal string) (node, error) {
	mantissa, exponent, _ := strings.Cut(strings.ToLower(literal), "e")
	digits := len(mantissa) - strings.Count(mantissa, "-") - strings.Count(mantissa, ".")
	exponent = strings.TrimLeft(strings.TrimLeft(exponent, "+-"), "0")
	if digits > maxDigits || len(exponent) > 2 || (len(exponent) == 2 && exponent > "30") {
		return node{}, refusal(whyNumber)
	}
	return node{kind: number, text: literal}, nil
}
