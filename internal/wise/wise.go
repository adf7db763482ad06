// Package wise is the wire to Wise: the signature of a webhook and the reading
// of its body, per event type and schema version, into the vocabulary of
// transfers and customers. It never guesses: a body whose meaning is not clear
// is Unreadable, one that needs a newer reader is Kept.
package wise

import (
	"time"

	"transferdesk/internal/activity"
	"transferdesk/internal/customer"
	"transferdesk/internal/transfer"
)

// DecoderVersion rises whenever Decode reads some body in another way than before;
// read models made by an older one are folded again.
const DecoderVersion = 8

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

// Decoded is what one body says. When the Verdict is Readable at least one of
// Transfer, User and Activity is set; otherwise all are nil.
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
	Activity      *activity.Event     // the event, when it is about anything else
	Handles       []Handle            // by what else somebody may search for it; of a Readable body only
	TransferID    int64               // the transfer that the body names; 0: none, or not unambiguous
	ProfileID     int64               // likewise
	UserID        int64               // likewise
	ZeroIDs       bool                // HasIDs, and every integer id is 0: a test notification by its body
	HasIDs        bool                // the body carries at least one integer id
}

// Handle is something other than an id of a transfer, profile or user by which a
// person may look for what an event is about.
type Handle struct {
	Kind HandleKind
	Text string // as sent
}

// HandleKind says what a handle is.
type HandleKind string

// The handles.
const (
	HandleUETR      HandleKind = "uetr"              // of a SWIFT payment
	HandleReference HandleKind = "reference"         // transfer_reference that is no transfer id: BNK-…; of a settlement; of a payment
	HandleRecipient HandleKind = "recipient_account" // account_id of a transfer, recipientId
	HandleCase      HandleKind = "case"              // a partner-support case
	HandleDispute   HandleKind = "dispute"
	HandleCard      HandleKind = "card"    // card token
	HandleOrder     HandleKind = "order"   // of a card, of account details
	HandlePayment   HandleKind = "payment" // a card transaction, an incoming transfer, a payment to account details
	HandleReview    HandleKind = "review"  // a KYC review
	HandleBatch     HandleKind = "batch"   // a batch group
)
