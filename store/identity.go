package store

import (
	"encoding/json"
	"fmt"
	"slices"

	"transferdesk/internal/customer"
)

// Identity is all that is known of who a profile is.
type Identity struct {
	Entries Entries        // every version, the newest first
	Said    []CustomerLink // by leads, oldest first
	Links   customer.Links
}

// Identity reads who a profile is.
func (r *Reader) Identity(profile int64) (Identity, error) {
	all, err := r.Identities([]int64{profile})
	return all[profile], err
}

// Entry is the entry to call the customer by: the newest that counts; false when
// the directory has none.
func (i Identity) Entry() (DirectoryEntry, bool) {
	if len(i.Entries) == 0 {
		return DirectoryEntry{}, false
	}
	return i.Entries[0], true
}

// Seen is the number of the leads' last row, by which a form tells whether
// somebody else changed the links meanwhile; 0: there is none.
func (i Identity) Seen() int64 {
	if len(i.Said) == 0 {
		return 0
	}
	return i.Said[len(i.Said)-1].ID
}

// Identities reads who some profiles are, in a few queries for all of them.
func (r *Reader) Identities(profiles []int64) (map[int64]Identity, error) {
	all := map[int64]Identity{}
	if len(profiles) == 0 {
		return all, nil
	}
	entries, err := r.EntriesOfProfiles(profiles)
	if err != nil {
		return all, err
	}
	said, err := r.CustomerLinks(profiles)
	if err != nil {
		return all, err
	}
	learned, err := r.learnedClaims(profiles)
	if err != nil {
		return all, err
	}
	asked, err := r.askedClaims(profiles)
	if err != nil {
		return all, err
	}
	for _, profile := range profiles {
		one := Identity{Entries: entries.OfProfile(profile)}
		for _, l := range said {
			if l.Profile == profile {
				one.Said = append(one.Said, l)
			}
		}
		one.Links = customer.Settle(slices.Concat(one.claims(), asked[profile], learned[profile]))
		all[profile] = one
	}
	return all, nil
}

// claims gives the claims of the directory and the leads, those of each oldest first.
func (i Identity) claims() []customer.Claim {
	var claims []customer.Claim
	current := i.Entries.Current()
	for n := len(current) - 1; n >= 0; n-- {
		if e := current[n]; e.User != 0 {
			claims = append(claims, customer.Claim{Profile: e.Profile, User: e.User, Source: customer.ByImport, At: e.At, By: e.By})
		}
	}
	for _, l := range i.Said {
		claims = append(claims, customer.Claim{Profile: l.Profile, User: l.User, Source: customer.ByLead,
			At: l.At, By: l.By.Name, Note: l.Note, Withdrawn: l.Withdrawn})
	}
	return claims
}

// ProfilesOfUser gives the profiles that any source has ever linked with a user,
// in order; Identities says which of them count.
func (r *Reader) ProfilesOfUser(user int64) ([]int64, error) {
	rows, err := r.query(`SELECT profile_id FROM customer_links WHERE user_id = ?1
		UNION ALL SELECT e.profile_id FROM directory_entries e CROSS JOIN directory_imports i ON i.id = e.import_id AND i.state = 'published'
			WHERE e.user_id = ?1 AND e.user_id <> 0 AND e.profile_id <> 0
		UNION ALL SELECT wise_id FROM wise_answers WHERE user_id = ?1 AND user_id <> 0 AND kind = 'profile'
		UNION ALL SELECT profile_id FROM rm_links WHERE user_id = ?1 LIMIT 1000`, user)
	if err != nil {
		return nil, fmt.Errorf("reading the profiles of user %d: %w", user, err)
	}
	defer func() { _ = rows.Close() }()
	var all []int64
	for rows.Next() {
		var id int64
		if err := rows.Scan(&id); err != nil {
			return nil, fmt.Errorf("reading the profiles of user %d: %w", user, err)
		}
		all = append(all, id)
	}
	slices.Sort(all)
	return slices.Compact(all), rows.Err()
}

// learnedClaims gives what events said by naming a profile and a user together.
func (r *Reader) learnedClaims(profiles []int64) (map[int64][]customer.Claim, error) {
	list, err := json.Marshal(profiles)
	if err != nil {
		return nil, fmt.Errorf("asking for learned links: %w", err)
	}
	rows, err := r.query(`SELECT l.profile_id, l.user_id, l.first_delivery, d.received_at FROM json_each(?1)
		CROSS JOIN rm_links l ON l.profile_id = json_each.value CROSS JOIN deliveries d ON d.id = l.first_delivery`, string(list))
	if err != nil {
		return nil, fmt.Errorf("reading learned links: %w", err)
	}
	defer func() { _ = rows.Close() }()
	all := map[int64][]customer.Claim{}
	for rows.Next() {
		c := customer.Claim{Source: customer.ByLearned}
		var at int64
		if err := rows.Scan(&c.Profile, &c.User, &c.Event, &at); err != nil {
			return nil, fmt.Errorf("reading learned links: %w", err)
		}
		c.At = stamped(at)
		all[c.Profile] = append(all[c.Profile], c)
	}
	return all, rows.Err()
}
