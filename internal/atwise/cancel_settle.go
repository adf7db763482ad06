package atwise

import (
	"context"
	"errors"
	"fmt"
	"strconv"

	"transferdesk/internal/answer"
	"transferdesk/internal/audit"
	"transferdesk/internal/auth"
	"transferdesk/internal/fault"
	"transferdesk/internal/transfer"
	"transferdesk/internal/wise"
	"transferdesk/internal/wise/api"
	"transferdesk/store"
)

// settleCancellations does it for cancellations. Wise is asked for the transfer, never
// to cancel it again.
func (a *Acts) settleCancellations(ctx context.Context) (left int, err error) {
	var open []store.Cancellation
	err = a.db.Read(ctx, func(r *store.Reader) (err error) {
		open, err = r.OpenCancellations()
		return err
	})
	if err != nil {
		return 0, err
	}
	for _, c := range open {
		settled, trouble := a.settle(ctx, c)
		if err = errors.Join(err, trouble); !settled {
			left++
		}
	}
	return left, err
}

// settle finds out about one: by an event that came meanwhile, or by asking Wise.
func (a *Acts) settle(ctx context.Context, c store.Cancellation) (settled bool, err error) {
	if c.End.Result == store.AskStarted && a.underWay(c.AskedAt) {
		return false, nil
	}
	end, known, err := a.toldByEvent(ctx, c)
	if err != nil {
		return false, err
	}
	if !known {
		if end, known = a.askAgain(ctx, c); !known && c.End.Result == store.AskUnknown {
			return false, nil
		}
	}
	entry := audit.Entry{Act: auth.SettleCancellation, SubjectKind: "transfer", SubjectID: strconv.FormatInt(c.Transfer, 10),
		Detail: string(end.Result) + ": " + endDetail(end)}
	err = audit.Do(ctx, a.db, a.clock, server(), entry, func(tx *store.Tx) error { return tx.EndCancellation(c.ID, end) })
	return known && err == nil, err
}

// toldByEvent looks whether an event tells that the transfer was stopped since.
func (a *Acts) toldByEvent(ctx context.Context, c store.Cancellation) (end store.CancellationEnd, told bool, err error) {
	var facts transfer.Facts
	err = a.db.Read(ctx, func(r *store.Reader) (err error) {
		facts, err = r.Transfer(c.Transfer)
		return err
	})
	if fault.KindOf(err) == fault.NotFound {
		return end, false, nil // events are being read anew
	}
	held, known := facts.Held()
	if err != nil || !known || !isStopped(string(held.State)) || !c.StoppedBy(facts) {
		return end, false, err
	}
	return store.CancellationEnd{Result: store.AskDone, At: a.clock(), Settled: store.ByEvent, Status: string(held.State),
		Text: "Wise’s event says that the transfer is stopped."}, true, nil
}

// askAgain asks Wise for the transfer. While that gives no certainty, one that was
// cut off becomes unknown, so that its page can say so.
func (a *Acts) askAgain(ctx context.Context, c store.Cancellation) (end store.CancellationEnd, known bool) {
	asking, stop := context.WithTimeout(ctx, a.patience)
	defer stop()
	told, err := a.wise.Transfer(asking, c.User, c.Transfer)
	if err == nil {
		err = api.Same(c.Transfer, told.ID)
	}
	now := a.clock()
	unknown := store.CancellationEnd{Result: store.AskUnknown, At: now, Text: "The server was stopped while it waited for Wise’s answer."}
	switch {
	case err != nil:
		return unknown, false
	case isStopped(told.Status):
		return store.CancellationEnd{Result: store.AskDone, At: now, Settled: store.ByAskedAgain, Status: told.Status,
			Text: "Wise was asked for the transfer later, and says that it is stopped."}, true
	case now.Sub(c.AskedAt) < mayStillCome:
		return unknown, false
	}
	state := wise.StateOf(told.Status)
	return store.CancellationEnd{Result: store.AskNotDone, At: now, Settled: store.ByAskedAgain, Status: string(state),
		Text: fmt.Sprintf("Wise was asked for the transfer later, and does not show it as cancelled: its state there is “%s”.", answer.StateLabel(state))}, true
}
