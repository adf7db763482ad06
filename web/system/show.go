package system

import (
	"fmt"
	"runtime"
	"strconv"
	"strings"
	"time"

	"github.com/labstack/echo/v4"

	"transferdesk/internal/auth"
	"transferdesk/internal/feed"
	"transferdesk/internal/when"
	"transferdesk/internal/wise"
	"transferdesk/store"
	"transferdesk/templates"
	"transferdesk/web/front"
)

// view is what the system page asks the database for.
type view struct {
	records     []feed.Record
	feed        *templates.Feed
	hour, day   templates.ArrivalCounts
	lag         templates.Lag
	quarantined int64
	rejected    int64
	reader      templates.Reader
	engine      string
}

// Show is /admin/system: whether events come, are read and are kept.
func (p *Pages) Show(c echo.Context, who auth.Actor) error {
	face := p.Face(who)
	var v view
	err := p.Cfg.DB.Read(c.Request().Context(), func(r *store.Reader) (err error) {
		v, err = readView(r, who, face)
		return err
	})
	if err != nil {
		return err
	}
	facts, err := p.facts(v.engine, face)
	if err != nil {
		return err
	}
	v.reader.Refolding = v.reader.Refolding || p.Cfg.Projector.Upgrading()
	frame := p.Frame(c, who, templates.NavSystem, v.feed)
	frame.Title = "System"
	feeds, never := feedRows(v.records, face)
	return p.OK(c, templates.SystemShow(templates.SystemPage{
		Frame: frame, Feeds: feeds, Never: never, Hour: v.hour, Day: v.day, Lag: v.lag,
		Quarantined: v.quarantined, Rejected: v.rejected, Reader: v.reader, Facts: facts, Wise: p.wise(face),
	}))
}

func readView(r *store.Reader, who auth.Actor, face front.Face) (v view, err error) {
	for _, ask := range []func() error{
		func() error { v.records, err = r.Feeds(); return err },
		func() error { v.feed, err = front.ReadFeed(r, face); return err },
		func() error { v.hour, err = front.ReadArrivals(r, who, face, "The last hour", time.Hour); return err },
		func() error {
			v.day, err = front.ReadArrivals(r, who, face, "The last 24 hours", 24*time.Hour)
			return err
		},
		func() error { v.lag, err = front.ReadLag(r, face); return err },
		func() error { v.quarantined, err = unresolvedEver(r); return err },
		func() error { v.rejected, err = rejectedEver(r); return err },
		func() error { v.reader, err = readReader(r); return err },
		func() error { v.engine, err = r.Engine(); return err },
	} {
		if err := ask(); err != nil {
			return view{}, err
		}
	}
	return v, nil
}

// unresolvedEver counts the quarantined events that nobody has set aside: the rows
// that the list of them has.
func unresolvedEver(r *store.Reader) (int64, error) {
	all, err := r.CountStatus(store.StatusQuarantined)
	if err != nil || all == 0 {
		return 0, err
	}
	n, err := r.Unresolved(int(all))
	return int64(n), err
}

func rejectedEver(r *store.Reader) (n int64, err error) {
	counts, err := r.RejectedCounts()
	for _, some := range counts {
		n += some
	}
	return n, err
}

// readReader says which decoder made the read models, and how far another copy is.
func readReader(r *store.Reader) (templates.Reader, error) {
	at, err := r.Progress(store.Live)
	if err != nil {
		return templates.Reader{}, err
	}
	done, total, running, err := r.Refold()
	return templates.Reader{Version: at.Decoder, Newest: wise.DecoderVersion, Refolding: running, Done: done, Total: total}, err
}

// facts are versions, sizes and times: nothing that would help a stranger in.
func (p *Pages) facts(engine string, face front.Face) ([]templates.SystemFact, error) {
	size, err := p.Cfg.DB.Size()
	if err != nil {
		return nil, err
	}
	started := when.Full(p.Started, face.Zone)
	return []templates.SystemFact{
		{Name: "Version", Value: p.Cfg.Version},
		{Name: "Environment", Value: p.Cfg.Environment},
		{Name: "Started", Value: started + ", " + when.Age(p.Cfg.Wall().Sub(p.Started)) + " ago"},
		{Name: "Go", Value: strings.TrimPrefix(runtime.Version(), "go")},
		{Name: "SQLite", Value: engine},
		{Name: "Schema", Value: strconv.FormatInt(p.Cfg.DB.Schema(), 10)},
		{Name: "Database", Value: bytesText(size.Database)},
		{Name: "Write-ahead log", Value: bytesText(size.Log)},
	}, nil
}

// bytesText is a size in words: "12.3 MB".
func bytesText(n int64) string {
	const kilo, mega = 1000, 1000 * 1000
	switch {
	case n >= 1000*mega:
		return fmt.Sprintf("%.1f GB", float64(n)/(1000*mega))
	case n >= mega:
		return fmt.Sprintf("%.1f MB", float64(n)/mega)
	}
	return fmt.Sprintf("%d kB", (n+kilo-1)/kilo)
}
