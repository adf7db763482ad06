package web

import (
	"slices"

	"transferdesk/internal/customer"
	"transferdesk/internal/fault"
	"transferdesk/store"
	"transferdesk/templates"
	"transferdesk/web/front"
)

// identityView is who a customer is: the directory's entries, the linked users
// and the state of their accounts.
type identityView struct {
	store.Identity
	users map[int64]customer.UserFacts // of every user that a source names; empty facts: no event told of it
}

// readIdentity reads who the customer with a profile is; nobody for profile 0,
// which no event has named.
func readIdentity(r *store.Reader, profile int64) (v identityView, err error) {
	if profile == 0 {
		return v, nil
	}
	if v.Identity, err = r.Identity(profile); err != nil {
		return v, err
	}
	v.users, err = readUsers(r, v.Links)
	return v, err
}

// readUsers gives the facts of every user that a source names.
func readUsers(r *store.Reader, links customer.Links) (users map[int64]customer.UserFacts, err error) {
	users = map[int64]customer.UserFacts{}
	for _, user := range links.Named() {
		if users[user], err = readUser(r, user); err != nil {
			return nil, err
		}
	}
	return users, nil
}

// readUser gives the facts of a user; those of one that no event has named hold
// nothing but its id.
func readUser(r *store.Reader, user int64) (customer.UserFacts, error) {
	facts, err := r.User(user)
	if fault.KindOf(err) == fault.NotFound {
		return customer.UserFacts{User: user}, nil
	}
	return facts, err
}

// known says whether anybody or anything but the journal knows the profile.
func (v identityView) known() bool { return len(v.Entries)+len(v.Links) > 0 }

// account is the account state that decides for the customer: the strictest of
// the users that count; nil when no user is linked.
func (v identityView) account() *customer.UserFacts {
	var all []customer.UserFacts
	for _, user := range v.Links.Users() {
		all = append(all, v.users[user])
	}
	strictest, found := customer.Stricter(all)
	if !found {
		return nil
	}
	return &strictest
}

// named is the name to call the customer by, or the own reference; empty: not known.
func (v identityView) named() string {
	entry, _ := v.Entry()
	return front.NameOf(entry)
}

// who prints the directory's entry; further references of the profile stand beside it.
func (v identityView) who() templates.Who {
	entry, known := v.Entry()
	if !known {
		return templates.Who{}
	}
	return whoIs(entry, v.Entries.Current())
}

// whoIs prints an entry of the directory; the references of the others stand beside it.
func whoIs(entry store.DirectoryEntry, all store.Entries) templates.Who {
	who := templates.Who{
		Name: customer.ShownName(entry.Name), Reference: customer.ShownName(entry.Reference),
		Email: customer.ShownName(entry.Email),
	}
	for _, e := range all {
		if ref := customer.ShownName(e.Reference); ref != who.Reference && !slices.Contains(who.Also, ref) {
			who.Also = append(who.Also, ref)
		}
	}
	return who
}

// claimWords says who claims a link.
func claimWords(c customer.Claim) string {
	by := ""
	if c.By != "" {
		by = ", " + customer.ShownName(c.By)
	}
	switch {
	case c.Withdrawn:
		return "withdrawn by a lead" + by
	case c.Source == customer.ByLead:
		return "set by a lead" + by
	case c.Source == customer.ByImport && by != "":
		return "from the directory, imported by " + customer.ShownName(c.By)
	case c.Source == customer.ByImport:
		return "from the directory"
	case c.Source == customer.ByAPI:
		return "named by Wise’s API when it was asked"
	}
	return "named together by Wise"
}
