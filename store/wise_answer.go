package store

import (
	"encoding/json"
	"fmt"
	"time"
)

// AnswerKind is what Wise's API was asked about.
type AnswerKind string

// The kinds, and what the id beside them is.
const (
	OfTransferDetails          AnswerKind = "transfer"      // the transfer: amounts, rate, reference
	OfEstimate                 AnswerKind = "estimate"      // the transfer: when Wise expects it to arrive
	OfPayout                   AnswerKind = "payout"        // the transfer: what the banking partner says
	OfRecipient                AnswerKind = "recipient"     // the recipient account
	OfWiseProfile              AnswerKind = "profile"       // the profile
	OfWiseUser                 AnswerKind = "user"          // the user
	OfUserToken                AnswerKind = "user_token"    // the user whose token was used
	OfApplicationSubscriptions AnswerKind = "application"   // 0: the subscriptions of the application
	OfProfileSubscriptions     AnswerKind = "subscriptions" // the profile: its subscriptions
	OfSupportCase              AnswerKind = "support_case"  // the case
)

// Trouble is why Wise's API gave no answer.
type Trouble struct {
	Kind    string // as api.Kind spells it
	Status  int    // HTTP status; 0: there was no answer
	Text    string // for people
	TraceID string // to be quoted to Wise; empty: none
}

// WiseAnswer is what Wise's API last said about a thing, and how the last try went.
type WiseAnswer struct {
	Kind      AnswerKind
	ID        int64
	Value     json.RawMessage // nil: it has never been answered
	FetchedAt time.Time       // of Value; zero: never
	User      int64           // of OfWiseProfile: the user that Wise names; else 0
	TriedAt   time.Time       // of the last try
	Trouble   *Trouble        // of the last try; nil: it was answered
	RetryAt   time.Time       // not to be tried before; zero: whenever
	TraceID   string          // of the last try
}

// Told is a WiseAnswer with its value read.
type Told[T any] struct {
	Value   T
	Known   bool      // it has been answered at least once
	At      time.Time // when; of Value
	TriedAt time.Time // of the last try; zero: it was never asked
	Trouble *Trouble  // of the last try; nil: it was answered
	RetryAt time.Time
}

// SaveWiseAnswer keeps how a try went: an answer replaces the one before, trouble
// leaves it and stands beside it.
func (tx *Tx) SaveWiseAnswer(a WiseAnswer) error {
	trouble := Trouble{TraceID: a.TraceID}
	if a.Trouble != nil {
		trouble = *a.Trouble
	}
	_, err := tx.exec(`INSERT INTO wise_answers
		(kind, wise_id, fetched_at, value, user_id, tried_at, trouble, status, said, trace_id, retry_at)
		VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
		ON CONFLICT (kind, wise_id) DO UPDATE SET
		fetched_at = CASE WHEN ?7 = '' THEN ?3 ELSE fetched_at END, value = CASE WHEN ?7 = '' THEN ?4 ELSE value END,
		user_id = CASE WHEN ?7 = '' THEN ?5 ELSE user_id END,
		tried_at = ?6, trouble = ?7, status = ?8, said = ?9, trace_id = ?10, retry_at = ?11`,
		string(a.Kind), a.ID, stamp(a.FetchedAt), string(a.Value), a.User, stamp(a.TriedAt),
		trouble.Kind, trouble.Status, trouble.Text, trouble.TraceID, stamp(a.RetryAt))
	if err != nil {
		return fmt.Errorf("keeping what Wise said about %s %d: %w", a.Kind, a.ID, err)
	}
	return nil
}

// WiseAnswers reads what was said about some things of a kind, by id; what was
// never asked for is not in it.
func (r *Reader) WiseAnswers(kind AnswerKind, ids []int64) (map[int64]WiseAnswer, error) {
	all := map[int64]WiseAnswer{}
	list, err := json.Marshal(ids)
	if err != nil {
		return nil, fmt.Errorf("asking for what Wise said: %w", err)
	}
	rows, err := r.query(`SELECT a.wise_id, a.fetched_at, a.value, a.user_id, a.tried_at, a.trouble, a.status, a.said, a.trace_id, a.retry_at
		FROM json_each(?2) CROSS JOIN wise_answers a ON a.kind = ?1 AND a.wise_id = json_each.value`, string(kind), string(list))
	if err != nil {
		return nil, fmt.Errorf("reading what Wise said: %w", err)
	}
	defer func() { _ = rows.Close() }()
	for rows.Next() {
		a := WiseAnswer{Kind: kind}
		var value string
		var fetched, tried, retry int64
		var t Trouble
		if err := rows.Scan(&a.ID, &fetched, &value, &a.User, &tried, &t.Kind, &t.Status, &t.Text, &t.TraceID, &retry); err != nil {
			return nil, fmt.Errorf("reading what Wise said: %w", err)
		}
		a.FetchedAt, a.TriedAt, a.RetryAt, a.TraceID = stamped(fetched), stamped(tried), stamped(retry), t.TraceID
		if value != "" {
			a.Value = json.RawMessage(value)
		}
		if t.Kind != "" {
			a.Trouble = &t
		}
		all[a.ID] = a
	}
	return all, rows.Err()
}

// ToldOf reads what Wise's API said about one thing.
func ToldOf[T any](r *Reader, kind AnswerKind, id int64) (Told[T], error) {
	all, err := ToldOfAll[T](r, kind, []int64{id})
	return all[id], err
}

// ToldOfAll is ToldOf for several things of a kind; what was never asked for is
// not in it.
func ToldOfAll[T any](r *Reader, kind AnswerKind, ids []int64) (map[int64]Told[T], error) {
	answers, err := r.WiseAnswers(kind, ids)
	if err != nil {
		return nil, err
	}
	all := make(map[int64]Told[T], len(answers))
	for id, a := range answers {
		told := Told[T]{At: a.FetchedAt, TriedAt: a.TriedAt, Trouble: a.Trouble, RetryAt: a.RetryAt}
		if a.Value != nil {
			if err := json.Unmarshal(a.Value, &told.Value); err != nil {
				return nil, fmt.Errorf("reading what Wise said about %s %d: %w", kind, id, err)
			}
			told.Known = true
		}
		all[id] = told
	}
	return all, nil
}
