package web

import "transferdesk/internal/transfer"

// stageWords are the stages of /bounced as a list's filter names them.
var stageWords = map[transfer.Stage]string{
	transfer.StageFailed:    "Failed, state unchanged",
	transfer.StageReturned:  "Back at Wise",
	transfer.StageCancelled: "Cancelled, refund not reported",
	transfer.StageRefunded:  "Refunded",
}

// stages in the order in which a returned payment passes them.
func stages() []transfer.Stage {
	return []transfer.Stage{transfer.StageFailed, transfer.StageReturned, transfer.StageCancelled, transfer.StageRefunded}
}
