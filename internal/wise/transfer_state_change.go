package wise

import (
	"strconv"

	"transferdesk/internal/transfer"
)

// readTransferStateChange reads transfers#state-change. previous_state is null
// for a transfer that was just created.
func readTransferStateChange(f *fields, e *transfer.Event) {
	e.Kind = transfer.StateChange
	readTransferResource(f, e)
	e.From = transfer.State(withheld(f.textIfAny("previous_state")))
	e.To = transfer.State(withheld(f.text("current_state")))
}

// readTransferResource reads the resource that all transfer events but
// payout-failure share.
func readTransferResource(f *fields, e *transfer.Event) {
	e.Transfer = f.id("resource.id")
	e.Profile = f.id("resource.profile_id")
	e.Account = f.id("resource.account_id")
	f.handle(HandleRecipient, strconv.FormatInt(e.Account, 10))
}
