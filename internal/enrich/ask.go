package enrich

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"transferdesk/internal/fault"
	"transferdesk/internal/transfer"
	"transferdesk/internal/wise/api"
	"transferdesk/store"
)

// subject is a question with what the store knows of it.
type subject struct {
	Question
	facts  transfer.Facts // of the transfer; zero: the question is about none, or no event has named it
	kept   Kept
	value  json.RawMessage // that is kept; nil: none
	token  Kept            // of the user that speaks
	access api.Access
}

// read looks up what is kept, and who is to speak.
func (e *Enricher) read(ctx context.Context, q Question) (s subject, err error) {
	s.Question = q
	err = e.db.Read(ctx, func(r *store.Reader) (err error) {
		if isOfTransfer(q.Kind) {
			if s.facts, err = r.Transfer(q.ID); err != nil && fault.KindOf(err) != fault.NotFound {
				return err
			}
		}
		held, err := r.WiseAnswers(q.Kind, []int64{q.ID})
		if err != nil {
			return err
		}
		s.kept, s.value = keptOf(held[q.ID]), held[q.ID].Value
		if err := e.whoSpeaks(r, &s); err != nil {
			return err
		}
		s.token, err = readKept(r, store.OfUserToken, s.User)
		return err
	})
	return s, err
}

func readKept(r *store.Reader, kind store.AnswerKind, id int64) (Kept, error) {
	all, err := r.WiseAnswers(kind, []int64{id})
	return keptOf(all[id]), err
}

func keptOf(a store.WiseAnswer) Kept {
	return Kept{At: a.FetchedAt, TriedAt: a.TriedAt, RetryAt: a.RetryAt, Trouble: a.Trouble}
}

// ask asks Wise. user is the one that an answer about a profile names; else 0.
func (e *Enricher) ask(ctx context.Context, s subject) (value json.RawMessage, user int64, err error) {
	switch s.Kind {
	case store.OfTransferDetails:
		t, trouble := e.wise.Transfer(ctx, s.User, s.ID)
		value, err = packedOf(e.wise, s.ID, t.ID, t, trouble)
	case store.OfEstimate:
		value, err = packed(e.wise.Estimate(ctx, s.User, s.ID, time.UTC))
	case store.OfPayout:
		value, err = packed(e.wise.Payout(ctx, s.User, s.ID))
	case store.OfRecipient:
		r, trouble := e.wise.Recipient(ctx, s.User, s.ID)
		value, err = packedOf(e.wise, s.ID, r.ID, r, trouble)
	case store.OfWiseProfile:
		var p api.Profile
		p, err = e.wise.Profile(ctx, s.User, s.ID)
		user = p.User
		value, err = packedOf(e.wise, s.ID, p.ID, p, err)
	case store.OfWiseUser:
		u, trouble := e.wise.User(ctx, s.User)
		value, err = packedOf(e.wise, s.User, u.ID, u, trouble)
	case store.OfSupportCase:
		sealed, trouble := e.supportCase(ctx, s.ID)
		value, err = packedOf(e.wise, s.ID, sealed.ID, sealed, trouble)
	case store.OfApplicationSubscriptions, store.OfProfileSubscriptions:
		value, err = e.subscriptions(ctx, s)
	default:
		err = fmt.Errorf("there is no question of kind %q", s.Kind)
	}
	return value, user, err
}

// packedOf is packed for an answer about one thing, which has to be the one that was
// asked for.
func packedOf[T any](wise *api.Client, asked, told int64, answer T, err error) (json.RawMessage, error) {
	if err == nil {
		err = wise.Same(asked, told)
	}
	return packed(answer, err)
}

// packed makes JSON of an answer.
func packed[T any](answer T, err error) (json.RawMessage, error) {
	if err != nil {
		return nil, err
	}
	return json.Marshal(answer)
}
