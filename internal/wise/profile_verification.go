package wise

import (
	"strconv"

	"transferdesk/internal/activity"
)

// readProfileVerification reads profiles#verification-state-change: verified or
// not_verified, of a profile.
func readProfileVerification(f *fields, e *activity.Event) {
	e.Profile = f.id("resource.id")
	e.Key = activity.Key{Kind: activity.Verification, ID: strconv.FormatInt(e.Profile, 10)}
	e.State = f.text("current_state")
}
