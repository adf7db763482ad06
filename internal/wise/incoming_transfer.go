package wise

import "transferdesk/internal/activity"

// readIncomingTransfer reads incoming-transfer#credited, which carries an id and a
// time and nothing else: not even whose money it is.
func readIncomingTransfer(f *fields, e *activity.Event) {
	e.Key = activity.Key{Kind: activity.IncomingTransfer, ID: f.text("incoming_transfer_id")}
	f.handle(HandlePayment, e.ID)
}
