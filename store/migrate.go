package store

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"io/fs"

	"github.com/pressly/goose/v3"
)

//go:embed migrations/sqlite/*.sql
var migrations embed.FS

// ErrNewerSchema says that a newer transferdesk has been at this database.
var ErrNewerSchema = errors.New("the database has a newer schema than this program")

// migrate applies the migrations that are missing, each in a transaction of its
// own.
func (db *DB) migrate(ctx context.Context, pool *sql.DB) error {
	provider, err := newProvider(pool)
	if err != nil {
		return err
	}
	have, want, err := provider.GetVersions(ctx)
	if err != nil {
		return fmt.Errorf("reading the schema's version: %w", err)
	}
	if have > want {
		return fmt.Errorf("%w: schema %d, this program knows %d", ErrNewerSchema, have, want)
	}
	if _, err := provider.Up(ctx); err != nil {
		return fmt.Errorf("migrating from schema %d to %d: %w", have, want, err)
	}
	db.schema = want
	return nil
}

// CheckSchema says whether the schema is still the one that Open brought it to;
// ErrNewerSchema when a newer program has been at it since.
func (db *DB) CheckSchema(ctx context.Context) error {
	var have int64
	err := db.Read(ctx, func(r *Reader) error {
		return r.scan(`SELECT max(version_id) FROM goose_db_version WHERE is_applied = 1`, nil, &have)
	})
	if err != nil {
		return fmt.Errorf("reading the schema's version: %w", err)
	}
	if have != db.schema {
		return fmt.Errorf("%w: schema %d, this program knows %d", ErrNewerSchema, have, db.schema)
	}
	return nil
}

func newProvider(pool *sql.DB) (*goose.Provider, error) {
	files, err := fs.Sub(migrations, "migrations/sqlite")
	if err != nil {
		return nil, fmt.Errorf("finding the migrations: %w", err)
	}
	provider, err := goose.NewProvider(goose.DialectSQLite3, pool, files, goose.WithDisableGlobalRegistry(true))
	if err != nil {
		return nil, fmt.Errorf("reading the migrations: %w", err)
	}
	return provider, nil
}
