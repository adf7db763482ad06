package store

import (
	"database/sql"
	"errors"
	"fmt"

	"transferdesk/internal/feed"
)

// maxFeeds is how many feeds are read at most: there are some thirty event types,
// and hardly more than two subscriptions of each.
const maxFeeds = 1000

// Feeds gives what is remembered of every event type and subscription that ever
// came, by name; tests have left no trace in it.
func (r *Reader) Feeds() (records []feed.Record, err error) {
	rows, err := r.query(`SELECT event_type, subscription, first_at, last_at, arrivals, rhythm FROM rm_feeds
		ORDER BY event_type, subscription LIMIT ?`, maxFeeds)
	if err != nil {
		return nil, fmt.Errorf("reading the feeds: %w", err)
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	for rows.Next() {
		record, err := scanFeed(rows.Scan)
		if err != nil {
			return nil, fmt.Errorf("reading the feeds: %w", err)
		}
		records = append(records, record)
	}
	return records, rows.Err()
}

// Feed gives the record of one event type and subscription; an empty one with its
// names when nothing of it has come.
func (r *Reader) Feed(m Model, eventType, subscription string) (feed.Record, error) {
	record, err := scanFeed(func(dest ...any) error {
		return r.scan(m.of(`SELECT event_type, subscription, first_at, last_at, arrivals, rhythm FROM rm_feeds
			WHERE event_type = ? AND subscription = ?`), []any{eventType, subscription}, dest...)
	})
	if errors.Is(err, sql.ErrNoRows) {
		return feed.Record{Type: eventType, Subscription: subscription}, nil
	}
	if err != nil {
		return feed.Record{}, fmt.Errorf("reading the feed of %s: %w", eventType, err)
	}
	return record, nil
}

func scanFeed(scan func(dest ...any) error) (record feed.Record, err error) {
	var first, last int64
	var rhythm []byte
	if err := scan(&record.Type, &record.Subscription, &first, &last, &record.Arrivals, &rhythm); err != nil {
		return feed.Record{}, err
	}
	record.First, record.Last = stamped(first), stamped(last)
	record.Rhythm, err = feed.Unpack(rhythm)
	return record, err
}

// SaveFeed writes the record of one event type and subscription over the one before.
func (tx *Tx) SaveFeed(m Model, record feed.Record) error {
	_, err := tx.exec(m.of(`INSERT INTO rm_feeds (event_type, subscription, first_at, last_at, arrivals, rhythm)
		VALUES (?, ?, ?, ?, ?, ?)
		ON CONFLICT (event_type, subscription) DO UPDATE SET first_at = excluded.first_at, last_at = excluded.last_at,
		arrivals = excluded.arrivals, rhythm = excluded.rhythm`),
		record.Type, record.Subscription, stamp(record.First), stamp(record.Last), record.Arrivals, record.Rhythm.Pack())
	if err != nil {
		return fmt.Errorf("saving the feed of %s: %w", record.Type, err)
	}
	return nil
}

// EventTypes gives the event types that have come, in alphabetical order.
func (r *Reader) EventTypes() ([]string, error) {
	return r.texts(`SELECT DISTINCT event_type FROM rm_kinds WHERE event_type <> '' ORDER BY event_type`)
}
