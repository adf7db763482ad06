package web

import (
	"strconv"

	"transferdesk/internal/activity"
	"transferdesk/internal/customer"
	"transferdesk/internal/inquiry"
	"transferdesk/internal/wise"
	"transferdesk/store"
)

// ids looks which numbers are transfers, customers or users.
func (f *finder) ids() error {
	var ids []int64
	for _, t := range f.q.Terms {
		if t.Kind == inquiry.Number {
			ids = append(ids, t.ID)
		}
	}
	all, err := f.r.ExistOf(ids)
	if err != nil {
		return err
	}
	for i, t := range f.q.Terms {
		if t.Kind != inquiry.Number {
			continue
		}
		for _, k := range []struct {
			there      bool
			kind, word string
		}{{all[t.ID].Transfer, "transfer", "transfer id"}, {all[t.ID].Profile, "customer", "profile id"}, {all[t.ID].User, "user", "user id"}} {
			if k.there {
				f.lead(i, lead{thingKey: thingKey{kind: k.kind, id: t.ID}, word: k.word})
			}
		}
	}
	return nil
}

// deliveries looks for events: by Wise's delivery id, and by our own number in an
// address of ours.
func (f *finder) deliveries() error {
	var uuids []string
	for _, t := range f.q.Terms {
		if t.Kind == inquiry.UUID {
			uuids = append(uuids, t.Text)
		}
	}
	named, err := f.r.EventsNamed(uuids, f.each+1)
	if err != nil {
		return err
	}
	for i, t := range f.q.Terms {
		rows, word := named[t.Text], "delivery id"
		switch t.Kind {
		case inquiry.Event:
			row, err := f.r.EventRow(t.ID)
			if err != nil && !isMissing(err) {
				return err
			}
			if err == nil {
				rows = []store.EventRow{row}
			}
			word = "event number"
		case inquiry.UUID:
		default:
			continue
		}
		for _, row := range rows {
			f.lead(i, lead{thingKey: thingKey{kind: "event", id: row.ID}, event: &row, word: word})
		}
	}
	return nil
}

// textsOf are the texts that a term may stand as where Wise's names of things and our
// own references are kept.
func textsOf(t inquiry.Term) []string {
	switch {
	case t.Kind == inquiry.Name || t.Kind == inquiry.Event:
		return nil
	case t.Written != "":
		return []string{t.Text, t.Written}
	}
	return []string{t.Text}
}

// allTexts are those of all terms.
func (f *finder) allTexts() (all []string) {
	for _, t := range f.q.Terms {
		all = append(all, textsOf(t)...)
	}
	return all
}

// handleWords say by what a thing was found.
var handleWords = map[wise.HandleKind]string{
	wise.HandleUETR:      "UETR",
	wise.HandleReference: "reference",
	wise.HandleRecipient: "recipient",
	wise.HandleCase:      "case",
	wise.HandleDispute:   "dispute",
	wise.HandleCard:      "card",
	wise.HandleOrder:     "order",
	wise.HandlePayment:   "payment",
	wise.HandleReview:    "review",
	wise.HandleBatch:     "batch",
}

// handles looks every text up among what Wise's events go by.
func (f *finder) handles() error {
	found, err := f.r.HandlesOf(f.allTexts(), f.each+1)
	if err != nil {
		return err
	}
	for i, t := range f.q.Terms {
		for _, text := range textsOf(t) {
			for _, h := range found[text] {
				if l, ok := leadOf(h); ok {
					f.lead(i, l)
				}
			}
		}
	}
	return nil
}

// leadOf is what a handle leads to; false: the event named nothing that has a page.
func leadOf(h store.Handle) (lead, bool) {
	l := lead{found: handleWords[h.Kind] + " " + customer.ShownName(h.Text), word: handleWords[h.Kind]}
	if h.Kind != wise.HandleUETR && h.Kind != wise.HandleReference {
		l.word += " id"
	}
	l.kind = map[string]string{store.HandleTransfer: "transfer", store.HandleProfile: "customer", store.HandleUser: "user"}[h.SubjectKind]
	if l.kind == "" {
		l.kind, l.thing = "activity", activity.Key{Kind: activity.Kind(h.SubjectKind), ID: h.SubjectID}
		return l, true
	}
	id, err := strconv.ParseInt(h.SubjectID, 10, 64)
	l.id = id
	return l, err == nil && id != 0
}
