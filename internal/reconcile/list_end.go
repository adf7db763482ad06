package reconcile

import (
	"context"
	"time"

	"transferdesk/internal/wise/api"
	"transferdesk/store"
)

// finish is through with a profile.
func (r *Reconciler) finish(l *list, now time.Time, whole bool) {
	p := l.profile
	p.Round, p.TriedAt, p.Trouble, p.ReachedAt = r.round.ID, now, nil, time.Time{}
	if whole {
		p.AskedAt = now
	} else if !l.rising {
		p.ReachedAt = l.oldest
	}
	r.round.Asked++
	r.round.through, r.round.list = append(r.round.through, p), nil
}

// refuse leaves a profile out that cannot be asked for. That a user's token is dead is
// told on the user's page too. When it is the company's token that is not taken, there
// is no use in trying it for every other profile.
func (r *Reconciler) refuse(ctx context.Context, l *list, now time.Time, err error) error {
	trouble := troubleOf(err)
	if trouble.Kind == string(api.GrantRevoked) {
		if err := r.cfg.Enrich.Heard(ctx, l.user, err); err != nil {
			return err
		}
	}
	if trouble.Kind == string(api.Refused) && r.cfg.Wise.Access(l.user) == api.ByPersonalToken {
		r.round.refused = trouble
	}
	r.skip(l, now, trouble)
	return nil
}

// skip leaves a profile out. Where nobody had to be asked to know it, and it was known
// before, nothing is written.
func (r *Reconciler) skip(l *list, now time.Time, trouble *store.Trouble) {
	p := l.profile
	r.round.Skipped++
	r.round.list = nil
	if trouble.Kind == string(api.NoToken) && p.Trouble != nil && p.Trouble.Kind == trouble.Kind {
		return
	}
	p.Round, p.TriedAt, p.Trouble = r.round.ID, now, trouble
	r.round.through = append(r.round.through, p)
}

// speaker is the user whose token is to speak for a profile; 0: the company's.
func (r *Reconciler) speaker(ctx context.Context, profile int64) (speaker int64, err error) {
	err = r.cfg.DB.Read(ctx, func(reader *store.Reader) (err error) {
		speaker, err = r.cfg.Enrich.SpeakerOf(reader, profile)
		return err
	})
	return speaker, err
}
