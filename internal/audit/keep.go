package audit

import (
	"context"
	"fmt"

	"transferdesk/internal/fault"
	"transferdesk/store"
)

// keep makes a change and keeps the row that it gives, in one transaction. Its error is
// the change's own, as it is, or fault.Unavailable where nothing could be kept.
func keep(ctx context.Context, db *store.DB, change func(*store.Tx) (store.AuditEntry, error)) error {
	var own error
	err := db.Write(ctx, store.LaneAct, func(tx *store.Tx) error {
		entry, err := change(tx)
		if own = err; err != nil {
			return err
		}
		if err := tx.AddAuditEntry(entry); err != nil {
			return fmt.Errorf("recording %s: %w", entry.Act, err)
		}
		return nil
	})
	if err == nil || own != nil && store.Refused(own) {
		return err
	}
	return fault.Wrap(fault.Unavailable, "This could not be recorded just now, so nothing was changed. Try again in a minute.", err)
}

// write keeps one row by itself.
func write(ctx context.Context, db *store.DB, entry store.AuditEntry) error {
	return keep(ctx, db, func(*store.Tx) (store.AuditEntry, error) { return entry, nil })
}

// endNotKept says that an act was begun and is not known to have ended: who reads that
// nothing was changed would do it again.
func endNotKept(err error) error {
	if err == nil {
		return nil
	}
	return fault.Wrap(fault.Unavailable, "This was begun, and how it ended could not be recorded. Look at what is there now before you try again.", err)
}
