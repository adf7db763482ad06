package simserver

import (
	"cmp"
	"net/http"
	"slices"
	"strconv"
	"time"
)

// How many transfers a list has: unless it is asked for, and at most.
const (
	usualList = 10
	mostList  = 100
)

// filter is what GET /v1/transfers asks for.
type filter struct {
	profile        int64
	status         string
	source, target string
	since, until   time.Time
	limit, offset  int
}

// listTransfers is GET /v1/transfers: the newest first. Without a profile it
// gives the transfers of every profile that the token sees.
func (s *Server) listTransfers(c *call) reply {
	f, wrong := readFilter(c)
	if wrong != "" {
		return coded(http.StatusBadRequest, "error.validation", "Invalid value of "+wrong, wrong)
	}
	if f.profile != 0 && !c.by.sees(s.profiles[f.profile]) {
		return forbidden(c)
	}
	var found []*Transfer
	for _, t := range s.transfers {
		if c.by.sees(s.owner(t)) && f.fits(t) {
			found = append(found, t)
		}
	}
	slices.SortFunc(found, func(a, b *Transfer) int {
		return cmp.Or(b.Created.Compare(a.Created), cmp.Compare(b.ID, a.ID))
	})
	found = found[min(f.offset, len(found)):]
	all := []transferAnswer{}
	for _, t := range found[:min(f.limit, len(found))] {
		all = append(all, s.transferAnswer(t))
	}
	return ok(all)
}

// fits says whether a transfer is asked for.
func (f filter) fits(t *Transfer) bool {
	return (f.profile == 0 || f.profile == t.Profile) && (f.status == "" || f.status == t.Status) &&
		(f.source == "" || f.source == t.SourceCurrency) && (f.target == "" || f.target == t.TargetCurrency) &&
		(f.since.IsZero() || !t.Created.Before(f.since)) && (f.until.IsZero() || !t.Created.After(f.until))
}

// readFilter reads the parameters; wrong names the first that cannot be read.
func readFilter(c *call) (f filter, wrong string) {
	f = filter{status: c.query("status"), source: c.query("sourceCurrency"), target: c.query("targetCurrency"), limit: usualList}
	var err error
	if text := c.query("profile"); text != "" {
		if f.profile, err = strconv.ParseInt(text, 10, 64); err != nil || f.profile < 1 {
			return f, "profile"
		}
	}
	for name, to := range map[string]*int{"limit": &f.limit, "offset": &f.offset} {
		if text := c.query(name); text != "" {
			if *to, err = strconv.Atoi(text); err != nil || *to < 0 {
				return f, name
			}
		}
	}
	f.limit = min(f.limit, mostList)
	if f.since, err = readDay(c.query("createdDateStart"), 0); err != nil {
		return f, "createdDateStart"
	}
	if f.until, err = readDay(c.query("createdDateEnd"), 24*time.Hour-1); err != nil {
		return f, "createdDateEnd"
	}
	return f, ""
}

// readDay reads a day, or a time of it, in UTC; a day alone means so long after
// its beginning. "" is the zero time.
func readDay(text string, later time.Duration) (time.Time, error) {
	if text == "" {
		return time.Time{}, nil
	}
	if day, err := time.Parse(time.DateOnly, text); err == nil {
		return day.Add(later), nil
	}
	return time.Parse(time.RFC3339Nano, text)
}
