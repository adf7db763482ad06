package store

import (
	"errors"
	"fmt"
	"slices"
	"time"

	"transferdesk/internal/reason"
	"transferdesk/internal/transfer"
)

// SeenBefore is an open payout problem of which something was seen before: another
// transfer that failed or came back no later than this one last did.
type SeenBefore struct {
	Transfer  int64
	Recipient time.Time // when the last other one to its recipient account did; zero: none did
	Customer  time.Time // when its customer last had its code on another one; zero: never

	since int64
}

// problemStages are the stages of open payout problems.
func problemStages() []transfer.Stage {
	return []transfer.Stage{transfer.StageFailed, transfer.StageReturned, transfer.StageCancelled}
}

// seenBefore reads the problems of one stage. It follows CodesOfAccount, CodesOfProfile
// and the code that the answer's flags look for: that of the last failure, else of the
// first active case. A code that is for compliance alone is never looked for. It is
// looked at how things stand: another transfer's failure makes a row come.
// What %s stands for narrows the problems by scope.
const seenBefore = `SELECT stage_at, transfer_id, recipient, customer FROM (SELECT stage_at, transfer_id,
	(SELECT c.at FROM rm_codes c WHERE c.account_id = account AND c.at <= until AND c.kind <> 'case' AND c.transfer_id <> p.transfer_id
		ORDER BY c.at DESC LIMIT 1) AS recipient,
	(SELECT c.at FROM rm_codes c WHERE c.profile_id = p.profile_id AND c.kind = CASE WHEN failure IS NULL THEN 'case' ELSE 'failure' END
		AND c.code = coalesce(failure, active) AND c.at <= until AND c.transfer_id <> p.transfer_id ORDER BY c.at DESC LIMIT 1) AS customer
	FROM (SELECT t.stage_at, t.transfer_id, t.profile_id, json_extract(CAST(t.facts AS TEXT), '$.account') AS account,
		nullif(json_extract(CAST(t.facts AS TEXT), '$.failures[#-1].code'), ?5) AS failure,
		(SELECT lower(j.value ->> '$.code') FROM json_each(CAST(t.facts AS TEXT), '$.cases') j
			WHERE t.cases_since IS NOT NULL AND j.value ->> '$.code' <> ?5 LIMIT 1) AS active,
		coalesce((SELECT max(o.at) FROM rm_codes o WHERE o.transfer_id = t.transfer_id AND o.kind <> 'case'),
			CASE WHEN t.stage = 'failed' THEN t.stage_at END, ?2) AS until
		FROM rm_transfers t WHERE t.stage <> '' AND t.stage = ?1 AND (t.stage_at, t.transfer_id) > (?3, ?4)%s) p)
	WHERE recipient IS NOT NULL OR customer IS NOT NULL`

// ShareOfSeenBefore shares out what SeenBefore lists.
func (r *Reader) ShareOfSeenBefore(now time.Time) (Share, error) {
	var ids []int64
	for _, stage := range problemStages() {
		some, err := r.integers(`SELECT transfer_id FROM (`+fmt.Sprintf(seenBefore, "")+`)`,
			string(stage), stamp(now), beforeRising.key, beforeRising.id, reason.LockedCode)
		if err != nil {
			return Share{}, fmt.Errorf("counting what was seen before: %w", err)
		}
		ids = append(ids, some...)
	}
	return r.ShareOf(ids)
}

// SeenBefore lists what a scope takes of the open payout problems of which something was
// seen before, what has waited longest first. now bounds what is before a problem without a time.
func (r *Reader) SeenBefore(now time.Time, scope Scope, cursor string, limit int) (Page[SeenBefore], error) {
	from, err := parsePlace(cursor, beforeRising)
	if err != nil {
		return Page[SeenBefore]{}, err
	}
	limit = limited(limit)
	var all []SeenBefore
	for _, stage := range problemStages() {
		some, err := r.seenBefore(stage, now, scope, from, limit+1)
		if err != nil {
			return Page[SeenBefore]{}, fmt.Errorf("reading what was seen before: %w", err)
		}
		all = append(all, some...)
	}
	slices.SortFunc(all, func(a, b SeenBefore) int {
		return rising(place{a.since, a.Transfer}, place{b.since, b.Transfer})
	})
	if len(all) <= limit {
		return Page[SeenBefore]{Rows: all}, nil
	}
	last := all[limit-1]
	return Page[SeenBefore]{Rows: all[:limit], Next: place{last.since, last.Transfer}.String()}, nil
}

func (r *Reader) seenBefore(stage transfer.Stage, now time.Time, scope Scope, from place, n int) (all []SeenBefore, err error) {
	condition, args := scope.where("t.transfer_id", 7)
	rows, err := r.query(fmt.Sprintf(seenBefore, condition)+` ORDER BY stage_at, transfer_id LIMIT ?6`,
		append([]any{string(stage), stamp(now), from.key, from.id, reason.LockedCode, n}, args...)...)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	for rows.Next() {
		var one SeenBefore
		var recipient, customer *int64
		if err := rows.Scan(&one.since, &one.Transfer, &recipient, &customer); err != nil {
			return nil, err
		}
		one.Recipient, one.Customer = stamped(orZero(recipient)), stamped(orZero(customer))
		all = append(all, one)
	}
	return all, rows.Err()
}
