package enrich

import (
	"time"

	"transferdesk/internal/transfer"
	"transferdesk/internal/wise/api"
	"transferdesk/store"
)

// How long an answer stands before it is asked for again.
const (
	freshMoving    = 5 * time.Minute     // details of a transfer that still goes on
	freshSent      = time.Hour           // … of one that was paid out, from which little more is to come
	freshFinal     = 30 * 24 * time.Hour // … of one that is over
	freshEstimate  = 10 * time.Minute
	freshExpected  = 30 * time.Minute // an estimate once the transfer was paid out
	freshPayout    = 6 * time.Hour    // payout information that may still change
	freshForGood   = 100 * 365 * 24 * time.Hour
	freshPerson    = 24 * time.Hour // a recipient, a profile, a user
	freshElsewhere = time.Hour
)

// PayoutSettles is how long after "sent" payout information may still change (Wise's
// operations guide: correct only after up to 3 days).
const PayoutSettles = 3 * 24 * time.Hour

// Kept is how what is kept of a question stands. The zero Kept: it was never asked.
type Kept struct {
	At      time.Time      // of the answer; zero: there is none
	TriedAt time.Time      // of the last try
	RetryAt time.Time      // not to be tried before
	Trouble *store.Trouble // of the last try; nil: it was answered
}

// KeptOf gives that of what was told.
func KeptOf[T any](t store.Told[T]) Kept {
	return Kept{At: t.At, TriedAt: t.TriedAt, RetryAt: t.RetryAt, Trouble: t.Trouble}
}

// Due says whether a question is to be asked now: it was never answered, or the
// answer is too old, and no trouble says to wait. The facts are those of the transfer
// that it is about, and do not matter for other things.
func (e *Enricher) Due(q Question, kept Kept, f transfer.Facts) bool {
	now := e.clock()
	if !kept.At.IsZero() && Fresh(q.Kind, kept.At, f, now) {
		return false
	}
	return kept.Trouble == nil || !now.Before(kept.RetryAt) || e.mayBeMended(q, kept)
}

// mayBeMended says whether the trouble is one of our settings or of who spoke, and
// from before this start, which may have brought better ones, or from before the
// users were linked, whose tokens may see more.
func (e *Enricher) mayBeMended(q Question, kept Kept) bool {
	switch api.Kind(kept.Trouble.Kind) {
	case api.NotConfigured, api.NoToken, api.Refused, api.GrantRevoked, api.Forbidden, api.NeedsApproval:
		return kept.TriedAt.Before(e.started) || kept.TriedAt.Before(q.Linked)
	case api.NotFound:
		return kept.TriedAt.Before(q.Linked)
	}
	return false
}

// Fresh says whether an answer of that time still stands. One about a transfer does
// not once something has happened to the transfer since.
func Fresh(kind store.AnswerKind, at time.Time, f transfer.Facts, now time.Time) bool {
	if isOfTransfer(kind) && f.LastAt.After(at) && !f.LastAt.After(now) {
		return false
	}
	return now.Sub(at) < freshFor(kind, at, f)
}

// isOfTransfer says whether a kind's id is that of a transfer.
func isOfTransfer(kind store.AnswerKind) bool {
	return kind == store.OfTransferDetails || kind == store.OfEstimate || kind == store.OfPayout
}

func freshFor(kind store.AnswerKind, at time.Time, f transfer.Facts) time.Duration {
	sent := f.State() == transfer.OutgoingPaymentSent
	switch kind {
	case store.OfTransferDetails:
		switch {
		case f.Final():
			return freshFinal
		case sent:
			return freshSent
		}
		return freshMoving
	case store.OfEstimate:
		if sent {
			return freshExpected
		}
		return freshEstimate
	case store.OfPayout:
		if v, ok := f.LastSent(); ok && !at.Before(v.At.Add(PayoutSettles)) {
			return freshForGood
		}
		return freshPayout
	case store.OfRecipient, store.OfWiseProfile, store.OfWiseUser:
		return freshPerson
	}
	return freshElsewhere
}
