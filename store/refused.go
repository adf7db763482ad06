package store

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"strings"

	"github.com/mattn/go-sqlite3"

	"transferdesk/internal/fault"
)

// Refused says whether a write failed because of what was written: a constraint, a
// trigger, a value that a table does not take, or a mistake of our own in writing
// it. The surroundings' failures (a full disk, a lock, a moved file, a lost ground)
// are none of it: the same write may succeed later.
func Refused(err error) bool {
	if err == nil || surroundings(err) {
		return false
	}
	var own sqlite3.Error
	if !errors.As(err, &own) {
		return true
	}
	switch own.Code {
	case sqlite3.ErrConstraint, sqlite3.ErrMismatch, sqlite3.ErrTooBig:
		return true
	case sqlite3.ErrError: // also what SQLite says of a table that is gone
		return !strings.HasPrefix(own.Error(), "no such")
	}
	return false
}

// surroundings names the failures that are not SQLite's own to tell.
func surroundings(err error) bool {
	for _, known := range []error{ErrMoved, ErrUnswept, ErrFileGone, errClosed, context.Canceled, context.DeadlineExceeded,
		sql.ErrConnDone, sql.ErrTxDone, driver.ErrBadConn} {
		if errors.Is(err, known) {
			return true
		}
	}
	return fault.KindOf(err) == fault.Unavailable
}
