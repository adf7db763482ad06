package web

import (
	"github.com/labstack/echo/v4"

	"transferdesk/internal/auth"
	"transferdesk/store"
)

// apiCustomer is GET /api/v1/customers/{profile_id}. No link from a profile to a
// user is known yet, nor a name, a reference or a verification: all null.
type apiCustomer struct {
	Profile      int64        `json:"profile_id"`
	User         *int64       `json:"user_id"`
	Reference    *string      `json:"reference"`
	Name         *string      `json:"name"`
	Account      apiAccount   `json:"account"`
	Verification *string      `json:"verification"`
	Transfers    []apiSummary `json:"transfers"`
	NextCursor   *string      `json:"next_cursor"`
	OpenProblems []apiSummary `json:"open_problems"`
}

// apiCustomerShow is GET /api/v1/customers/{profile_id}.
func (s *Server) apiCustomerShow(c echo.Context, who auth.Actor) error {
	id, err := pathID(c, "profile")
	if err != nil {
		return err
	}
	if err := s.recordView(c, who, auth.ViewCustomer, "profile", id); err != nil {
		return err
	}
	ask := customerAsk{profile: id, transfers: c.QueryParam("cursor")}
	var view customerView
	err = s.cfg.DB.Read(c.Request().Context(), func(r *store.Reader) (err error) {
		view, err = readCustomer(r, ask)
		return err
	})
	if err != nil {
		return err
	}
	now := s.now()
	return okJSON(c, apiCustomer{
		Profile:      id,
		Account:      apiAccount{History: []apiVisit{}},
		Transfers:    s.summaries(view.transfers.Rows, now),
		NextCursor:   orNull(view.transfers.Next),
		OpenProblems: s.summaries(view.problems, now),
	})
}
