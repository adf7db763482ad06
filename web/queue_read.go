package web

import (
	"maps"
	"time"

	"transferdesk/internal/answer"
	"transferdesk/internal/auth"
	"transferdesk/internal/transfer"
	"transferdesk/store"
	"transferdesk/templates"
)

// queueView is what the home page shows, read at one moment: a counter and the rows
// behind it are decided by the same history.
type queueView struct {
	counts   map[string]tileView // by list
	behind   bool                // what is due cannot be said: the read models are of an older decoder
	patience answer.Patience
	rows     store.Page[transfer.Facts]
	seen     map[int64]store.SeenBefore // by transfer, of rows that are there for it
	closing  closingView
	names    map[int64]string
	beside   beside
	feed     *templates.Feed
	look     *templates.Look
	gaps     *templates.Gaps

	incidents []answer.Incident
}

// tileView is a counter: its number, and since when the oldest row stands there.
type tileView struct {
	count  int64
	oldest time.Time
}

// readQueue reads the page of one list.
func (s *Server) readQueue(r *store.Reader, who auth.Actor, chosen queueList, cursor string, face clockface) (v queueView, err error) {
	past, err := s.past.read(r, face.now)
	if err != nil {
		return v, err
	}
	v.behind, v.patience = past == nil, s.patienceBy(past, face.now)
	if v.look, err = readLook(r, who); err != nil {
		return v, err
	}
	if v.gaps, err = s.readGaps(r, who, face.now); err != nil {
		return v, err
	}
	if v.incidents, err = s.readIncidents(r); err != nil {
		return v, err
	}
	if err = s.readTiles(r, &v); err != nil {
		return v, err
	}
	if err = s.readRows(r, &v, chosen, cursor); err != nil {
		return v, err
	}
	if v.names, err = readNames(r, v.rows.Rows); err != nil {
		return v, err
	}
	if v.beside, err = readBeside(r, v.rows.Rows); err != nil {
		return v, err
	}
	v.beside.history = past
	v.feed, err = readFeed(r, face)
	return v, err
}

// readRows reads one page of the list.
func (s *Server) readRows(r *store.Reader, v *queueView, chosen queueList, cursor string) (err error) {
	if !chosen.watched() {
		v.rows, err = r.Queue(store.QueueKind(chosen.show), cursor, rowsPerPage)
		return err
	}
	if v.behind {
		return nil
	}
	if chosen.check != "" {
		return s.readCheck(r, v, chosen.check, cursor)
	}
	due, err := r.DueWatches(cursor, rowsPerPage, chosen.due(v.patience)...)
	if err != nil {
		return err
	}
	if chosen.closing() {
		v.closing, err = readClosing(r, due)
		return err
	}
	v.rows, err = r.TransfersWatched(due)
	return err
}

// readTiles counts every list.
func (s *Server) readTiles(r *store.Reader, v *queueView) error {
	counts, err := r.QueueCounts()
	if err != nil {
		return err
	}
	v.counts = map[string]tileView{
		string(store.QueueReturned): {count: counts.Returned}, string(store.QueueFailed): {count: counts.Failed}, string(store.QueueCases): {count: counts.Cases},
	}
	for _, list := range queueLists() {
		if list.watched() {
			continue
		}
		if err := s.readTile(r, list, v); err != nil {
			return err
		}
	}
	if v.behind {
		return nil
	}
	due, err := s.due.read(r, v.patience)
	maps.Copy(v.counts, due)
	return err
}

// readTile finds the oldest row of a list of the read models.
func (s *Server) readTile(r *store.Reader, list queueList, v *queueView) error {
	page, err := r.Queue(store.QueueKind(list.show), "", 1)
	for _, f := range page.Rows {
		tile := v.counts[list.show]
		tile.oldest = s.waitsSince(list, f, v.patience.Now)
		v.counts[list.show] = tile
	}
	return err
}
