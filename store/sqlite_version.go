package store

import (
	"context"
	"database/sql"
	"fmt"
)

// oldestSQLite is the first SQLite without the bug that can corrupt a database
// when its write-ahead log is reset (https://sqlite.org/wal.html#walresetbug).
var oldestSQLite = [3]int{3, 51, 3}

// checkVersion refuses a SQLite that is too old to be trusted with the journal.
func checkVersion(ctx context.Context, pool *sql.DB) error {
	var version string
	if err := pool.QueryRowContext(ctx, "SELECT sqlite_version()").Scan(&version); err != nil {
		return fmt.Errorf("asking SQLite for its version: %w", err)
	}
	return acceptVersion(version)
}

func acceptVersion(version string) error {
	var have [3]int
	if _, err := fmt.Sscanf(version, "%d.%d.%d", &have[0], &have[1], &have[2]); err != nil {
		return fmt.Errorf("reading SQLite's version %q: %w", version, err)
	}
	for i, n := range have {
		if n > oldestSQLite[i] {
			return nil
		}
		if n < oldestSQLite[i] {
			return fmt.Errorf("SQLite %s is too old: 3.51.3 is the first that does not corrupt a write-ahead log", version)
		}
	}
	return nil
}
