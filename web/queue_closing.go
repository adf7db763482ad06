package web

import (
	"slices"

	"transferdesk/internal/customer"
	"transferdesk/internal/when"
	"transferdesk/store"
	"transferdesk/templates"
	"transferdesk/web/front"
	"transferdesk/web/wording"
)

// closingView is a page of accounts that are closing, with what is still in flight.
type closingView struct {
	page     store.Page[store.WatchRow]
	linked   map[int64][]int64 // profiles by user
	inFlight map[int64]int64   // transfers by profile
	names    map[int64]string  // by profile
}

// readClosing reads what stands beside the accounts in a few queries for all of them.
func readClosing(r *store.Reader, page store.Page[store.WatchRow]) (v closingView, err error) {
	v.page = page
	var users, profiles []int64
	for _, row := range page.Rows {
		if row.SubjectKind == store.WatchesUser {
			users = append(users, row.Subject)
		} else {
			profiles = append(profiles, row.Subject)
		}
	}
	if v.linked, err = readLinked(r, users); err != nil {
		return v, err
	}
	for _, some := range v.linked {
		profiles = append(profiles, some...)
	}
	slices.Sort(profiles)
	profiles = slices.Compact(profiles)
	if v.inFlight, err = r.CountInFlight(profiles); err != nil {
		return v, err
	}
	entries, err := r.EntriesOfProfiles(profiles)
	v.names = map[int64]string{}
	for _, e := range slices.Backward(entries) { // the newest first
		v.names[e.Profile] = front.NameOf(e)
	}
	return v, err
}

// readLinked gives the profiles that are linked with some users now.
func readLinked(r *store.Reader, users []int64) (map[int64][]int64, error) {
	named, err := r.ProfilesOfUsers(users)
	if err != nil {
		return nil, err
	}
	var profiles []int64
	for _, some := range named {
		profiles = append(profiles, some...)
	}
	identities, err := r.Identities(profiles)
	if err != nil {
		return nil, err
	}
	linked := map[int64][]int64{}
	for user, some := range named {
		for _, profile := range some {
			if slices.Contains(identities[profile].Links.Users(), user) {
				linked[user] = append(linked[user], profile)
			}
		}
	}
	return linked, nil
}

// closingRows prints the accounts, the one that ends first on top.
func (s *Server) closingRows(v closingView, face front.Face) []templates.ClosingRow {
	var rows []templates.ClosingRow
	for _, w := range v.page.Rows {
		row := templates.ClosingRow{Since: face.At(w.Since), Href: "/customers/" + front.IDText(w.Subject), ID: front.IDText(w.Subject), Name: v.names[w.Subject]}
		profiles := []int64{w.Subject}
		if w.SubjectKind == store.WatchesUser {
			profiles = v.linked[w.Subject]
			row.User, row.Href, row.Name = true, "/users/"+row.ID, ""
			row.Unlinked = len(profiles) == 0
		}
		for _, profile := range profiles {
			row.InFlight += v.inFlight[profile]
		}
		until := when.AddDays(w.Since, customer.WithdrawDays)
		row.Until, row.Left = when.LongDate(until, nil), wording.DaysLeft(when.Days(face.Now, until))
		rows = append(rows, row)
	}
	return rows
}
