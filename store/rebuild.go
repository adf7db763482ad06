package store

import (
	"errors"
	"fmt"
	"strings"
)

// piece is a table or an index of the read models.
type piece struct{ kind, name, table, ddl string }

// ErrUnswept says that another rebuild's copy is in the way.
var ErrUnswept = errors.New("an unfinished copy of the read models is in the way")

// otherIndex is the prefix that an index of the next copy bears when the live one
// bears rm_: names of indexes are one space, and SQLite cannot rename an index.
const otherIndex = "rx_"

// StartRebuild makes an empty next copy of the read models, which only the owner
// may fill; ErrUnswept when Sweep has to take another one away first.
func (tx *Tx) StartRebuild(owner string, decoder int) error {
	for _, m := range []Model{Next, gone} {
		old, err := tx.pieces(m)
		if err != nil {
			return err
		}
		if len(old) > 0 {
			return ErrUnswept
		}
	}
	pieces, err := tx.pieces(Live)
	if err != nil {
		return err
	}
	for _, p := range pieces {
		if _, err := tx.conn.sql.ExecContext(tx.ctx, p.next()); err != nil {
			return fmt.Errorf("making the next copy of %s: %w", p.name, err)
		}
	}
	_, err = tx.exec(Next.of(`INSERT INTO rm_meta (id, cursor, decoder_version, owner) VALUES (1, 0, ?, ?)`), decoder, owner)
	if err != nil {
		return fmt.Errorf("starting the next copy: %w", err)
	}
	return nil
}

// Swap puts the next copy in the place of the live one, which Sweep then takes away.
func (tx *Tx) Swap() error {
	pieces, err := tx.pieces(Live)
	if err != nil {
		return err
	}
	for _, step := range []struct{ from, to Model }{{Live, gone}, {Next, Live}} {
		for _, p := range pieces {
			if p.kind != "table" {
				continue
			}
			stem := strings.TrimPrefix(p.name, string(Live))
			_, err := tx.conn.sql.ExecContext(tx.ctx, "ALTER TABLE "+string(step.from)+stem+" RENAME TO "+string(step.to)+stem)
			if err != nil {
				return fmt.Errorf("swapping %s: %w", p.name, err)
			}
		}
	}
	return nil
}

// sweepRows is how many rows of a replaced copy go in one turn: some milliseconds.
const sweepRows = 1000

// Sweep takes away a bounded part of what a rebuild has replaced or left
// unfinished; true means that nothing is left to take. Unless all is true,
// an unfinished copy stays, since its owner may be at work.
func (tx *Tx) Sweep(all bool) (done bool, err error) {
	copies := []Model{gone}
	if all {
		copies = append(copies, Next)
	}
	for _, m := range copies {
		pieces, err := tx.pieces(m)
		if err != nil {
			return false, err
		}
		for _, p := range pieces {
			if p.kind == "table" {
				return false, tx.sweep(p.name)
			}
		}
	}
	return true, nil
}

// sweep takes rows of a table, and the table when there are no more. Every table
// of the read models has a primary key of its own.
func (tx *Tx) sweep(table string) error {
	var key string
	err := tx.conn.sql.QueryRowContext(tx.ctx, `SELECT group_concat(name) FROM pragma_table_info(?) WHERE pk > 0`, table).Scan(&key)
	if err != nil {
		return fmt.Errorf("reading the key of %s: %w", table, err)
	}
	result, err := tx.conn.sql.ExecContext(tx.ctx,
		"DELETE FROM "+table+" WHERE ("+key+") IN (SELECT "+key+" FROM "+table+" LIMIT ?)", sweepRows)
	if err != nil {
		return fmt.Errorf("emptying %s: %w", table, err)
	}
	if n, err := result.RowsAffected(); err != nil || n == sweepRows {
		return err
	}
	if _, err := tx.conn.sql.ExecContext(tx.ctx, "DROP TABLE "+table); err != nil {
		return fmt.Errorf("dropping %s: %w", table, err)
	}
	return nil
}

// pieces lists the tables and indexes of a copy, tables first.
func (r *Reader) pieces(m Model) ([]piece, error) {
	rows, err := r.conn.sql.QueryContext(r.ctx, `SELECT type, name, tbl_name, sql FROM sqlite_schema
		WHERE tbl_name GLOB ? AND sql IS NOT NULL AND type IN ('table', 'index') ORDER BY type DESC, name`, string(m)+"*")
	if err != nil {
		return nil, fmt.Errorf("reading the schema: %w", err)
	}
	defer func() { _ = rows.Close() }()
	var all []piece
	for rows.Next() {
		var p piece
		if err := rows.Scan(&p.kind, &p.name, &p.table, &p.ddl); err != nil {
			return nil, fmt.Errorf("reading the schema: %w", err)
		}
		all = append(all, p)
	}
	return all, rows.Err()
}

// next gives the statement that makes the piece of the next copy that answers to
// this one. What stands from the first bracket on is the same.
func (p piece) next() string {
	body := p.ddl[strings.Index(p.ddl, "("):]
	table := Next.of(p.table)
	if p.kind == "table" {
		return "CREATE TABLE " + table + " " + body
	}
	unique := ""
	if strings.HasPrefix(p.ddl, "CREATE UNIQUE") {
		unique = "UNIQUE "
	}
	return "CREATE " + unique + "INDEX " + otherName(p.name) + " ON " + table + " " + body
}

// otherName is what an index is called in the copy that follows.
func otherName(index string) string {
	if stem, ok := strings.CutPrefix(index, otherIndex); ok {
		return string(Live) + stem
	}
	return otherIndex + strings.TrimPrefix(index, string(Live))
}
