package web

import (
	"transferdesk/internal/activity"
	"transferdesk/internal/customer"
	"transferdesk/internal/inquiry"
	"transferdesk/internal/transfer"
	"transferdesk/store"
	"transferdesk/web/front"
)

// How many things one part of a text leads to at most: of one alone many, since one
// recipient can have hundreds of transfers; of each of a long list fewer.
const (
	mostOfOne  = 200
	mostOfAll  = 600
	fewestEach = 5
)

// finder finds what an inquiry can mean. It asks for all parts of a text together, so
// that two hundred ids take no more queries than one.
type finder struct {
	s     *Server
	r     *store.Reader
	q     inquiry.Inquiry
	face  front.Face
	each  int      // how many things a term leads to at most
	leads [][]lead // by term of the inquiry

	transfers map[int64]transfer.Facts // of the leads
	users     map[int64]customer.UserFacts
	things    map[activity.Key]activity.Facts

	found findings
	at    map[thingKey]int // where a thing stands among the hits
}

// findings are what was found.
type findings struct {
	hits  []hit      // each thing once, in the order of the text
	terms [][]int    // by term of the inquiry: its hits, as places in hits
	more  []bool     // by term: there are more than are here
	words [][]string // by term: what it turned out to be, such as "transfer id"
}

// lead is one thing that a term leads to, before it is read.
type lead struct {
	thingKey
	event *store.EventRow       // of an event
	entry *store.DirectoryEntry // of the directory's, where it names no id of Wise's
	found string                // by what, where that is not the id
	word  string                // what the term is then: "transfer id", "UETR"
}

// thingKey tells things apart.
type thingKey struct {
	kind  string
	id    int64        // of all but activities
	thing activity.Key // of an activity
	entry int64        // of the directory's, where it names no id of Wise's
}

// find looks up everything that the inquiry can mean.
func (s *Server) find(r *store.Reader, q inquiry.Inquiry, face front.Face) (findings, error) {
	f := &finder{s: s, r: r, q: q, face: face, leads: make([][]lead, len(q.Terms)), at: map[thingKey]int{}}
	f.found.terms, f.found.more, f.found.words = make([][]int, len(q.Terms)), make([]bool, len(q.Terms)), make([][]string, len(q.Terms))
	f.each = min(mostOfOne, max(fewestEach, mostOfAll/max(1, len(q.Terms))))
	for _, do := range []func() error{f.ids, f.deliveries, f.handles, f.directory, f.names, f.read, f.describe, f.answers} {
		if err := do(); err != nil {
			return findings{}, err
		}
	}
	return f.found, nil
}

// lead notes what a term leads to, as far as there is room.
func (f *finder) lead(term int, l lead) {
	if len(f.leads[term]) >= f.each {
		f.found.more[term] = true
		return
	}
	f.leads[term] = append(f.leads[term], l)
}

// read reads what the leads are about, a query for each kind, and makes hits of what
// is there, in the order of the text.
func (f *finder) read() (err error) {
	var transfers, users []int64
	var things []activity.Key
	for _, leads := range f.leads {
		for _, l := range leads {
			switch l.kind {
			case "transfer":
				transfers = append(transfers, l.id)
			case "user":
				users = append(users, l.id)
			case "activity":
				things = append(things, l.thing)
			}
		}
	}
	if f.transfers, err = f.r.TransfersOf(transfers); err != nil {
		return err
	}
	if f.users, err = f.r.UsersOf(users); err != nil {
		return err
	}
	if f.things, err = f.r.ActivitiesOf(things); err != nil {
		return err
	}
	for term, leads := range f.leads {
		for _, l := range leads {
			f.hit(term, l)
		}
	}
	return nil
}
