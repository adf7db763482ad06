package atwise

import (
	"context"
	"errors"
	"strconv"

	"transferdesk/internal/activity"
	"transferdesk/internal/audit"
	"transferdesk/internal/auth"
	"transferdesk/store"
)

// settleCases goes once over the cases of which it is not known whether Wise opened
// them, and says how many are left. Wise has no list to ask for: only its events name
// our number.
func (a *Acts) settleCases(ctx context.Context) (left int, err error) {
	var open []store.SupportCase
	found := map[int64]int64{} // by our id, Wise's
	err = a.db.Read(ctx, func(r *store.Reader) (err error) {
		if open, err = r.OpenSupportCases(); err != nil {
			return err
		}
		for _, c := range open {
			if found[c.ID], err = caseByNumber(r, c.External); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return 0, err
	}
	for _, c := range open {
		settled, trouble := a.settleCase(ctx, c, found[c.ID])
		if err = errors.Join(err, trouble); !settled {
			left++
		}
	}
	return left, err
}

// caseByNumber finds the case to which an event gave our number; 0: none has.
func caseByNumber(r *store.Reader, external string) (int64, error) {
	handles, err := r.Handles(external)
	if err != nil {
		return 0, err
	}
	for _, h := range handles {
		if h.SubjectKind == string(activity.SupportCase) {
			return strconv.ParseInt(h.SubjectID, 10, 64)
		}
	}
	return 0, nil
}

func (a *Acts) settleCase(ctx context.Context, c store.SupportCase, wiseID int64) (settled bool, err error) {
	end := store.AskEnd{Result: store.AskDone, At: a.clock(), Text: "Wise’s event names the case under our number.", TraceID: c.End.TraceID}
	switch started := c.End.Result == store.AskStarted; {
	case wiseID != 0:
	case !started, a.underWay(c.AskedAt):
		return false, nil
	default:
		end.Result, end.Text = store.AskUnknown, "The server was stopped while it waited for Wise’s answer."
	}
	entry := audit.Entry{Act: auth.SettleCase, SubjectKind: "transfer", SubjectID: strconv.FormatInt(c.Transfer, 10), Detail: joinWords(c.External, string(end.Result))}
	err = audit.Do(ctx, a.db, a.clock, server(), entry, func(tx *store.Tx) error { return tx.EndSupportCase(c.ID, wiseID, end) })
	return wiseID != 0 && err == nil, err
}
