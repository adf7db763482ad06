package proof

import (
	"bytes"

	"codeberg.org/go-pdf/fpdf"
	"golang.org/x/image/font/gofont/gobold"
	"golang.org/x/image/font/gofont/gomono"
	"golang.org/x/image/font/gofont/goregular"
)

// The sheet in millimetres: A4, with a column for the labels.
const (
	margin  = 22.0
	width   = 210 - 2*margin
	labels  = 52.0
	leading = 6.2 // of a line of facts
)

// The faces: of text, of what is said loudest, of ids.
const (
	face = "go"
	code = "gomono"
)

// ink is a colour.
type ink struct{ r, g, b int }

// The colours, as on the pages in daylight.
var (
	black  = ink{27, 33, 39}
	grey   = ink{84, 94, 105}
	line   = ink{200, 203, 200}
	accent = ink{31, 79, 191}
	tint   = ink{240, 243, 250}
)

// sheet is a PDF being written.
type sheet struct {
	*fpdf.Fpdf
	glyphs *glyphs
}

// newSheet sets fonts, margins, the foot of each page and what the file says of
// itself, which is no more than its title and when it was made.
func newSheet(p Paper) (*sheet, error) {
	letters, err := newGlyphs()
	if err != nil {
		return nil, err
	}
	s := &sheet{Fpdf: fpdf.New("P", "mm", "A4", ""), glyphs: letters}
	s.SetCatalogSort(true)
	s.SetCreationDate(p.Made.UTC())
	s.SetModificationDate(p.Made.UTC())
	s.SetTitle(Title+" "+p.Transfer, true)
	s.SetCreator("Transferdesk", true)
	s.SetLang("en")
	// The fonts are copied, since all papers share them and the writer cuts them down.
	s.AddUTF8FontFromBytes(face, "", bytes.Clone(goregular.TTF))
	s.AddUTF8FontFromBytes(face, "B", bytes.Clone(gobold.TTF))
	s.AddUTF8FontFromBytes(code, "", bytes.Clone(gomono.TTF))
	s.SetMargins(margin, margin, margin)
	s.SetCellMargin(0)
	s.SetAutoPageBreak(true, 28)
	s.SetFooterFunc(func() { s.foot(p) })
	return s, s.Error()
}

// face sets the letters of a value.
func (s *sheet) face(r Row) {
	switch {
	case !r.Known:
		s.write(face, "", 10.5, grey)
	case r.Strong:
		s.write(code, "", 13, black)
	case r.Code:
		s.write(code, "", 10.5, black)
	default:
		s.write(face, "B", 10.5, black)
	}
}

// cut keeps a text on its line.
func cut(text string, most int) string {
	if letters := []rune(text); len(letters) > most {
		return string(letters[:most]) + "…"
	}
	return text
}

// rule draws a thin line, after so many millimetres.
func (s *sheet) rule(after float64) {
	s.Ln(after)
	s.SetDrawColor(line.r, line.g, line.b)
	s.SetLineWidth(0.2)
	s.Line(margin, s.GetY(), margin+width, s.GetY())
}

// write sets font, size in points and colour.
func (s *sheet) write(family, style string, size float64, colour ink) {
	s.SetFont(family, style, size)
	s.SetTextColor(colour.r, colour.g, colour.b)
}
