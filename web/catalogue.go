package web

import (
	"github.com/labstack/echo/v4"

	"transferdesk/internal/auth"
	"transferdesk/internal/reason"
)

// edition is the server with one catalogue. A request is answered by one edition
// from its beginning to its end, so that no page mixes the words of two.
type edition struct {
	server  *Server   // a copy of the server that keeps its catalogue
	handles []handler // its handlers, in the order of its routes
}

// catalogue is the catalogue of the request that is being answered: the built-in
// cards with what leads have made of them.
func (s *Server) catalogue() reason.Catalogue {
	if s.cards != nil {
		return *s.cards
	}
	return *s.live.Load().server.cards
}

// publish makes a catalogue the one that every request from now on is answered with.
func (s *Server) publish(cards reason.Catalogue) {
	server := *s
	server.cards = &cards
	e := &edition{server: &server}
	for _, r := range server.routes() {
		e.handles = append(e.handles, r.handle)
	}
	s.live.Store(e)
}

// inEdition answers with the handler at this place of the routes, of the edition
// that is current when the request comes.
func (s *Server) inEdition(at int) handler {
	return func(c echo.Context, who auth.Actor) error { return s.live.Load().handles[at](c, who) }
}
