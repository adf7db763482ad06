package store

import (
	"encoding/json"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"transferdesk/internal/work"
)

// FollowUp is a transfer that is open, and to be looked at again since a day.
type FollowUp struct {
	Transfer int64
	Day      work.Day
	By       string // who set the day last, by the name they had then
}

// place is where the follow-up stands in its list: the day 2006-01-02 as 20060102.
func (f FollowUp) place() place {
	day, err := strconv.ParseInt(strings.ReplaceAll(string(f.Day), "-", ""), 10, 64)
	if err != nil {
		day = 0 // no day of work.ParseDay
	}
	return place{day, f.Transfer}
}

// dayAt is the day of a place.
func (p place) dayAt() string {
	if p.key <= 0 {
		return ""
	}
	return fmt.Sprintf("%04d-%02d-%02d", p.key/10000, p.key/100%100, p.key%100)
}

const followUpDue = `w.outcome = '' AND w.follow_up <> '' AND w.follow_up <= ?1`

// FollowUps lists what is to be looked at again today or since longer, the longest
// first; nothing of it is resolved.
func (r *Reader) FollowUps(today work.Day, scope Scope, cursor string, limit int) (Page[FollowUp], error) {
	from, err := parsePlace(cursor, beforeRising)
	if err != nil {
		return Page[FollowUp]{}, err
	}
	limit = limited(limit)
	condition, args := scope.where("t.transfer_id", 5)
	all, err := r.followUps(`SELECT w.transfer_id, w.follow_up FROM works w CROSS JOIN rm_transfers t ON t.transfer_id = w.transfer_id
		WHERE `+followUpDue+` AND (w.follow_up, w.transfer_id) > (?2, ?3)`+condition+` ORDER BY w.follow_up, w.transfer_id LIMIT ?4`,
		append([]any{string(today), from.dayAt(), from.id, limit + 1}, args...)...)
	if err != nil {
		return Page[FollowUp]{}, fmt.Errorf("reading the follow-ups: %w", err)
	}
	if len(all) <= limit {
		return Page[FollowUp]{Rows: all}, r.addWhoSet(all)
	}
	return Page[FollowUp]{Rows: all[:limit], Next: all[limit-1].place().String()}, r.addWhoSet(all[:limit])
}

func (r *Reader) followUps(query string, args ...any) (all []FollowUp, err error) {
	rows, err := r.query(query, args...)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	for rows.Next() {
		var f FollowUp
		if err := rows.Scan(&f.Transfer, &f.Day); err != nil {
			return nil, err
		}
		all = append(all, f)
	}
	return all, rows.Err()
}

// ShareOfFollowUps shares out what FollowUps lists.
func (r *Reader) ShareOfFollowUps(today work.Day) (share Share, err error) {
	share.Rows, err = r.countFollowUps(today)
	if err == nil && share.Rows > 0 {
		err = r.addHandled(&share, `SELECT w.transfer_id AS id FROM works w CROSS JOIN rm_transfers t ON t.transfer_id = w.transfer_id WHERE `+followUpDue, string(today))
	}
	if err != nil {
		return Share{}, fmt.Errorf("counting the follow-ups: %w", err)
	}
	return share, nil
}

func (r *Reader) countFollowUps(today work.Day) (n int64, err error) {
	err = r.scan(`SELECT count(*) FROM works w CROSS JOIN rm_transfers t ON t.transfer_id = w.transfer_id WHERE `+followUpDue, []any{string(today)}, &n)
	return n, err
}

// addWhoSet finds who set the days, by the last act of each that set one. A list is
// walked in its order.
func (r *Reader) addWhoSet(all []FollowUp) error {
	var ids []int64
	for _, f := range all {
		ids = append(ids, f.Transfer)
	}
	list, err := json.Marshal(ids)
	if err != nil {
		return fmt.Errorf("asking who set the follow-ups: %w", err)
	}
	names, err := r.texts(`SELECT coalesce((SELECT a.actor_name FROM work_acts a WHERE a.transfer_id = j.value AND a.kind = 'follow_up_set'
		ORDER BY a.version DESC LIMIT 1), '') FROM json_each(?) AS j`, string(list))
	if err != nil {
		return fmt.Errorf("reading who set the follow-ups: %w", err)
	}
	for i := range min(len(all), len(names)) {
		all[i].By = names[i]
	}
	return nil
}
