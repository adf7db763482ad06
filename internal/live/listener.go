package live

import (
	"slices"
	"time"
)

// End says why the hub has ended a listener; browsers are told the word.
type End string

// The reasons. None of a listener that goes on, or has left by itself.
const (
	None      End = ""
	Displaced End = "displaced"  // the person, or one browser, has opened more than the cap
	Slow      End = "slow"       // it did not take what it was told
	SignedOut End = "signed-out" // its session has ended
	Stopping  End = "stopping"   // the server stops
)

// Listener is one stream. What it was told and has not taken is a set of its own
// topics: a thousand changes of one transfer are one word to a slow reader.
type Listener struct {
	hub     *Hub
	person  int64
	session string
	topics  []Topic
	bell    chan struct{} // holds one ring at most
	ended   chan struct{} // closed when the hub lets go of it

	why     End                // guarded by hub.mu
	changed map[Topic]struct{} // guarded by hub.mu
	since   time.Time          // guarded by hub.mu: of the oldest in changed
}

// Bell rings when there is something to take.
func (l *Listener) Bell() <-chan struct{} { return l.bell }

// Ended is closed when nothing more will be told.
func (l *Listener) Ended() <-chan struct{} { return l.ended }

// Why says why the hub has ended it.
func (l *Listener) Why() End {
	l.hub.mu.Lock()
	defer l.hub.mu.Unlock()
	return l.why
}

// Take gives what has changed since the last Take, sorted; nothing once it has ended.
func (l *Listener) Take() []Topic {
	l.hub.mu.Lock()
	defer l.hub.mu.Unlock()
	if l.why != None || len(l.changed) == 0 {
		return nil
	}
	topics := make([]Topic, 0, len(l.changed))
	for topic := range l.changed {
		topics = append(topics, topic)
	}
	clear(l.changed)
	slices.Sort(topics)
	return topics
}

// Leave stops listening. It may be called twice.
func (l *Listener) Leave() {
	l.hub.mu.Lock()
	defer l.hub.mu.Unlock()
	l.hub.forget(l)
}

// end lets go of a listener and says why; the hub is locked.
func (h *Hub) end(l *Listener, why End) {
	l.why = why
	close(l.ended)
	h.forget(l)
}

// forget takes a listener out of every table; the hub is locked.
func (h *Hub) forget(l *Listener) {
	if _, in := h.all[l]; !in {
		return
	}
	delete(h.all, l)
	for _, topic := range l.topics {
		delete(h.on[topic], l)
		if len(h.on[topic]) == 0 {
			delete(h.on, topic)
		}
	}
	mine := slices.DeleteFunc(h.of[l.person], func(one *Listener) bool { return one == l })
	if h.of[l.person] = mine; len(mine) == 0 {
		delete(h.of, l.person)
	}
}
