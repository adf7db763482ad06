package web

import (
	"sync"
	"time"

	"transferdesk/internal/history"
	"transferdesk/internal/wise"
	"transferdesk/store"
)

// historyFor is how long a history that was read is told without a look at what has
// come since.
const historyFor = time.Second

// figuresRead is for how many figures that is: each takes some queries, so that more
// of them are read less often.
const figuresRead = 256

// pastTimes keeps the company's own history between requests, so that a page costs
// next to nothing. It is safe for use by many goroutines.
type pastTimes struct {
	mu     sync.Mutex
	at     store.Progress // of the read models that it was read from
	readAt time.Time      // by the clock of the pages
	table  history.Table
}

// read gives the history; nil while the read models are of an older decoder, whose
// figures are not all there. Nothing is read while nothing has come, and at most once
// a second, of thousands of codes once in some seconds; a clock that stands still reads again.
func (p *pastTimes) read(r *store.Reader, now time.Time) (history.Table, error) {
	at, err := r.Progress(store.Live)
	if err != nil {
		return nil, err
	}
	if at.Decoder != 0 && at.Decoder < wise.DecoderVersion {
		return nil, nil
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	age := now.Sub(p.readAt)
	if p.table != nil && (at == p.at || age > 0 && age < historyFor*time.Duration(1+len(p.table)/figuresRead)) {
		return p.table, nil
	}
	table, err := r.History()
	if err != nil {
		return nil, err
	}
	p.at, p.readAt, p.table = at, now, table
	return table, nil
}
