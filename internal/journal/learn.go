package journal

import (
	"context"
	"crypto/sha256"
	"strings"
	"time"

	"transferdesk/internal/fault"
	"transferdesk/internal/wise"
	"transferdesk/store"
)

// Learned is the state of a transfer as Wise's API named it when we asked.
type Learned struct {
	Transfer int64
	Profile  int64     // 0: not told
	Account  int64     // recipient account; 0: not told
	Status   string    // as Wise spelled it
	AskedAt  time.Time // when we asked, by our clock; zero: now
	TraceID  string    // x-trace-id of Wise's answer; "" when it had none
}

// Learn keeps a state that was learned by asking, in the same journal as what Wise
// sends, as a source of its own: Wise has signed none of it. It returns our id of the
// delivery once that is durable. fault.Invalid when no transfer or no status is named;
// fault.Unavailable when it could not be kept, and may be learned again at no harm.
func (j *Journal) Learn(ctx context.Context, l Learned) (delivery int64, err error) {
	if l.Transfer <= 0 || strings.TrimSpace(l.Status) == "" {
		return 0, fault.New(fault.Invalid, "A state that was learned names its transfer and the status.")
	}
	now := j.clock()
	if l.AskedAt.IsZero() {
		l.AskedAt = now
	}
	body, err := wise.Seen(l).Body()
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
