package wise

import (
	"strconv"

	"transferdesk/internal/activity"
)

// readBatchPayment reads batch-payment-initiations#state-change: the funding of a
// batch of transfers, named by its group alone. Version 2.0.0 writes the names
// together, and in Wise's own example newStatus where its table says currentStatus.
func readBatchPayment(f *fields, e *activity.Event) {
	states := []string{"NEW", "PROCESSING", "COMPLETED", "FAILED", "CHARGED_BACK"}
	e.Key = activity.Key{Kind: activity.Batch, ID: strconv.FormatInt(f.id("resource.id"), 10)}
	e.Profile = f.id(f.first("resource.profile_id", "resource.profileId"))
	e.From = f.codeIfAny(f.first("previous_status", "previousStatus"), states...)
	e.State = f.code(f.first("current_status", "currentStatus", "newStatus"), states...)
	if both := f.codeIfAny("newStatus", states...); both != "" && both != e.State {
		f.refuse(whyTwoStates, "newStatus")
	}
	batch := activity.BatchDetail{
		Group:      f.nameIfAny(f.first("resource.batch_group_id", "resource.batchGroupId")),
		ReturnCode: f.textIfAny(f.first("return_code", "returnCode")),
	}
	e.Detail.Batch = &batch
	e.Shared = shared(strconv.FormatInt(e.Profile, 10), batch.Group, batch.ReturnCode)
	f.handle(HandleBatch, batch.Group)
	f.handle(HandlePayment, e.ID)
}
