package wise

import "transferdesk/internal/transfer"

// readTransferRefund reads transfers#refund; the amount includes any fees.
func readTransferRefund(f *fields, e *transfer.Event) {
	e.Kind = transfer.RefundIssued
	readTransferResource(f, e)
	e.Refund = f.amount("resource.refund_amount", "resource.refund_currency")
}
