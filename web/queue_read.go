package web

import (
	"maps"
	"time"

	"transferdesk/internal/answer"
	"transferdesk/internal/auth"
	"transferdesk/internal/transfer"
	"transferdesk/internal/work"
	"transferdesk/store"
	"transferdesk/templates"
	"transferdesk/web/front"
)

// queueView is what the home page shows, read at one moment: a counter and the rows
// behind it are decided by the same history.
type queueView struct {
	scope    store.Scope
	today    work.Day               // of the reader
	shares   map[string]store.Share // by list
	oldest   map[string]time.Time   // of the tiles: since when the oldest row of the scope stands there
	behind   bool                   // what is due cannot be said: the read models are of an older decoder
	patience answer.Patience
	rows     store.Page[transfer.Facts]
	seen     map[int64]store.SeenBefore // by transfer, of rows that are there for it
	hands    handsView

	followUps map[int64]store.FollowUp // by transfer, likewise
	closing   closingView
	names     map[int64]string
	beside    beside
	feed      *templates.Feed
	look      *templates.Look
	gaps      *templates.Gaps

	incidents []answer.Incident
	recent    recentView
}

// readQueue reads the page of one list.
func (s *Server) readQueue(r *store.Reader, who auth.Actor, chosen queueList, scope store.Scope, cursor string, face front.Face) (v queueView, err error) {
	v.scope, v.today = scope, work.Today(face.Now, face.Zone)
	past, err := s.past.read(r, face.Now)
	if err != nil {
		return v, err
	}
	v.behind, v.patience = past == nil, s.patienceBy(past, face.Now)
	if err = s.readNotices(r, &v, who, face.Now); err != nil {
		return v, err
	}
	if err = s.readTiles(r, &v); err != nil {
		return v, err
	}
	if err = s.readRows(r, &v, chosen, cursor); err != nil {
		return v, err
	}
	if err = v.readBesideRows(r); err != nil {
		return v, err
	}
	v.beside.history = past
	v.feed, err = front.ReadFeed(r, face)
	return v, err
}

// readNotices reads what stands above and below every list: what needs a look, what
// reconciliation has found, incidents, and what the reader looked up last.
func (s *Server) readNotices(r *store.Reader, v *queueView, who auth.Actor, now time.Time) (err error) {
	if v.look, err = readLook(r, who); err != nil {
		return err
	}
	if v.gaps, err = s.reconciliation.ReadGaps(r, who, now); err != nil {
		return err
	}
	if v.incidents, err = s.readIncidents(r); err != nil {
		return err
	}
	v.recent, err = readRecentLooks(r, who)
	return err
}

// readBesideRows reads what a row says besides its transfer's facts.
func (v *queueView) readBesideRows(r *store.Reader) (err error) {
	if v.names, err = front.ReadNames(r, v.rows.Rows); err != nil {
		return err
	}
	if v.beside, err = readBeside(r, v.rows.Rows); err != nil {
		return err
	}
	if v.hands, err = readHands(r, v.rows.Rows); err != nil {
		return err
	}
	return v.hands.readLooks(r, v.rows.Rows)
}

// readRows reads one page of the list.
func (s *Server) readRows(r *store.Reader, v *queueView, chosen queueList, cursor string) (err error) {
	if !chosen.watched() {
		v.rows, err = r.Queue(store.QueueKind(chosen.show), v.scope, cursor, front.RowsPerPage)
		return err
	}
	if v.behind {
		return nil
	}
	if chosen.check != "" {
		return s.readCheck(r, v, chosen.check, cursor)
	}
	scope := v.scope
	if chosen.closing() {
		scope = store.Scope{} // accounts, which nobody has
	}
	due, err := r.DueWatches(scope, cursor, front.RowsPerPage, chosen.due(v.patience)...)
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
	shares, err := s.due.read(r, v.patience, v.behind)
	if err != nil {
		return err
	}
	v.shares, v.oldest = maps.Clone(shares), map[string]time.Time{}
	if v.shares[string(checkFollowUp)], err = r.ShareOfFollowUps(v.today); err != nil {
		return err
	}
	for _, list := range queueLists() {
		if list.further || v.count(list) == 0 {
			continue
		}
		if v.oldest[list.show], err = s.readOldest(r, list, v); err != nil {
			return err
		}
	}
	return nil
}

// count is how many rows a list has in the scope.
func (v queueView) count(list queueList) int64 {
	if list.closing() {
		return v.shares[list.show].Rows
	}
	return v.shares[list.show].In(v.scope)
}

// readOldest finds since when the oldest row of a list stands there.
func (s *Server) readOldest(r *store.Reader, list queueList, v *queueView) (time.Time, error) {
	if list.watched() {
		oldest, err := r.DueWatches(v.scope, "", 1, list.due(v.patience)...)
		for _, row := range oldest.Rows {
			return row.Since, err
		}
		return time.Time{}, err
	}
	page, err := r.Queue(store.QueueKind(list.show), v.scope, "", 1)
	for _, f := range page.Rows {
		return s.waitsSince(list, f, s.CompanyAt(v.patience.Now)), err
	}
	return time.Time{}, err
}
