package store

import (
	"database/sql"
	"errors"
	"fmt"
	"time"

	"transferdesk/internal/transfer"
)

// StageHeld is where a transfer stands as far as lists know: what was resolved comes
// back to them once this is not what it was.
type StageHeld struct {
	Stage transfer.Stage
	Since time.Time // zero: not known
}

// StageHeld gives where a transfer stands now; the zero value for one that no event has
// named.
func (r *Reader) StageHeld(id int64) (held StageHeld, err error) {
	var since int64
	err = r.scan(`SELECT stage, stage_at FROM rm_transfers WHERE transfer_id = ?`, []any{id}, &held.Stage, &since)
	if errors.Is(err, sql.ErrNoRows) {
		return StageHeld{}, nil
	}
	if err != nil {
		return StageHeld{}, fmt.Errorf("reading where transfer %d stands: %w", id, err)
	}
	held.Since = stamped(since)
	return held, nil
}
