package store

import (
	"errors"
	"fmt"
	"time"
)

const codeColumns = `kind, code, at, transfer_id, profile_id, account_id, delivery_id`

// CodesOfAccount gives the failures and returns of other transfers to a recipient
// account until a moment, the latest first; never more rows than limit, however
// many transfers go there.
func (r *Reader) CodesOfAccount(account, except int64, until time.Time, limit int) ([]CodeRow, error) {
	rows, err := r.codes(`SELECT `+codeColumns+` FROM rm_codes
		WHERE account_id = ?1 AND at <= ?2 AND kind <> 'case' AND transfer_id <> ?3
		ORDER BY at DESC, transfer_id DESC LIMIT ?4`, account, stamp(until), except, limit)
	if err != nil {
		return nil, fmt.Errorf("reading what failed for recipient %d: %w", account, err)
	}
	return rows, nil
}

// CodesOfProfile gives the other transfers of a customer that had a code until a
// moment, likewise; a transfer that had it several times has several rows.
func (r *Reader) CodesOfProfile(profile int64, kind CodeKind, code string, except int64, until time.Time, limit int) ([]CodeRow, error) {
	rows, err := r.codes(`SELECT `+codeColumns+` FROM rm_codes
		WHERE profile_id = ?1 AND kind = ?2 AND code = ?3 AND at <= ?4 AND transfer_id <> ?5
		ORDER BY at DESC, transfer_id DESC LIMIT ?6`, profile, string(kind), code, stamp(until), except, limit)
	if err != nil {
		return nil, fmt.Errorf("reading code %s of profile %d: %w", code, profile, err)
	}
	return rows, nil
}

func (r *Reader) codes(query string, args ...any) (all []CodeRow, err error) {
	rows, err := r.query(query, args...)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	for rows.Next() {
		var row CodeRow
		var at int64
		var profile, account *int64
		if err := rows.Scan(&row.Kind, &row.Code, &at, &row.Transfer, &profile, &account, &row.Delivery); err != nil {
			return nil, err
		}
		row.At, row.Profile, row.Account = stamped(at), orZero(profile), orZero(account)
		all = append(all, row)
	}
	return all, rows.Err()
}

func orZero(id *int64) int64 {
	if id == nil {
		return 0
	}
	return *id
}

// PayeesAround gives the other transfers to a recipient account that were set up
// within a span before or after a moment, both ends included, in the order of their
// times: of each side the nearest, each of them at most.
func (r *Reader) PayeesAround(account, except int64, at time.Time, span time.Duration, each int) (all []PayeeRow, err error) {
	rows, err := r.query(`SELECT at, transfer_id, amount, currency FROM (
			SELECT at, transfer_id, amount, currency FROM rm_payees
			WHERE account_id = ?1 AND at >= ?2 AND at <= ?3 AND transfer_id <> ?5 ORDER BY at DESC, transfer_id DESC LIMIT ?6)
		UNION ALL SELECT at, transfer_id, amount, currency FROM (
			SELECT at, transfer_id, amount, currency FROM rm_payees
			WHERE account_id = ?1 AND at > ?3 AND at <= ?4 AND transfer_id <> ?5 ORDER BY at, transfer_id LIMIT ?6)`,
		account, stamp(at.Add(-span)), stamp(at), stamp(at.Add(span)), except, each)
	if err != nil {
		return nil, fmt.Errorf("reading the transfers to recipient %d: %w", account, err)
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	for rows.Next() {
		row := PayeeRow{Account: account}
		var us int64
		if err := rows.Scan(&us, &row.Transfer, &row.Amount, &row.Currency); err != nil {
			return nil, fmt.Errorf("reading the transfers to recipient %d: %w", account, err)
		}
		row.At = stamped(us)
		all = append(all, row)
	}
	return all, rows.Err()
}
