package wise

import "transferdesk/internal/customer"

// readUserStateChange reads users#state-change; the type and the reason of a
// deactivation are optional.
func readUserStateChange(f *fields, u *customer.UserEvent) {
	u.User = f.id("resource.id")
	u.From = customer.UserState(withheld(f.textIfAny("previous_state")))
	u.To = customer.UserState(withheld(f.text("current_state")))
	u.Type = withheld(f.textIfAny("deactivation_type"))
	u.Reason = withheld(f.textIfAny("deactivation_reason"))
}
