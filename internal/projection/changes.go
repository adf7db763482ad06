package projection

import (
	"transferdesk/internal/activity"
	"transferdesk/internal/transfer"
	"transferdesk/store"
)

// Changes names what has changed in the read models that pages are made of.
type Changes struct {
	// All stands for more than is worth naming: a backlog that is being folded, or read
	// models that a rebuild or another process has put in the place of these. Nothing
	// else is set then.
	All bool

	Deliveries []int64 // judged, once or again
	Transfers  []int64
	Bounced    bool    // one of the transfers stands in a stage of a payout problem, or did
	Profiles   []int64 // whose transfers, movements or other things changed; one may be named twice
	Users      []int64
	Activities []activity.Key
}

// mostNamed is how many deliveries a batch may have whose changes are named: whoever
// folds more at a time is behind, and has no time to spend on that.
const mostNamed = 100

// OnChange lets tell hear of every change once it is written. tell is called by
// whoever folds, by several at a time, and must not wait. Call it before Run.
func (p *Projector) OnChange(tell func(Changes)) { p.tell = tell }

// wrote says what a written batch has changed.
func (p *Projector) wrote(b *batch) {
	if p.tell != nil && b.model == store.Live {
		p.tell(b.changes())
	}
}

// swapped says that the read models are others now.
func (p *Projector) swapped() {
	if p.tell != nil {
		p.tell(Changes{All: true})
	}
}

// changes names what the batch changes. It reads the batch only.
func (b *batch) changes() Changes {
	if len(b.arrivals) > mostNamed {
		return Changes{All: true}
	}
	c := Changes{Deliveries: make([]int64, 0, len(b.outcomes))}
	for _, o := range b.outcomes {
		c.Deliveries = append(c.Deliveries, o.Delivery)
	}
	for id, h := range b.transfers {
		if h.dirty {
			c.Transfers = append(c.Transfers, id)
			c.Profiles = withOwner(c.Profiles, h.row.Facts.Profile)
			c.Bounced = c.Bounced || h.row.Stage != transfer.StageNone || h.before.Stage != transfer.StageNone
		}
	}
	for id, h := range b.users {
		if h.dirty {
			c.Users = append(c.Users, id)
		}
	}
	for _, m := range b.moves {
		c.Profiles = withOwner(c.Profiles, m.profile)
	}
	for id := range b.profiles {
		c.Profiles = withOwner(c.Profiles, id)
	}
	for key, h := range b.activities {
		c.Activities = append(c.Activities, key)
		c.Profiles = withOwner(c.Profiles, h.row.Facts.Profile)
	}
	return c
}

// withOwner adds a customer; 0 is none.
func withOwner(ids []int64, id int64) []int64 {
	if id == 0 {
		return ids
	}
	return append(ids, id)
}
