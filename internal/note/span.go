package note

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// The marks within a line.
const (
	boldMark   = "**"
	italicMark = "*"
	codeMark   = "`"
	secure     = "https://"
)

// reader reads one line. Where a mark found no end, none further on does either, so that
// each mark is looked for to the end of the line once.
type reader struct {
	line  string
	depth int
	at    int // what is read next
	from  int // where the text that is not yet a span begins
	open  map[string]bool
	spans []Span
}

// spans reads a line that lies so deep in marks.
func spans(line string, depth int) []Span {
	r := &reader{line: line, depth: depth, open: map[string]bool{}}
	for r.at < len(line) {
		if !r.code() && !r.address() && !r.marked(boldMark, Bold) && !r.marked(italicMark, Italic) {
			_, size := utf8.DecodeRuneInString(line[r.at:])
			r.at += size
		}
	}
	r.flush(len(line))
	return r.spans
}

// flush makes a span of the text before to.
func (r *reader) flush(to int) {
	if to > r.from {
		r.spans = append(r.spans, Span{Kind: Text, Text: r.line[r.from:to]})
	}
}

// add takes a span that ends at to.
func (r *reader) add(s Span, to int) bool {
	r.flush(r.at)
	r.spans = append(r.spans, s)
	r.at, r.from = to, to
	return true
}

// code reads what stands between two of its marks.
func (r *reader) code() bool {
	if r.line[r.at] != codeMark[0] || r.open[codeMark] {
		return false
	}
	text, _, found := strings.Cut(r.line[r.at+1:], codeMark)
	if !found {
		r.open[codeMark] = true
		return false
	}
	if text == "" {
		return false
	}
	return r.add(Span{Kind: Code, Text: text}, r.at+len(text)+2)
}

// address reads an address up to a space or what usually stands around one.
func (r *reader) address() bool {
	if !strings.HasPrefix(r.line[r.at:], secure) || isWordy(r.before()) {
		return false
	}
	text := r.line[r.at:]
	if end := strings.IndexFunc(text, endsAddress); end >= 0 {
		text = text[:end]
	}
	text = strings.TrimRight(text, ".,;:!?)*")
	if len(text) <= len(secure) {
		return false
	}
	return r.add(Span{Kind: Address, Text: text}, r.at+len(text))
}

func endsAddress(c rune) bool { return unicode.IsSpace(c) || strings.ContainsRune("<>\"`", c) }

// marked reads what stands between two marks. They stand at the edges of words, so that
// 5*3*2 stays what it is.
func (r *reader) marked(mark string, kind SpanKind) bool {
	if r.depth >= MaxDepth || r.open[mark] || !strings.HasPrefix(r.line[r.at:], mark) || isWordy(r.before()) {
		return false
	}
	start := r.at + len(mark)
	next, _ := utf8.DecodeRuneInString(r.line[start:])
	if start == len(r.line) || unicode.IsSpace(next) || next == '*' {
		return false
	}
	end := closing(r.line, start, mark)
	if end < 0 {
		r.open[mark] = true
		return false
	}
	return r.add(Span{Kind: kind, Spans: spans(r.line[start:end], r.depth+1)}, end+len(mark))
}

// closing finds the mark that ends what begins at start; -1: none does.
func closing(line string, start int, mark string) int {
	for at := start; at < len(line); {
		stars := len(line[at:]) - len(strings.TrimLeft(line[at:], "*"))
		if stars == len(mark) && closes(line, at, stars) {
			return at
		}
		at += max(1, stars)
	}
	return -1
}

// closes says whether stars may end something: after a word, and not within one.
func closes(line string, at, stars int) bool {
	before, _ := utf8.DecodeLastRuneInString(line[:at])
	after, _ := utf8.DecodeRuneInString(line[at+stars:])
	return at > 0 && !unicode.IsSpace(before) && (at+stars == len(line) || !isWordy(after))
}

// before is the character before what is read next; a space at the beginning.
func (r *reader) before() rune {
	if r.at == 0 {
		return ' '
	}
	c, _ := utf8.DecodeLastRuneInString(r.line[:r.at])
	return c
}

func isWordy(c rune) bool { return unicode.IsLetter(c) || unicode.IsDigit(c) }
