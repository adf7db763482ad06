package web

import (
	"github.com/labstack/echo/v4"

	"transferdesk/internal/auth"
	"transferdesk/store"
)

// apiSearch is GET /api/v1/search?q=.
type apiSearch struct {
	Query       string   `json:"query"`
	Interpreted []string `json:"interpreted"`
	Results     []apiHit `json:"results"`
}

type apiHit struct {
	Kind   string  `json:"kind"` // transfer, customer, user, event or activity
	ID     *int64  `json:"id"`   // null: a thing that Wise names by a text, or a customer of the directory without an id of Wise's
	Title  string  `json:"title"`
	Answer string  `json:"answer"`
	URL    *string `json:"url"` // path of the page; null with the id
}

// apiSearchShow is GET /api/v1/search?q=.
func (s *Server) apiSearchShow(c echo.Context, _ auth.Actor) error {
	q, face := understand(c.QueryParam("q")), s.face()
	var hits []hit
	err := s.cfg.DB.Read(c.Request().Context(), func(r *store.Reader) (err error) {
		hits, err = s.find(r, q, face)
		return err
	})
	if err != nil {
		return err
	}
	out := apiSearch{Query: q.text, Interpreted: list(q.interpreted()), Results: []apiHit{}}
	for _, h := range hits {
		out.Results = append(out.Results, apiHit{Kind: h.kind, ID: orNull(h.id), Title: h.title(), Answer: h.answer, URL: orNull(h.url())})
	}
	return okJSON(c, out)
}
