package projection

import (
	"transferdesk/internal/customer"
	"transferdesk/internal/transfer"
	"transferdesk/internal/wise"
	"transferdesk/store"
)

// judge says what becomes of one arrival. The first of a body decides. A later
// one matters only if it is the first without the test header of a body that
// nothing else but the header made a test.
func (b *batch) judge(a arrival) error {
	if a.refused != whole {
		return b.decideRefused(a)
	}
	if a.First {
		return b.decide(a, a.Test)
	}
	if a.Test {
		return nil
	}
	o, found, err := b.outcome(a.Delivery)
	if err != nil || !found || o.Why != WhyHeader {
		return err
	}
	a.said, err = b.said(a.Delivery)
	if err != nil {
		return err
	}
	return b.decide(a, false)
}

// outcome is what became of a delivery up to here.
func (b *batch) outcome(delivery int64) (store.Outcome, bool, error) {
	if i, ok := b.judged[delivery]; ok {
		return b.outcomes[i], true, nil
	}
	return b.reader.Outcome(b.model, delivery)
}

// decide gives a delivery its outcome. headers says that every arrival so far
// carried the test header.
func (b *batch) decide(a arrival, headers bool) error {
	d := a.said
	o := store.Outcome{
		Delivery: a.Delivery, Kind: store.Kind{Type: d.EventType, SchemaVersion: d.SchemaVersion},
		Why: d.Why, OccurredAt: d.OccurredAt,
	}
	status, why := testness(d, headers)
	switch {
	case a.poison:
		o.Kind.Status, o.Why = store.StatusQuarantined, WhyPoison
	case status != "":
		o.Kind.Status, o.Why = status, why
	case d.Verdict == wise.Unreadable:
		o.Kind.Status = store.StatusQuarantined
		o.TransferID, o.ProfileID, o.UserID = d.TransferID, d.ProfileID, d.UserID
		if err := b.name(o); err != nil {
			return err
		}
	default:
		o.TransferID, o.ProfileID, o.UserID = d.TransferID, d.ProfileID, d.UserID
		if err := b.take(d, &o); err != nil {
			return err
		}
	}
	b.conclude(o)
	return nil
}

// testness applies the rule of test notifications. The header is not signed, so
// ids in the body outweigh it: all of them 0 is a test, any other is none. Only
// where there are no ids does the header decide, and only while every arrival
// carried it. A body that does not even name its type is no test but unreadable.
func testness(d wise.Decoded, headers bool) (status, why string) {
	switch {
	case d.ZeroIDs:
		return store.StatusTest, WhyZeroIDs
	case !d.HasIDs && headers && d.EventType != "":
		return store.StatusTest, WhyHeader
	default:
		return "", ""
	}
}

// take lets a delivery that can be understood, or is kept, have its effect.
func (b *batch) take(d wise.Decoded, o *store.Outcome) error {
	var err error
	switch {
	case d.Verdict == wise.Kept:
		o.Kind.Status = store.StatusKept
	case d.Transfer != nil && d.Activity != nil:
		if err = b.takeActivity(*d.Activity, o); err == nil && o.Kind.Status != store.StatusQuarantined {
			told := *o // whether it is a copy, the activity has said
			err = b.takeTransfer(*d.Transfer, &told)
		}
	case d.Transfer != nil:
		err = b.takeTransfer(*d.Transfer, o)
	case d.User != nil:
		err = b.takeUser(*d.User, o)
	case d.Activity != nil:
		err = b.takeActivity(*d.Activity, o)
	}
	if err != nil || o.Kind.Status == store.StatusQuarantined {
		return err
	}
	b.note(d, *o)
	return b.name(*o)
}

// name makes everything that a delivery names known, so that it has a page.
func (b *batch) name(o store.Outcome) error {
	if o.ProfileID != 0 {
		if first, ok := b.profiles[o.ProfileID]; !ok || o.Delivery < first {
			b.profiles[o.ProfileID] = o.Delivery
		}
	}
	if o.TransferID != 0 {
		h, err := b.transfer(o.TransferID)
		if err != nil {
			return err
		}
		h.dirty = h.dirty || !h.found
	}
	if o.UserID != 0 {
		h, err := b.user(o.UserID)
		if err != nil {
			return err
		}
		h.dirty = h.dirty || !h.found
	}
	return nil
}

// takeUser adds an event to its user.
func (b *batch) takeUser(e customer.UserEvent, o *store.Outcome) error {
	h, err := b.user(e.User)
	if err != nil {
		return err
	}
	ids, at := with(h.row.Deliveries, o.Delivery)
	events := insert(h.events, at, e)
	var before, after []customer.UserEntry
	err = try(func() {
		_, before = b.projector.rules.foldUser(e.User, h.events)
		_, after = b.projector.rules.foldUser(e.User, events)
	})
	if err != nil {
		b.quarantine(o, err)
		return nil
	}
	h.row.Deliveries, h.events, h.dirty = ids, events, true
	settle(o, len(before) == len(after))
	return nil
}

// takeTransfer adds an event to its transfer and, if it is one, to the movements
// of its profile.
func (b *batch) takeTransfer(e transfer.Event, o *store.Outcome) error {
	var holders []holder
	if e.Transfer != 0 {
		h, err := b.transfer(e.Transfer)
		if err != nil {
			return err
		}
		holders = append(holders, h)
	}
	if e.Kind == transfer.BalanceUpdate {
		m, err := b.movements(e)
		if err != nil {
			return err
		}
		holders = append(holders, m)
	}
	duplicate := false
	err := try(func() {
		duplicate = b.projector.rules.isCopy(holders[0].have(), e)
		if !b.careful {
			return
		}
		for _, h := range holders {
			b.projector.rules.foldTransfer(e.Transfer, append(h.have()[:len(h.have()):len(h.have())], e))
		}
	})
	if err != nil {
		b.quarantine(o, err)
		return nil
	}
	for _, h := range holders {
		h.add(e, o.Delivery)
	}
	settle(o, duplicate)
	return nil
}

// holder is what keeps events: a transfer, or the movements of a second.
type holder interface {
	have() []transfer.Event
	add(e transfer.Event, delivery int64)
}

func (h *held) have() []transfer.Event { return h.events }

func (h *held) add(e transfer.Event, delivery int64) {
	ids, at := with(h.row.Deliveries, delivery)
	h.row.Deliveries, h.events, h.dirty = ids, insert(h.events, at, e), true
}

func (b *batch) quarantine(o *store.Outcome, cause error) {
	b.projector.log.Error("the fold failed on a delivery; it is quarantined", "delivery", o.Delivery, "error", cause)
	o.Kind.Status, o.Why = store.StatusQuarantined, WhyPoison
	o.TransferID, o.ProfileID, o.UserID = 0, 0, 0
}

func settle(o *store.Outcome, duplicate bool) {
	o.Kind.Status = store.StatusApplied
	if duplicate {
		o.Kind.Status, o.Why = store.StatusDuplicate, WhyAgain
	}
}
