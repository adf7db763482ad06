package simserver

import (
	"net/http"
	"slices"
	"strconv"
	"time"
)

// Wise's limits: so many requests in a second and in a minute.
const (
	mostASecond = 100
	mostAMinute = 1000
)

// overLimit counts a request, and refuses it when there were too many lately. A
// refused one does not count.
func (s *Server) overLimit(c *call) (refused reply, over bool) {
	if !s.options.Limits {
		return reply{}, false
	}
	old := slices.IndexFunc(s.recent, func(t time.Time) bool { return t.After(c.at.Add(-time.Minute)) })
	if old < 0 {
		old = len(s.recent)
	}
	s.recent = slices.Delete(s.recent, 0, old)
	if n := len(s.recent); n >= mostAMinute {
		return tooMany(c, s.recent[0].Add(time.Minute).Sub(c.at)), true
	}
	if n := len(s.recent); n >= mostASecond && c.at.Sub(s.recent[n-mostASecond]) < time.Second {
		return tooMany(c, time.Second), true
	}
	s.recent = append(s.recent, c.at)
	return reply{}, false
}

// tooMany answers 429; Retry-After is in seconds, rounded up.
func tooMany(c *call, wait time.Duration) reply {
	r := plain(c, http.StatusTooManyRequests, "Too many requests")
	r.header = http.Header{
		"Retry-After":       {strconv.Itoa(int((wait + time.Second - 1) / time.Second))},
		"X-Rate-Limited-By": {"simulated-wise"},
	}
	return r
}
