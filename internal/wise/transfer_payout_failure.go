package wise

import "transferdesk/internal/transfer"

// readTransferPayoutFailure reads transfers#payout-failure, which has no resource
// and does not name the recipient's account.
func readTransferPayoutFailure(f *fields, e *transfer.Event) {
	e.Kind = transfer.PayoutFailure
	e.Transfer = f.id("transfer_id")
	e.Profile = f.id("profile_id")
	code := f.text("failure_reason_code")
	e.Code, e.Description = withheld(code), withheldWords(f.textIfAny("failure_description"), code)
}
