package journal

import (
	"context"
	"crypto/sha256"
	"strings"

	"transferdesk/internal/fault"
	"transferdesk/internal/wise"
	"transferdesk/store"
)

// Learn keeps a state that was learned by asking, in the same journal as what Wise
// sends, as a source of its own: Wise has signed none of it. It returns our id of the
// delivery once that is durable. Without AskedAt it was seen now. fault.Invalid when no
// transfer or no status is named; fault.Unavailable when it could not be kept, and may
// be learned again at no harm.
func (j *Journal) Learn(ctx context.Context, seen wise.Seen) (delivery int64, err error) {
	if seen.Transfer <= 0 || strings.TrimSpace(seen.Status) == "" {
		return 0, fault.New(fault.Invalid, "A state that was learned names its transfer and the status.")
	}
	now := j.clock()
	if seen.AskedAt.IsZero() {
		seen.AskedAt = now
	}
	body, err := seen.Body()
	if err != nil {
		return 0, err
	}
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	kept, err := j.db.Accept(ctx, store.Arrival{
		Source: store.FromReconciliation, Body: body, SHA256: sha256.Sum256(body), ReceivedAt: now, ContentType: "application/json",
	})
	if err != nil {
		return 0, unavailable(err)
	}
	if wake := j.accepted.Load(); wake != nil {
		(*wake)()
	}
	return kept.Delivery, nil
}
