package wise

import (
	"bytes"
	"encoding/json"
	"strings"
)

// masked stands where something is hidden.
const masked = "•••"

// Mask gives a body indented for reading, with everything hidden that could be
// personal: only ids, states, codes, times, amounts and currencies are shown,
// and none of them inside a party's own details; a code that is for compliance
// alone is named as that. It works on the characters, not
// on a parsed document, so that a body that is not valid JSON is masked too; of
// such a one only what follows a known name is shown. What would become longer
// than 128 kB is cut, and says so.
func Mask(body []byte) []byte {
	m := masker{rest: body, valid: json.Valid(body)}
	for len(m.rest) > 0 && m.out.Len() < mostMasked {
		m.step()
	}
	if len(m.rest) > 0 {
		m.out.WriteString("\n… the rest of this large body is left out")
	}
	return m.out.Bytes()
}

// masker walks over a body once.
type masker struct {
	rest  []byte
	valid bool
	out   bytes.Buffer
	keys  []string // the name under which each open container stands
	key   string   // the name before the value that comes next
	empty bool     // the innermost container has nothing in it yet
	party int      // how many of the open containers hold a party's own details
}

// deepest is up to which depth lines are indented; without an end, a megabyte of
// brackets would become gigabytes of spaces.
const deepest = 16

// mostMasked is after how many bytes a masked body ends. Wise's have under 2 kB;
// a page of a megabyte of brackets, each on a line of its own, would hold up the
// server and the browser of whoever opens it.
const mostMasked = 128 << 10

// step takes the next token off the rest and writes what may be shown of it.
func (m *masker) step() {
	switch c := m.rest[0]; c {
	case ' ', '\t', '\r', '\n':
		m.rest = m.rest[1:]
	case '{', '[':
		m.open(c)
	case '}', ']':
		m.close(c)
	case ',':
		m.take(1)
		m.line()
		if m.inObject() {
			m.key = ""
		}
	case ':':
		m.rest = m.rest[1:]
		m.out.WriteString(": ")
	case '"':
		m.text()
	default:
		m.bare()
	}
}

// take copies n bytes to the output.
func (m *masker) take(n int) {
	m.out.Write(m.rest[:n])
	m.rest = m.rest[n:]
}

// line begins a new line at the depth of the open containers.
func (m *masker) line() {
	m.out.WriteByte('\n')
	m.out.WriteString(strings.Repeat("  ", min(len(m.keys), deepest)))
}

// inObject says whether the innermost container is an object: those are kept
// with a brace before their name.
func (m *masker) inObject() bool {
	return len(m.keys) > 0 && strings.HasPrefix(m.keys[len(m.keys)-1], "{")
}

// open begins a container.
func (m *masker) open(brace byte) {
	m.take(1)
	m.keys = append(m.keys, string(brace)+m.key)
	if isParty(m.key) {
		m.party++
	}
	if brace == '{' {
		m.key = ""
	}
	if after := bytes.TrimLeft(m.rest, " \t\r\n"); len(after) == 0 || after[0] != brace+2 {
		m.line()
		return
	}
	m.empty = true
}

// close ends a container; one that was never opened is just shown.
func (m *masker) close(brace byte) {
	if n := len(m.keys); n > 0 {
		m.key = m.keys[n-1][1:]
		m.keys = m.keys[:n-1]
		if isParty(m.key) {
			m.party--
		}
	}
	if !m.empty {
		m.line()
	}
	m.empty = false
	m.out.WriteByte(brace)
	m.rest = m.rest[1:]
}

// text takes a quoted text: a name when a colon follows, else a value.
func (m *masker) text() {
	end := textEnd(m.rest)
	quoted := m.rest[:end]
	m.rest = m.rest[end:]
	var value string
	closed := json.Unmarshal(quoted, &value) == nil
	if after := bytes.TrimLeft(m.rest, " \t\r\n"); len(after) > 0 && after[0] == ':' {
		m.name(value, quoted)
		return
	}
	switch {
	case !closed || !m.mayShow() || !showable(m.key, value):
		m.out.WriteString(`"` + masked + `"`)
	case isLocked(value):
		m.out.WriteString(`"` + handled + `"`)
	default:
		m.out.Write(quoted)
	}
}

// textEnd finds the end of the quoted text that b begins with; the end of b when
// the quote is never closed.
func textEnd(b []byte) int {
	for i := 1; i < len(b); i++ {
		switch b[i] {
		case '\\':
			i++
		case '"':
			return i + 1
		}
	}
	return len(b)
}

// name writes a field's name, unless the name itself could be personal or locked.
func (m *masker) name(value string, quoted []byte) {
	m.key = value
	if !isWord(value) || isLocked(value) || (!m.valid && !isKnownName(value)) {
		m.out.WriteString(`"` + masked + `"`)
		return
	}
	m.out.Write(quoted)
}

// bare takes a number, a literal, or whatever else stands outside quotes.
func (m *masker) bare() {
	end := bytes.IndexAny(m.rest, " \t\r\n{}[],:\"")
	if end < 0 {
		end = len(m.rest)
	}
	word := string(m.rest[:end])
	m.rest = m.rest[end:]
	switch {
	case word == "true" || word == "false" || word == "null":
		m.out.WriteString(word)
	case json.Valid([]byte(word)) && m.mayShow() && showsNumber(m.key):
		m.out.WriteString(word)
	default:
		m.out.WriteString(`"` + masked + `"`)
	}
}

// mayShow says that no open container holds a party's own details.
func (m *masker) mayShow() bool { return m.party == 0 }
