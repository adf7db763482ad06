package store

import (
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"transferdesk/internal/activity"
)

// ActivitiesOfProfiles gives what events have told of some customers, by profile:
// of each kind the newest, at most so many, the newest first; all in one query, for
// a page of rows.
// A customer of whom nothing was told is not in it.
func (r *Reader) ActivitiesOfProfiles(profiles []int64, kinds []activity.Kind, each int) (map[int64][]activity.Facts, error) {
	all := map[int64][]activity.Facts{}
	if len(profiles) == 0 || len(kinds) == 0 {
		return all, nil
	}
	whose, err := json.Marshal(profiles)
	if err != nil {
		return nil, fmt.Errorf("asking what some profiles are about: %w", err)
	}
	parts := make([]string, len(kinds))
	args := []any{string(whose), limited(each)}
	for i, kind := range kinds {
		parts[i] = fmt.Sprintf(`SELECT a.facts FROM json_each(?1) CROSS JOIN rm_activities a WHERE a.id IN
			(SELECT id FROM rm_activities WHERE profile_id = json_each.value AND kind = ?%d ORDER BY at DESC, id DESC LIMIT ?2)`, i+3)
		args = append(args, string(kind))
	}
	found, err := r.activities(strings.Join(parts, " UNION ALL "), args...)
	if err != nil {
		return nil, fmt.Errorf("reading what some profiles are about: %w", err)
	}
	for _, f := range found {
		all[f.Profile] = append(all[f.Profile], f)
	}
	for _, some := range all {
		slices.SortFunc(some, func(a, b activity.Facts) int {
			return cmp.Or(b.Since().Compare(a.Since()), cmp.Compare(a.Kind, b.Kind), cmp.Compare(b.ID, a.ID))
		})
	}
	return all, nil
}
