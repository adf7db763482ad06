package transfer_test

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"testing"
	"time"

	"transferdesk/internal/evidence"
	"transferdesk/internal/money"
	"transferdesk/internal/transfer"

	"github.com/shopspring/decimal"
)

const id = 47500002

// The short names that the tables are written in.
const (
	waiting   = transfer.IncomingPaymentWaiting
	initiated = transfer.IncomingPaymentInitiated
	process   = transfer.Processing
	converted = transfer.FundsConverted
	sent      = transfer.OutgoingPaymentSent
	bounced   = transfer.BouncedBack
	cancelled = transfer.Cancelled
	refunded  = transfer.FundsRefunded
	charged   = transfer.ChargedBack
	unknown   = transfer.Unknown
)

// clock reads "18 10:00:00.123" as a time in November 2026.
func clock(text string) time.Time {
	t, err := time.Parse("2006-01-2 15:04:05", "2026-11-"+text)
	if err != nil {
		panic(err)
	}
	return t
}

func occurred(at string) evidence.Moment {
	return evidence.Moment{Time: clock(at), By: evidence.Occurred, Raw: at}
}

func event(kind transfer.Kind, at string) transfer.Event {
	return transfer.Event{Kind: kind, Transfer: id, At: occurred(at)}
}

// change is a state change; "" before is null.
func change(at string, from, to transfer.State) transfer.Event {
	e := event(transfer.StateChange, at)
	e.From, e.To = from, to
	return e
}

func failure(at, code string) transfer.Event {
	e := event(transfer.PayoutFailure, at)
	e.Code = code
	return e
}

func amount(value, currency string) money.Amount {
	return money.Amount{Value: decimal.RequireFromString(value), Currency: currency}
}

func refund(at, value string) transfer.Event {
	e := event(transfer.RefundIssued, at)
	e.Refund = amount(value, "EUR")
	return e
}

func cases(at string, codes ...string) transfer.Event {
	e := event(transfer.ActiveCases, at)
	e.Cases = codes
	return bySent(e)
}

func debit(at, value string, balance, step int64) transfer.Event {
	e := event(transfer.BalanceUpdate, at)
	e.Movement = &transfer.Movement{Amount: amount(value, "EUR"), BalanceID: balance, StepID: step, Reference: fmt.Sprint(id)}
	return e
}

func credit(at, value string, balance, step int64) transfer.Event {
	e := debit(at, value, balance, step)
	e.Movement.Credit = true
	return e
}

// credited is a balances#credit, which names no transfer.
func credited(at, value, after string) transfer.Event {
	e := event(transfer.BalanceCredit, at)
	e.Transfer = 0
	e.Movement = &transfer.Movement{AccountID: 8, Credit: true, Amount: amount(value, "EUR")}
	return left(e, after)
}

// left says what is left on the balance after a movement; "" says nothing.
func left(e transfer.Event, after string) transfer.Event {
	if after != "" {
		m := *e.Movement
		m.BalanceAfter = amount(after, "EUR")
		e.Movement = &m
	}
	return e
}

// incoming is a swift-in#credit; "" settles nothing that it tells of.
func incoming(at, value string, byMessage bool) transfer.Event {
	e := event(transfer.IncomingCredit, at)
	e.Incoming = &transfer.Incoming{ByMessage: byMessage}
	if value != "" {
		e.Incoming.Settled = amount(value, "EUR")
	}
	return e
}

// bySent makes the event one whose occurred_at cannot be used.
func bySent(e transfer.Event) transfer.Event {
	e.At.By, e.At.Raw, e.At.Aside = evidence.Sent, "", evidence.TimeUnreadable
	return e
}

// byNothing makes the event one that no time places.
func byNothing(e transfer.Event) transfer.Event {
	e.At = evidence.Moment{By: evidence.Nothing, Aside: evidence.TimeUnreadable}
	return e
}

// version makes the event another body of the same: what a body says besides
// changes its hash.
func version(e transfer.Event, schema string) transfer.Event {
	e.Source.SchemaVersion = schema
	return e
}

func owner(e transfer.Event, profile, account int64) transfer.Event {
	e.Profile, e.Account = profile, account
	return e
}

// deliver numbers the events in order of arrival and gives each the hash of what
// it says.
func deliver(events ...transfer.Event) []transfer.Event {
	for i := range events {
		e := &events[i]
		e.Hash, e.Source.Delivery = "", 0
		movement, incoming := e.Movement, e.Incoming
		e.Movement, e.Incoming = nil, nil
		sum := sha256.Sum256(fmt.Appendf(nil, "%+v %+v %+v", *e, movement, incoming))
		e.Movement, e.Incoming = movement, incoming
		e.Hash, e.Source.Delivery = hex.EncodeToString(sum[:]), int64(i+1)
	}
	return events
}

func fold(t *testing.T, events ...transfer.Event) transfer.Facts {
	t.Helper()
	facts, _ := transfer.Fold(id, deliver(events...))
	return facts
}
