package web

import (
	"slices"
	"strconv"
	"strings"

	"transferdesk/internal/activity"
	"transferdesk/internal/customer"
	"transferdesk/store"
	"transferdesk/templates"
	activities "transferdesk/web/activity"
	"transferdesk/web/front"
)

// describe names the customers of all hits, and says of those that are customers
// what their page begins with, in a few queries for all of them.
func (f *finder) describe() error {
	var named, customers []int64
	for _, h := range f.found.hits {
		if h.profile != 0 {
			named = append(named, h.profile)
		}
		if h.kind == "customer" && h.id != 0 {
			customers = append(customers, h.id)
		}
	}
	slices.Sort(named)
	all, err := f.r.Identities(slices.Compact(named))
	if err != nil {
		return err
	}
	open, err := f.openCounts(customers)
	if err != nil {
		return err
	}
	states, err := f.r.ActivitiesOfProfiles(customers, []activity.Kind{activity.ProfileState}, 1)
	if err != nil {
		return err
	}
	users, err := f.linkedUsers(customers, all)
	if err != nil {
		return err
	}
	for i := range f.found.hits {
		h := &f.found.hits[i]
		if entry, known := all[h.profile].Entry(); known && h.profile != 0 {
			h.name = front.NameOf(entry)
		}
		if h.kind == "customer" && h.id != 0 {
			f.customer(h, identityView{Identity: all[h.id], users: users}, states[h.id], open[h.id])
		}
	}
	return nil
}

// linkedUsers gives the facts of every user that some source links with one of the
// customers.
func (f *finder) linkedUsers(customers []int64, all map[int64]store.Identity) (map[int64]customer.UserFacts, error) {
	var linked []int64
	for _, profile := range customers {
		linked = append(linked, all[profile].Links.Named()...)
	}
	users, err := f.r.UsersOf(linked)
	for _, user := range linked {
		if _, there := users[user]; !there && err == nil {
			users[user] = customer.UserFacts{User: user}
		}
	}
	return users, err
}

// customer says whether the account is restricted, the user's or the profile's own,
// and how much is open.
func (f *finder) customer(h *hit, who identityView, states []activity.Facts, open int) {
	h.answer = openWords(open)
	if a := f.s.accounts(who.account(), states, f.face).Decides; a != nil && a.Restricted() {
		h.tag = templates.Tag{Text: a.Label, Tone: a.Tone}
		h.answer = strings.TrimSuffix(a.Headline.Text, ".") + ". " + h.answer
	}
}

// openCounts counts what stands under "Open now" on the pages of some customers:
// transfers with an open problem, and everything else that waits for somebody.
func (f *finder) openCounts(profiles []int64) (map[int64]int, error) {
	counts, err := f.r.ProblemCounts(profiles)
	if err != nil {
		return nil, err
	}
	for each, kinds := range activities.KindsToRead() {
		things, err := f.r.ActivitiesOfProfiles(profiles, kinds, each)
		if err != nil {
			return nil, err
		}
		for profile, some := range things {
			for _, thing := range some {
				if f.s.activities.Say(thing, nil, f.face).Open {
					counts[profile]++
				}
			}
		}
	}
	return counts, nil
}

func openWords(n int) string {
	if n == 0 {
		return "Nothing open now."
	}
	return strconv.Itoa(n) + " open now."
}
