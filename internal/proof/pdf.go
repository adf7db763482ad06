package proof

import (
	"bytes"
	"fmt"
	"strings"
)

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
