package atwise

import (
	"context"

	"transferdesk/internal/audit"
	"transferdesk/internal/transfer"
	"transferdesk/internal/wise"
	"transferdesk/internal/wise/api"
	"transferdesk/store"
)

// askToCancel asks Wise, waits no longer than a person does, and says how it ended.
func (a *Acts) askToCancel(ctx context.Context, c store.Cancellation) store.CancellationEnd {
	ctx, stop := context.WithTimeout(ctx, a.patience)
	defer stop()
	told, err := a.wise.Cancel(ctx, c.User, c.Transfer)
	if err == nil {
		err = a.wise.Same(c.Transfer, told.ID)
	}
	end := cancelEnd(told, err)
	end.At = a.clock()
	return end
}

// cancelEnd reads what Wise answered. An answer that says something else than
// "cancelled" leaves open what Wise did, as no answer does.
func cancelEnd(told api.Transfer, err error) store.CancellationEnd {
	if err == nil && isStopped(told.Status) {
		return store.CancellationEnd{Result: store.AskDone, Settled: store.ByAnswer, Status: told.Status,
			Text: "Wise confirmed the cancellation."}
	}
	if err == nil {
		return store.CancellationEnd{Result: store.AskUnknown, Status: string(wise.StateOf(told.Status)),
			Text: "Wise took the request and did not say that the transfer is cancelled."}
	}
	e := api.TroubleOf(err)
	if e == nil { // not of the client's making, so nothing is certain
		return store.CancellationEnd{Result: store.AskUnknown, Text: "Wise’s API gave no answer that can be used."}
	}
	end := store.CancellationEnd{Result: resultOf(e), Kind: string(e.Kind), Code: codeOf(e), TraceID: e.TraceID, Text: cancelWords(e)}
	if end.Result != store.AskUnknown {
		end.Settled = store.ByAnswer
	}
	return end
}

// isStopped says whether a state, in Wise's spelling, shows that the transfer was stopped.
func isStopped(status string) bool {
	return status == string(transfer.Cancelled) || status == string(transfer.FundsRefunded)
}

// codeOf is the first code that Wise gives, for the page.
func codeOf(e *api.Error) string {
	if len(e.Details) == 0 {
		return ""
	}
	return e.Details[0].Code
}

// cancelWords says to a person why a transfer was not cancelled.
func cancelWords(e *api.Error) string {
	if e.Kind == api.NotAllowed {
		return "Wise refuses to cancel it: the money is converted already, or Wise has a problem with the transfer that it has to settle first. Asking again changes nothing until its state does."
	}
	return said(e)
}

// cancelOutcome is the same for the audit log.
func (a *Acts) cancelOutcome(c store.Cancellation) audit.Outcome {
	return audit.Outcome{
		Result: audited(c.End.Result),
		Detail: endDetail(c.End),
		Keep:   func(tx *store.Tx) error { return tx.EndCancellation(c.ID, c.End) },
	}
}

// endDetail is what the audit log keeps of an end: words of ours and ids, no text of Wise's.
func endDetail(end store.CancellationEnd) string {
	status := ""
	if end.Status != "" {
		status = "status " + end.Status
	}
	return joinWords(end.Kind, status, traced(end.TraceID))
}
