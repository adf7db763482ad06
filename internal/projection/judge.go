package projection

import (
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
	for _, of := range []*batch{b, b.ahead} {
		if of == nil {
			continue
		}
		if i, ok := of.judged[delivery]; ok {
			return of.outcomes[i], true, nil
		}
	}
	return b.reader.Outcome(b.model, delivery)
}

// decide gives a delivery its outcome. headers says that every arrival so far
// carried the test header.
func (b *batch) decide(a arrival, headers bool) error {
	d := a.said
	o := store.Outcome{
		Delivery: a.Delivery, Kind: kindOf(d),
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
	if d.Verdict == wise.Kept {
		o.Kind.Status = store.StatusKept
	} else if err := b.takeEvents(d, o); err != nil || o.Kind.Status == store.StatusQuarantined {
		return err
	}
	b.note(d, *o)
	return b.name(*o)
}

// name makes everything that a delivery names known, so that it has a page.
func (b *batch) name(o store.Outcome) error {
	if o.ProfileID != 0 {
		if first, known := b.memory.profiles.get(o.ProfileID); !known || o.Delivery < first {
			b.profiles[o.ProfileID] = o.Delivery
			b.memory.profiles.put(o.ProfileID, o.Delivery)
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

func (b *batch) quarantine(o *store.Outcome, cause error) {
	b.projector.log.Error("the fold failed on a delivery; it is quarantined", "delivery", o.Delivery, "error", cause)
	o.Kind.Status, o.Why = store.StatusQuarantined, WhyPoison
	o.TransferID, o.ProfileID, o.UserID = 0, 0, 0
}
