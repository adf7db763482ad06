package note

import "strings"

// Bounds of a list's marks.
const (
	indent    = "  " // of what belongs to the entry above it
	maxDigits = 3    // of an entry's number; a longer one, as of a year, is text
)

// blocks reads lines that lie so deep in quotes and lists.
func blocks(lines []string, depth int) []Block {
	var all []Block
	for len(lines) > 0 {
		block, rest := nextBlock(lines, depth)
		if block.Kind != "" {
			all = append(all, block)
		}
		lines = rest
	}
	return all
}

// nextBlock reads one block; an empty line is none.
func nextBlock(lines []string, depth int) (Block, []string) {
	switch {
	case isBlank(lines[0]):
		return Block{}, lines[1:]
	case depth < MaxDepth && isQuoted(lines[0]):
		return quote(lines, depth)
	case depth < MaxDepth && isEntry(lines[0]):
		return list(lines, depth)
	}
	return paragraph(lines, depth)
}

// paragraph takes lines up to an empty one or another block.
func paragraph(lines []string, depth int) (Block, []string) {
	n := 1
	for n < len(lines) && !isBlank(lines[n]) && (depth >= MaxDepth || !isQuoted(lines[n]) && !isEntry(lines[n])) {
		n++
	}
	var all []Span
	for i, line := range lines[:n] {
		if i > 0 {
			all = append(all, Span{Kind: Break})
		}
		all = append(all, spans(line, 0)...)
	}
	return Block{Kind: Paragraph, Spans: all}, lines[n:]
}

// quote takes all lines that are quoted.
func quote(lines []string, depth int) (Block, []string) {
	var inner []string
	for len(inner) < len(lines) && isQuoted(lines[len(inner)]) {
		inner = append(inner, strings.TrimPrefix(lines[len(inner)][1:], " "))
	}
	return Block{Kind: Quote, Blocks: blocks(inner, depth+1)}, lines[len(inner):]
}

// list takes entries of one kind, each with the lines below that are indented.
func list(lines []string, depth int) (Block, []string) {
	number, _, _ := entry(lines[0])
	block := Block{Kind: Bullets}
	if number != "" {
		block.Kind = Numbers
	}
	for len(lines) > 0 {
		number, text, ok := entry(lines[0])
		if !ok || (number != "") != (block.Kind == Numbers) {
			break
		}
		inner := []string{text}
		for lines = lines[1:]; len(lines) > 0 && strings.HasPrefix(lines[0], indent) && !isBlank(lines[0]); lines = lines[1:] {
			inner = append(inner, lines[0][len(indent):])
		}
		block.Items = append(block.Items, Item{Number: number, Blocks: blocks(inner, depth+1)})
	}
	return block, lines
}

// entry cuts the mark of a list's entry off; number is empty of a bullet.
func entry(line string) (number, text string, ok bool) {
	if text, ok := strings.CutPrefix(line, "- "); ok {
		return "", text, !isBlank(text)
	}
	number, text, ok = strings.Cut(line, ". ")
	return number, text, ok && isNumber(number) && !isBlank(text)
}

// isNumber says whether a text is the number of an entry, which is written but one way.
func isNumber(s string) bool {
	return s != "" && len(s) <= maxDigits && s[0] != '0' && strings.Trim(s, "0123456789") == ""
}

func isEntry(line string) bool {
	_, _, ok := entry(line)
	return ok
}

func isQuoted(line string) bool { return strings.HasPrefix(line, ">") }

func isBlank(line string) bool { return strings.TrimSpace(line) == "" }
