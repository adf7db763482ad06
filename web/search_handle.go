package web

import (
	"fmt"
	"strconv"
	"strings"

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

// handle adds the page of what a text leads to.
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

// activity adds the page of a thing beside transfers. Of what is locked it says what
// the page says, that it is handled by compliance; a locked support case is not found
// at all (the table of support cases).
func (f *finder) activity(key activity.Key, found string, exact bool) error {
	if f.full() {
		return nil
	}
	facts, err := f.r.Activity(key)
	if fault.KindOf(err) == fault.NotFound {
		return nil
	}
	if err != nil {
		return err
	}
	if strings.HasSuffix(found, " "+strings.ToLower(key.ID)) {
		found = "" // it stands in the title
	}
	shown := thing(facts, f.s.say(facts, nil, f.face), f.face)
	if shown.Locked && key.Kind == activity.SupportCase {
		return nil
	}
	f.add(hit{kind: "activity", thing: shown, profile: facts.Profile, found: found, exact: exact, answer: shown.Headline, tag: shown.Tag})
	return nil
}
