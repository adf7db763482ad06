package projection

import (
	"slices"

	"transferdesk/internal/activity"
	"transferdesk/internal/evidence"
	"transferdesk/internal/wise"
	"transferdesk/store"
)

// rejudge brings the outcomes of the other deliveries into line with those that
// the batch has applied: which of two copies is the duplicate depends on which
// came first. It walks everything that those deliveries were added to from its
// first delivery on, as a rebuild does.
func (b *batch) rejudge() error {
	again := b.projector.newBatch(b.model, newMemory(), b.from)
	again.reader = b.reader
	var ids evidence.IDs
	for _, a := range b.arrivals {
		if status := b.outcomes[b.judged[a.Delivery]].Kind.Status; status == store.StatusApplied || status == store.StatusDuplicate {
			ids = evidence.Union(ids, b.empty(again, a.said))
		}
	}
	turns := make([]turn, 0, len(ids))
	for _, id := range ids {
		t, err := b.recall(id)
		if err != nil {
			return err
		}
		if again.judges(t.said) {
			turns = append(turns, t)
		}
	}
	slices.SortFunc(turns, byTurn)
	for _, t := range turns {
		if err := b.compare(again, t); err != nil {
			return err
		}
	}
	return nil
}

// empty puts what an event was added to into another batch, with nothing in it,
// and gives the deliveries that belong there.
func (b *batch) empty(again *batch, d wise.Decoded) (ids evidence.IDs) {
	if d.Activity != nil {
		again.activities[d.Activity.Key] = emptyActivity(d.Activity.Key)
		ids = evidence.Union(ids, b.activities[d.Activity.Key].row.Deliveries)
	}
	if d.User != nil {
		again.users[d.User.User] = &heldUser{found: true}
		ids = evidence.Union(ids, b.users[d.User.User].row.Deliveries)
	}
	if d.Transfer == nil {
		return ids
	}
	if id := d.Transfer.Transfer; id != 0 {
		again.transfers[id] = &held{found: true}
		ids = evidence.Union(ids, b.transfers[id].row.Deliveries)
	}
	if d.Transfer.Kind.IsMovement() {
		key := keyOf(*d.Transfer)
		again.moves[key] = &moves{profile: key.profile, second: key.second}
		for _, e := range b.moves[key].events {
			ids = evidence.Union(ids, evidence.IDs{e.Source.Delivery})
		}
	}
	return ids
}

func emptyActivity(key activity.Key) *heldActivity {
	h := &heldActivity{}
	h.row.Facts.Key = key
	return h
}

// judges says whether the batch holds, from its beginning, what decides if a
// delivery is a copy: take asks the thing, else the transfer, else the movements
// of a second, else the user.
func (b *batch) judges(d wise.Decoded) bool {
	switch {
	case d.Activity != nil:
		return b.activities[d.Activity.Key] != nil
	case d.Transfer != nil && d.Transfer.Transfer != 0:
		return b.transfers[d.Transfer.Transfer] != nil
	case d.Transfer != nil:
		return b.moves[keyOf(*d.Transfer)] != nil
	default:
		return d.User != nil && b.users[d.User.User] != nil
	}
}

// compare judges one delivery in the other batch and takes its outcome over when it
// is another than the one that stands.
func (b *batch) compare(again *batch, t turn) error {
	if err := again.judgeTurn(t); err != nil {
		return err
	}
	now := again.outcomes[again.judged[t.Delivery]]
	stands, _, err := b.outcome(t.Delivery)
	if err != nil || now.Kind.Status == store.StatusQuarantined || now.Kind == stands.Kind && now.Why == stands.Why {
		return err
	}
	b.conclude(now)
	return nil
}
