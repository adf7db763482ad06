package desk

import (
	"context"
	"crypto/subtle"
	"strconv"
	"sync"

	"transferdesk/internal/audit"
	"transferdesk/internal/auth"
	"transferdesk/internal/fault"
	"transferdesk/store"
)

// textNoSetUp answers every wrong, used or old set-up link.
const textNoSetUp = "This set-up link is not valid any more. Restart the server for a new one, or add a person on the command line."

// setUp holds the hash of the one set-up secret, in memory only: a restart
// makes the old link void.
type setUp struct {
	mu   sync.Mutex
	hash []byte
}

// OpenSetUp makes the secret of a one-time link for the first admin, while
// there is nobody at all; empty when somebody has an account already.
func (d *Desk) OpenSetUp(ctx context.Context) (secret string, err error) {
	people := 0
	err = d.db.Read(ctx, func(r *store.Reader) (err error) {
		people, err = r.CountPeople()
		return err
	})
	if err != nil || people > 0 {
		return "", err
	}
	secret = auth.NewSecret()
	d.setUp.mu.Lock()
	defer d.setUp.mu.Unlock()
	d.setUp.hash = auth.HashSecret(secret)
	return secret, nil
}

// SetUpOpen says whether secret opens the set-up page now.
func (d *Desk) SetUpOpen(secret string) bool {
	d.setUp.mu.Lock()
	defer d.setUp.mu.Unlock()
	return d.setUp.hash != nil && subtle.ConstantTimeCompare(d.setUp.hash, auth.HashSecret(secret)) == 1
}

// FirstAdmin adds the first person, as admin, by the set-up link's secret, and
// signs it in. The link works once, and only while there is nobody.
func (d *Desk) FirstAdmin(ctx context.Context, visitor Visitor, secret string, person NewPerson) (session string, err error) {
	if !d.SetUpOpen(secret) {
		return "", fault.New(fault.NotFound, textNoSetUp)
	}
	person.Role, person.Compliance = auth.Admin, false // the flag is given by name, never by a link
	row, err := d.newRow(ctx, person)
	if err != nil {
		return "", err
	}
	actor := auth.Actor{Kind: auth.Visitor, Name: "set-up link", Role: auth.Admin}
	entry := audit.Entry{Act: auth.AddPerson, SubjectKind: "person", RequestID: visitor.RequestID, Detail: "first admin, by the set-up link"}
	err = audit.DoNew(ctx, d.db, d.clock, actor, entry, func(tx *store.Tx) (string, error) {
		people, err := tx.CountPeople()
		if err != nil {
			return "", err
		}
		if people > 0 {
			return "", fault.New(fault.NotFound, textNoSetUp)
		}
		row.ID, err = tx.AddPerson(row)
		return strconv.FormatInt(row.ID, 10), err
	})
	if err != nil {
		return "", err
	}
	d.closeSetUp()
	return d.startSession(ctx, visitor, row)
}

func (d *Desk) closeSetUp() {
	d.setUp.mu.Lock()
	defer d.setUp.mu.Unlock()
	d.setUp.hash = nil
}
