package projection

import (
	"transferdesk/internal/evidence"
	"transferdesk/internal/feed"
	"transferdesk/internal/wise"
	"transferdesk/store"
)

// feedKey names one feed.
type feedKey struct{ eventType, subscription string }

// hearing is what the arrivals of a batch tell of the feeds themselves.
type hearing struct {
	feeds   map[feedKey]*feed.Record
	minutes store.Minutes
}

// hear judges an arrival and takes note of how it came. A test counts as a test and
// leaves no other trace, whether its ids are 0 or its header says so; a body that
// was held as a test counts from the arrival that made it real. What we asked for is
// judged like any other, and is no sign of life of Wise's webhooks: it leaves no trace
// here at all, or a silent feed would look alive for as long as we ask.
func (b *batch) hear(a arrival) error {
	if a.Asked() {
		return b.judge(a)
	}
	o, err := b.before(a)
	if err != nil {
		return err
	}
	judged := len(b.outcomes)
	if err := b.judge(a); err != nil || a.refused == bare {
		return err
	}
	anew := len(b.outcomes) > judged
	if anew {
		o = b.outcomes[judged]
	}
	said := a.said
	if !a.First && o.Why != WhyPoison && (anew || !a.Test && o.Kind.Status != store.StatusTest) {
		said, _ = b.projector.decode(a.Body, a.Told())
	}
	b.hearing.minutes.Count(a.ReceivedAt, b.became(o, said, anew))
	if a.Test || o.Kind.Status == store.StatusTest {
		return nil
	}
	return b.listen(feedKey{said.EventType, said.Subscription}, a)
}

// before is what had become of the body before this arrival.
func (b *batch) before(a arrival) (o store.Outcome, err error) {
	if !a.First {
		o, _, err = b.outcome(a.Delivery)
	}
	return o, err
}

// became says what an arrival counts as. One that does not change the outcome of
// its body is one more of the same.
func (b *batch) became(o store.Outcome, said wise.Decoded, anew bool) string {
	switch {
	case !anew && o.Kind.Status != store.StatusTest:
		return store.StatusDuplicate
	case o.Kind.Status == store.StatusApplied && b.outOfOrder(said):
		return store.BecameOutOfOrder
	}
	return o.Kind.Status
}

// outOfOrder says whether an event stands before something that its transfer, user
// or other thing held already when it came. Whole seconds decide, as in every order.
func (b *batch) outOfOrder(said wise.Decoded) bool {
	if e := said.Transfer; e != nil && b.transfers[e.Transfer] != nil {
		for _, held := range b.transfers[e.Transfer].events {
			if after(held.At, e.At) {
				return true
			}
		}
	}
	if e := said.User; e != nil && b.users[e.User] != nil {
		for _, held := range b.users[e.User].events {
			if after(held.At, e.At) {
				return true
			}
		}
	}
	if e := said.Activity; e != nil && b.activities[e.Key] != nil {
		for _, held := range b.activities[e.Key].events {
			if after(held.At, e.At) {
				return true
			}
		}
	}
	return false
}

// after says whether one moment is of a later second than another; a moment that
// nothing places is neither before nor after any.
func after(one, other evidence.Moment) bool {
	placed := one.PlacedBy() != evidence.Nothing && other.PlacedBy() != evidence.Nothing
	return placed && one.Second().After(other.Second())
}

// listen takes note of one arrival of a feed.
func (b *batch) listen(key feedKey, a arrival) error {
	record := b.hearing.feeds[key]
	if record == nil {
		read, err := b.feed(key)
		if err != nil {
			return err
		}
		record = &read
		if b.hearing.feeds == nil {
			b.hearing.feeds = map[feedKey]*feed.Record{}
		}
		b.hearing.feeds[key] = record
	}
	record.Hear(a.ReceivedAt)
	return nil
}

// feed is a feed as it stands before the batch.
func (b *batch) feed(key feedKey) (feed.Record, error) {
	if b.ahead != nil && b.ahead.hearing.feeds[key] != nil {
		return *b.ahead.hearing.feeds[key], nil
	}
	return b.reader.Feed(b.model, key.eventType, key.subscription)
}

// save writes what was heard.
func (h *hearing) save(tx *store.Tx, model store.Model) error {
	for _, record := range h.feeds {
		if err := tx.SaveFeed(model, *record); err != nil {
			return err
		}
	}
	return tx.SaveMinutes(model, h.minutes)
}
