package wise

import (
	"strconv"

	"transferdesk/internal/activity"
)

// readCardStatus reads cards#card-status-change: what a card can be used for. Who
// changed it is newer than Wise's first description of version 2.0.0.
func readCardStatus(f *fields, e *activity.Event) {
	e.Key = activity.Key{Kind: activity.Card, ID: f.name("resource.card_token")}
	e.Profile = f.id("resource.profile_id")
	e.State = f.code("card_status", "ACTIVE", "INACTIVE", "BLOCKED", "FROZEN", "PARTNER_SUSPENDED", "EXPIRED", "PURGED")
	e.Detail.Card = &activity.CardDetail{Token: e.ID, ChangedBy: f.textIfAny("changed_by")}
	e.Shared = shared(strconv.FormatInt(e.Profile, 10))
	f.handle(HandleCard, e.ID)
}
