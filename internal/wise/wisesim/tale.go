package wisesim

import (
	"encoding/json"
	"math/rand/v2"
	"time"
)

// tale is something that happens beside transfers, such as a card or a support
// case, with all events that tell of it.
type tale struct {
	rng   *rand.Rand
	of    *profile // nobody: the company itself
	about int64    // a transfer of the customer's; 0: none
	n     int64    // its number: the ids of two tales differ
	turn  int      // how many of its kind were told before
	lines []line
}

// line is one event of a tale.
type line struct {
	after    time.Duration // since the line before
	event    string
	versions []string // in which Wise may tell it, oldest first
	data     func(stamp) string
}

// stamp is when something happened, and in which version it is told.
type stamp struct {
	version string
	at      time.Time
}

// write gives a time so long before it happened, as the version writes times.
func (s stamp) write(before time.Duration) string {
	return s.at.Add(-before).UTC().Format(timeForm(s.version))
}

// when gives the time itself.
func (s stamp) when() string { return s.write(0) }

// between is a random pause.
func (t *tale) between(least, most time.Duration) time.Duration {
	return least + time.Duration(t.rng.Int64N(int64(most-least)+1))
}

// tell writes a line that follows on the one before after a pause.
func (t *tale) tell(least, most time.Duration, event string, versions []string, data func(stamp) string) {
	t.lines = append(t.lines, line{t.between(least, most), event, versions, data})
}

// lasts is how long the tale is.
func (t *tale) lasts() time.Duration {
	var all time.Duration
	for _, l := range t.lines {
		all += l.after
	}
	return all
}

// tell posts the lines of a tale whose last one lies so long before now; what lies
// before the first day was told to nobody.
func (post *postman) tell(t *tale, age time.Duration, first time.Time) {
	at := post.now.Add(-age - t.lasts())
	for _, l := range t.lines {
		if at = at.Add(l.after); !at.Before(first) {
			post.line(t, l, at)
		}
	}
}

// line posts one event to every subscription that hears of it.
func (post *postman) line(t *tale, l line, at time.Time) {
	at = at.Truncate(time.Millisecond)
	for _, sub := range post.world.hearing(t, l) {
		sent := at.Add(post.world.within(300*time.Millisecond, 2*time.Second))
		post.post(seal(l.event, sub.version, sub.of(l.event).id, json.RawMessage(l.data(stamp{sub.version, at})), sent), sent)
	}
}

// hearing are the subscriptions that hear of a line. These events go to
// applications alone: one subscription has the oldest version of each and another
// a newer one. About some customers both tell, else one of them.
func (w *world) hearing(t *tale, l line) []subscription {
	oldest, newest := l.versions[0], l.versions[len(l.versions)-1]
	if t.of != nil && t.of.own != nil && oldest != newest {
		return []subscription{{w.app.id, oldest}, {w.newer, newest}}
	}
	version := l.versions[t.n%int64(len(l.versions))]
	if version == oldest {
		return []subscription{{w.app.id, version}}
	}
	return []subscription{{w.newer, version}}
}
