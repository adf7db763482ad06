package web

import (
	"maps"
	"slices"
	"time"

	"transferdesk/internal/activity"
	"transferdesk/internal/answer"
	"transferdesk/internal/customer"
	"transferdesk/internal/transfer"
	"transferdesk/store"
)

// mostFlights is how many of the transfers that are still on their way are shown.
const mostFlights = 20

// flightsView is which transfers of a restricted customer are still on their way.
type flightsView struct {
	asked  bool             // the account or a profile is restricted, so that it was looked for
	list   []transfer.Facts // the first of them, those that wait for funding first
	all    int64
	beside beside
}

// readFlights looks for them among some profiles, if any is restricted.
func readFlights(r *store.Reader, profiles []int64, restricted bool) (v flightsView, err error) {
	if v.asked = restricted; !restricted {
		return v, nil
	}
	counts, err := r.CountInFlight(profiles)
	if err != nil {
		return v, err
	}
	v.all = sum(counts)
	ids, err := flightIDs(r, slices.Sorted(maps.Keys(counts)), counts)
	if err != nil {
		return v, err
	}
	for _, id := range ids {
		facts, err := r.Transfer(id)
		if err != nil {
			return v, err
		}
		v.list = append(v.list, facts)
	}
	v.beside, err = readBeside(r, v.list)
	return v, err
}

// countFlights counts the transfers of some profiles that are still on their way.
func countFlights(r *store.Reader, profiles []int64) (n int64, err error) {
	counts, err := r.CountInFlight(profiles)
	return sum(counts), err
}

func sum(counts map[int64]int64) (n int64) {
	for _, some := range counts {
		n += some
	}
	return n
}

// flightIDs finds the first of them: of each kind the oldest, profile by profile. Those
// without any are not looked through.
func flightIDs(r *store.Reader, profiles []int64, counts map[int64]int64) (ids []int64, err error) {
	profiles = slices.DeleteFunc(profiles, func(profile int64) bool { return counts[profile] == 0 })
	for _, kind := range transfer.InFlight() {
		for _, profile := range profiles {
			rows, err := r.WatchesOfProfile(profile, kind)
			if err != nil {
				return nil, err
			}
			for _, row := range rows {
				ids = append(ids, row.Subject)
			}
			if len(ids) >= mostFlights {
				return ids[:mostFlights], nil
			}
		}
	}
	return ids, nil
}

// countedProfiles are those of a user for which its account counts.
func countedProfiles(links []profileLink) []int64 {
	var all []int64
	for _, l := range links {
		if l.Counts {
			all = append(all, l.Profile)
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// restriction says whether a customer is restricted, and by which of the two states:
// that does not depend on the hour.
func restriction(user *customer.UserFacts, beside []activity.Facts) (a *answer.Account, restricted bool) {
	a = answer.ForAccounts(user, stateOfProfile(beside), time.Time{}, time.UTC).Decides
	return a, a != nil && a.Restricted()
}

// profilesOfAccount are the profiles that a restriction is about: those of the user
// whose account decides, or the profile whose own state does; none without one.
func profilesOfAccount(r *store.Reader, profile int64, user *customer.UserFacts, beside []activity.Facts) ([]int64, error) {
	switch a, restricted := restriction(user, beside); {
	case !restricted:
		return nil, nil
	case a.OfProfile:
		return []int64{profile}, nil
	}
	named, err := r.ProfilesOfUser(user.User)
	if err != nil {
		return nil, err
	}
	links, err := readProfiles(r, user.User, named)
	return countedProfiles(links), err
}
