package web

import (
	"fmt"
	"strconv"

	"transferdesk/internal/activity"
	"transferdesk/internal/customer"
	"transferdesk/internal/fault"
	"transferdesk/internal/wise"
	"transferdesk/store"
)

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
	for _, text := range f.q.handles {
		found, err := f.r.Handles(text)
		if err != nil {
			return err
		}
		for _, h := range found {
			if err := f.handle(h, f.whole(text)); err != nil {
				return err
			}
		}
	}
	return nil
}

// handle adds the page on which the thing stands: its own, or its customer's. What
// state it is in is for that page to say.
func (f *finder) handle(h store.Handle, exact bool) error {
	found := handleWords[h.Kind] + " " + customer.ShownName(h.Text)
	kind := map[string]string{store.HandleTransfer: "transfer", store.HandleProfile: "customer", store.HandleUser: "user"}[h.SubjectKind]
	if kind == "" {
		return f.activity(activity.Key{Kind: activity.Kind(h.SubjectKind), ID: h.SubjectID}, found, exact)
	}
	id, err := strconv.ParseInt(h.SubjectID, 10, 64)
	if err != nil {
		return fmt.Errorf("reading what %s leads to: %w", h.Kind, err)
	}
	if id == 0 {
		return nil // the event named nothing that has a page
	}
	return f.thing(kind, id, found, exact)
}

// activity adds the page of whoever the thing belongs to, else the event that told of it.
func (f *finder) activity(key activity.Key, found string, exact bool) error {
	facts, err := f.r.Activity(key)
	if fault.KindOf(err) == fault.NotFound {
		return nil
	}
	if err != nil {
		return err
	}
	switch {
	case facts.Profile != 0:
		return f.thing("customer", facts.Profile, found, exact)
	case facts.Transfer != 0:
		return f.known("transfer", facts.Transfer, found, exact)
	case facts.User != 0:
		return f.thing("user", facts.User, found, exact)
	}
	for _, id := range facts.Evidence {
		f.add(hit{kind: "event", id: id, found: found, exact: exact})
	}
	return nil
}

// known is thing for a transfer that an event of another type may have named alone.
func (f *finder) known(kind string, id int64, found string, exact bool) error {
	err := f.thing(kind, id, found, exact)
	if fault.KindOf(err) == fault.NotFound {
		return nil
	}
	return err
}
