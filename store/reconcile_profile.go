package store

import (
	"encoding/json"
	"errors"
	"fmt"
	"time"
)

// ReconcileProfile is how asking for the transfers of a profile went.
type ReconcileProfile struct {
	Profile   int64
	Round     int64     // the last round that is through with it; 0: none yet
	TriedAt   time.Time // of the last try; zero: none yet
	AskedAt   time.Time // of the last list that was read whole; zero: none was
	ReachedAt time.Time // a list not read whole goes on before this creation time; zero: it begins with the newest
	Transfers int64     // in the last list
	Trouble   *Trouble  // of the last try; nil: none
}

// SaveReconcileProfile keeps how it went.
func (tx *Tx) SaveReconcileProfile(p ReconcileProfile) error {
	trouble := Trouble{}
	if p.Trouble != nil {
		trouble = *p.Trouble
	}
	_, err := tx.exec(`INSERT INTO reconcile_profiles (profile_id, round_id, tried_at, asked_at, reached_at, transfers, trouble, status, said, trace_id)
		VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10) ON CONFLICT (profile_id) DO UPDATE SET
		round_id = ?2, tried_at = ?3, asked_at = ?4, reached_at = ?5, transfers = ?6, trouble = ?7, status = ?8, said = ?9, trace_id = ?10`,
		p.Profile, p.Round, stamp(p.TriedAt), stamp(p.AskedAt), stamp(p.ReachedAt), p.Transfers, trouble.Kind, trouble.Status, trouble.Text, trouble.TraceID)
	if err != nil {
		return fmt.Errorf("keeping how asking for profile %d went: %w", p.Profile, err)
	}
	return nil
}

// ProfilesToReconcile gives every profile that events, the directory, links or Wise's
// API have named, and also, that a round is not through with: those that events have named first,
// since a directory may name thousands who never sent a transfer; of each kind the least
// recently asked first.
func (r *Reader) ProfilesToReconcile(round int64, also []int64) (all []ReconcileProfile, err error) {
	list, err := json.Marshal(also)
	if err != nil {
		return nil, fmt.Errorf("asking for profiles: %w", err)
	}
	rows, err := r.query(`WITH known (profile_id) AS (
			SELECT profile_id FROM rm_profiles UNION SELECT profile_id FROM rm_links UNION SELECT profile_id FROM customer_links
			UNION SELECT e.profile_id FROM directory_entries e CROSS JOIN directory_imports i ON i.id = e.import_id AND i.state = 'published' WHERE e.profile_id <> 0
			UNION SELECT wise_id FROM wise_answers WHERE kind = 'profile' AND fetched_at <> 0
			UNION SELECT value FROM json_each(?2))
		SELECT k.profile_id, coalesce(p.tried_at, 0) AS tried, coalesce(p.asked_at, 0), coalesce(p.reached_at, 0), coalesce(p.transfers, 0), coalesce(p.trouble, '')
		FROM known k LEFT JOIN reconcile_profiles p ON p.profile_id = k.profile_id
		WHERE coalesce(p.round_id, 0) <> ?1 AND k.profile_id > 0
		ORDER BY EXISTS (SELECT 1 FROM rm_profiles r WHERE r.profile_id = k.profile_id) DESC, tried, k.profile_id`, round, string(list))
	if err != nil {
		return nil, fmt.Errorf("reading which profiles to ask for: %w", err)
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	for rows.Next() {
		var p ReconcileProfile
		var tried, asked, reached int64
		var trouble string
		if err := rows.Scan(&p.Profile, &tried, &asked, &reached, &p.Transfers, &trouble); err != nil {
			return nil, fmt.Errorf("reading which profiles to ask for: %w", err)
		}
		p.TriedAt, p.AskedAt, p.ReachedAt = stamped(tried), stamped(asked), stamped(reached)
		if trouble != "" {
			p.Trouble = &Trouble{Kind: trouble}
		}
		all = append(all, p)
	}
	return all, rows.Err()
}

// ReconcileTrouble is one reason for which profiles could not be asked for.
type ReconcileTrouble struct {
	Trouble
	Profiles int64
	Some     []int64 // the first of them
}

// ReconcileTroubles gives the reasons for which profiles could not be asked for at the
// last try, each with some of them.
func (r *Reader) ReconcileTroubles(some int) ([]ReconcileTrouble, error) {
	all, err := r.countTroubles()
	if err != nil {
		return nil, err
	}
	for i, t := range all {
		places, err := r.places(`SELECT 0, profile_id FROM reconcile_profiles WHERE trouble <> '' AND trouble = ? ORDER BY profile_id LIMIT ?`, t.Kind, some)
		if err != nil {
			return nil, fmt.Errorf("reading which profiles were not asked for: %w", err)
		}
		for _, p := range places {
			all[i].Some = append(all[i].Some, p.id)
		}
	}
	return all, nil
}

func (r *Reader) countTroubles() (all []ReconcileTrouble, err error) {
	rows, err := r.query(`SELECT trouble, count(*), max(status), max(said) FROM reconcile_profiles WHERE trouble <> '' AND trouble > '' GROUP BY trouble ORDER BY trouble`)
	if err != nil {
		return nil, fmt.Errorf("counting profiles that were not asked for: %w", err)
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	for rows.Next() {
		var t ReconcileTrouble
		if err := rows.Scan(&t.Kind, &t.Profiles, &t.Status, &t.Text); err != nil {
			return nil, fmt.Errorf("counting profiles that were not asked for: %w", err)
		}
		all = append(all, t)
	}
	return all, rows.Err()
}
