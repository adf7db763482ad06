// Package store is the database: one SQLite file, one writer with group commit,
// a few read-only connections, and for every table one file of models and
// queries. All SQL of Transferdesk stands here and in the migrations.
//
// Reads run inside DB.Read and are methods on *Reader; writes run inside
// DB.Write and are methods on *Tx, which reads as well.
package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"sync"
	"time"

	"golang.org/x/sys/unix"
)

// Options are what a database needs from its surroundings.
type Options struct {
	Clock func() time.Time // now; nil means the wall clock
	Log   *slog.Logger     // nil means that nothing is logged
	Group int              // how many deliveries share a commit at most; 0 means 256, and 1 shows what sharing is worth
}

// DB is an open database. Its methods may be called from many goroutines.
type DB struct {
	path    string
	schema  int64 // version of the newest migration that this program knows
	clock   func() time.Time
	log     *slog.Logger
	group   int
	pools   []*sql.DB
	readers chan *conn
	writer  *writer

	closed   chan struct{} // closed by Close
	mu       sync.Mutex
	serving  *os.File // the lock of LockServe, while it is held
	closing  sync.Once
	closeErr error
}

// Open opens the database file at path, making it and its folder when they are
// not there, and brings its schema up to date. It refuses a file or folder that
// others may touch, a SQLite older than 3.51.3, and a schema newer than this
// program.
func Open(ctx context.Context, path string, opt Options) (*DB, error) {
	abs, err := filepath.Abs(path)
	if err != nil {
		return nil, fmt.Errorf("finding the database %s: %w", path, err)
	}
	db := &DB{path: abs, clock: opt.Clock, log: opt.Log, group: opt.Group, closed: make(chan struct{})}
	if db.clock == nil {
		db.clock = time.Now
	}
	if db.log == nil {
		db.log = slog.New(slog.DiscardHandler)
	}
	if db.group == 0 {
		db.group = ingestGroup
	}
	if err := db.open(ctx); err != nil {
		return nil, errors.Join(fmt.Errorf("opening the database %s: %w", path, err), db.Close())
	}
	return db, nil
}

func (db *DB) open(ctx context.Context) error {
	if err := securePlace(db.path); err != nil {
		return err
	}
	writing := db.pool(writing)
	if err := db.prepare(ctx, writing); err != nil {
		return err
	}
	if err := secureFiles(db.path); err != nil {
		return err
	}
	if err := db.openReaders(ctx, db.pool(reading)); err != nil {
		return err
	}
	c, err := newConn(ctx, writing, db.log)
	if err != nil {
		return err
	}
	if err := tune(c); err != nil {
		return err
	}
	files, err := seeFiles(db.path)
	if err != nil {
		return err
	}
	db.writer = newWriter(c, files, db.group, db.log)
	return nil
}

// prepare brings the file to where it can be served. Two processes that start
// together take turns through a side file: the first connection turns a new file
// to a write-ahead log, and SQLite makes nobody wait for that.
func (db *DB) prepare(ctx context.Context, pool *sql.DB) (err error) {
	turn, err := lockFile(db.path+".migrate", unix.LOCK_EX)
	if err != nil {
		return fmt.Errorf("waiting for the turn to open: %w", err)
	}
	defer func() { err = errors.Join(err, turn.Close()) }()
	if err := checkVersion(ctx, pool); err != nil {
		return err
	}
	return db.migrate(ctx, pool)
}

// Path is the database file's absolute path.
func (db *DB) Path() string { return db.path }

// Close lets the writes that wait be committed, refuses further ones, waits for
// reads to end and closes the file. A second call does nothing.
func (db *DB) Close() error {
	db.closing.Do(func() { db.closeErr = db.shut() })
	return db.closeErr
}

func (db *DB) shut() error {
	close(db.closed)
	var errs []error
	if db.writer != nil {
		errs = append(errs, db.writer.close())
	}
	if db.readers != nil {
		errs = append(errs, db.closeReaders())
	}
	for _, pool := range db.pools {
		errs = append(errs, pool.Close())
	}
	return errors.Join(append(errs, db.unlockServe())...)
}
