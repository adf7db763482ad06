package web

import (
	"slices"

	"transferdesk/internal/customer"
	"transferdesk/internal/inquiry"
	"transferdesk/store"
)

// directory looks references and e-mails up in the directory.
func (f *finder) directory() error {
	byReference, err := f.r.FindByReferences(f.allTexts())
	if err != nil {
		return err
	}
	var emails []string
	for _, t := range f.q.Terms {
		if t.Kind == inquiry.Email {
			emails = append(emails, t.Text)
		}
	}
	byEmail, err := f.r.FindByEmails(emails)
	if err != nil {
		return err
	}
	references := keyed(byReference, func(e store.DirectoryEntry) string { return e.Reference })
	addresses := keyed(byEmail, func(e store.DirectoryEntry) string { return e.Email })
	for i, t := range f.q.Terms {
		for _, text := range textsOf(t) {
			f.entries(i, references[customer.Fold(text)], "reference")
		}
		if t.Kind == inquiry.Email {
			f.entries(i, addresses[customer.Fold(t.Text)], "e-mail")
		}
	}
	return nil
}

// keyed sorts entries by a text of theirs, as the directory is searched.
func keyed(all store.Entries, text func(store.DirectoryEntry) string) map[string]store.Entries {
	by := map[string]store.Entries{}
	for _, e := range all {
		key := customer.Fold(text(e))
		by[key] = append(by[key], e)
	}
	return by
}

// names looks for customers by name.
func (f *finder) names() error {
	for i, t := range f.q.Terms {
		if t.Kind != inquiry.Name {
			continue
		}
		found, err := f.r.FindByName(t.Text)
		if err != nil {
			return err
		}
		f.entries(i, found, "name")
		f.found.more[i] = f.found.more[i] || len(found) >= store.MaxFound
	}
	return nil
}

// entries leads to the page of each entry: its profile's, else its user's. One without
// either has no page yet; it is told of unless the same reference has one.
func (f *finder) entries(term int, found store.Entries, by string) {
	for _, e := range found {
		l := lead{found: "reference " + customer.ShownName(e.Reference), word: by}
		if by == "e-mail" {
			l.found = "e-mail " + customer.ShownName(e.Email)
		}
		switch {
		case e.Profile != 0:
			l.kind, l.id = "customer", e.Profile
		case e.User != 0:
			l.kind, l.id = "user", e.User
		case slices.ContainsFunc(found, func(o store.DirectoryEntry) bool { return o.Reference == e.Reference && o.Profile+o.User != 0 }):
			continue
		default:
			l.kind, l.entry, l.thingKey.entry = "customer", &e, e.ID
		}
		f.lead(term, l)
	}
}
