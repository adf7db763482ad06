package projection

import (
	"slices"
	"strconv"

	"transferdesk/internal/activity"
	"transferdesk/internal/customer"
	"transferdesk/internal/transfer"
	"transferdesk/store"
)

// clocks is what a batch changes of how long things take, and of what is watched.
type clocks struct {
	spans store.Spans
	begun []store.WatchRow // begun, or changed
	over  []store.WatchRow
}

// timed says whether the copy's clocks are kept. Those of a copy of an older decoder
// are not there, or are incomplete; they come with the copy that replaces it.
func (b *batch) timed() bool { return b.to.Decoder == b.projector.rules.version }

// timeTransfer takes note of what a change of a transfer means for its clocks.
func (c *clocks) timeTransfer(was, now *traces) {
	if !slices.Equal(was.legs, now.legs) {
		for _, leg := range was.legs {
			c.spans.Add(leg, -1)
		}
		for _, leg := range now.legs {
			c.spans.Add(leg, 1)
		}
	}
	c.compare(was.watches, now.watches)
}

// compare takes note of the watches that are over, and of those that are new or changed.
func (c *clocks) compare(before, after []store.WatchRow) {
	for _, was := range before {
		if !slices.ContainsFunc(after, func(now store.WatchRow) bool { return now.Kind == was.Kind }) {
			c.over = append(c.over, was)
		}
	}
	for _, now := range after {
		if !slices.Contains(before, now) {
			c.begun = append(c.begun, now)
		}
	}
}

func watchesOf(f transfer.Facts) []store.WatchRow {
	found := f.Watches()
	rows := make([]store.WatchRow, 0, len(found))
	for _, w := range found {
		rows = append(rows, store.WatchRow{
			Kind: w.Kind, SubjectKind: store.WatchesTransfer, Subject: f.Transfer, Code: w.Code, Since: w.Since, Profile: f.Profile,
		})
	}
	return rows
}

// watchesOfUser: the 90 days count from the first event of the unbroken stay.
func watchesOfUser(f customer.UserFacts) []store.WatchRow {
	held, ok := f.Held()
	if !ok || held.State != customer.WithdrawOnly {
		return nil
	}
	return []store.WatchRow{{Kind: transfer.WatchClosing, SubjectKind: store.WatchesUser, Subject: f.User, Since: held.At}}
}

// watchesOfActivity: of all things beside transfers and users only a profile's state
// has a clock. A repeated event does not start it anew.
func watchesOfActivity(f activity.Facts) []store.WatchRow {
	i := len(f.Visits)
	for i > 0 && f.Kind == activity.ProfileState && f.Visits[i-1].State == string(customer.WithdrawOnly) {
		i--
	}
	profile, err := strconv.ParseInt(f.ID, 10, 64)
	if i == len(f.Visits) || err != nil {
		return nil
	}
	return []store.WatchRow{{
		Kind: transfer.WatchClosing, SubjectKind: store.WatchesProfile, Subject: profile, Since: f.Visits[i].At, Profile: profile,
	}}
}

// save writes what has changed.
func (c *clocks) save(tx *store.Tx, m store.Model) error {
	for _, row := range c.over {
		if err := tx.DropWatch(m, row); err != nil {
			return err
		}
	}
	for _, row := range c.begun {
		if err := tx.SaveWatch(m, row); err != nil {
			return err
		}
	}
	return tx.SaveSpans(m, c.spans)
}
