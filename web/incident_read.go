package web

import (
	"cmp"
	"slices"
	"strings"
	"sync"
	"time"

	"transferdesk/internal/answer"
	"transferdesk/internal/evidence"
	"transferdesk/internal/transfer"
	"transferdesk/store"
)

// incidentsFor is how long the incidents that were counted are told without a look at
// what has come since: under a stream of events every page would count anew.
const incidentsFor = time.Second

// incidentWatch keeps the incidents of one state of the read models in one hour, so
// that a page reads them without counting.
type incidentWatch struct {
	mu    sync.Mutex
	at    store.Progress
	hour  int64
	read  time.Time // when it was counted, by the clock of the pages
	list  []answer.Incident
	usual map[usualKey]answer.Wave // of this hour: it moves with the hour, not with each event
}

// usualKey is a code whose usual number has been counted.
type usualKey struct {
	kind store.CodeKind
	code string
}

// readIncidents gives the incidents of now, the largest first. None is told of while
// the read models are being brought up to date: what is usual is not known then.
func (s *Server) readIncidents(r *store.Reader) ([]answer.Incident, error) {
	if s.Cfg.Projector.Upgrading() {
		return nil, nil
	}
	at, err := r.Progress(store.Live)
	if err != nil {
		return nil, err
	}
	now := s.Now()
	w, hour := s.incidents, store.HourOf(now)
	w.mu.Lock()
	defer w.mu.Unlock()
	age := now.Sub(w.read)
	if w.hour == hour && (w.at == at || w.at.Decoder == at.Decoder && age > 0 && age < incidentsFor) {
		return w.list, nil
	}
	if w.hour != hour || w.at.Decoder != at.Decoder || w.usual == nil {
		w.usual = map[usualKey]answer.Wave{}
	}
	list, err := w.count(r, hour)
	if err != nil {
		w.at = store.Progress{}
		return nil, err
	}
	w.at, w.hour, w.read, w.list = at, hour, now, list
	return list, nil
}

// count counts anew: the codes that rose at all, and of those alone their hours.
func (w *incidentWatch) count(r *store.Reader, hour int64) (list []answer.Incident, err error) {
	rises, err := r.CodesRisen(answer.IncidentFrom(hour), answer.IncidentLeast)
	if err != nil {
		return nil, err
	}
	for _, rise := range rises {
		wave, err := w.wave(r, rise, hour)
		if err != nil {
			return nil, err
		}
		if one, is := wave.Incident(); is {
			list = append(list, one)
		}
	}
	slices.SortStableFunc(list, func(a, b answer.Incident) int { return cmp.Compare(b.N, a.N) })
	return list, nil
}

// wave counts what decides whether a code's rise is an incident.
func (w *incidentWatch) wave(r *store.Reader, rise store.CodeRise, hour int64) (answer.Wave, error) {
	from, key := answer.IncidentFrom(hour), usualKey{rise.Kind, rise.Code}
	wave, counted := w.usual[key]
	if !counted {
		usual, first, err := r.CodeUsual(rise.Kind, rise.Code, from-24*answer.UsualDays, from)
		if err != nil {
			return wave, err
		}
		heard, err := r.FirstHeard()
		if err != nil {
			return wave, err
		}
		if !heard.IsZero() {
			first = min(first, store.HourOf(heard))
		}
		days := min(answer.UsualDays, max(0, (from-first)/24))
		wave = answer.Wave{Code: rise.Code, IsCase: rise.Kind == store.CodeCase, Now: hour, Usual: usual, Days: days}
		w.usual[key] = wave
	}
	hours, err := r.CodeHours(rise.Kind, rise.Code, from)
	if err != nil {
		return wave, err
	}
	wave.Latest = make(map[int64]int64, len(hours))
	for at, n := range hours {
		wave.Latest[at] = n.Latest
	}
	return wave, nil
}

// incidentsOf are those of the incidents that a transfer is part of, with its events.
func incidentsOf(list []answer.Incident, f transfer.Facts) (own []answer.Incident, rests []evidence.IDs) {
	for _, one := range list {
		if ids, holds := one.Holds(f); holds {
			own, rests = append(own, one), append(rests, ids)
		}
	}
	return own, rests
}

// lowerCode is a case's code as the rows of codes have it.
func lowerCode(code string) string { return strings.ToLower(code) }
