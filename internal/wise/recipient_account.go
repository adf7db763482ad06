package wise

import (
	"strconv"

	"transferdesk/internal/activity"
)

// readRecipientAccount reads recipients#state-change: somebody has made, changed or
// removed a recipient. Its own time is resource.occurred_at.
func readRecipientAccount(f *fields, e *activity.Event) {
	f.text("resource.id")
	f.text("resource.data.clientId")
	e.Key = activity.Key{Kind: activity.RecipientAccount, ID: strconv.FormatInt(f.id("resource.data.recipientId"), 10)}
	e.Profile = f.id("resource.data.profileId")
	e.State = f.code("resource.data.state", "CREATE", "UPDATE", "DEACTIVATE", "OBFUSCATE", "DELETE")
	f.need("resource.data.currency")
	recipient := activity.RecipientDetail{Currency: f.currencyIfAny("resource.data.currency")}
	e.Detail.Recipient = &recipient
	e.Shared = shared(strconv.FormatInt(e.Profile, 10), recipient.Currency)
	f.handle(HandleRecipient, e.ID)
}
