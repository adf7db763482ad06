package store

import (
	"sync"

	"transferdesk/internal/fault"
)

// Lane says which writes go first.
type Lane int

// The lanes, most urgent first: what Wise waits for, what a person waits for,
// and what nobody waits for.
const (
	LaneIngest Lane = iota
	LaneAct
	LaneProject
	lanes
)

// How many writes may wait in each lane before the next one is refused.
var laneRoom = [lanes]int{LaneIngest: 2048, LaneAct: 256, LaneProject: 16}

// Refusals of a write, before anything was written.
var (
	errFull   = fault.New(fault.Unavailable, "The database is busy. Nothing was saved; try again in a moment.")
	errClosed = fault.New(fault.Unavailable, "Transferdesk is shutting down. Nothing was saved; try again in a moment.")
)

// write is one write that waits for its turn and then for its commit.
type write struct {
	do   func(*Tx) error
	err  error // of do; only the writer touches it
	done chan error
}

// waiting holds the writes that wait, by lane, in order of arrival.
type waiting struct {
	mu     sync.Mutex
	lanes  [lanes][]*write
	closed bool
	wake   chan struct{} // holds one token while somebody may wait
}

func newWaiting() *waiting { return &waiting{wake: make(chan struct{}, 1)} }

// put lets w wait in its lane, or refuses it at once.
func (q *waiting) put(lane Lane, w *write) error {
	q.mu.Lock()
	defer q.mu.Unlock()
	if q.closed {
		return errClosed
	}
	if len(q.lanes[lane]) >= laneRoom[lane] {
		return errFull
	}
	q.lanes[lane] = append(q.lanes[lane], w)
	q.ring()
	return nil
}

// take moves up to n writes of a lane to the end of into.
func (q *waiting) take(lane Lane, n int, into []*write) []*write {
	q.mu.Lock()
	defer q.mu.Unlock()
	n = min(n, len(q.lanes[lane]))
	into = append(into, q.lanes[lane][:n]...)
	rest := copy(q.lanes[lane], q.lanes[lane][n:])
	clear(q.lanes[lane][rest:])
	q.lanes[lane] = q.lanes[lane][:rest]
	return into
}

// sizes counts those that wait, and says whether more may come.
func (q *waiting) sizes() (n [lanes]int, closed bool) {
	q.mu.Lock()
	defer q.mu.Unlock()
	for lane := range n {
		n[lane] = len(q.lanes[lane])
	}
	return n, q.closed
}

// close refuses further writes; those that wait keep their place.
func (q *waiting) close() {
	q.mu.Lock()
	defer q.mu.Unlock()
	q.closed = true
	q.ring()
}

func (q *waiting) ring() {
	select {
	case q.wake <- struct{}{}:
	default:
	}
}
