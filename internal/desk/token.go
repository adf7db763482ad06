package desk

import (
	"context"
	"fmt"
	"strconv"

	"transferdesk/internal/audit"
	"transferdesk/internal/auth"
	"transferdesk/internal/fault"
	"transferdesk/store"
)

// AddToken makes an API token and returns it; only its SHA-256 is kept, so it
// is shown this once.
func (d *Desk) AddToken(ctx context.Context, actor auth.Actor, requestID, name string, role auth.Role) (string, error) {
	entry := audit.Entry{Act: auth.AddToken, SubjectKind: "token", RequestID: requestID, Detail: "role " + string(role)}
	if err := audit.Allow(ctx, d.db, d.clock, actor, entry); err != nil {
		return "", err
	}
	name, err := parseName(name)
	if err != nil {
		return "", err
	}
	if role, err = auth.ParseRole(string(role)); err != nil {
		return "", err
	}
	secret := auth.NewToken()
	err = audit.DoNew(ctx, d.db, d.clock, actor, entry, func(tx *store.Tx) (string, error) {
		id, err := tx.AddToken(store.Token{Name: name, Role: string(role), Hash: auth.HashSecret(secret), CreatedAt: d.clock()})
		return strconv.FormatInt(id, 10), err
	})
	if err != nil {
		return "", err
	}
	return secret, nil
}

// Token finds who calls the API by a token; fault.Unauthenticated when there is none such.
func (d *Desk) Token(ctx context.Context, secret string) (auth.Actor, error) {
	refused := fault.New(fault.Unauthenticated, "This needs a valid API token.")
	if !auth.IsToken(secret) {
		return auth.Actor{}, refused
	}
	var token store.Token
	err := d.db.Read(ctx, func(r *store.Reader) (err error) {
		token, err = r.Token(auth.HashSecret(secret))
		return err
	})
	if fault.KindOf(err) == fault.NotFound {
		return auth.Actor{}, refused
	}
	if err != nil {
		return auth.Actor{}, fmt.Errorf("reading a token: %w", err)
	}
	return auth.Actor{Kind: auth.Token, ID: token.ID, Name: token.Name, Role: auth.Role(token.Role)}, nil
}
