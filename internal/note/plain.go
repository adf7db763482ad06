package note

import "strings"

// Plain gives the text of a note without its marks, in the order in which it was
// written; lists and quotes keep theirs, which are read as they are.
func Plain(all []Block) string {
	var lines []string
	for _, b := range all {
		lines = append(lines, plainBlock(b)...)
	}
	return strings.Join(lines, "\n")
}

func plainBlock(b Block) []string {
	switch b.Kind {
	case Quote:
		return led("> ", "> ", b.Blocks)
	case Bullets, Numbers:
		var lines []string
		for _, item := range b.Items {
			lines = append(lines, led(item.lead(), indent, item.Blocks)...)
		}
		return lines
	}
	return strings.Split(plainSpans(b.Spans), "\n")
}

// lead is how an entry begins.
func (i Item) lead() string {
	if i.Number == "" {
		return "- "
	}
	return i.Number + ". "
}

// led puts first before the first line of blocks and then before the others.
func led(first, then string, inner []Block) []string {
	lines := strings.Split(Plain(inner), "\n")
	for i := range lines {
		lines[i] = then + lines[i]
		if i == 0 {
			lines[i] = first + lines[i][len(then):]
		}
	}
	return lines
}

func plainSpans(all []Span) string {
	var out strings.Builder
	for _, s := range all {
		switch s.Kind {
		case Bold, Italic:
			out.WriteString(plainSpans(s.Spans))
		case Break:
			out.WriteString("\n")
		default:
			out.WriteString(s.Text)
		}
	}
	return out.String()
}
