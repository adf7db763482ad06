package proof

import (
	"strings"
	"unicode"

	"golang.org/x/image/font/gofont/goregular"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/text/unicode/norm"
)

// Placeholder stands for what the font has no letter for, so that it is seen that
// something stands there.
const Placeholder = '□'

// mostText is how many characters of one text are printed.
const mostText = 400

// glyphs knows which letters the font has. The Go fonts cover Latin, Greek and
// Cyrillic, all three faces the same.
type glyphs struct {
	font   *sfnt.Font
	buffer sfnt.Buffer
	missed bool // something was printed as Placeholder
}

func newGlyphs() (*glyphs, error) {
	font, err := sfnt.Parse(goregular.TTF)
	if err != nil {
		return nil, err
	}
	return &glyphs{font: font}, nil
}

// text makes a text of strangers fit for one paragraph in the font: marks are put
// onto their letters, white space is a space, and whatever the font lacks, also
// what cannot be seen or turns the direction of writing, is a Placeholder.
func (g *glyphs) text(s string) string {
	var out strings.Builder
	n := 0
	for _, r := range norm.NFC.String(strings.ToValidUTF8(s, "\uFFFD")) {
		if n++; n > mostText {
			out.WriteRune('…')
			break
		}
		switch {
		case r == ' ' || r == '\n' || r == '\r' || r == '\t' || r == '\u00a0':
			out.WriteByte(' ')
		case g.has(r):
			out.WriteRune(r)
		default:
			g.missed = true
			out.WriteRune(Placeholder)
		}
	}
	return out.String()
}

// has says whether the font can print r. Beyond the basic plane it has nothing, and
// the writer of the PDF no numbers.
func (g *glyphs) has(r rune) bool {
	if r > 0xFFFF || !unicode.IsPrint(r) {
		return false
	}
	index, err := g.font.GlyphIndex(&g.buffer, r)
	return err == nil && index != 0
}
