package store

import (
	"context"
	"database/sql"
	"fmt"
	"log/slog"
	"net/url"
	"strings"
	"time"

	"gorm.io/driver/sqlite"
	"gorm.io/gorm"
	"gorm.io/gorm/logger"
)

// Settings of each kind of connection. FULL makes a commit wait for the disk;
// recursive_triggers lets REPLACE fire the delete triggers of the journal. The cache
// is 16 MB and not more: inserting hashes in random order moves pages about, and
// after that SQLite walks the whole table of its cache at the commit.
const (
	common  = "_busy_timeout=5000&_foreign_keys=1&_recursive_triggers=1&_journal_mode=WAL&_synchronous=FULL"
	writing = common + "&_txlock=immediate&_cache_size=-16384"
	reading = common + "&_query_only=1&_cache_size=-16384"
)

// slowQuery is how long a query through GORM may take before it is logged.
const slowQuery = 500 * time.Millisecond

// pool adds a pool of connections with the given settings; Close closes it.
func (db *DB) pool(settings string) *sql.DB {
	file := url.URL{Path: db.path}
	pool, err := sql.Open(sqlite.DriverName, "file:"+file.EscapedPath()+"?"+settings)
	if err != nil { // only for a driver that is not linked in
		panic(err)
	}
	db.pools = append(db.pools, pool)
	return pool
}

// conn is one connection that is ours alone for a while: GORM for what is not
// hot, and prepared statements, kept for its whole life, for what is.
type conn struct {
	ctx   context.Context // of the Read or Write that is under way
	gorm  *gorm.DB
	sql   *sql.Conn
	base  *gorm.DB
	ready map[string]*sql.Stmt
}

// newConn takes a connection out of the pool and makes it ready for use.
func newConn(ctx context.Context, pool *sql.DB, log *slog.Logger) (*conn, error) {
	c, err := pool.Conn(ctx)
	if err != nil {
		return nil, fmt.Errorf("connecting: %w", err)
	}
	base, err := gorm.Open(sqlite.New(sqlite.Config{Conn: c}), gormConfig(log))
	if err != nil {
		return nil, fmt.Errorf("setting up gorm: %w", err)
	}
	return &conn{ctx: context.Background(), gorm: base, base: base, sql: c, ready: map[string]*sql.Stmt{}}, nil
}

// gormConfig keeps values out of the log and transactions in our own hands.
func gormConfig(log *slog.Logger) *gorm.Config {
	return &gorm.Config{
		SkipDefaultTransaction: true,
		DisableAutomaticPing:   true,
		TranslateError:         true,
		NowFunc:                func() time.Time { return time.Time{} }, // times are parameters, never GORM's
		Logger: logger.NewSlogLogger(log, logger.Config{
			LogLevel:                  logger.Warn,
			SlowThreshold:             slowQuery,
			IgnoreRecordNotFoundError: true,
			ParameterizedQueries:      true,
		}),
	}
}

// tune sets what the writer's connection string cannot say. What a statement may
// have to take back is kept in memory: with triggers that is a copy of each page it
// touches. Pages wait for their checkpoint in up to 32 MB of log, since the pages of the
// index on hashes change again and again meanwhile.
func tune(c *conn) error {
	for _, setting := range []string{"temp_store = MEMORY", "wal_autocheckpoint = 8192"} {
		if _, err := c.exec("PRAGMA " + setting); err != nil {
			return fmt.Errorf("setting %s: %w", setting, err)
		}
	}
	return nil
}

// use binds the connection to ctx until it is used for something else.
func (c *conn) use(ctx context.Context) {
	c.ctx = ctx
	c.gorm = c.base.WithContext(ctx)
}

// prepared gives the statement of a query, prepared once for each connection.
// Finish reading one result before you ask the same query again.
func (c *conn) prepared(query string) (*sql.Stmt, error) {
	if stmt, ok := c.ready[query]; ok {
		return stmt, nil
	}
	stmt, err := c.sql.PrepareContext(c.ctx, query)
	if err != nil {
		return nil, fmt.Errorf("preparing %s: %w", firstLine(query), err)
	}
	c.ready[query] = stmt
	return stmt, nil
}

// exec runs a prepared statement that gives no rows.
func (c *conn) exec(query string, args ...any) (sql.Result, error) {
	stmt, err := c.prepared(query)
	if err != nil {
		return nil, err
	}
	return stmt.ExecContext(c.ctx, args...)
}

// query runs a prepared query; the caller closes the rows.
func (c *conn) query(query string, args ...any) (*sql.Rows, error) {
	stmt, err := c.prepared(query)
	if err != nil {
		return nil, err
	}
	return stmt.QueryContext(c.ctx, args...)
}

// scan reads the one row of a prepared query into dest; sql.ErrNoRows when there is none.
func (c *conn) scan(query string, args []any, dest ...any) error {
	stmt, err := c.prepared(query)
	if err != nil {
		return err
	}
	return stmt.QueryRowContext(c.ctx, args...).Scan(dest...)
}

// close gives up the statements and the connection.
func (c *conn) close() error {
	for _, stmt := range c.ready {
		_ = stmt.Close()
	}
	return c.sql.Close()
}

// firstLine keeps errors short when a query is long.
func firstLine(query string) string {
	line, _, _ := strings.Cut(strings.TrimSpace(query), "\n")
	return line
}
