package store

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"transferdesk/internal/wise"
)

// firstSchema is the schema of the first release: the journal, people and the first
// read models.
const firstSchema = 3

// databaseOf makes a database file whose schema is at a version, and fills it as a
// program of then would: with a journal, people, audit and read models.
func databaseOf(t *testing.T, version int64, statements ...string) (path string) {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "private")
	if err := os.Mkdir(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	path = filepath.Join(dir, "t.db")
	if err := os.WriteFile(path, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	pool := outside(t, path)
	provider, err := newProvider(pool)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := provider.UpTo(context.Background(), version); err != nil {
		t.Fatal(err)
	}
	for _, statement := range statements {
		if _, err := pool.Exec(statement); err != nil {
			t.Fatalf("%s: %v", statement, err)
		}
	}
	return path
}

// outside opens a file beside the store.
func outside(t *testing.T, path string) *sql.DB {
	t.Helper()
	pool, err := sql.Open("sqlite3", "file:"+path+"?_busy_timeout=5000&_journal_mode=WAL")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = pool.Close() })
	return pool
}

func delivery(id int) string {
	return fmt.Sprintf(`INSERT INTO deliveries VALUES (%d, 'webhook', 1, X'%x', 'application/json', 'k', X'7B7D')`, id, sha256.Sum256([]byte{byte(id)}))
}

var served = []string{
	delivery(1), delivery(2), `INSERT INTO receipts VALUES (1, 1, 1, 'd-1', 0), (2, 2, 1, NULL, 1)`,
	`INSERT INTO people VALUES (1, 'a@b', 'A', 'lead', 'x', 1, NULL)`,
	`INSERT INTO rm_kinds VALUES (1, 'transfers#state-change', '2.0.0', 'applied'), (2, 'cards#card-status-change', '2.0.0', 'kept')`,
	`INSERT INTO rm_outcomes VALUES (1, 1, '', 1, 71, 500, NULL), (2, 2, 'type_not_read', NULL, NULL, 500, NULL)`,
	`INSERT INTO rm_profiles VALUES (500, 1)`, `INSERT INTO rm_tallies VALUES ('failed', '', 'EUR', 1)`,
	`UPDATE rm_meta SET cursor = 2, decoder_version = 2`,
}

func TestADatabaseOfTheFirstReleaseIsBroughtUpToDate(t *testing.T) {
	rebuilt := []string{ // the names of indexes swing with every rebuild
		`DROP INDEX rm_kinds_by_name`, `CREATE UNIQUE INDEX rx_kinds_by_name ON rm_kinds (event_type, schema_version, status)`,
		`DROP INDEX rm_outcomes_by_kind`, `CREATE INDEX rx_outcomes_by_kind ON rm_outcomes (kind_id, delivery_id)`,
	}
	unfinished := []string{ // a rebuild that was interrupted has left a copy
		`CREATE TABLE rmnext_meta (id INTEGER PRIMARY KEY, cursor INTEGER, decoder_version INTEGER, owner TEXT)`,
		`INSERT INTO rmnext_meta VALUES (1, 1, 2, 'x')`, `CREATE TABLE rmgone_profiles (profile_id INTEGER PRIMARY KEY)`,
	}
	for name, more := range map[string][]string{"as it was made": nil, "after a rebuild": rebuilt, "amid a rebuild": unfinished} {
		t.Run(name, func(t *testing.T) {
			path := databaseOf(t, firstSchema, slices.Concat(served, more)...)
			side := outside(t, path)
			before := rowsOfFirst(t, side)
			db, err := Open(context.Background(), path, Options{})
			if err != nil {
				t.Fatalf("a newer program cannot open it: %v", err)
			}
			if diff := cmp.Diff(before, rowsOfFirst(t, side)); diff != "" {
				t.Errorf("rows of then (-before +after):\n%s", diff)
			}
			if err := db.Read(context.Background(), func(r *Reader) error {
				at, err := r.Progress(Live)
				if at.Cursor != 2 || at.Decoder == 0 || at.Decoder >= wise.DecoderVersion {
					t.Errorf("progress %+v, want the cursor of then, and an older decoder", at)
				}
				return err
			}); err != nil {
				t.Error(err)
			}
			if err := db.Close(); err != nil {
				t.Error(err)
			}
			if again, err := Open(context.Background(), path, Options{}); err != nil {
				t.Errorf("opened again: %v", err)
			} else if err := again.Close(); err != nil {
				t.Error(err)
			}
		})
	}
}

// rowsOfFirst prints what the first release knew, column by column.
func rowsOfFirst(t *testing.T, side *sql.DB) string {
	t.Helper()
	var all []string
	for _, query := range []string{
		`SELECT group_concat(id || hex(body_sha256) || body) FROM deliveries`, `SELECT group_concat(id || delivery_id || test) FROM receipts`,
		`SELECT group_concat(email || role) FROM people`, `SELECT group_concat(id || event_type || schema_version || status) FROM rm_kinds`,
		`SELECT group_concat(delivery_id || kind_id || why) FROM rm_outcomes`, `SELECT group_concat(profile_id) FROM rm_profiles`,
		`SELECT group_concat(list || n) FROM rm_tallies`, `SELECT cursor FROM rm_meta`,
	} {
		var text string
		if err := side.QueryRow(query).Scan(&text); err != nil {
			t.Fatalf("%s: %v", query, err)
		}
		all = append(all, text)
	}
	return strings.Join(all, "\n")
}
