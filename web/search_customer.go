package web

import (
	"slices"
	"strconv"
	"strings"

	"transferdesk/internal/activity"
	"transferdesk/store"
	"transferdesk/templates"
)

// describe names the customers of all hits, and says of those that are customers
// what their page begins with, in a few queries for all of them.
func (f *finder) describe() error {
	var named, customers []int64
	for _, h := range f.hits {
		if h.profile != 0 && !slices.Contains(named, h.profile) {
			named = append(named, h.profile)
		}
		if h.kind == "customer" && h.id != 0 {
			customers = append(customers, h.id)
		}
	}
	all, err := f.r.Identities(named)
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
	for i := range f.hits {
		h := &f.hits[i]
		if entry, known := all[h.profile].Entry(); known && h.profile != 0 {
			h.name = nameOf(entry)
		}
		if h.kind == "customer" && h.id != 0 {
			if err := f.customer(h, all[h.id], states[h.id], open[h.id]); err != nil {
				return err
			}
		}
	}
	return nil
}

// customer says whether the account is restricted, the user's or the profile's own,
// and how much is open.
func (f *finder) customer(h *hit, who store.Identity, states []activity.Facts, open int) error {
	h.answer = openWords(open)
	users, err := readUsers(f.r, who.Links)
	if err != nil {
		return err
	}
	account := identityView{Identity: who, users: users}.account()
	if a := f.s.accounts(account, states, f.face.now).Decides; a != nil && a.Restricted() {
		h.tag = templates.Tag{Text: a.Label, Tone: a.Tone}
		h.answer = strings.TrimSuffix(a.Headline.Text, ".") + ". " + h.answer
	}
	return nil
}

// openCounts counts what stands under "Open now" on the pages of some customers:
// transfers with an open problem, and everything else that waits for somebody.
func (f *finder) openCounts(profiles []int64) (map[int64]int, error) {
	counts, err := f.r.ProblemCounts(profiles)
	if err != nil {
		return nil, err
	}
	for each, kinds := range kindsToRead() {
		things, err := f.r.ActivitiesOfProfiles(profiles, kinds, each)
		if err != nil {
			return nil, err
		}
		for profile, some := range things {
			for _, thing := range some {
				if f.s.say(thing, nil, f.face).Open {
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
