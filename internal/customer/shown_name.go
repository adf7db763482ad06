package customer

import (
	"fmt"
	"strings"
	"unicode"
)

// maxMarks is how many marks may stand on one letter: more would run over the
// lines above and below.
const maxMarks = 4

// ShownName makes a name or reference from outside fit for print: what cannot be
// seen or turns the direction of writing is written out, and marks do not pile up.
// The two joiners stay, which Persian and Hindi names need.
func ShownName(text string) string {
	var out strings.Builder
	marks := 0
	for _, r := range text {
		if !unicode.IsMark(r) {
			marks = 0
		} else if marks++; marks > maxMarks {
			continue
		}
		if unicode.IsPrint(r) || r == '\u200c' || r == '\u200d' {
			out.WriteRune(r)
			continue
		}
		_, _ = fmt.Fprintf(&out, `\u%04x`, r)
	}
	return out.String()
}
