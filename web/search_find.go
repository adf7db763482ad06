package web

import (
	"slices"
	"strings"
	"time"

	"transferdesk/internal/answer"
	"transferdesk/internal/fault"
	"transferdesk/internal/transfer"
	"transferdesk/store"
	"transferdesk/templates"
)

// maxHits is how many things one search finds: a pasted text has up to 50 names,
// and one recipient can have hundreds of transfers.
const maxHits = 200

// finder gathers the hits of one inquiry, each thing once, at most maxHits.
type finder struct {
	s    *Server
	r    *store.Reader
	q    inquiry
	face clockface
	hits []hit

	transfers []transfer.Facts // of the hits
}

// find looks up everything that the inquiry can mean.
func (s *Server) find(r *store.Reader, q inquiry, face clockface) ([]hit, error) {
	f := &finder{s: s, r: r, q: q, face: face}
	for _, look := range []func() error{f.ids, f.deliveries, f.handles, f.directory, f.name} {
		if err := look(); err != nil {
			return nil, err
		}
	}
	return f.hits, f.answers()
}

// add takes a hit in unless the thing is there already.
func (f *finder) add(h hit) {
	same := func(other hit) bool {
		return other.kind == h.kind && other.id == h.id && other.url() == h.url() && (h.url() != "" || other.name == h.name && other.found == h.found)
	}
	if at := slices.IndexFunc(f.hits, same); at >= 0 {
		f.hits[at].exact = f.hits[at].exact || h.exact
		return
	}
	f.hits = append(f.hits, h)
}

// whole says whether a text is all that was typed.
func (f *finder) whole(text string) bool {
	return strings.EqualFold(text, strings.TrimSpace(strings.TrimLeft(f.q.text, "#"))) || f.q.exact
}

func (f *finder) ids() error {
	for _, id := range f.q.ids {
		kinds, err := f.r.Exists(id)
		if err != nil {
			return err
		}
		for _, k := range []struct {
			there bool
			kind  string
		}{{kinds.Transfer, "transfer"}, {kinds.Profile, "customer"}, {kinds.User, "user"}} {
			if !k.there {
				continue
			}
			if err := f.thing(k.kind, id, "", f.q.exact); err != nil {
				return err
			}
		}
	}
	return nil
}

// full says that nothing more is looked up.
func (f *finder) full() bool { return len(f.hits) >= maxHits }

// thing adds the page of a transfer, a customer or a user with its one-line answer.
func (f *finder) thing(kind string, id int64, found string, exact bool) error {
	if f.full() {
		return nil
	}
	h := hit{kind: kind, id: id, found: found, exact: exact}
	var err error
	switch kind {
	case "transfer":
		err = f.transfer(&h)
	case "user":
		err = f.user(&h)
	default:
		h.profile = id
	}
	if err == nil {
		f.add(h)
	}
	return err
}

// transfer notes the transfer; its answer follows with those of all others.
func (f *finder) transfer(h *hit) error {
	facts, err := f.r.Transfer(h.id)
	if err != nil {
		return err
	}
	h.profile = facts.Profile
	f.transfers = append(f.transfers, facts)
	return nil
}

// answers composes the answer of every transfer that was found, with one query for
// what stands beside all of them.
func (f *finder) answers() error {
	all, err := readBeside(f.r, f.transfers)
	if err != nil {
		return err
	}
	for _, facts := range f.transfers {
		at := slices.IndexFunc(f.hits, func(h hit) bool { return h.kind == "transfer" && h.id == facts.Transfer })
		if at < 0 {
			continue
		}
		a, h := f.s.compose(facts, all, f.face.now), &f.hits[at]
		h.answer, h.since = a.Headline.Text, a.SinceAt
		if a.SinceAsked {
			h.since = time.Time{}
		}
		h.tag = templates.StageTag(a.Tag, a.Tone, a.Stage)
	}
	return nil
}

func (f *finder) user(h *hit) error {
	facts, err := readUser(f.r, h.id)
	if err != nil {
		return err
	}
	a := answer.ForAccount(facts, f.face.now, f.s.cfg.Company)
	h.answer, h.tag, h.since = a.Headline.Text, templates.Tag{Text: a.Label, Tone: a.Tone}, a.SinceAt
	return nil
}

func (f *finder) deliveries() error {
	for _, uuid := range f.q.deliveries {
		page, err := f.r.Events(store.EventFilter{DeliveryID: uuid, Limit: maxIDs})
		if err != nil && fault.KindOf(err) != fault.NotFound {
			return err
		}
		for _, e := range page.Rows {
			f.add(hit{kind: "event", id: e.ID, exact: f.q.exact, answer: strings.TrimSpace(e.Type + " " + e.Status), since: e.ReceivedAt})
		}
	}
	return nil
}
