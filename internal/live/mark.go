package live

import (
	"crypto/rand"
	"strconv"
	"strings"
)

// remembered is how many changes the hub remembers, for pages that were made before
// they began to listen.
const remembered = 4096

// past is what has changed lately: the latest changes in a ring, by their numbers.
type past struct {
	run  string // another at each start of the server
	last uint64 // number of the latest change; the first is 1
	ring [remembered]Topic
}

func newPast() past { return past{run: rand.Text()[:8]} }

// add numbers one more change.
func (p *past) add(topic Topic) {
	p.last++
	p.ring[p.last%remembered] = topic
}

// mark names this moment.
func (p *past) mark() string { return p.run + "-" + strconv.FormatUint(p.last, 10) }

// after gives what has changed since a mark, and false when that is not known: it is
// too long ago, of another start of the server, or no mark.
func (p *past) after(mark string) ([]Topic, bool) {
	run, number, _ := strings.Cut(mark, "-")
	from, err := strconv.ParseUint(number, 10, 64)
	if err != nil || run != p.run || from > p.last || p.last-from >= remembered {
		return nil, false
	}
	topics := make([]Topic, 0, p.last-from)
	for n := from + 1; n <= p.last; n++ {
		topics = append(topics, p.ring[n%remembered])
	}
	return topics, true
}

// Mark names this moment. A page is marked before it is read; who joins with the mark
// is told what has changed in between.
func (h *Hub) Mark() string {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.past.mark()
}

// catchUp tells a new listener what has changed since the mark; all of its topics when
// that is not known. No mark: nothing.
func (h *Hub) catchUp(l *Listener, mark string) {
	if mark == "" {
		return
	}
	now := h.clock()
	missed, known := h.past.after(mark)
	if !known {
		h.tell(l, Everything, now)
	}
	for _, topic := range missed {
		if _, on := h.on[topic][l]; on || topic == Everything {
			h.tell(l, topic, now)
		}
	}
}
