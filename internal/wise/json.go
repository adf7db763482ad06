package wise

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"strings"
	"unicode"
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
// pass: duplicate keys, keys that differ in case only, deep nesting, a second
// document, numbers that no decimal holds. repaired says that some text was not
// valid Unicode and was made visible.
func readStrict(body []byte) (root node, repaired bool, err error) {
	if hasBOM(body) {
		return node{}, false, refusal(whyBOM)
	}
	body, repaired = repair(body)
	p := parser{json.NewDecoder(bytes.NewReader(body))}
	p.UseNumber()
	root, err = p.value(1)
	if err != nil {
		return node{}, repaired, asRefusal(err)
	}
	if _, err := p.Token(); !errors.Is(err, io.EOF) {
		return node{}, repaired, refusal(whyTrailing)
	}
	if root.kind != object {
		return node{}, repaired, refusal(whyTopLevel)
	}
	return root, repaired, nil
}

// hasBOM recognises the byte order marks of UTF-8 and UTF-16.
func hasBOM(body []byte) bool {
	return bytes.HasPrefix(body, []byte("\xef\xbb\xbf")) ||
		bytes.HasPrefix(body, []byte("\xfe\xff")) || bytes.HasPrefix(body, []byte("\xff\xfe"))
}

// asRefusal keeps a refusal of our own and calls every other error "not JSON".
func asRefusal(err error) error {
	var why refusal
	if errors.As(err, &why) {
		return why
	}
	return refusal(whyNotJSON)
}

// parser builds nodes from the tokens of encoding/json.
type parser struct{ *json.Decoder }

// value reads the next value; depth is that of a container standing here.
func (p parser) value(depth int) (node, error) {
	token, err := p.Token()
	if err != nil {
		return node{}, err
	}
	switch token := token.(type) {
	case json.Delim:
		if depth > maxDepth {
			return node{}, refusal(whyTooDeep)
		}
		if token == '{' {
			return p.object(depth)
		}
		return p.list(depth)
	case string:
		return node{kind: text, text: token}, nil
	case json.Number:
		return numberNode(token.String())
	case bool:
		return node{kind: boolean, text: map[bool]string{true: "true", false: "false"}[token]}, nil
	default:
		return node{kind: null}, nil
	}
}

// object reads the fields up to the closing brace.
func (p parser) object(depth int) (node, error) {
	n := node{kind: object}
	var names nameSet
	for p.More() {
		token, err := p.Token()
		if err != nil {
			return node{}, err
		}
		name, ok := token.(string)
		if !ok {
			return node{}, refusal(whyNotJSON)
		}
		if why := names.add(name); why != "" {
			return node{}, refusal(why)
		}
		value, err := p.value(depth + 1)
		if err != nil {
			return node{}, err
		}
		n.fields = append(n.fields, field{name, value})
	}
	_, err := p.Token()
	return n, err
}

// list reads the items up to the closing bracket.
func (p parser) list(depth int) (node, error) {
	n := node{kind: list}
	for p.More() {
		item, err := p.value(depth + 1)
		if err != nil {
			return node{}, err
		}
		n.items = append(n.items, item)
	}
	_, err := p.Token()
	return n, err
}

// nameSet holds the names of one object, to find those that stand twice.
type nameSet struct{ byFold map[string]string }

// add takes a name in and says why it may not stand beside those before it.
func (s *nameSet) add(name string) (why string) {
	if s.byFold == nil {
		s.byFold = make(map[string]string, 8)
	}
	folded := fold(name)
	before, twice := s.byFold[folded]
	switch {
	case twice && before == name:
		return whyDuplicateKey
	case twice:
		return whyCaseKey
	}
	s.byFold[folded] = name
	return ""
}

// fold gives names that encoding/json would take for the same one spelling:
// Unicode simple case folding, so that the Kelvin sign is a k.
func fold(name string) string {
	return strings.Map(func(r rune) rune {
		if r < unicode.MaxASCII {
			if 'A' <= r && r <= 'Z' {
				return r + 'a' - 'A'
			}
			if r != 'k' && r != 's' {
				return r
			}
		}
		least := r
		for next := unicode.SimpleFold(r); next != r; next = unicode.SimpleFold(next) {
			least = min(least, next)
		}
		return unicode.ToLower(least)
	}, name)
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
