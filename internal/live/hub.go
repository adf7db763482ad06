package live

import (
	"errors"
	"sync"
	"time"
)

// ErrFull says that the hub bears no more streams, ErrClosed that the server stops.
var (
	ErrFull   = errors.New("too many pages are open live")
	ErrClosed = errors.New("the hub of live pages is closed")
)

// Limits say how much the hub bears.
type Limits struct {
	PerPerson  int           // streams of one person; the oldest gives way to one more
	PerSession int           // likewise of one session, which is one browser; 0: only PerPerson counts
	Overall    int           // streams of all; one more is refused
	Patience   time.Duration // how long a listener may leave what it was told untaken before it is dropped
}

// Usual are the limits of the server. A browser has six connections to a host over
// HTTP/1.1 for all its windows, and with a stream on each nothing would load any more:
// two stay free. A person may sit at three of them. The oldest gives way, since the page
// that was opened last is the one that is looked at, and refusing it would leave a
// forgotten tab live in its place.
func Usual() Limits {
	return Limits{PerPerson: 12, PerSession: 4, Overall: 2000, Patience: 30 * time.Second}
}

// Hub knows who listens to what. Its methods may be called from many goroutines and
// never wait for a listener.
type Hub struct {
	limits Limits
	clock  func() time.Time

	mu     sync.Mutex // guards the rest, and what its listeners were told
	closed bool
	past   past
	all    map[*Listener]struct{}
	on     map[Topic]map[*Listener]struct{}
	of     map[int64][]*Listener // by person, the oldest first
}

// New makes a hub that nobody listens to.
func New(limits Limits, clock func() time.Time) *Hub {
	return &Hub{limits: limits, clock: clock, past: newPast(),
		all: map[*Listener]struct{}{}, on: map[Topic]map[*Listener]struct{}{}, of: map[int64][]*Listener{}}
}

// Join makes a listener of a person's session, by the session's short name. It must
// Leave. With the Mark of a page it hears what has changed since; "" is from now on.
// ErrClosed when the hub is closed, ErrFull when it bears no more.
func (h *Hub) Join(person int64, session, mark string, topics []Topic) (*Listener, error) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.closed {
		return nil, ErrClosed
	}
	if l := h.inTheWay(person, session); l != nil {
		h.end(l, Displaced)
	}
	if len(h.all) >= h.limits.Overall {
		return nil, ErrFull
	}
	l := &Listener{hub: h, person: person, session: session, topics: topics,
		bell: make(chan struct{}, 1), ended: make(chan struct{}), changed: map[Topic]struct{}{}}
	h.all[l] = struct{}{}
	h.of[person] = append(h.of[person], l)
	for _, topic := range topics {
		if h.on[topic] == nil {
			h.on[topic] = map[*Listener]struct{}{}
		}
		h.on[topic][l] = struct{}{}
	}
	h.catchUp(l, mark)
	return l, nil
}

// inTheWay is the listener that gives way to one more of a session; nil: none must. The
// hub is locked.
func (h *Hub) inTheWay(person int64, session string) *Listener {
	mine, n := h.of[person], 0
	var first *Listener
	for _, l := range mine {
		if l.session != session {
			continue
		}
		if n++; first == nil {
			first = l
		}
	}
	switch {
	case h.limits.PerSession > 0 && n >= h.limits.PerSession:
		return first
	case len(mine) > 0 && len(mine) >= h.limits.PerPerson:
		return mine[0]
	}
	return nil
}

// Changed tells whoever listens to the topics that they have changed. It costs as much
// as there are such listeners, and waits for none of them.
func (h *Hub) Changed(topics ...Topic) {
	now := h.clock()
	h.mu.Lock()
	defer h.mu.Unlock()
	for _, topic := range topics {
		h.past.add(topic)
		listeners := h.on[topic]
		if topic == Everything {
			listeners = h.all
		}
		for l := range listeners {
			h.tell(l, topic, now)
		}
	}
}

// tell adds to what a listener has not taken yet. One that has left it too long is
// dropped, and told nothing more.
func (h *Hub) tell(l *Listener, topic Topic, now time.Time) {
	if len(l.changed) == 0 {
		l.since = now
	}
	if now.Sub(l.since) > h.limits.Patience {
		h.end(l, Slow)
		return
	}
	l.changed[topic] = struct{}{}
	select {
	case l.bell <- struct{}{}:
	default:
	}
}

// EndSession ends the streams of a session that was signed out.
func (h *Hub) EndSession(session string) {
	h.mu.Lock()
	defer h.mu.Unlock()
	for l := range h.all {
		if l.session == session {
			h.end(l, SignedOut)
		}
	}
}

// Close ends every stream and lets nobody join any more.
func (h *Hub) Close() {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.closed = true
	for l := range h.all {
		h.end(l, Stopping)
	}
}

// Listening counts the streams.
func (h *Hub) Listening() int {
	h.mu.Lock()
	defer h.mu.Unlock()
	return len(h.all)
}
