package front

import (
	"slices"

	"transferdesk/internal/customer"
	"transferdesk/internal/transfer"
	"transferdesk/store"
	"transferdesk/templates"
)

// NameOf is what to call the customer of an entry: the name, or the own reference.
func NameOf(e store.DirectoryEntry) string {
	if e.Name != "" {
		return customer.ShownName(e.Name)
	}
	return customer.ShownName(e.Reference)
}

// ReadNames gives the names of the customers of some transfers, by profile, in
// one query for the whole list.
func ReadNames(r *store.Reader, list []transfer.Facts) (map[int64]string, error) {
	entries, err := r.EntriesOfProfiles(ProfilesOf(list))
	names := map[int64]string{}
	for _, e := range entries { // the newest first
		if names[e.Profile] == "" {
			names[e.Profile] = NameOf(e)
		}
	}
	return names, err
}

// WithNames puts the customers' names onto the rows of a list.
func WithNames(rows []templates.TransferRow, list []transfer.Facts, names map[int64]string) []templates.TransferRow {
	for i := range rows {
		rows[i].Customer = names[list[i].Profile]
	}
	return rows
}

// ProfilesOf gives the profiles of some transfers, each once.
func ProfilesOf(list []transfer.Facts) []int64 {
	var profiles []int64
	for _, f := range list {
		if f.Profile != 0 && !slices.Contains(profiles, f.Profile) {
			profiles = append(profiles, f.Profile)
		}
	}
	return profiles
}
