package web

import (
	"cmp"
	"context"
	"net/http"
	"time"

	"github.com/labstack/echo/v4"

	"transferdesk/internal/answer"
	"transferdesk/internal/auth"
	"transferdesk/internal/wise/api"
	"transferdesk/store"
	"transferdesk/web/front"
)

// How long whoever clicks waits for Wise at most: altogether, and to learn where
// the customer lives, which decides which receipt it is.
const (
	patience       = 5 * time.Second
	holderPatience = 2 * time.Second
)

// receiptShow is GET /transfers/{id}/receipt.pdf: Wise's own receipt, asked of Wise
// now, whole and checked before the first byte goes out, and kept nowhere. HEAD
// does not ask Wise.
func (s *Server) receiptShow(c echo.Context, who auth.Actor) error {
	id, err := front.PathID(c, "transfer")
	if err != nil {
		return err
	}
	if err := s.RecordView(c, who, auth.ViewReceipt, "transfer", id); err != nil {
		return err
	}
	ctx, cancel := context.WithTimeout(c.Request().Context(), s.patience)
	defer cancel()
	view, err := s.readPaper(ctx, id)
	if err != nil {
		return err
	}
	head := c.Request().Method == http.MethodHead
	if !head {
		if view, err = s.askHolder(ctx, view); err != nil {
			return err
		}
	}
	offer := answer.ReceiptOf(view.facts, view.holder())
	user, without := s.speaks(view)
	if why := cmp.Or(offer.Why, without); why != "" {
		return noPaper(view, "receipt", why)
	}
	if head {
		return sendPDF(c, receiptName(view, offer), nil)
	}
	doc, err := s.Cfg.Wise.Receipt(ctx, user, id, receiptForm(offer))
	s.heard(c, user, err)
	if trouble := api.TroubleOf(err); trouble != nil {
		return front.WiseProblem(trouble, "receipt", view.back())
	}
	if err != nil {
		return err
	}
	return sendPDF(c, receiptName(view, offer), doc.Body)
}

func (s *Server) readPaper(ctx context.Context, id int64) (view paperView, err error) {
	err = s.Cfg.DB.Read(ctx, func(r *store.Reader) (err error) {
		view, err = readPaper(r, id)
		return err
	})
	return view, err
}

// askHolder asks Wise where the customer lives, if that decides which receipt it
// is. Without an answer the usual receipt is asked for.
func (s *Server) askHolder(ctx context.Context, v paperView) (paperView, error) {
	if !v.asksHolder() {
		return v, nil
	}
	asking, cancel := context.WithTimeout(ctx, holderPatience)
	defer cancel()
	if err := s.Cfg.Enrich.Now(asking, v.holderQuestion()); err != nil {
		s.Log.Debug("asking where the customer lives", "transfer", v.facts.Transfer, "error", err)
		return v, nil
	}
	return s.readPaper(ctx, v.facts.Transfer)
}

// heard keeps what a call told of the user's token, for the user's page.
func (s *Server) heard(c echo.Context, user int64, err error) {
	if user == 0 {
		return
	}
	if err := s.Cfg.Enrich.Heard(c.Request().Context(), user, err); err != nil {
		s.Log.Error("keeping what a token's call told", "request_id", front.RequestID(c), "error", err)
	}
}

func receiptForm(offer answer.Paper) api.ReceiptForm {
	if offer.Combined {
		return api.USCombinedReceipt
	}
	return api.Receipt
}

// receiptName is what the file is called: letters, digits and hyphens alone.
func receiptName(v paperView, offer answer.Paper) string {
	if offer.Combined {
		return "wise-us-combined-receipt-" + front.IDText(v.facts.Transfer) + ".pdf"
	}
	return "wise-receipt-" + front.IDText(v.facts.Transfer) + ".pdf"
}
