package projection

import (
	"errors"

	"transferdesk/internal/customer"
	"transferdesk/internal/transfer"
	"transferdesk/internal/wise"
	"transferdesk/store"
)

// effect is what one event of a delivery would change.
type effect struct {
	duplicate bool // another body of an event that was there already
	apply     func()
}

// takeEvents lets the events of a delivery have their effect: all of them, or none
// where the program fails on one. Of a delivery that is both about a thing of its
// own and about a transfer, the thing says whether it is a duplicate.
func (b *batch) takeEvents(d wise.Decoded, o *store.Outcome) error {
	effects, err := b.weigh(d, o.Delivery)
	if errors.Is(err, errPoison) {
		b.quarantine(o, err)
		return nil
	}
	if err != nil {
		return err
	}
	for _, one := range effects {
		one.apply()
	}
	o.Kind.Status = store.StatusApplied
	if effects[0].duplicate {
		o.Kind.Status, o.Why = store.StatusDuplicate, WhyAgain
	}
	return nil
}

// weigh works out the effect of each event of a readable delivery.
func (b *batch) weigh(d wise.Decoded, delivery int64) (effects []effect, err error) {
	add := func(one effect, failed error) {
		effects, err = append(effects, one), errors.Join(err, failed)
	}
	if d.Activity != nil {
		add(b.weighActivity(*d.Activity, delivery))
	}
	if d.Transfer != nil {
		add(b.weighTransfer(*d.Transfer, delivery))
	}
	if d.User != nil {
		add(b.weighUser(*d.User, delivery))
	}
	return effects, err
}

// weighUser works out what an event adds to its user.
func (b *batch) weighUser(e customer.UserEvent, delivery int64) (effect, error) {
	h, err := b.user(e.User)
	if err != nil {
		return effect{}, err
	}
	ids, at := with(h.row.Deliveries, delivery)
	events := insert(h.events, at, e)
	var before, after []customer.UserEntry
	err = try(func() {
		_, before = b.projector.rules.foldUser(e.User, h.events)
		_, after = b.projector.rules.foldUser(e.User, events)
	})
	return effect{len(before) == len(after), func() { h.row.Deliveries, h.events, h.dirty = ids, events, true }}, err
}

// weighTransfer works out what an event adds to its transfer and, if it is one, to
// the movements of its profile.
func (b *batch) weighTransfer(e transfer.Event, delivery int64) (effect, error) {
	holders, err := b.holders(e)
	if err != nil {
		return effect{}, err
	}
	var made effect
	err = try(func() {
		made.duplicate = b.projector.rules.isCopy(holders[0].have(), e)
		if !b.careful {
			return
		}
		for _, h := range holders {
			b.projector.rules.foldTransfer(e.Transfer, append(h.have()[:len(h.have()):len(h.have())], e))
		}
	})
	made.apply = func() {
		for _, h := range holders {
			h.add(e, delivery)
		}
	}
	return made, err
}

// holder is what keeps events: a transfer, or the movements of a second.
type holder interface {
	have() []transfer.Event
	add(e transfer.Event, delivery int64)
}

func (b *batch) holders(e transfer.Event) (holders []holder, err error) {
	if e.Transfer != 0 {
		h, err := b.transfer(e.Transfer)
		if err != nil {
			return nil, err
		}
		holders = append(holders, h)
	}
	if e.Kind.IsMovement() {
		m, err := b.movements(e)
		if err != nil {
			return nil, err
		}
		holders = append(holders, m)
	}
	return holders, nil
}

func (h *held) have() []transfer.Event { return h.events }

func (h *held) add(e transfer.Event, delivery int64) {
	ids, at := with(h.row.Deliveries, delivery)
	h.row.Deliveries, h.events, h.dirty = ids, insert(h.events, at, e), true
}
