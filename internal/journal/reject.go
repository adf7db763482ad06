package journal

import (
	"context"
	"encoding/json"
	"log/slog"
	"net/http"
	"strings"
	"sync"
	"time"

	"transferdesk/store"
)

// Reasons to refuse a request to the webhook that are not the signature's.
const (
	TooLarge        = "body_too_large"
	ContentEncoding = "content_encoding"
	NotRead         = "body_not_read" // the sender hung up, or was too slow
)

// flushEvery is how often refused requests may cost a write.
const flushEvery = time.Second

// flushWithin bounds one such write.
const flushWithin = 5 * time.Second

// keptHeaders are what is kept of a refused request: enough to see which setting
// is wrong at the sender. Signatures are not among them.
var keptHeaders = []string{"Content-Type", "Content-Encoding", "Content-Length", "User-Agent", "X-Delivery-Id", "X-Test-Notification"}

// maxHeader cuts each kept header.
const maxHeader = 200 // bytes

// Rejection is one refused request; nothing in it is verified.
type Rejection struct {
	Reason string
	Header http.Header
	Remote string
	Bytes  int64 // of the body, as announced when it was not read; -1 when unknown
}

// rejects holds the newest rejections in memory and writes them at most once a
// second: a stranger must not cost a write for each request.
type rejects struct {
	db    *store.DB
	clock func() time.Time
	log   *slog.Logger

	mu      sync.Mutex
	rows    []store.Rejected // the newest, at most store.MaxRejected
	counts  map[string]int64
	timer   *time.Timer // of the flush to come; nil when there is nothing to write
	looked  int         // how many were looked at closely since the last flush
	closed  bool
	flushes sync.WaitGroup
}

func newRejects(db *store.DB, clock func() time.Time, log *slog.Logger) *rejects {
	return &rejects{db: db, clock: clock, log: log, counts: map[string]int64{}}
}

// Reject counts a refused request and remembers it for a while. It never waits
// for the database.
func (j *Journal) Reject(r Rejection) {
	j.rejects.add(store.Rejected{
		At: j.clock(), Reason: r.Reason, Remote: r.Remote, Headers: headerJSON(r.Header), Bytes: r.Bytes,
	})
}

func (q *rejects) add(row store.Rejected) {
	q.mu.Lock()
	defer q.mu.Unlock()
	if q.closed {
		return
	}
	if len(q.rows) == store.MaxRejected {
		q.rows = append(q.rows[:0], q.rows[1:]...)
	}
	q.rows = append(q.rows, row)
	q.counts[row.Reason]++
	if q.timer == nil {
		q.flushes.Add(1)
		q.timer = time.AfterFunc(flushEvery, q.flushLater)
	}
}

// mayLook says whether one more may be looked at closely before the next flush.
func (q *rejects) mayLook() bool {
	q.mu.Lock()
	defer q.mu.Unlock()
	q.looked++
	return q.looked <= maxLooks && !q.closed
}

func (q *rejects) flushLater() {
	defer q.flushes.Done()
	if err := q.flush(); err != nil {
		q.log.Error("rejected deliveries were not recorded", "error", err)
	}
}

// flush writes what has gathered. What cannot be written is lost: it is not
// worth holding up anything.
func (q *rejects) flush() error {
	rows, counts := q.drain()
	if len(rows) == 0 {
		return nil
	}
	ctx, cancel := context.WithTimeout(context.Background(), flushWithin)
	defer cancel()
	return q.db.Write(ctx, store.LaneAct, func(tx *store.Tx) error {
		return tx.AddRejected(rows, counts, q.clock())
	})
}

func (q *rejects) drain() ([]store.Rejected, map[string]int64) {
	q.mu.Lock()
	defer q.mu.Unlock()
	rows, counts := q.rows, q.counts
	q.rows, q.counts, q.timer, q.looked = nil, map[string]int64{}, nil, 0
	return rows, counts
}

func (q *rejects) close() error {
	q.mu.Lock()
	if q.closed {
		q.mu.Unlock()
		return nil
	}
	q.closed = true
	if q.timer != nil && q.timer.Stop() {
		q.flushes.Done()
	}
	q.mu.Unlock()
	q.flushes.Wait()
	return q.flush()
}

// headerJSON writes the kept headers, each cut, as a JSON object.
func headerJSON(h http.Header) string {
	kept := map[string]string{}
	for _, name := range keptHeaders {
		if values := h.Values(name); len(values) > 0 {
			kept[name] = cut(strings.Join(values, ", "))
		}
	}
	text, err := json.Marshal(kept)
	if err != nil { // never: a map of strings always marshals
		return "{}"
	}
	return string(text)
}

func cut(text string) string { return text[:min(len(text), maxHeader)] }
