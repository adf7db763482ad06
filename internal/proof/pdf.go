package proof

import (
	"bytes"
	"fmt"
	"strings"

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

// PDF prints the paper: A4, with the fonts inside.
func (p Paper) PDF() ([]byte, error) {
	s, err := newSheet(p)
	if err != nil {
		return nil, fmt.Errorf("printing the proof of payout: %w", err)
	}
	s.AddPage()
	s.head(p)
	for _, row := range p.Rows() {
		s.row(row)
	}
	s.remarks(p)
	var out bytes.Buffer
	if err := s.Output(&out); err != nil {
		return nil, fmt.Errorf("printing the proof of payout: %w", err)
	}
	return out.Bytes(), nil
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

// head says what it is, and the two things that are looked for first.
func (s *sheet) head(p Paper) {
	s.write(face, "B", 9, accent)
	s.CellFormat(width/2, 5, strings.TrimSpace("Transferdesk  "+s.glyphs.text(p.Trial)), "", 0, "L", false, 0, "")
	s.write(face, "", 9, grey)
	s.CellFormat(width/2, 5, s.glyphs.text("Transfer "+p.Transfer), "", 1, "R", false, 0, "")
	s.rule(2)
	s.Ln(7)
	s.write(face, "B", 22, black)
	s.MultiCell(width, 10, Title, "", "L", false)
	s.Ln(1)
	s.write(face, "", 11, grey)
	s.MultiCell(width, leading, s.glyphs.text(p.summary()), "", "L", false)
	s.Ln(6)
}

// summary is the paper in one sentence.
func (p Paper) summary() string {
	amount := "The money of this transfer"
	if p.Amount != "" {
		amount = p.Amount
	}
	if p.PaidOut != "" {
		return amount + " left Wise on " + p.PaidOut + "."
	}
	return amount + " has left Wise; on which day is not known here."
}

// row prints one fact: the label beside the value, over as many lines as it needs.
func (s *sheet) row(r Row) {
	value := s.glyphs.text(r.Value)
	s.face(r)
	lines := s.SplitText(value, width-labels)
	height := float64(len(lines))*leading + 4
	if _, page := s.GetPageSize(); s.GetY()+height > page-28 {
		s.AddPage()
	}
	top := s.GetY()
	if r.Strong {
		s.SetFillColor(tint.r, tint.g, tint.b)
		s.Rect(margin-2, top, width+4, height, "F")
	}
	s.SetXY(margin, top+2)
	s.write(face, "", 10, grey)
	s.CellFormat(labels, leading, r.Label, "", 0, "L", false, 0, "")
	s.face(r)
	for i, text := range lines {
		s.SetXY(margin+labels, top+2+float64(i)*leading)
		s.CellFormat(width-labels, leading, text, "", 0, "L", false, 0, "")
	}
	s.SetXY(margin, top+height)
	s.rule(0)
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

// remarks print what the paper is and is not.
func (s *sheet) remarks(p Paper) {
	s.Ln(8)
	s.write(face, "B", 10, black)
	s.CellFormat(width, 6, "What this paper is", "", 1, "L", false, 0, "")
	s.Ln(1)
	s.write(face, "", 9.5, grey)
	all := p.Remarks()
	if s.glyphs.missed {
		all = append(all, "A "+string(Placeholder)+" stands for a character that the letters of this paper do not have.")
	}
	for _, text := range all {
		s.MultiCell(width, 5, s.glyphs.text(text), "", "L", false)
		s.Ln(1.8)
	}
}

// foot says on each page who made the paper and when.
func (s *sheet) foot(p Paper) {
	s.SetY(-20)
	s.rule(0)
	s.Ln(2)
	s.write(face, "", 8.5, grey)
	s.CellFormat(width-30, 5, s.glyphs.text(cut(p.Signed(), 100)), "", 0, "L", false, 0, "")
	s.CellFormat(30, 5, fmt.Sprintf("Page %d", s.PageNo()), "", 0, "R", false, 0, "")
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
