package projection

import (
	"fmt"

	"transferdesk/internal/activity"
	"transferdesk/store"
)

// heldActivity is a thing with every event that it rests on, in the order of their
// deliveries. A batch holds only those that it changes.
type heldActivity struct {
	row    store.ActivityRow
	events []activity.Event
}

// activity gives a thing as it stands at this point of the batch.
func (b *batch) activity(key activity.Key) (*heldActivity, error) {
	if h, ok := b.activities[key]; ok {
		return h, nil
	}
	if b.ahead != nil && b.ahead.activities[key] != nil {
		own := *b.ahead.activities[key]
		return &own, nil
	}
	row, _, err := b.reader.ActivityRow(b.model, key)
	if err != nil {
		return nil, err
	}
	h := &heldActivity{row: row}
	h.row.Facts.Key = key
	for _, delivery := range row.Deliveries {
		said, err := b.said(delivery)
		if err != nil {
			return nil, err
		}
		if said.Activity != nil {
			h.events = append(h.events, *said.Activity)
		}
	}
	return h, nil
}

// weighActivity works out what an event adds to the thing that it is about.
func (b *batch) weighActivity(e activity.Event, delivery int64) (effect, error) {
	h, err := b.activity(e.Key)
	if err != nil {
		return effect{}, err
	}
	ids, at := with(h.row.Deliveries, delivery)
	events := insert(h.events, at, e)
	var made effect
	err = try(func() {
		made.duplicate = activity.IsCopy(h.events, e)
		if b.careful {
			b.projector.rules.foldActivity(e.Key, events)
		}
	})
	made.apply = func() {
		h.row.Deliveries, h.events = ids, events
		b.activities[e.Key] = h
	}
	return made, err
}

// foldActivities brings the facts of the things that the batch touched up to date.
func (b *batch) foldActivities() error {
	for key, h := range b.activities {
		before := watchesOfActivity(h.row.Facts)
		err := try(func() { h.row.Facts, _ = b.projector.rules.foldActivity(key, h.events) })
		if err == nil {
			err = h.row.Pack()
		}
		if err != nil {
			return fmt.Errorf("folding %s %s: %w", key.Kind, key.ID, err)
		}
		if b.timed() {
			b.clocks.compare(before, watchesOfActivity(h.row.Facts))
		}
	}
	return nil
}
