package web

import (
	"sync"
	"time"

	"transferdesk/internal/answer"
	"transferdesk/store"
)

// dueFor is how long the counters of what is due are told without being counted again.
const dueFor = time.Second

// dueCounts keeps how the lists are shared out between requests. Each is a walk over a
// range of an index, which grows with what is due: of many transfers an event may be
// missing. The rows behind a counter are always read anew. It is safe for use by many
// goroutines.
type dueCounts struct {
	mu     sync.Mutex
	key    dueKey
	readAt time.Time // by the clock of the pages
	shares map[string]store.Share

	overdue overdueKept
}

// dueKey is what was counted: the read models, and the work of people.
type dueKey struct {
	at     store.Progress
	act    int64 // the last one
	behind bool
}

// read gives the shares by list, counted at most once a second and after each act of
// work; a clock that stands still counts again when something has come. Nobody may
// change what it gives.
func (d *dueCounts) read(r *store.Reader, patience answer.Patience, behind bool) (map[string]store.Share, error) {
	key, err := readDueKey(r, behind)
	if err != nil {
		return nil, err
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.shares != nil && d.fresh(key, patience.Now.Sub(d.readAt)) {
		return d.shares, nil
	}
	shares, err := d.count(r, patience, behind)
	if err != nil {
		return nil, err
	}
	d.key, d.readAt, d.shares = key, patience.Now, shares
	return shares, nil
}

func readDueKey(r *store.Reader, behind bool) (dueKey, error) {
	at, err := r.Progress(store.Live)
	if err != nil {
		return dueKey{}, err
	}
	act, err := r.LastWorkAct()
	return dueKey{at, act, behind}, err
}

// fresh says whether what was counted so long ago may still be told.
func (d *dueCounts) fresh(key dueKey, age time.Duration) bool {
	if d.key.at.Decoder != key.at.Decoder || d.key.act != key.act || d.key.behind != key.behind {
		return false
	}
	return age > 0 && age < dueFor || age == 0 && key.at == d.key.at
}

// count shares out every list; what is due only where that can be said.
func (d *dueCounts) count(r *store.Reader, patience answer.Patience, behind bool) (map[string]store.Share, error) {
	queues, err := r.QueueShares()
	if err != nil {
		return nil, err
	}
	shares := map[string]store.Share{}
	for kind, share := range queues {
		shares[string(kind)] = share
	}
	for _, list := range queueLists() {
		if !list.watched() || behind || list.check == checkFollowUp {
			continue
		}
		if shares[list.show], err = d.share(r, list, patience); err != nil {
			return nil, err
		}
	}
	return shares, nil
}

// share shares out the rows of a list.
func (d *dueCounts) share(r *store.Reader, list queueList, patience answer.Patience) (store.Share, error) {
	switch {
	case list.check == checkSeen:
		return r.ShareOfSeenBefore(patience.Now)
	case list.check == checkOverdue:
		return d.overdue.share(r, patience.Now)
	case list.closing():
		n, err := r.CountDue(list.due(patience)...)
		return store.Share{Rows: n}, err
	}
	return r.ShareOfDue(list.due(patience)...)
}
