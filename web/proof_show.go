package web

import (
	"context"
	"net/http"

	"github.com/labstack/echo/v4"

	"transferdesk/internal/answer"
	"transferdesk/internal/auth"
	"transferdesk/internal/enrich"
	"transferdesk/internal/wise/api"
	"transferdesk/templates"
	"transferdesk/web/front"
)

// proofShow is GET /transfers/{id}/proof: our own proof of payout, made of what
// Wise's API told; what is missing or old is asked for in the background.
func (s *Server) proofShow(c echo.Context, who auth.Actor) error {
	id, err := front.PathID(c, "transfer")
	if err != nil {
		return err
	}
	if err := s.RecordView(c, who, auth.ViewProof, "transfer", id); err != nil {
		return err
	}
	view, err := s.readPaper(c.Request().Context(), id)
	if err != nil {
		return err
	}
	if c.Request().Method != http.MethodHead {
		s.wantAll(enrich.QuestionsOf(view.facts, view.identity.Identity), view.told, view.facts, view.identity)
	}
	return s.OK(c, templates.ProofShow(s.proofPage(s.Frame(c, who, templates.NavNone, nil), view, who)))
}

// proofTold is GET /transfers/{id}/proof/wise: what asking Wise changes on the page,
// for the page to refresh itself. It asks nothing anew.
func (s *Server) proofTold(c echo.Context, who auth.Actor) error {
	id, err := front.PathID(c, "transfer")
	if err != nil {
		return err
	}
	if err := s.RefreshView(c, who, auth.ViewProof, "transfer", id); err != nil {
		return err
	}
	view, err := s.readPaper(c.Request().Context(), id)
	if err != nil {
		return err
	}
	return s.OK(c, templates.ProofTold(s.proofPage(s.Frame(c, who, templates.NavNone, nil), view, who)))
}

// proofFile is GET /transfers/{id}/proof.pdf: the same as a file.
func (s *Server) proofFile(c echo.Context, who auth.Actor) error {
	id, err := front.PathID(c, "transfer")
	if err != nil {
		return err
	}
	if err := s.RecordView(c, who, auth.ViewProof, "transfer", id); err != nil {
		return err
	}
	view, err := s.readPaper(c.Request().Context(), id)
	if err != nil {
		return err
	}
	if why := s.noProof(view); why != "" {
		return noPaper(view, "proof of payout", why)
	}
	name := "proof-of-payout-" + front.IDText(id) + ".pdf"
	if c.Request().Method == http.MethodHead {
		return sendPDF(c, name, nil)
	}
	body, err := s.proof(view, who).PDF()
	if err != nil {
		return err
	}
	return sendPDF(c, name, body)
}

// proofAsk asks Wise again how the transfer was paid out, while whoever clicked
// waits. What became of it stands on the page.
func (s *Server) proofAsk(c echo.Context, who auth.Actor) error {
	id, err := front.PathID(c, "transfer")
	if err != nil {
		return err
	}
	ctx := c.Request().Context()
	view, err := s.readPaper(ctx, id)
	if err != nil {
		return err
	}
	if why := answer.ProofOf(view.facts).Why; why != "" {
		return noPaper(view, "proof of payout", why)
	}
	asking, cancel := context.WithTimeout(ctx, s.patience)
	defer cancel()
	err = s.Cfg.AtWise.AskPayout(asking, who, front.RequestID(c), payoutQuestion(view))
	if err != nil && api.TroubleOf(err) == nil {
		return err
	}
	return c.Redirect(http.StatusSeeOther, "/transfers/"+front.IDText(id)+"/proof")
}

// noProof says why there is no proof; empty: there is one.
func (s *Server) noProof(v paperView) string {
	if why := answer.ProofOf(v.facts).Why; why != "" || v.answered() {
		return why
	}
	if _, why := s.speaks(v); why != "" {
		return why
	}
	if t := v.told.payout.Trouble; t != nil && t.Kind == string(api.NotFound) {
		return "Wise has not told yet how it was paid out: it may know some hours after the payout, and is right only after up to 3 days. Ask again later."
	}
	return "Wise has not told yet how it was paid out."
}
