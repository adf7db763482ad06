package web

import (
	"github.com/labstack/echo/v4"

	"transferdesk/internal/auth"
	"transferdesk/store"
	"transferdesk/web/front"
)

// apiTransfers is a page of transfers.
type apiTransfers struct {
	Transfers  []apiSummary `json:"transfers"`
	NextCursor *string      `json:"next_cursor"`
}

// apiBouncedList is GET /api/v1/bounced with the filters of the page.
func (s *Server) apiBouncedList(c echo.Context, who auth.Actor) error {
	filter, err := parseBounced(c.QueryParams(), who)
	if err != nil {
		return err
	}
	var view bouncedView
	err = s.Cfg.DB.Read(c.Request().Context(), func(r *store.Reader) (err error) {
		if view.page, err = r.Bounced(filter); err != nil {
			return err
		}
		if view.beside, err = readBeside(r, view.page.Rows); err != nil {
			return err
		}
		view.beside.hands, err = readHands(r, view.page.Rows)
		return err
	})
	if err != nil {
		return err
	}
	return front.OKJSON(c, apiTransfers{Transfers: s.summaries(view.page.Rows, view.beside, s.Now()), NextCursor: front.OrNull(view.page.Next)})
}
