package web

import (
	"slices"

	"transferdesk/internal/customer"
	"transferdesk/store"
)

// directory looks references and e-mails up in the directory.
func (f *finder) directory() error {
	for _, text := range f.q.handles {
		found, err := f.r.FindByReference(text)
		if err != nil {
			return err
		}
		if err := f.entries(found, "reference", f.whole(text)); err != nil {
			return err
		}
	}
	for _, text := range f.q.emails {
		found, err := f.r.FindByEmails([]string{text})
		if err != nil {
			return err
		}
		if err := f.entries(found, "e-mail", f.whole(text)); err != nil {
			return err
		}
	}
	return nil
}

// name looks for customers by name and then puts names and what is open onto
// all customers that were found.
func (f *finder) name() error {
	if f.q.name != "" {
		found, err := f.r.FindByName(f.q.name)
		if err != nil {
			return err
		}
		if err := f.entries(found, "reference", false); err != nil {
			return err
		}
	}
	return f.describe()
}

// entries adds the page of each entry: its profile's, else its user's. One without
// either has no page yet; it is told of unless the same reference has one.
func (f *finder) entries(found store.Entries, by string, exact bool) error {
	for _, e := range found {
		why := "reference " + e.Reference
		if by == "e-mail" {
			why = "e-mail " + e.Email
		}
		why = customer.ShownName(why)
		var err error
		switch {
		case e.Profile != 0:
			err = f.thing("customer", e.Profile, why, exact)
		case e.User != 0:
			err = f.thing("user", e.User, why, exact)
		case !slices.ContainsFunc(found, func(o store.DirectoryEntry) bool { return o.Reference == e.Reference && o.Profile+o.User != 0 }):
			f.add(hit{kind: "customer", name: nameOf(e), found: why, exact: exact, answer: "In the directory, without a profile or user of Wise’s yet."})
		}
		if err != nil {
			return err
		}
	}
	return nil
}
