package wise

import (
	"strconv"

	"transferdesk/internal/activity"
)

// readSwiftMessage reads swift#message-received: a SWIFT message as it came, about
// the transfer of data.action. Its content is personal data.
func readSwiftMessage(f *fields, e *activity.Event) {
	e.Key = activity.Key{Kind: activity.SwiftMessage, ID: f.idText("resource.id")}
	e.Transfer = f.idIfAny("action.id")
	e.Profile = f.id("action.profile_id")
	e.Detail.Message = &activity.MessageDetail{
		Type:     f.textIfAny("resource.message_type"),
		Content:  f.textIfAny("resource.content"),
		Encoding: f.textIfAny("resource.content_encoding"),
		Account:  f.idIfAny("action.account_id"),
	}
	e.Shared = shared(strconv.FormatInt(e.Transfer, 10), e.Detail.Message.Type, e.Detail.Message.Content)
}
