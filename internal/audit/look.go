package audit

import (
	"context"
	"strconv"

	"transferdesk/internal/auth"
	"transferdesk/store"
)

// lookedAt is what a person who opens a page looks at. Papers, forms and what is asked
// for beside a page are no looks of their own.
var lookedAt = map[auth.Act]string{
	auth.ViewTransfer: store.HandleTransfer,
	auth.ViewCustomer: store.HandleProfile,
	auth.ViewUser:     store.HandleUser,
}

// writeView keeps the row of a view, and the look that it is, in one transaction: neither
// stands without the other.
func writeView(ctx context.Context, db *store.DB, entry store.AuditEntry) error {
	look, isLook := lookOf(entry)
	return keep(ctx, db, func(tx *store.Tx) (store.AuditEntry, error) {
		if !isLook {
			return entry, nil
		}
		return entry, tx.AddLook(look)
	})
}

// lookOf is the look that a view is; a token's or the command line's is nobody's.
func lookOf(entry store.AuditEntry) (look store.Look, isLook bool) {
	kind, listed := lookedAt[auth.Act(entry.Act)]
	id, err := strconv.ParseInt(entry.SubjectID, 10, 64)
	if !listed || kind != entry.SubjectKind || err != nil || entry.ActorKind != string(auth.Person) {
		return store.Look{}, false
	}
	return store.Look{Kind: kind, ID: id, Person: entry.ActorID, Name: entry.ActorName, Last: entry.At}, true
}
