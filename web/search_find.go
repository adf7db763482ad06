package web

import (
	"strconv"
	"strings"
	"time"

	"transferdesk/internal/answer"
	"transferdesk/internal/fault"
	"transferdesk/store"
	"transferdesk/templates"
)

// hit is one thing that a search found, for the page and for the JSON.
type hit struct {
	kind   string // transfer, customer, user or event
	id     int64
	answer string
	tag    templates.Tag
	since  time.Time
}

// url is the page of the thing.
func (h hit) url() string { return "/" + h.kind + "s/" + strconv.FormatInt(h.id, 10) }

// title names the thing: "Transfer 49983981".
func (h hit) title() string {
	return strings.ToUpper(h.kind[:1]) + h.kind[1:] + " " + strconv.FormatInt(h.id, 10)
}

// find looks every id of the inquiry up, as each thing that it can be.
func (s *Server) find(r *store.Reader, q inquiry, face clockface) ([]hit, error) {
	var hits []hit
	for _, id := range q.ids {
		found, err := s.findID(r, id, face)
		if err != nil {
			return nil, err
		}
		hits = append(hits, found...)
	}
	for _, d := range q.deliveries {
		found, err := findDelivery(r, d)
		if err != nil {
			return nil, err
		}
		hits = append(hits, found...)
	}
	return hits, nil
}

func (s *Server) findID(r *store.Reader, id int64, face clockface) ([]hit, error) {
	kinds, err := r.Exists(id)
	if err != nil {
		return nil, err
	}
	var hits []hit
	for _, k := range []struct {
		there bool
		find  func(*store.Reader, int64, clockface) (hit, error)
	}{{kinds.Transfer, s.findTransfer}, {kinds.Profile, s.findCustomer}, {kinds.User, s.findUser}} {
		if !k.there {
			continue
		}
		h, err := k.find(r, id, face)
		if err != nil {
			return nil, err
		}
		hits = append(hits, h)
	}
	return hits, nil
}

func (s *Server) findTransfer(r *store.Reader, id int64, face clockface) (hit, error) {
	f, err := r.Transfer(id)
	if err != nil {
		return hit{}, err
	}
	a := s.compose(f, face.now)
	return hit{kind: "transfer", id: id, answer: a.Headline.Text, tag: templates.StageTag(a.Tag, a.Tone, a.Stage), since: a.SinceAt}, nil
}

func (s *Server) findCustomer(r *store.Reader, id int64, _ clockface) (hit, error) {
	problems, err := r.ProblemsOfProfile(id)
	if err != nil {
		return hit{}, err
	}
	h := hit{kind: "customer", id: id, answer: "No open problem."}
	if n := len(problems); n > 0 {
		h.answer = strconv.Itoa(n) + " open " + map[bool]string{true: "problem.", false: "problems."}[n == 1]
	}
	return h, nil
}

func (s *Server) findUser(r *store.Reader, id int64, face clockface) (hit, error) {
	f, err := r.User(id)
	if err != nil {
		return hit{}, err
	}
	a := answer.ForAccount(f, face.now, s.cfg.Company)
	return hit{kind: "user", id: id, answer: a.Headline.Text, tag: templates.Tag{Text: a.Label, Tone: a.Tone}, since: a.SinceAt}, nil
}

func findDelivery(r *store.Reader, uuid string) ([]hit, error) {
	page, err := r.Events(store.EventFilter{DeliveryID: uuid, Limit: maxIDs})
	if err != nil && fault.KindOf(err) != fault.NotFound {
		return nil, err
	}
	var hits []hit
	for _, e := range page.Rows {
		hits = append(hits, hit{kind: "event", id: e.ID, answer: strings.TrimSpace(e.Type + " " + e.Status), since: e.ReceivedAt})
	}
	return hits, nil
}
