package web

import (
	"github.com/labstack/echo/v4"

	"transferdesk/internal/auth"
	"transferdesk/internal/fault"
	"transferdesk/internal/inquiry"
	"transferdesk/store"
	"transferdesk/web/front"
)

// apiSearch is what both searches answer.
type apiSearch struct {
	Query       string         `json:"query"` // as it came, an IBAN or a card number covered
	Interpreted []string       `json:"interpreted"`
	Results     []apiHit       `json:"results"`
	NotFound    []apiLost      `json:"not_found"`
	Audience    front.Audience `json:"audience"`
}

type apiHit struct {
	Kind     string         `json:"kind"` // transfer, customer, user, event or activity
	ID       *int64         `json:"id"`   // null: a thing that Wise names by a text, or a customer of the directory without an id of Wise's
	Title    string         `json:"title"`
	Answer   string         `json:"answer"`
	URL      *string        `json:"url"` // path of the page; null with the id
	Audience front.Audience `json:"audience"`
}

// apiLost is a part of the query of which nothing was found.
type apiLost struct {
	Text     string         `json:"text"`
	Answer   string         `json:"answer"` // what was tried
	Audience front.Audience `json:"audience"`
}

// apiSearchShow is GET /api/v1/search?q=.
func (s *Server) apiSearchShow(c echo.Context, _ auth.Actor) error {
	return s.apiSearch(c, c.QueryParam("q"))
}

// apiSearchPaste is POST /api/v1/search, for texts that no address can hold: the same
// answer to {"q": …}.
func (s *Server) apiSearchPaste(c echo.Context, _ auth.Actor) error {
	fields, err := readJSONOf(c, maxSearchJSON)
	if err != nil {
		return err
	}
	text, wrong := textOf(fields["q"])
	if _, there := fields["q"]; !there {
		wrong = "is missing"
	}
	if wrong != "" {
		return fault.New(fault.Unprocessable, "The field q "+wrong+". Nothing was searched.")
	}
	return s.apiSearch(c, text)
}

// maxSearchJSON is the largest body of a search in bytes: the longest text that is
// read, with every character of it escaped.
const maxSearchJSON = 6*inquiry.MaxText + 1000

func (s *Server) apiSearch(c echo.Context, text string) error {
	q, face := inquiry.Read(text), s.CompanyFace()
	var found findings
	err := s.Cfg.DB.Read(c.Request().Context(), func(r *store.Reader) (err error) {
		found, err = s.find(r, q, face)
		return err
	})
	if err != nil {
		return err
	}
	out := apiSearch{Query: q.Text, Interpreted: []string{}, Results: []apiHit{}, NotFound: []apiLost{}}
	for _, chip := range readings(q, found) {
		out.Interpreted = append(out.Interpreted, chip.Text)
	}
	for _, h := range found.hits {
		out.Results = append(out.Results, apiHit{Kind: h.kind, ID: front.OrNull(h.id), Title: h.title(), Answer: h.answer, URL: front.OrNull(h.url())})
	}
	for _, l := range notFound(q, found) {
		out.NotFound = append(out.NotFound, apiLost{Text: writtenOf(l.term), Answer: l.answer})
	}
	return front.OKJSON(c, out)
}
