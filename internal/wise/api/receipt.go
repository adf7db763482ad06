package api

import (
	"bytes"
	"context"
	"errors"
	"net/http"
)

// ReceiptForm is which receipt is asked for.
type ReceiptForm string

// The receipts. Wise asks for the combined one for US retail customers.
const (
	Receipt           ReceiptForm = "receipt.pdf"
	USCombinedReceipt ReceiptForm = "us-combined-receipt.pdf"
)

// Document is a PDF of Wise's, whole and checked: it begins and ends as a PDF does.
type Document struct {
	Body    []byte // at most 10 MB
	TraceID string
}

// Receipt asks for a receipt.
func (c *Client) Receipt(ctx context.Context, user, id int64, form ReceiptForm) (Document, error) {
	q := call{name: string(form) + " of transfer " + digits(id), method: http.MethodGet, path: []string{"v1", "transfers", digits(id), string(form)}, user: user}
	q.accept, q.most = "application/pdf", mostPDF
	a, err := c.ask(ctx, q)
	if err != nil {
		return Document{}, err
	}
	if !isPDF(a.body) {
		return Document{}, c.unreadable(a, errors.New("the answer is not a whole PDF"))
	}
	c.tally.ended(nil)
	return Document{Body: a.body, TraceID: a.trace}, nil
}

// isPDF says that a document begins as a PDF does, and has the mark of its end
// within the last kilobyte: one that was cut off has not.
func isPDF(body []byte) bool {
	tail := body[max(0, len(body)-1024):]
	return bytes.HasPrefix(body, []byte("%PDF-")) && bytes.Contains(tail, []byte("%%EOF"))
}
