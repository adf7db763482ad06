package answer

import (
	"transferdesk/internal/evidence"
	"transferdesk/internal/reason"
	"transferdesk/internal/transfer"
)

// StopAnswer answers whether a transfer can still be stopped.
type StopAnswer string

// The answers.
const (
	StopYes     StopAnswer = "yes"     // Wise takes a cancellation in this state
	StopNo      StopAnswer = "no"      // Wise refuses it, or it is over
	StopUnknown StopAnswer = "unknown" // nobody can tell; it may be tried
)

// Stopping says whether a transfer can still be stopped, and why, for the desk.
type Stopping struct {
	Answer   StopAnswer
	Why      string
	Evidence evidence.IDs
}

// MayTry says whether there is any sense in asking Wise to cancel it.
func (s Stopping) MayTry() bool { return s.Answer != StopNo }

// CanStop answers it from what Wise has told. Wise cancels only before the money is
// converted, and may refuse then too while it has problems with the transfer
// (PUT /v1/transfers/{id}/cancel: 409 transfer.cancellation.not.allowed).
func CanStop(f transfer.Facts) Stopping {
	held, known := f.Held()
	switch _, refunded := f.NewerRefund(); {
	case f.Inbound != nil:
		return stopping(StopNo, held.Evidence, "It is a payment to the customer: only who sent it could stop it.")
	case refunded:
		return stopping(StopNo, f.Refunds[len(f.Refunds)-1].Evidence, "Wise has reported its refund: there is nothing left to stop.")
	case !known:
		return stopping(StopUnknown, evidence.Union(), "Wise has told us no state yet, so nobody here can tell. It may be tried; from conversion on Wise refuses.")
	}
	return stopIn(f, held)
}

// stopIn answers it by the state held.
func stopIn(f transfer.Facts, held transfer.Visit) Stopping {
	no := func(why string) Stopping { return stopping(StopNo, held.Evidence, why) }
	switch held.State {
	case transfer.IncomingPaymentWaiting, transfer.IncomingPaymentInitiated, transfer.Processing:
		return stopBefore(f, held)
	case transfer.FundsConverted:
		return no("The money is converted, and from conversion on Wise refuses to cancel.")
	case transfer.OutgoingPaymentSent:
		if failure, failed := f.CurrentFailure(); failed {
			return stopping(StopNo, evidence.Union(held.Evidence, failure.Evidence), "It was paid out, and Wise has reported that the payout failed. From conversion on Wise refuses to cancel.")
		}
		return no("It is paid out. What is left is to ask Wise for a recall, which is only a request to the recipient’s side.")
	case transfer.BouncedBack:
		return no("It was paid out and came back. Wise will either refund it or deliver it later; ask Wise which, in writing.")
	case transfer.Cancelled:
		return no("It is over: Wise has cancelled it.")
	case transfer.FundsRefunded:
		return no("It is over: Wise has refunded it.")
	case transfer.ChargedBack:
		return no("It is over: the payment to Wise was charged back.")
	case transfer.Unknown:
		return stopping(StopUnknown, held.Evidence, "Wise needs information and does not say how far the money is. It may be tried; from conversion on Wise refuses.")
	}
	return stopping(StopUnknown, held.Evidence, "We do not know what Wise means by “"+reason.Visible(string(held.State))+"”. It may be tried; from conversion on Wise refuses.")
}

// stopBefore answers it in the three states before conversion: with certainty only
// where the transfer has not been further already and nothing stands in the way.
func stopBefore(f transfer.Facts, held transfer.Visit) Stopping {
	failure, failed := f.CurrentFailure()
	switch {
	case f.EverSent():
		return stopping(StopUnknown, evidence.Union(held.Evidence, showing(f, transfer.OutgoingPaymentSent), showing(f, transfer.BouncedBack)), "It had been paid out, and Wise took it back into process. It may be tried; Wise may refuse.")
	case everConverted(f):
		return stopping(StopUnknown, evidence.Union(held.Evidence, showing(f, transfer.FundsConverted)), "The money had been converted before Wise took it back into process. It may be tried; Wise may refuse.")
	case failed:
		return stopping(StopUnknown, evidence.Union(held.Evidence, failure.Evidence), "A payout has failed though Wise reports none. It may be tried; Wise refuses while it has problems with a transfer.")
	case held.Seen:
		return stopping(StopUnknown, held.Evidence, "We know its state only from asking Wise, and it may have moved on since. It may be tried; from conversion on Wise refuses.")
	case len(f.OpenCases()) > 0:
		return stopping(StopUnknown, evidence.Union(held.Evidence, f.OpenCases()[0].Evidence),
			"The money is not converted, but a case is open at Wise, and Wise may refuse while it has problems with a transfer. It may be tried.")
	}
	return stopping(StopYes, held.Evidence, "The money is not converted yet. From conversion on, which may come at any moment, Wise refuses.")
}

// everConverted says whether any state shows that the money had been converted.
func everConverted(f transfer.Facts) bool { return len(showing(f, transfer.FundsConverted)) > 0 }

// showing is what shows that a transfer was in a state: its event, or the one after it.
func showing(f transfer.Facts, state transfer.State) evidence.IDs {
	var rests evidence.IDs
	for _, v := range f.Visits {
		if v.State == state || v.From == state {
			rests = evidence.Union(rests, v.Evidence)
		}
	}
	return rests
}

func stopping(answer StopAnswer, rests evidence.IDs, why string) Stopping {
	return Stopping{Answer: answer, Why: why, Evidence: rests}
}

// Tried is what became of the last request to Wise to stop a transfer.
type Tried string

// What can have become of it.
const (
	TriedNever   Tried = ""
	TriedDone    Tried = "done"    // Wise confirmed it, and no event has told of it yet
	TriedRefused Tried = "refused" // Wise refused it in the state that the transfer still is in
	TriedOpen    Tried = "open"    // nobody can tell what Wise did
)

// After is the answer once it was tried: what Wise said then counts for more than
// what its events let expect.
func (s Stopping) After(tried Tried) Stopping {
	switch {
	case tried == TriedOpen:
		return stopping(StopUnknown, s.Evidence, "Wise was asked to cancel it, and it is not known yet whether it did. Wise is being asked again.")
	case tried == TriedDone && s.MayTry():
		return stopping(StopNo, s.Evidence, "Wise has confirmed its cancellation; the event is still to come.")
	case tried == TriedRefused && s.MayTry():
		return stopping(StopUnknown, s.Evidence, "Wise has refused to cancel it, though no event says why: it may be converted already. It may be tried again; Wise may refuse again.")
	}
	return s
}
