package atwise

import (
	"context"
	"strconv"

	"transferdesk/internal/audit"
	"transferdesk/internal/auth"
	"transferdesk/internal/enrich"
	"transferdesk/store"
)

// askNow has Wise asked one question because a person wants to know, at most five
// seconds: recorded as started before, and as it ended after. What Wise says is kept;
// an *api.Error in the chain is kept as its trouble.
func (a *Acts) askNow(ctx context.Context, actor auth.Actor, entry audit.Entry, q enrich.Question) error {
	return audit.Around(ctx, a.db, a.clock, actor, entry, func() error { return a.enrich.Now(ctx, q) })
}

// AskCase asks Wise for a support case. fault.NotFound for one that nobody knows here,
// or that is for compliance alone; Wise is not asked then.
func (a *Acts) AskCase(ctx context.Context, actor auth.Actor, requestID string, wiseID int64) error {
	entry := audit.Entry{Act: auth.AskSupportCase, SubjectKind: "support_case", SubjectID: strconv.FormatInt(wiseID, 10), RequestID: requestID}
	if err := audit.Allow(ctx, a.db, a.clock, actor, entry); err != nil {
		return err
	}
	if err := a.db.Read(ctx, func(r *store.Reader) error { return KnownCase(r, wiseID) }); err != nil {
		return err
	}
	return a.askNow(ctx, actor, entry, enrich.Question{Kind: store.OfSupportCase, ID: wiseID})
}

// AskSubscriptions asks Wise for the subscriptions of the application, profile 0, or
// of a profile.
func (a *Acts) AskSubscriptions(ctx context.Context, actor auth.Actor, requestID string, profile int64) error {
	entry := audit.Entry{Act: auth.AskSubscriptions, SubjectKind: "subscriptions", RequestID: requestID}
	if profile != 0 {
		entry.SubjectID = strconv.FormatInt(profile, 10)
	}
	return a.askNow(ctx, actor, entry, SubscriptionsOf(profile))
}

// AskPayout asks Wise how a transfer was paid out.
func (a *Acts) AskPayout(ctx context.Context, actor auth.Actor, requestID string, q enrich.Question) error {
	entry := audit.Entry{Act: auth.AskPayout, SubjectKind: "transfer", SubjectID: strconv.FormatInt(q.ID, 10), RequestID: requestID}
	return a.askNow(ctx, actor, entry, q)
}
