package web

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"transferdesk/internal/activity"
	"transferdesk/internal/answer"
	"transferdesk/internal/customer"
	"transferdesk/internal/inquiry"
	"transferdesk/internal/transfer"
	"transferdesk/templates"
	activities "transferdesk/web/activity"
	"transferdesk/web/front"
)

// hit is one thing that a search found, for the page and for the JSON.
type hit struct {
	kind    string             // transfer, customer, user, event or activity
	id      int64              // 0: an activity, or a customer that the directory names without an id of Wise's
	thing   templates.Activity // of an activity
	profile int64              // whose it is; 0: not known
	name    string             // of the customer
	found   string             // by what it was found, where that is not the id
	exact   bool               // it answers to the whole of what was typed
	answer  string
	amount  string // empty: not known
	tag     templates.Tag
	since   time.Time
}

// hit takes in what a term leads to, if it is there, each thing once.
func (f *finder) hit(term int, l lead) {
	whole := f.q.Terms[term].Whole && f.q.Terms[term].Kind != inquiry.Name
	at, known := f.at[l.thingKey]
	if !known {
		h, there := f.resolve(l)
		if !there {
			return
		}
		at = len(f.found.hits)
		f.at[l.thingKey] = at
		f.found.hits = append(f.found.hits, h)
	}
	f.found.hits[at].exact = f.found.hits[at].exact || whole
	if !slices.Contains(f.found.terms[term], at) {
		f.found.terms[term] = append(f.found.terms[term], at)
	}
	if !slices.Contains(f.found.words[term], l.word) {
		f.found.words[term] = append(f.found.words[term], l.word)
	}
}

// resolve makes a hit of a lead; false: nothing of it is known, or nobody may know.
func (f *finder) resolve(l lead) (hit, bool) {
	h := hit{kind: l.kind, id: l.id, found: l.found}
	switch l.kind {
	case "transfer":
		facts, there := f.transfers[l.id]
		h.profile = facts.Profile
		return h, there
	case "user":
		a := answer.ForAccount(f.userFacts(l.id), f.face.Now, f.face.Zone)
		h.answer, h.tag, h.since = a.Headline.Text, templates.Tag{Text: a.Label, Tone: a.Tone}, a.SinceAt
	case "activity":
		return f.activity(h, l)
	case "event":
		h.answer, h.since = strings.TrimSpace(l.event.Type+" "+l.event.Status), l.event.ReceivedAt
	case "customer":
		h.profile = l.id
		if l.entry != nil {
			h.name, h.answer = front.NameOf(*l.entry), "In the directory, without a profile or user of Wise’s yet."
		}
	}
	return h, true
}

// userFacts are those of a user; of one that no event has named, its id alone.
func (f *finder) userFacts(id int64) customer.UserFacts {
	if facts, there := f.users[id]; there {
		return facts
	}
	return customer.UserFacts{User: id}
}

// activity is a thing beside transfers. Of what is locked it says what the page says,
// that it is handled by compliance; a locked support case is not found at all (the
// table of support cases).
func (f *finder) activity(h hit, l lead) (hit, bool) {
	facts, there := f.things[l.thing]
	if !there {
		return h, false
	}
	if strings.HasSuffix(h.found, " "+strings.ToLower(l.thing.ID)) {
		h.found = "" // it stands in the title
	}
	h.thing = activities.Thing(facts, f.s.activities.Say(facts, nil, f.face), f.face)
	h.profile, h.answer, h.amount, h.tag = facts.Profile, h.thing.Headline, h.thing.Amount, h.thing.Tag
	return h, !h.thing.Locked || l.thing.Kind != activity.SupportCase
}

// answers composes the answer of every transfer that was found, with one query of each
// kind for what stands beside all of them.
func (f *finder) answers() error {
	var list []transfer.Facts
	for _, h := range f.found.hits {
		if h.kind == "transfer" {
			list = append(list, f.transfers[h.id])
		}
	}
	all, err := readBeside(f.r, list)
	if err != nil {
		return err
	}
	for i := range f.found.hits {
		if h := &f.found.hits[i]; h.kind == "transfer" {
			f.answer(h, f.s.compose(f.transfers[h.id], all, f.face))
			if h.amount = amountOf(f.transfers[h.id]); h.amount == "" {
				h.amount = all.details[h.id].Value.Source.String()
			}
		}
	}
	return nil
}

func (f *finder) answer(h *hit, a answer.Answer) {
	h.answer, h.since = a.Headline.Text, a.SinceAt
	if a.SinceAsked {
		h.since = time.Time{}
	}
	h.tag = templates.StageTag(a.Tag, a.Tone, a.Stage)
}

// url is the page of the thing; empty when it has none yet.
func (h hit) url() string {
	if h.id == 0 {
		return h.thing.Href
	}
	return "/" + h.kind + "s/" + strconv.FormatInt(h.id, 10)
}

// title names the thing: "Transfer 49983981", "Customer 16055450 · Erika Mustermann".
func (h hit) title() string {
	title := strings.TrimSpace(h.word() + " " + h.idText())
	if h.name != "" {
		title += " · " + h.name
	}
	return title
}

// word says what kind of thing it is: "Transfer", "Dispute".
func (h hit) word() string {
	if h.thing.Kind != "" {
		return h.thing.Kind
	}
	return strings.ToUpper(h.kind[:1]) + h.kind[1:]
}

// idText is Wise's id of the thing; empty when it is not known.
func (h hit) idText() string {
	if h.thing.Kind != "" {
		return customer.ShownName(h.thing.ID)
	}
	return front.IDText(h.id)
}
