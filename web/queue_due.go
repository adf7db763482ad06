package web

import (
	"sync"
	"time"

	"transferdesk/internal/answer"
	"transferdesk/store"
)

// dueFor is how long the counters of what is due are told without being counted again.
const dueFor = time.Second

// dueCounts keeps the counters of what is due between requests. Each is a count over a
// range of an index, which grows with what is due: of many transfers an event may be
// missing. The rows behind a counter are always read anew. It is safe for use by many
// goroutines.
type dueCounts struct {
	mu     sync.Mutex
	at     store.Progress // of the read models that were counted
	readAt time.Time      // by the clock of the pages
	tiles  map[string]tileView

	overdue overdueKept
}

// read gives the counters by list, counted at most once a second; a clock that stands
// still counts again when something has come. Nobody may change what it gives.
func (d *dueCounts) read(r *store.Reader, patience answer.Patience) (map[string]tileView, error) {
	at, err := r.Progress(store.Live)
	if err != nil {
		return nil, err
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	age := patience.Now.Sub(d.readAt)
	if d.tiles != nil && d.at.Decoder == at.Decoder && (age > 0 && age < dueFor || age == 0 && at == d.at) {
		return d.tiles, nil
	}
	tiles := map[string]tileView{}
	for _, list := range queueLists() {
		if !list.watched() {
			continue
		}
		if tiles[list.show], err = d.count(r, list, patience); err != nil {
			return nil, err
		}
	}
	d.at, d.readAt, d.tiles = at, patience.Now, tiles
	return tiles, nil
}

// count counts the rows of a list.
func (d *dueCounts) count(r *store.Reader, list queueList, patience answer.Patience) (tile tileView, err error) {
	switch list.check {
	case checkSeen:
		tile.count, err = r.CountSeenBefore(patience.Now)
	case checkOverdue:
		tile.count, err = d.overdue.count(r, patience.Now)
	default:
		tile, err = countDue(r, list, patience)
	}
	return tile, err
}

// countDue counts what is due of a list, and finds the oldest where that is shown.
func countDue(r *store.Reader, list queueList, patience answer.Patience) (tile tileView, err error) {
	due := list.due(patience)
	if tile.count, err = r.CountDue(due...); err != nil || tile.count == 0 || list.further {
		return tile, err
	}
	oldest, err := r.DueWatches("", 1, due...)
	if err == nil {
		tile.oldest = oldest.Rows[0].Since
	}
	return tile, err
}
