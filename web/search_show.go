package web

import (
	"net/http"
	"unicode/utf16"

	"github.com/labstack/echo/v4"

	"transferdesk/internal/auth"
	"transferdesk/internal/inquiry"
	"transferdesk/store"
	"transferdesk/templates"
	"transferdesk/web/front"
)

// maxPaste is the largest form of a search in bytes: the longest text that is read,
// with every byte of it escaped.
const maxPaste = 3*inquiry.MaxText + 1000

// searchShow is /search: an exact id, reference or e-mail that is one thing goes
// straight to its page; one that is two things is a choice; everything else is a
// list. What was searched for stands in no log: it may be a person's name.
func (s *Server) searchShow(c echo.Context, who auth.Actor) error {
	return s.search(c, who, c.QueryParam("q"), false)
}

// searchPaste is the same for a text that no address can hold, such as a whole e-mail.
// Nothing of it is kept.
func (s *Server) searchPaste(c echo.Context, who auth.Actor) error {
	form, err := front.ReadFormOf(c, maxPaste, textTooLong)
	if err != nil {
		return err
	}
	return s.search(c, who, form.Get("q"), true)
}

// textTooLong answers a text beyond all bounds.
const textTooLong = "The text is too long to be read. Nothing was searched; paste a part of it, up to 100 kB."

func (s *Server) search(c echo.Context, who auth.Actor, text string, pasted bool) error {
	q, face := inquiry.Read(text), s.Face(who)
	var found findings
	var feed *templates.Feed
	err := s.Cfg.DB.Read(c.Request().Context(), func(r *store.Reader) (err error) {
		if found, err = s.find(r, q, face); err != nil {
			return err
		}
		feed, err = front.ReadFeed(r, face)
		return err
	})
	if err != nil {
		return err
	}
	if hits := found.hits; len(hits) == 1 && hits[0].exact && hits[0].url() != "" {
		return c.Redirect(http.StatusSeeOther, hits[0].url())
	}
	page := s.searchPage(who, q, found, pasted, face)
	page.Frame = s.Frame(c, who, templates.NavNone, feed)
	page.Title = searchTitle(q, found)
	if !pasted {
		page.Query = q.Text
		page.Full = len(utf16.Encode([]rune(text))) >= templates.MaxBox
	}
	return s.OK(c, templates.Search(page))
}
