package desk

import (
	"context"
	"fmt"
	"strconv"

	"transferdesk/internal/audit"
	"transferdesk/internal/auth"
	"transferdesk/internal/customer"
	"transferdesk/store"
)

// PutCustomer puts one entry into the directory as an import of one line does, and
// gives the entry that stands then and whether that changed anything. What is
// recorded names the import that it made, and none when nothing changed.
func (d *Desk) PutCustomer(ctx context.Context, actor auth.Actor, requestID string, put customer.DirectoryEntry) (store.DirectoryEntry, bool, error) {
	entry := audit.Entry{Act: auth.ImportCustomers, SubjectKind: "import", RequestID: requestID,
		Detail: fmt.Sprintf("one entry: profile %d, user %d", put.Profile, put.User)}
	var stands store.DirectoryEntry
	var change store.EntryChange
	err := audit.DoNew(ctx, d.db, d.clock, actor, entry, func(tx *store.Tx) (made string, err error) {
		var in store.DirectoryImport
		if change, in, err = tx.PutDirectoryEntry(put, d.clock(), audit.By(actor)); err != nil {
			return "", err
		}
		if in.ID != 0 {
			made = strconv.FormatInt(in.ID, 10)
		}
		stands, err = tx.DirectoryEntryOf(put.Reference, put.Profile)
		return made, err
	})
	return stands, err == nil && change != store.EntrySame, err
}
