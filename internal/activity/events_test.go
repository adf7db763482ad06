package activity_test

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"testing"
	"time"

	"transferdesk/internal/activity"
	"transferdesk/internal/evidence"
	"transferdesk/internal/money"

	"github.com/shopspring/decimal"
)

// The things that most tests are about: one without previous states, one with.
var (
	card  = activity.Key{Kind: activity.Card, ID: "c-1"}
	batch = activity.Key{Kind: activity.Batch, ID: "12345"}
)

// clock reads "18 10:00:00.123" as a time in November 2026.
func clock(text string) time.Time {
	t, err := time.Parse("2006-01-2 15:04:05", "2026-11-"+text)
	if err != nil {
		panic(err)
	}
	return t
}

// in is an event that says which state a thing is in.
func in(key activity.Key, at, state string) activity.Event {
	return activity.Event{Key: key, State: state, At: evidence.Moment{Time: clock(at), By: evidence.Occurred, Raw: at}}
}

// step is one that says the state before, too.
func step(at, from, state string) activity.Event {
	e := in(batch, at, state)
	e.From = from
	return e
}

// bySent makes the event one whose own time cannot be used.
func bySent(e activity.Event) activity.Event {
	e.At.By, e.At.Raw, e.At.Aside = evidence.Sent, "", evidence.TimeUnreadable
	return e
}

// byNothing makes the event one that no time places.
func byNothing(e activity.Event) activity.Event {
	e.At = evidence.Moment{By: evidence.Nothing, Aside: evidence.TimeUnreadable}
	return e
}

// version makes the event a body of a schema version.
func version(e activity.Event, schema string) activity.Event {
	e.Source.SchemaVersion = schema
	return e
}

func owner(e activity.Event, profile, user int64) activity.Event {
	e.Profile, e.User = profile, user
	return e
}

func amount(value, currency string) money.Amount {
	return money.Amount{Value: decimal.RequireFromString(value), Currency: currency}
}

// deliver numbers the events in order of arrival and gives each the hash of what
// it says.
func deliver(events ...activity.Event) []activity.Event {
	for i := range events {
		e := &events[i]
		e.Hash, e.Source.Delivery = "", 0
		text, err := json.Marshal(e)
		if err != nil {
			panic(err)
		}
		sum := sha256.Sum256(text)
		e.Hash, e.Source.Delivery = hex.EncodeToString(sum[:]), int64(i+1)
	}
	return events
}

func fold(t *testing.T, events ...activity.Event) activity.Facts {
	t.Helper()
	facts, _ := activity.Fold(events[0].Key, deliver(events...))
	return facts
}
