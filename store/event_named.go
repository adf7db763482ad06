package store

import (
	"encoding/json"
	"fmt"
	"strings"
)

// EventsNamed gives the deliveries that arrived under some of Wise's delivery ids, each
// a UUID in lower case: of each id the oldest, at most so many.
func (r *Reader) EventsNamed(uuids []string, each int) (map[string][]EventRow, error) {
	all := map[string][]EventRow{}
	if len(uuids) == 0 {
		return all, nil
	}
	plain := make([]string, len(uuids))
	for i, id := range uuids {
		plain[i] = strings.ReplaceAll(id, "-", "")
	}
	list, err := json.Marshal(plain)
	if err != nil {
		return nil, fmt.Errorf("looking for deliveries: %w", err)
	}
	places, err := r.places(`SELECT DISTINCT j.key, d.value FROM json_each(?1) j CROSS JOIN json_each((SELECT json_group_array(delivery_id) FROM
		(SELECT delivery_id FROM rm_arrivals WHERE wise_delivery_id = unhex(j.value) ORDER BY receipt_id LIMIT ?2))) d`, string(list), each)
	if err != nil {
		return nil, fmt.Errorf("looking for deliveries: %w", err)
	}
	for _, p := range places {
		row, err := r.eventRow(p.id)
		if err != nil {
			return nil, err
		}
		all[uuids[p.key]] = append(all[uuids[p.key]], row)
	}
	return all, nil
}
