package enrich

import (
	"context"
	"sync"

	"transferdesk/store"
)

// room is how many questions wait at most: more than a page of a list shows, and
// little enough to be asked within some minutes.
const room = 512

// queue holds each question at most once, from when it is put to when it is done.
type queue struct {
	waiting chan Question
	mu      sync.Mutex // guards held
	held    map[name]bool
}

// name is what makes two questions the same.
type name struct {
	kind store.AnswerKind
	id   int64
}

func newQueue() *queue { return &queue{waiting: make(chan Question, room), held: map[name]bool{}} }

// put adds a question, unless it is held or there is no room.
func (q *queue) put(one Question) {
	q.mu.Lock()
	defer q.mu.Unlock()
	if key := (name{one.Kind, one.ID}); !q.held[key] {
		select {
		case q.waiting <- one:
			q.held[key] = true
		default:
		}
	}
}

func (q *queue) holds(one Question) bool {
	q.mu.Lock()
	defer q.mu.Unlock()
	return q.held[name{one.Kind, one.ID}]
}

// take waits for a question; false once ctx has ended.
func (q *queue) take(ctx context.Context) (Question, bool) {
	if ctx.Err() != nil {
		return Question{}, false
	}
	select {
	case one := <-q.waiting:
		return one, true
	case <-ctx.Done():
		return Question{}, false
	}
}

// done lets a question be put again.
func (q *queue) done(one Question) {
	q.mu.Lock()
	defer q.mu.Unlock()
	delete(q.held, name{one.Kind, one.ID})
}
