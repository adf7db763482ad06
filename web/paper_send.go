package web

import (
	"net/http"
	"strings"

	"github.com/labstack/echo/v4"

	"transferdesk/internal/fault"
	"transferdesk/templates"
	"transferdesk/web/front"
)

// sendPDF sends a file to be saved; opened in the browser all the same, it may run
// nothing. A nil body sends the headers alone.
func sendPDF(c echo.Context, name string, body []byte) error {
	h := c.Response().Header()
	h.Set("Content-Security-Policy", "sandbox; default-src 'none'")
	h.Set(echo.HeaderContentDisposition, `attachment; filename="`+name+`"`)
	h.Set(echo.HeaderContentType, mimePDF)
	if body == nil {
		return c.NoContent(http.StatusOK)
	}
	return c.Blob(http.StatusOK, mimePDF, body)
}

const mimePDF = "application/pdf"

// noPaper refuses a paper (a "receipt", a "proof of payout") that cannot be had as
// things stand.
func noPaper(v paperView, paper, why string) error {
	what, do, _ := strings.Cut(why, ". ")
	if do == "" {
		do = "Go back to the transfer: its page says what is known."
	}
	p := front.Problem{
		Status: http.StatusConflict, Code: "no_paper", Message: why, Title: "No " + paper + " now",
		What: "No " + paper + " now. " + strings.TrimSuffix(what, ".") + ".", Lost: front.NothingChanged, Do: do,
	}
	return &front.OwnProblem{Problem: p, Back: v.back(), Cause: fault.New(fault.Conflict, why)}
}

// back leads to the transfer.
func (v paperView) back() templates.Link {
	return templates.Link{Href: "/transfers/" + front.IDText(v.facts.Transfer), Text: "Back to the transfer"}
}
