package web

import (
	"context"

	"github.com/labstack/echo/v4"

	"transferdesk/internal/auth"
	"transferdesk/internal/reason"
	"transferdesk/store"
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
func (s *Server) publish(cards reason.Catalogue, unread bool) {
	server, house := *s, *s.House
	house.Unread = unread
	server.cards = &cards
	server.moveIn(&house)
	e := &edition{server: &server}
	for _, r := range server.routes() {
		e.handles = append(e.handles, r.handle)
	}
	s.live.Store(e)
}

// readPlaybook lays what leads have written over the built-in cards, and publishes
// that. While it cannot be read the cards say nothing to customers, and pages say so:
// what a lead has taken back must not go out again. It is called at the start and
// after each change; one at a time, so that the last to publish has read the newest.
func (s *Server) readPlaybook(ctx context.Context) {
	s.reading.Lock()
	defer s.reading.Unlock()
	var versions []store.PlaybookVersion
	err := s.Cfg.DB.Read(context.WithoutCancel(ctx), func(r *store.Reader) (err error) {
		versions, err = r.Playbook()
		return err
	})
	if err != nil {
		s.Log.Error("the playbook cannot be read", "error", err)
		s.publish(s.Cfg.Catalogue.Quiet(), true)
		return
	}
	edits := make([]reason.Edit, 0, len(versions))
	for _, v := range versions {
		e := v.Edit()
		if edits = append(edits, e); e.Unreadable {
			s.Log.Error("a version of the playbook cannot be read", "kind", v.Kind, "version", v.Version)
		}
	}
	s.publish(s.Cfg.Catalogue.With(edits), false)
}

// inEdition answers with the handler at this place of the routes, of the edition
// that is current when the request comes. While the playbook is unread, whoever is
// let in tries to read it first.
func (s *Server) inEdition(at int, again bool) handler {
	return func(c echo.Context, who auth.Actor) error {
		if again && s.live.Load().server.Unread {
			s.readPlaybook(c.Request().Context())
		}
		return s.live.Load().handles[at](c, who)
	}
}
