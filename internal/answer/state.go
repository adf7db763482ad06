package answer

import (
	"transferdesk/internal/reason"
	"transferdesk/internal/transfer"
)

// StateLabel is a transfer state in our words: the seeds' own labels mislead
// ("Processing" after a return, "On its way to Wise" before anything was paid).
// A state that we do not know is shown as it came, made visible.
func StateLabel(s transfer.State) string {
	switch s {
	case transfer.IncomingPaymentWaiting:
		return "Waiting to be funded"
	case transfer.IncomingPaymentInitiated:
		return "Payment announced"
	case transfer.Processing:
		return "In process at Wise"
	case transfer.FundsConverted:
		return "Converted"
	case transfer.OutgoingPaymentSent:
		return "Paid out"
	case transfer.BouncedBack:
		return "Back at Wise"
	case transfer.Cancelled:
		return "Cancelled"
	case transfer.FundsRefunded:
		return "Refunded"
	case transfer.ChargedBack:
		return "Charged back"
	case transfer.Unknown:
		return "Wise needs information"
	case "":
		return "No state yet"
	}
	return reason.Visible(string(s))
}
