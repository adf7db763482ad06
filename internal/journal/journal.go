// Package journal keeps what Wise sends: once, for ever, unchanged. A body whose
// signature verifies is durably stored before Accept returns, whatever it
// contains; anything else is refused and costs no write of its own.
package journal

import (
	"context"
	"crypto/sha256"
	"log/slog"
	"net/http"
	"strings"
	"sync/atomic"
	"time"

	"transferdesk/internal/fault"
	"transferdesk/internal/wise"
	"transferdesk/store"
)

// patience is how long a delivery may wait for its commit. Wise gives up after
// five seconds; before that it is to hear a 503, which it tries again.
const patience = 4 * time.Second

// Arrival is one request to the webhook, with its body read whole.
type Arrival struct {
	Body   []byte
	Header http.Header
	Remote string // the peer's address; kept only of what is refused
}

// Journal takes deliveries in. Its methods may be called from many goroutines.
type Journal struct {
	db       *store.DB
	keys     wise.Keys
	others   wise.Keys // that Wise publishes for the environments which are not ours
	clock    func() time.Time
	rejects  *rejects
	accepted atomic.Pointer[func()]
}

// New makes the journal of a database; what is signed with one of keys counts as
// Wise's. Close it before the database.
func New(db *store.DB, keys wise.Keys, clock func() time.Time, log *slog.Logger) *Journal {
	return &Journal{db: db, keys: keys, others: wise.OtherKeys(keys), clock: clock, rejects: newRejects(db, clock, log)}
}

// OnAccept sets what is called after each commit of a delivery; it must not block.
func (j *Journal) OnAccept(wake func()) { j.accepted.Store(&wake) }

// Accept verifies the raw body and keeps it. nil means that it is durable. A bad
// signature is fault.Unauthenticated; our own trouble is fault.Unavailable, and
// the delivery may be sent again at no harm.
func (j *Journal) Accept(ctx context.Context, a Arrival) error {
	key, err := j.keys.VerifyRequest(a.Body, a.Header)
	if err != nil {
		j.Reject(Rejection{Reason: j.diagnose(err, a), Header: a.Header, Remote: a.Remote, Bytes: int64(len(a.Body))})
		return fault.Wrap(fault.Unauthenticated, "The signature does not verify. Nothing was stored.", err)
	}
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	if _, err := j.db.Accept(ctx, j.arrival(a, key)); err != nil {
		return unavailable(err)
	}
	if wake := j.accepted.Load(); wake != nil {
		(*wake)()
	}
	return nil
}

func (j *Journal) arrival(a Arrival, key string) store.Arrival {
	return store.Arrival{
		Source:      store.FromWebhook,
		Body:        a.Body,
		SHA256:      sha256.Sum256(a.Body),
		ReceivedAt:  j.clock(),
		DeliveryID:  a.Header.Get(wise.DeliveryHeader),
		Test:        strings.EqualFold(a.Header.Get(wise.TestHeader), "true"),
		ContentType: a.Header.Get("Content-Type"),
		KeyName:     key,
	}
}

// unavailable makes every failure to keep a signed body one that Wise tries
// again: after most answers of 4xx it would give up.
func unavailable(err error) error {
	if fault.KindOf(err) == fault.Unavailable {
		return err
	}
	return fault.Wrap(fault.Unavailable, "The delivery could not be stored. Send it again.", err)
}

// WriteRejected writes what was rejected lately at once, for a page that asks why
// something did not come; otherwise it may take a second.
func (j *Journal) WriteRejected() error { return j.rejects.flush() }

// Close writes what was rejected lately and stops. Reject does nothing after it.
func (j *Journal) Close() error { return j.rejects.close() }

// reasons names why a signature was refused, for the table of rejected deliveries.
var reasons = []struct {
	err  error
	code string
}{
	{wise.ErrSignatureMissing, "signature_missing"},
	{wise.ErrOldHeader, "signature_sha1_only"},
	{wise.ErrSignatureTwice, "signature_twice"},
	{wise.ErrNotBase64, "signature_not_base64"},
	{wise.ErrWrongLength, "signature_wrong_length"},
	{wise.ErrMismatch, mismatch},
}
