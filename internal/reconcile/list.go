package reconcile

import (
	"context"
	"time"

	"transferdesk/internal/wise/api"
	"transferdesk/store"
)

// How a list is read: so many at once, which is the most that Wise gives; each page
// begins a little before the end of the one before, since transfers that leave the list
// meanwhile move the others up; and after so many pages the rest waits for the next
// round. Progress inside a long list is kept every so often.
const (
	pageSize   = 100
	overlap    = 10
	mostPages  = 1000
	checkpoint = 10
)

// list is the transfers of one profile, while they are read.
type list struct {
	profile  store.ReconcileProfile
	user     int64
	from, to time.Time // of creation; to zero: no bound
	offset   int
	pages    int
	tries    int // of the page that is next
	seen     map[int64]bool
	oldest   time.Time
	rising   bool // some transfer was newer than the one before it: nothing can be told from the oldest
}

// readList reads the next page of the profile that is next.
func (r *Reconciler) readList(ctx context.Context, now time.Time) error {
	round := r.round
	if round.list == nil {
		next, err := r.openList(ctx, round.profiles[0], now)
		if err != nil {
			return err
		}
		round.list, round.profiles = next, round.profiles[1:]
	}
	l := round.list
	if access := r.cfg.Wise.Access(l.user); access == api.ByPersonalToken && round.refused != nil {
		r.skip(l, now, round.refused)
		return nil
	} else if access != api.ByNone {
		round.Requests++
	}
	l.tries++
	page, err := r.cfg.Wise.Transfers(ctx, l.user, l.filter())
	switch v := r.weigh(ctx, err, now); {
	case v == ended:
		return ctx.Err()
	case v == later && l.tries < triesOfOne:
		return nil
	case v != answered:
		return r.refuse(ctx, l, now, err)
	}
	l.tries = 0
	if was := l.profile.Trouble; was != nil && was.Kind == string(api.GrantRevoked) {
		if err := r.cfg.Enrich.Heard(ctx, l.user, nil); err != nil {
			return err
		}
	}
	return r.takePage(ctx, l, page, now)
}

// openList begins with a profile, or goes on where it was broken off.
func (r *Reconciler) openList(ctx context.Context, p store.ReconcileProfile, now time.Time) (*list, error) {
	user, err := r.speaker(ctx, p.Profile)
	l := &list{profile: p, user: user, from: now.Add(-window), seen: map[int64]bool{}}
	if p.AskedAt.IsZero() {
		l.from = now.Add(-firstWindow)
	}
	if !p.ReachedAt.IsZero() {
		l.to = p.ReachedAt.Add(time.Second)
	} else {
		l.profile.Transfers = 0
	}
	return l, err
}

func (l *list) filter() api.TransferFilter {
	return api.TransferFilter{Profile: l.profile.Profile, CreatedFrom: l.from, CreatedTo: l.to, Limit: pageSize, Offset: l.offset}
}

// takePage compares a page and moves on: to the next page, or to the next profile.
func (r *Reconciler) takePage(ctx context.Context, l *list, page []api.Transfer, now time.Time) error {
	var fresh []api.Transfer
	for _, t := range page {
		if !l.seen[t.ID] {
			l.seen[t.ID] = true
			fresh = append(fresh, t)
		}
	}
	l.follow(page)
	if err := r.compare(ctx, fresh, l.profile.Profile, now); err != nil {
		return err
	}
	r.round.Transfers += int64(len(fresh))
	l.profile.Transfers += int64(len(fresh))
	l.pages++
	l.offset += max(len(page)-overlap, 1)
	whole := len(page) < pageSize || len(fresh) == 0 || !l.rising && l.oldest.Before(l.from)
	if whole || l.pages >= mostPages {
		r.finish(l, now, whole)
		return nil
	}
	if l.pages%checkpoint == 0 && !l.rising {
		half := l.profile
		half.ReachedAt, half.TriedAt, half.Round = l.oldest, now, 0
		r.round.through = append(r.round.through, half)
		return r.keep(ctx)
	}
	return nil
}

// follow notes how far back a page goes.
func (l *list) follow(page []api.Transfer) {
	before := time.Time{}
	for _, t := range page {
		l.rising = l.rising || t.Created.IsZero() || !before.IsZero() && t.Created.After(before)
		if before = t.Created; l.oldest.IsZero() || before.Before(l.oldest) {
			l.oldest = before
		}
	}
}
