package projection

import (
	"slices"
	"time"

	"transferdesk/internal/evidence"
	"transferdesk/internal/transfer"
	"transferdesk/store"
)

// rowOf gives the row of a transfer: its facts and the columns that lists use.
func rowOf(f transfer.Facts, deliveries evidence.IDs) store.TransferRow {
	row := store.TransferRow{Facts: f, Deliveries: deliveries, Stage: f.Stage(), Currency: currency(f)}
	if row.Stage != transfer.StageNone {
		row.StageAt = stageAt(f, row.Stage)
		if failure, ok := f.CurrentFailure(); ok {
			row.Reason = failure.Code
		}
	}
	cases := f.OpenCases()
	row.HasCases = len(cases) > 0
	for _, c := range cases {
		if row.CasesSince.IsZero() || c.Since.Before(row.CasesSince) {
			row.CasesSince = c.Since
		}
	}
	row.Problem = problem(f, row)
	if row.Problem && row.StageAt.IsZero() {
		row.StageAt = f.LastAt
	}
	return row
}

// stageAt is since when the transfer is in its stage, which is the time that its
// answer counts from, so that a list is in the order of the ages that it shows: a
// failure counts from its report, a return from the bounce unless a later state
// speaks instead, a refund that only an event told of from that, one that was
// taken back from then, any other from the state held.
func stageAt(f transfer.Facts, stage transfer.Stage) time.Time {
	if since, reopened := f.RefundReopened(); reopened {
		return since.At
	}
	state, _ := f.Held()
	switch stage {
	case transfer.StageFailed:
		failure, _ := f.CurrentFailure()
		return failure.At
	case transfer.StageReturned:
		bounce, ok := f.LastBounce()
		if ok && state.State != transfer.Unknown && state.State.Known() {
			return bounce.At
		}
	case transfer.StageRefunded:
		if refund, newer := f.NewerRefund(); newer {
			return refund.At
		}
	}
	return state.At
}

// currency is that of the transfer, of what was credited by it or, when only a refund tells of money, of that.
func currency(f transfer.Facts) string {
	if f.Inbound != nil && f.Inbound.Amount.Known() && !f.Inbound.ByMessage {
		return f.Inbound.Amount.Currency
	}
	if amount, ok := f.Amount(); ok {
		return amount.Currency
	}
	if len(f.Refunds) > 0 {
		return f.Refunds[len(f.Refunds)-1].Amount.Currency
	}
	return ""
}

// problem says whether the transfer stands under its customer's open problems:
// somebody has to do something, or nobody can say what becomes of the money.
func problem(f transfer.Facts, row store.TransferRow) bool {
	if slices.Contains([]transfer.Stage{transfer.StageFailed, transfer.StageReturned, transfer.StageCancelled}, row.Stage) {
		return true
	}
	_, reopened := f.RefundReopened()
	return row.HasCases || reopened || f.State() == transfer.Unknown || owed(f) || takenBack(f)
}

// takenBack says whether Wise took a payout back into process without a return.
func takenBack(f transfer.Facts) bool {
	inProcess := f.State() == transfer.Processing || f.State() == transfer.FundsConverted
	return inProcess && f.EverSent() && !f.EverBounced()
}

// owed says whether the transfer was cancelled although it had been funded, or may
// have been, and no refund is reported.
func owed(f transfer.Facts) bool {
	_, refunded := f.NewerRefund()
	return f.State() == transfer.Cancelled && !f.NeverFunded() && !refunded
}
