package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"runtime"

	"transferdesk/internal/fault"
)

// Reader is one read-only view of the database, frozen at the Read's first
// query. Every query is a method on it, in the file of its table.
type Reader struct{ *conn }

// openReaders makes the read-only connections.
func (db *DB) openReaders(ctx context.Context, pool *sql.DB) error {
	n := max(4, 2*runtime.NumCPU())
	db.readers = make(chan *conn, n)
	for range n {
		c, err := newConn(ctx, pool, db.log)
		if err != nil {
			return err
		}
		db.readers <- c
	}
	return nil
}

// closeReaders waits until each connection has come back, and closes it.
func (db *DB) closeReaders() error {
	var errs []error
	for range cap(db.readers) {
		c := <-db.readers
		errs = append(errs, c.close())
	}
	return errors.Join(errs...)
}

// Read runs do inside one read-only transaction, so that all it sees is of one
// moment. Keep it short: a reader that stands lets the write-ahead log grow.
func (db *DB) Read(ctx context.Context, do func(*Reader) error) (err error) {
	c, err := db.takeReader(ctx)
	if err != nil {
		return err
	}
	defer func() { db.readers <- c }()
	c.use(ctx)
	if err := c.begin(); err != nil {
		return fault.Wrap(fault.Unavailable, "The database cannot be read just now.", err)
	}
	defer func() {
		if left := c.end(); left != nil {
			err = errors.Join(err, left)
		}
	}()
	return do(&Reader{c})
}

func (db *DB) takeReader(ctx context.Context) (*conn, error) {
	select {
	case <-db.closed:
		return nil, errClosed
	default:
	}
	select {
	case c := <-db.readers:
		return c, nil
	case <-db.closed:
		return nil, errClosed
	case <-ctx.Done():
		return nil, fault.Wrap(fault.Unavailable, "The database is busy.", ctx.Err())
	}
}

// begin enters a transaction. Where the one before could not be left, it is left
// now: a connection that failed once must not fail every page after it.
func (c *conn) begin() error {
	if _, err := c.exec("BEGIN"); err == nil {
		return nil
	}
	_, _ = c.exec("ROLLBACK") // fails when there was nothing to leave
	if _, err := c.exec("BEGIN"); err != nil {
		return fmt.Errorf("entering the transaction: %w", err)
	}
	return nil
}

// end leaves the transaction, whatever became of the request's context.
func (c *conn) end() error {
	c.use(context.Background())
	if _, err := c.exec("ROLLBACK"); err != nil {
		return fmt.Errorf("leaving the transaction: %w", err)
	}
	return nil
}
