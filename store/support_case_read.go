package store

import (
	"encoding/json"
	"errors"
	"fmt"
	"strconv"

	"transferdesk/internal/activity"
)

const supportCaseColumns = `SELECT id, external_id, case_id, transfer_id, profile_id, type, subject, description,
	actor_kind, actor_id, actor_name, asked_at, result, ended_at, said, trace_id FROM support_cases `

// SupportCaseByExternal gives the case of an external id of ours; false when there is none.
func (r *Reader) SupportCaseByExternal(external string) (SupportCase, bool, error) {
	return newest(r.supportCases(supportCaseColumns+`WHERE external_id = ?`, external))
}

// SupportCaseByWise gives the case that we opened under an id of Wise's; false when
// we did not open it.
func (r *Reader) SupportCaseByWise(wiseID int64) (SupportCase, bool, error) {
	all, err := r.SupportCasesByWise([]int64{wiseID})
	c, found := all[wiseID]
	return c, found, err
}

// SupportCasesByWise gives those of some ids of Wise's that we opened, by that id.
func (r *Reader) SupportCasesByWise(wiseIDs []int64) (map[int64]SupportCase, error) {
	list, err := json.Marshal(wiseIDs)
	if err != nil {
		return nil, fmt.Errorf("asking for support cases: %w", err)
	}
	all, err := r.supportCases(supportCaseColumns+`WHERE case_id IN (SELECT value FROM json_each(?)) AND case_id <> 0`, string(list))
	byID := make(map[int64]SupportCase, len(all))
	for _, c := range all {
		byID[c.Case] = c
	}
	return byID, err
}

// SupportCaseFacts gives what events told of some cases, by Wise's id.
func (r *Reader) SupportCaseFacts(wiseIDs []int64) (map[int64]activity.Facts, error) {
	byID := make(map[int64]activity.Facts, len(wiseIDs))
	names := make([]string, len(wiseIDs))
	for i, id := range wiseIDs {
		names[i] = strconv.FormatInt(id, 10)
	}
	list, err := json.Marshal(names)
	if err != nil {
		return nil, fmt.Errorf("asking for support cases: %w", err)
	}
	all, err := r.activities(`SELECT facts FROM rm_activities WHERE kind = 'support_case' AND name IN (SELECT value FROM json_each(?))`, string(list))
	if err != nil {
		return nil, fmt.Errorf("reading what events told of support cases: %w", err)
	}
	for _, f := range all {
		if id, err := strconv.ParseInt(f.ID, 10, 64); err == nil {
			byID[id] = f
		}
	}
	return byID, nil
}

// SupportCasesOfTransfer gives those that were opened about a transfer, the newest 20
// first, those that came to nothing too.
func (r *Reader) SupportCasesOfTransfer(transfer int64) ([]SupportCase, error) {
	return r.supportCases(supportCaseColumns+`WHERE transfer_id = ? ORDER BY id DESC LIMIT 20`, transfer)
}

// SupportCasesOfProfile is the same for a customer.
func (r *Reader) SupportCasesOfProfile(profile int64) ([]SupportCase, error) {
	return r.supportCases(supportCaseColumns+`WHERE profile_id = ? AND profile_id <> 0 ORDER BY id DESC LIMIT 20`, profile)
}

// OpenSupportCases gives those of which it is not known whether Wise opened them, at
// most 200.
func (r *Reader) OpenSupportCases() ([]SupportCase, error) {
	return r.supportCases(supportCaseColumns + `INDEXED BY support_cases_open WHERE result IN ('started', 'unknown') LIMIT 200`)
}

func (r *Reader) supportCases(query string, args ...any) (all []SupportCase, err error) {
	rows, err := r.query(query, args...)
	if err != nil {
		return nil, fmt.Errorf("reading support cases: %w", err)
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	for rows.Next() {
		var c SupportCase
		var asked, ended int64
		err := rows.Scan(&c.ID, &c.External, &c.Case, &c.Transfer, &c.Profile, &c.Type, &c.Subject, &c.Description,
			&c.By.Kind, &c.By.ID, &c.By.Name, &asked, &c.End.Result, &ended, &c.End.Text, &c.End.TraceID)
		if err != nil {
			return nil, fmt.Errorf("reading a support case: %w", err)
		}
		c.AskedAt, c.End.At = stamped(asked), stamped(ended)
		all = append(all, c)
	}
	return all, rows.Err()
}

// newest gives the first of some rows, which come newest first; false when there is none.
func newest[T any](all []T, err error) (T, bool, error) {
	if err != nil || len(all) == 0 {
		var none T
		return none, false, err
	}
	return all[0], true, nil
}
