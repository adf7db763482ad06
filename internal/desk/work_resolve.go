package desk

import (
	"context"
	"time"

	"transferdesk/internal/audit"
	"transferdesk/internal/auth"
	"transferdesk/internal/work"
	"transferdesk/store"
)

// Resolution is with what somebody resolves a transfer.
type Resolution struct {
	Outcome work.Outcome
	Remark  string // may be empty, but for work.Other
	// Answer gives the answer.Code that speaks, read in the transaction that resolves. Its
	// error refuses that: ErrWorkChanged where it is not the answer that was seen. nil: no
	// answer is kept.
	Answer func(*store.Reader) (string, error)
}

// code is the answer that speaks; empty: none is kept.
func (as Resolution) code(r *store.Reader) (string, error) {
	if as.Answer == nil {
		return "", nil
	}
	return as.Answer(r)
}

// Resolve closes the work on a transfer. Its errors are those of workOn, and
// fault.Unprocessable for an outcome or remark that work.CheckOutcome refuses and for
// a transfer that is resolved with another one, and that of Resolution.Answer.
func (d *Desk) Resolve(ctx context.Context, actor auth.Actor, requestID string, on WorkOn, as Resolution) (store.Work, error) {
	remark, wrong := work.CheckOutcome(as.Outcome, as.Remark)
	detail := ""
	if wrong == nil {
		detail = string(as.Outcome)
	}
	return d.workOn(ctx, actor, requestID, on, workWish{
		act:    auth.ResolveTransfer,
		detail: detail,
		isMet: func(held store.Work) bool {
			return wrong == nil && held.Outcome == as.Outcome && held.Remark == remark
		},
		change: func(r *store.Reader, held *store.Work) (done store.WorkAct, err error) {
			done = store.WorkAct{Kind: work.Resolved, To: string(as.Outcome), Remark: remark}
			if wrong != nil {
				return done, wrong
			}
			if !held.Open() {
				return done, errResolved
			}
			if held.ResolvedCode, err = as.code(r); err != nil {
				return done, err
			}
			held.Outcome, held.Remark = as.Outcome, remark
			held.ResolvedAt, held.ResolvedBy = d.clock(), audit.By(actor).Name
			held.ResolvedIn, err = r.StageHeld(on.Transfer)
			return done, err
		},
	})
}

// Reopen takes back that a transfer is resolved; who had it has it again. Its errors
// are those of workOn.
func (d *Desk) Reopen(ctx context.Context, actor auth.Actor, requestID string, on WorkOn) (store.Work, error) {
	return d.workOn(ctx, actor, requestID, on, workWish{
		act:   auth.ReopenTransfer,
		isMet: func(held store.Work) bool { return held.Open() },
		change: func(_ *store.Reader, held *store.Work) (store.WorkAct, error) {
			done := store.WorkAct{Kind: work.Reopened, From: string(held.Outcome)}
			held.Outcome, held.Remark = "", ""
			held.ResolvedAt, held.ResolvedCode, held.ResolvedBy = time.Time{}, "", ""
			held.ResolvedIn = store.StageHeld{}
			return done, nil
		},
	})
}
