package simserver

import (
	"bytes"
	"net/http"

	"codeberg.org/go-pdf/fpdf"

	"transferdesk/internal/transfer"
)

// showReceipt is GET /v1/transfers/{id}/receipt.pdf, for transfers that are sent.
// What Wise answers for others is not documented; here it is 404.
func (s *Server) showReceipt(c *call) reply {
	t := s.visible(c)
	if t == nil || !t.isAt(transfer.OutgoingPaymentSent) {
		return notFound(c)
	}
	return s.receipt(c, t, "Transfer confirmation")
}

// showCombinedReceipt is GET /v1/transfers/{id}/us-combined-receipt.pdf: for US
// profiles, once the money is announced and again when it is sent.
func (s *Server) showCombinedReceipt(c *call) reply {
	t := s.visible(c)
	if t == nil || s.owner(t).Country != "US" || !t.isAt(transfer.IncomingPaymentInitiated, transfer.OutgoingPaymentSent) {
		return notFound(c)
	}
	return s.receipt(c, t, "Combined disclosure and receipt")
}

// receipt answers with a PDF.
func (s *Server) receipt(c *call, t *Transfer, title string) reply {
	body, err := s.receiptPDF(t, title)
	if err != nil {
		return plain(c, http.StatusInternalServerError, "The receipt cannot be made")
	}
	return reply{status: http.StatusOK, kind: "application/pdf", body: body}
}

// receiptPDF writes the page. The PDF's own fonts know Latin letters only: the
// names in it are the simulation's.
func (s *Server) receiptPDF(t *Transfer, title string) ([]byte, error) {
	doc := fpdf.New("P", "mm", "A4", "")
	doc.SetTitle(title, false)
	doc.SetCreationDate(t.Created)
	doc.SetModificationDate(t.Created)
	latin := doc.UnicodeTranslatorFromDescriptor("")
	doc.AddPage()
	doc.SetFont("Helvetica", "B", 18)
	doc.Cell(0, 12, title)
	doc.Ln(14)
	doc.SetFont("Helvetica", "", 11)
	for _, line := range s.receiptLines(t) {
		doc.Cell(60, 8, line[0])
		doc.Cell(0, 8, latin(line[1]))
		doc.Ln(8)
	}
	var out bytes.Buffer
	err := doc.Output(&out)
	return out.Bytes(), err
}

// receiptLines are the facts on it.
func (s *Server) receiptLines(t *Transfer) [][2]string {
	to := s.recipient(t)
	sent := "Not sent yet"
	if !t.SentAt.IsZero() {
		sent = t.SentAt.UTC().Format("2 January 2006 15:04 UTC")
	}
	return [][2]string{
		{"Simulated", "This is no receipt of Wise"},
		{"Transfer", "#" + itoa(t.ID)},
		{"Sender", s.owner(t).Name},
		{"Recipient", to.Name},
		{"Account ending in", to.ending()},
		{"Amount paid in", string(t.SourceValue) + " " + t.SourceCurrency},
		{"Rate", string(t.Rate)},
		{"Amount paid out", string(t.TargetValue) + " " + t.TargetCurrency},
		{"Reference", t.Reference},
		{"Sent", sent},
	}
}
