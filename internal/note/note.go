// Package note reads what somebody wrote into a note: plain text with a few marks.
//
//	**bold**  *italic*  `as it stands`  - a list  1. a list  > a quote
//
// Everything else is text: HTML, pictures, headings and tables are not read. A line's
// end is a line's end, and an empty line begins a paragraph. Nothing of a text is ever
// lost: a mark that marks nothing is text too.
//
// An address on the web is shown in full and leads nowhere. Notes hold what was pasted
// from a customer's e-mail, a forged address among it, and whoever reads them is signed
// in to the desk: such an address should take the trouble of being copied.
package note

import (
	"strings"
	"unicode/utf8"
)

// The bounds of a note. What is beyond MaxDepth is read as text.
const (
	MaxRunes = 10_000
	MaxDepth = 3 // of quotes and lists in each other, and of marks in each other
)

// BlockKind says what a block is.
type BlockKind string

// The kinds of block.
const (
	Paragraph BlockKind = "paragraph" // holds Spans
	Quote     BlockKind = "quote"     // holds Blocks
	Bullets   BlockKind = "bullets"   // holds Items
	Numbers   BlockKind = "numbers"   // holds Items with their numbers
)

// Block is one part of a note from a line's begin to a line's end.
type Block struct {
	Kind   BlockKind
	Spans  []Span
	Blocks []Block
	Items  []Item
}

// Item is one entry of a list.
type Item struct {
	Number string // as it was written: "1"; empty in Bullets
	Blocks []Block
}

// SpanKind says what a stretch of text is.
type SpanKind string

// The kinds of span.
const (
	Text    SpanKind = "text"    // holds Text
	Bold    SpanKind = "bold"    // holds Spans
	Italic  SpanKind = "italic"  // holds Spans
	Code    SpanKind = "code"    // holds Text, in which no mark is read
	Address SpanKind = "address" // holds Text: an https address, in which no mark is read
	Break   SpanKind = "break"   // the end of a line
)

// Span is a stretch of text in a paragraph.
type Span struct {
	Kind  SpanKind
	Text  string
	Spans []Span
}

// Tidy makes a text fit to be kept: lines end as they do here, what is no text is
// replaced, and blank lines around it go.
func Tidy(text string) string {
	text = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\x00", "\ufffd").Replace(strings.ToValidUTF8(text, "\ufffd"))
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		lines[i] = strings.TrimRight(line, " \t")
	}
	return strings.Trim(strings.Join(lines, "\n"), "\n")
}

// IsTooLong says whether a text is longer than a note may be.
func IsTooLong(text string) bool { return utf8.RuneCountInString(text) > MaxRunes }

// Parse reads a note. It takes any text, and time in proportion to its length.
func Parse(text string) []Block { return blocks(strings.Split(text, "\n"), 0) }
