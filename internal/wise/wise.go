// Package wise is the wire to Wise: the signature of a webhook and the reading
// of its body, per event type and schema version, into the vocabulary of
// transfers and customers. It never guesses: a body whose meaning is not clear
// is Unreadable, one that needs a newer reader is Kept.
package wise

import (
	"time"

	"transferdesk/internal/customer"
	"transferdesk/internal/transfer"
)

// DecoderVersion rises whenever Decode reads some body in another way than before;
// read models made by an older one are folded again.
const DecoderVersion = 1

// Verdict says what could be made of a body.
type Verdict int

// The verdicts. Unreadable is the zero value on purpose: what nobody has judged is not applied.
const (
	Unreadable Verdict = iota // its meaning is not clear: quarantined for a lead
	Kept                      // an event type or version that is not read: kept, shown, sets nothing
	Readable                  // read into an event
)

// String gives the verdict as logs and tests spell it.
func (v Verdict) String() string {
	switch v {
	case Readable:
		return "readable"
	case Kept:
		return "kept"
	default:
		return "unreadable"
	}
}

// Decoded is what one body says. When the Verdict is Readable exactly one of
// Transfer and User is set; otherwise both are nil.
type Decoded struct {
	EventType     string    // as sent, aliases resolved, cut to 200 bytes; "" when there is none
	SchemaVersion string    // as sent, cut likewise
	Subscription  string    // subscription_id as sent, cut likewise
	SentAt        time.Time // UTC; zero when missing, unreadable, before 2011 or over 24 h after arrival
	OccurredAt    time.Time // UTC, of the event's own time field; zero when it has none that can be used
	Verdict       Verdict
	Why           string              // code of WhyText; "" when Readable
	Transfer      *transfer.Event     // the event, when it is about a transfer or a balance
	User          *customer.UserEvent // the event, when it is about a user
	TransferID    int64               // the transfer that the body names; 0: none, or not unambiguous
	ProfileID     int64               // likewise
	UserID        int64               // likewise
	ZeroIDs       bool                // HasIDs, and every integer id is 0: a test notification by its body
	HasIDs        bool                // the body carries at least one integer id
}
