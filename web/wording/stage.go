package wording

import "transferdesk/internal/transfer"

// StageWords are the stages of /bounced as a list's filter names them.
var StageWords = map[transfer.Stage]string{
	transfer.StageFailed:    "Failed, state unchanged",
	transfer.StageReturned:  "Back at Wise",
	transfer.StageCancelled: "Cancelled, refund not reported",
	transfer.StageRefunded:  "Refunded",
}

// Stages in the order in which a returned payment passes them.
func Stages() []transfer.Stage {
	return []transfer.Stage{transfer.StageFailed, transfer.StageReturned, transfer.StageCancelled, transfer.StageRefunded}
}
