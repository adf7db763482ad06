package wise

import "transferdesk/internal/customer"

// readUserStateChange reads users#state-change; the type and the reason of a
// deactivation are optional.
func readUserStateChange(f *fields, u *customer.UserEvent) {
	u.User = f.id("resource.id")
	u.From = customer.UserState(f.textIfAny("previous_state"))
	u.To = customer.UserState(f.text("current_state"))
	u.Type = f.textIfAny("deactivation_type")
	u.Reason = f.textIfAny("deactivation_reason")
}
