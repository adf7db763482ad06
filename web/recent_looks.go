package web

import (
	"slices"

	"transferdesk/internal/auth"
	"transferdesk/internal/transfer"
	"transferdesk/store"
	"transferdesk/templates"
	"transferdesk/web/front"
)

// recentShown is how many of the things that a person looked up a page lists.
const recentShown = 10

// recentView is what a person looked up last, and the names that go with it.
type recentView struct {
	looks     []store.Look
	transfers map[int64]transfer.Facts // of those that an event has named
	names     map[int64]string         // of customers, by profile
	users     map[int64]string         // of customers, by user
}

// readRecentLooks reads what a person looked up last: few queries for all of it.
func readRecentLooks(r *store.Reader, who auth.Actor) (v recentView, err error) {
	if who.Kind != auth.Person {
		return v, nil
	}
	if v.looks, err = r.RecentLooks(who.ID, recentShown); err != nil || len(v.looks) == 0 {
		return v, err
	}
	if v.transfers, err = r.TransfersOf(v.of(store.HandleTransfer)); err != nil {
		return v, err
	}
	profiles := v.of(store.HandleProfile)
	for _, f := range v.transfers {
		profiles = append(profiles, f.Profile)
	}
	slices.Sort(profiles)
	entries, err := r.EntriesOfProfiles(slices.Compact(profiles))
	if err != nil {
		return v, err
	}
	v.names = firstNames(entries, func(e store.DirectoryEntry) int64 { return e.Profile })
	if entries, err = r.EntriesOfUsers(v.of(store.HandleUser)); err != nil {
		return v, err
	}
	v.users = firstNames(entries, func(e store.DirectoryEntry) int64 { return e.User })
	return v, nil
}

// of lists the ids of one kind.
func (v recentView) of(kind string) (ids []int64) {
	for _, l := range v.looks {
		if l.Kind == kind {
			ids = append(ids, l.ID)
		}
	}
	return ids
}

// firstNames gives the newest name of each; entries are the newest first.
func firstNames(entries store.Entries, key func(store.DirectoryEntry) int64) map[int64]string {
	names := map[int64]string{}
	for _, e := range entries {
		if names[key(e)] == "" {
			names[key(e)] = front.NameOf(e)
		}
	}
	return names
}

// recentLooks makes them ready for print, the last first.
func recentLooks(v recentView, face front.Face) (all []templates.RecentLook) {
	for _, l := range v.looks {
		one := templates.RecentLook{ID: front.IDText(l.ID), At: face.At(l.Last)}
		switch l.Kind {
		case store.HandleTransfer:
			one.Kind, one.Href, one.Name = "Transfer", "/transfers/"+one.ID, v.names[v.transfers[l.ID].Profile]
		case store.HandleProfile:
			one.Kind, one.Href, one.Name = "Customer", "/customers/"+one.ID, v.names[l.ID]
		case store.HandleUser:
			one.Kind, one.Href, one.Name = "User", "/users/"+one.ID, v.users[l.ID]
		}
		all = append(all, one)
	}
	return all
}
