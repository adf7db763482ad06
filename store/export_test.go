package store

import (
	"context"
	"testing"
)

// Waiting counts the writes that wait in a lane, so that a test can tell when a
// group has gathered.
func (db *DB) Waiting(lane Lane) int {
	n, _ := db.writer.waiting.sizes()
	return n[lane]
}

// LaneRoom is how many writes a lane holds.
func LaneRoom(lane Lane) int { return laneRoom[lane] }

// AcceptVersion judges a SQLite version.
var AcceptVersion = acceptVersion

// Pragmas are the settings that durability and immutability rest on.
type Pragmas struct {
	Synchronous, RecursiveTriggers, ForeignKeys int // of the writer
	JournalMode                                 string
	ReadersQueryOnly                            int
}

// PragmasOf asks the connections for their settings.
func PragmasOf(t *testing.T, db *DB) (p Pragmas) {
	t.Helper()
	ask := func(c *conn, name string, into any) {
		if err := c.scan("PRAGMA "+name, nil, into); err != nil {
			t.Fatalf("asking for %s: %v", name, err)
		}
	}
	if err := db.Read(context.Background(), func(r *Reader) error {
		ask(r.conn, "query_only", &p.ReadersQueryOnly)
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	if err := db.Write(context.Background(), LaneAct, func(tx *Tx) error {
		ask(tx.conn, "synchronous", &p.Synchronous)
		ask(tx.conn, "recursive_triggers", &p.RecursiveTriggers)
		ask(tx.conn, "foreign_keys", &p.ForeignKeys)
		ask(tx.conn, "journal_mode", &p.JournalMode)
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	return p
}

// Exec runs a statement of a test in the writing transaction.
func (tx *Tx) Exec(statement string) error {
	_, err := tx.exec(statement)
	return err
}

// LearnedLinks gives every link that events have told of.
func (r *Reader) LearnedLinks() ([]LearnedLink, error) {
	rows, err := r.query(`SELECT profile_id, user_id, first_delivery, last_delivery FROM rm_links ORDER BY profile_id, user_id`)
	if err != nil {
		return nil, err
	}
	defer func() { _ = rows.Close() }()
	var all []LearnedLink
	for rows.Next() {
		var l LearnedLink
		if err := rows.Scan(&l.Profile, &l.User, &l.First, &l.Last); err != nil {
			return nil, err
		}
		all = append(all, l)
	}
	return all, rows.Err()
}
