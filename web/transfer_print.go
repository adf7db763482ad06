package web

import (
	"strconv"

	"github.com/labstack/echo/v4"

	"transferdesk/internal/audit"
	"transferdesk/internal/auth"
	"transferdesk/internal/fault"
	"transferdesk/templates"
	"transferdesk/web/front"
)

// transferPrint is GET /transfers/{id}/print: the transfer as a document. It is recorded
// as what it is, since a paper goes where no page does: for the customer it has nothing
// but the customer's text, and its times are the company's.
func (s *Server) transferPrint(c echo.Context, who auth.Actor) error {
	id, err := front.PathID(c, "transfer")
	if err != nil {
		return err
	}
	forCustomer, err := printsForCustomer(c.QueryParam("for"))
	if err != nil {
		return err
	}
	if err := s.recordPrint(c, who, id, forCustomer); err != nil {
		return err
	}
	face := s.Face(who)
	if forCustomer {
		face = s.CompanyFace()
	}
	view, health, err := s.readTransferPage(c, id, face)
	if isMissing(err) {
		return s.showUnnamed(c, who, id)
	}
	if err != nil {
		return err
	}
	return s.OK(c, templates.TransferPrint(s.printPage(s.Frame(c, who, templates.NavNone, health), who, view, face, forCustomer)))
}

// printsForCustomer reads whom it is for: the desk, unless it is said.
func printsForCustomer(text string) (bool, error) {
	switch text {
	case "", "desk":
		return false, nil
	case "customer":
		return true, nil
	}
	return false, fault.New(fault.Invalid, "A print is for the desk or for the customer: for=desk, for=customer.")
}

// recordPrint writes who is about to print what for whom; without that record nothing
// is shown.
func (s *Server) recordPrint(c echo.Context, who auth.Actor, id int64, forCustomer bool) error {
	whose := "the desk"
	if forCustomer {
		whose = "the customer"
	}
	return audit.View(c.Request().Context(), s.Cfg.DB, s.Cfg.Wall, who, audit.Entry{
		Act: auth.PrintTransfer, SubjectKind: "transfer", SubjectID: strconv.FormatInt(id, 10), RequestID: front.RequestID(c), Detail: "print for " + whose,
	})
}

// printPage is the transfer's page as a document. What a person with the compliance
// flag could open from the page is not on it: it stands on no paper.
func (s *Server) printPage(frame templates.Frame, who auth.Actor, view transferView, face front.Face, forCustomer bool) templates.PrintPage {
	page := templates.PrintPage{TransferPage: s.transferPage(frame, who, view, face), ForCustomer: forCustomer, Zone: front.ZoneText(face)}
	page.Shown = face.At(face.Now)
	page.Title = "Print · Transfer " + page.ID
	if s.Cfg.Environment != production {
		page.Trial = s.Cfg.Environment
	}
	return page
}
