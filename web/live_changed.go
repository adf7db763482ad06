package web

import "transferdesk/internal/live"

// changed tells open pages that something has changed; they look again by themselves.
// It is called after an act, and never waits.
func (s *Server) changed(topics ...live.Topic) { s.cfg.Live.Changed(topics...) }
