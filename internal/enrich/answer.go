package enrich

import (
	"bytes"
	"context"
	"time"

	"transferdesk/internal/wise/api"
	"transferdesk/store"
)

// answer asks Wise and keeps what became of it. Nothing is kept where whoever asked
// does not wait any more: that is no trouble of Wise's.
func (e *Enricher) answer(ctx context.Context, s subject, lane store.Lane) error {
	value, user, err := e.ask(ctx, s)
	trouble := api.TroubleOf(err)
	if err != nil && trouble == nil || ctx.Err() == context.Canceled {
		return err
	}
	now := e.clock().UTC()
	a := store.WiseAnswer{Kind: s.Kind, ID: s.ID, TriedAt: now}
	if trouble == nil {
		a.Value, a.FetchedAt, a.User = value, now, user
	} else {
		a.Trouble, a.TraceID, a.RetryAt = Trouble(trouble), trouble.TraceID, now.Add(wait(trouble, s.kept))
	}
	token, told := tokenOf(s, trouble, now)
	saved := e.db.Write(context.WithoutCancel(ctx), lane, func(tx *store.Tx) error {
		if told {
			if err := tx.SaveWiseAnswer(token); err != nil {
				return err
			}
		}
		return tx.SaveWiseAnswer(a)
	})
	if saved != nil {
		return saved
	}
	if s.Profile == 0 {
		s.Profile = s.facts.Profile
	}
	if e.tell != nil && s.isNews(a) {
		e.tell(s.Question)
	}
	return err
}

// isNews says whether an answer says something else than what was kept: another value,
// trouble, other trouble, or none any more. That Wise said the same again is not.
func (s subject) isNews(a store.WiseAnswer) bool {
	switch {
	case (a.Trouble == nil) != (s.kept.Trouble == nil):
		return true
	case a.Trouble != nil:
		return a.Trouble.Text != s.kept.Trouble.Text
	}
	return !bytes.Equal(a.Value, s.value)
}

// Trouble is how trouble of Wise's API is kept.
func Trouble(e *api.Error) *store.Trouble {
	return &store.Trouble{Kind: string(e.Kind), Status: e.Status, Text: e.Text(), TraceID: e.TraceID}
}

// tokenOf is what a try tells of the user's own token, where that is news: it was
// refused, and had not been before, so that the time of the try stays that of the
// first refusal; or it works, and had been refused.
func tokenOf(s subject, trouble *api.Error, now time.Time) (store.WiseAnswer, bool) {
	if s.User == 0 || s.access != api.ByUserToken {
		return store.WiseAnswer{}, false
	}
	a := store.WiseAnswer{Kind: store.OfUserToken, ID: s.User, TriedAt: now}
	if trouble == nil {
		a.Value, a.FetchedAt = []byte(`{}`), now
		return a, s.token.Trouble != nil
	}
	a.Trouble, a.TraceID = Trouble(trouble), trouble.TraceID
	return a, trouble.Kind == api.GrantRevoked && s.token.Trouble == nil
}

// Heard keeps what a call that did not go through the enricher tells of a user's
// token: that Wise refused it, or that it works. err is the call's; nil: it succeeded.
func (e *Enricher) Heard(ctx context.Context, user int64, err error) error {
	s := subject{Question: Question{User: user}, access: e.wise.Access(user)}
	if readErr := e.db.Read(ctx, func(r *store.Reader) (err error) {
		s.token, err = readKept(r, store.OfUserToken, user)
		return err
	}); readErr != nil {
		return readErr
	}
	trouble := api.TroubleOf(err)
	if err != nil && trouble == nil {
		return nil
	}
	token, told := tokenOf(s, trouble, e.clock().UTC())
	if !told {
		return nil
	}
	return e.db.Write(ctx, store.LaneAct, func(tx *store.Tx) error { return tx.SaveWiseAnswer(token) })
}
